"""The scikit-learn side: shapes, names, strings, and errors that help."""

import pickle
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from sklearn.base import clone
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.utils.estimator_checks import estimator_checks_generator

import bias
from bias.engines.local import CHUNK
from bias.engines.many import analyze_many

CALM = "The council met on Monday and approved the ferry after a short debate about its cost. " * 4
LOADED = "This shameful, reckless sham is a disgraceful betrayal by cowardly, corrupt cronies. " * 4


def test_features_have_the_frames_names() -> None:
    """The transformer's columns are the features of an analysis, in their order."""
    article = bias.Article("Ferry Opens", CALM)
    extractor = bias.FeatureExtractor()
    values = extractor.fit_transform([article])
    features = bias.analyze(article).features
    assert list(extractor.get_feature_names_out()) == list(features.index)
    np.testing.assert_array_equal(values[0], features.to_numpy())


def test_classifier_learns_from_strings() -> None:
    """Plain bodies are enough, though every headline feature is undefined."""
    texts, labels = [CALM, LOADED] * 12, [0, 1] * 12
    model = bias.BiasClassifier(max_iter=5).fit(texts, labels)
    assert model.predict([CALM, LOADED]).shape == (2,)
    assert model.predict_proba([CALM]).shape == (1, 2)
    assert cross_val_score(clone(model), texts, labels, cv=2).shape == (2,)


def test_nothing_to_learn_from_is_said() -> None:
    """Articles without any text give an error that says so."""
    with pytest.raises(bias.BiasError, match="No article has a defined feature"):
        bias.BiasClassifier().fit(["", ""], [0, 1])


@pytest.mark.parametrize(
    "call",
    [
        lambda: bias.analyze("just text"),
        lambda: bias.analyze(None),
        lambda: bias.Article(body=None),
        lambda: bias.Article(id=5),
        lambda: bias.rate_sentences("one text"),
        lambda: bias.rate_headlines("one headline"),
        lambda: bias.FeatureExtractor().transform("one text"),
        lambda: bias.FeatureExtractor().transform([3]),
        lambda: list(bias.analyze_many([], jobs=0)),
    ],
)
def test_wrong_types_are_told(call: object) -> None:
    """A call with the wrong kind of thing is a BiasError, not an accident further down."""
    with pytest.raises(bias.BiasError):
        call()  # type: ignore[operator]


def test_single_analyses_are_several() -> None:
    """One analysis where several are meant works; anything else is told in our words."""
    analysis = bias.analyze(bias.Article(headline="Ferry Opens", body=CALM))
    assert len(bias.to_frame(analysis)) == 1
    assert bias.nltk.CorpusReader(analysis).fileids() == ["article-1"]


@pytest.mark.parametrize("given", ["news/", [bias.Article(headline="", body="x")], 3])
def test_what_is_no_analysis_is_told(given: object, tmp_path: Path) -> None:
    """Paths and articles are refused before anything is written, with what to do."""
    for call in (bias.to_frame, lambda x: bias.write_report(x, tmp_path / "out")):
        with pytest.raises(bias.BiasError, match=r"bias\.analyze\(article\)"):
            call(given)  # type: ignore[operator]
    with pytest.raises(bias.BiasError, match=r"bias\.analyze\(article\)"):
        bias.nltk.CorpusReader(given if not isinstance(given, str) else [given])  # type: ignore[arg-type]


def test_a_report_of_one(tmp_path: Path) -> None:
    """`write_report` takes an analysis by itself."""
    analysis = bias.analyze(bias.Article(headline="Ferry Opens", body=CALM))
    written = bias.write_report(analysis, tmp_path, formats=["html"])
    assert any(path.suffix == ".html" for path in written)


def test_several_processes_give_the_same() -> None:
    """`n_jobs` changes how long it takes and nothing else."""
    texts = [f"{CALM} It was vote {n}." for n in range(CHUNK + 2)]
    one, two = (bias.FeatureExtractor(n_jobs=n).fit_transform(texts) for n in (None, 2))
    np.testing.assert_array_equal(one, two)
    assert clone(bias.BiasClassifier(n_jobs=2)).n_jobs == 2


def test_pipelines_that_work_with_undefined_features() -> None:
    """An imputer that keeps what is undefined for all articles lets any estimator follow."""
    texts, labels = [CALM, LOADED] * 12, [0, 1] * 12
    for last in (LogisticRegression(), HistGradientBoostingClassifier(max_iter=5)):
        imputed = SimpleImputer(keep_empty_features=True)
        model = make_pipeline(bias.FeatureExtractor(), imputed, StandardScaler(), last)
        assert cross_val_score(model, texts, labels, cv=2).shape == (2,)


def test_memory_spares_a_second_analysis(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipeline with `memory=` turns the same articles into features once."""
    asked = []

    def counted(*given: object, **how: object) -> object:
        asked.append(given)
        return analyze_many(*given, **how)

    monkeypatch.setattr("bias.engines.sklearn.analyze_many", counted)
    texts, labels = [CALM, LOADED] * 4, [0, 1] * 4
    for rounds in (2, 3):
        steps = SimpleImputer(keep_empty_features=True), LogisticRegression(max_iter=rounds * 100)
        make_pipeline(bias.FeatureExtractor(), *steps, memory=str(tmp_path)).fit(texts, labels)
    assert len(asked) == 1


NUMBERS = "it gives rows of numbers, and these estimators read articles"
SKIPPED = {
    "check_fit_score_takes_y": NUMBERS,
    "check_estimators_overwrite_params": NUMBERS,
    "check_dont_overwrite_parameters": NUMBERS,
    "check_estimators_fit_returns_self": NUMBERS,
    "check_readonly_memmap_input": NUMBERS,
    "check_positive_only_tag_during_fit": NUMBERS,
    "check_estimators_dtypes": NUMBERS,
    "check_complex_data": NUMBERS,
    "check_dtype_object": NUMBERS,
    "check_estimators_empty_data_messages": "an empty list of articles gives an empty table",
    "check_pipeline_consistency": f"{NUMBERS}; pipelines are tested above",
    "check_estimators_nan_inf": NUMBERS,
    "check_estimator_sparse_tag": "no sparse matrix holds articles",
    "check_estimator_sparse_array": "no sparse matrix holds articles",
    "check_estimator_sparse_matrix": "no sparse matrix holds articles",
    "check_estimators_pickle": f"{NUMBERS}; test_what_the_checks_ask_of_articles pickles",
    "check_array_api_input": NUMBERS,
    "check_f_contiguous_array_estimator": NUMBERS,
    "check_transformer_data_not_an_array": NUMBERS,
    "check_transformer_general": f"{NUMBERS}; test_what_the_checks_ask_of_articles does it",
    "check_transformer_preserve_dtypes": NUMBERS,
    "check_transformers_unfitted_stateless": f"{NUMBERS}; test_what_the_checks_ask_of_articles",
    "check_classifier_data_not_an_array": NUMBERS,
    "check_classifiers_one_label": NUMBERS,
    "check_classifiers_classes": f"{NUMBERS}; test_what_the_checks_ask_of_articles does it",
    "check_classifiers_train": NUMBERS,
    "check_classifiers_regression_target": NUMBERS,
    "check_supervised_y_no_nan": NUMBERS,
    "check_supervised_y_2d": NUMBERS,
    "check_non_transformer_estimators_n_iter": NUMBERS,
    "check_methods_sample_order_invariance": f"{NUMBERS}; test_what_the_checks_ask_of_articles",
    "check_methods_subset_invariance": f"{NUMBERS}; test_what_the_checks_ask_of_articles",
    "check_fit2d_1sample": NUMBERS,
    "check_fit2d_1feature": NUMBERS,
    "check_dict_unchanged": f"{NUMBERS}; test_what_the_checks_ask_of_articles does it",
    "check_fit_idempotent": f"{NUMBERS}; test_what_the_checks_ask_of_articles does it",
    "check_fit_check_is_fitted": NUMBERS,
    "check_n_features_in": "articles have no number of columns",
    "check_fit1d": "a list of articles has one dimension",
    "check_fit2d_predict1d": "a list of articles has one dimension",
    "check_requires_y_none": NUMBERS,
}
"""scikit-learn's own checks that cannot be run, by name, and why; every other is."""


def _checks() -> list[Any]:
    """Return every check for estimators that read numbers, each with one of ours."""
    found = []
    for kind in (bias.FeatureExtractor, bias.BiasClassifier):
        with_numbers = type(kind.__name__, (kind,), {"__sklearn_tags__": _tags_of_numbers})
        for _, check in estimator_checks_generator(with_numbers()):
            name = getattr(check, "func", check).__name__
            marks = pytest.mark.skip(reason=SKIPPED[name]) if name in SKIPPED else ()
            found.append(pytest.param(check, kind(), marks=marks, id=f"{kind.__name__}-{name}"))
    return found


def _tags_of_numbers(self: Any) -> Any:
    tags = super(type(self), self).__sklearn_tags__()
    tags.input_tags.two_d_array = True
    return tags


@pytest.mark.parametrize(("check", "estimator"), _checks())
def test_scikit_learns_checks(check: Any, estimator: Any) -> None:
    """Each of scikit-learn's own checks that needs no numbers passes."""
    check(estimator)


def test_what_the_checks_ask_of_articles() -> None:
    """Order, subsets, repetition, pickling and parameters: as scikit-learn checks with numbers."""
    texts = [f"{text} Vote {n}." for n in range(12) for text in (CALM, LOADED)]
    labels = ["a", "b"] * 12
    given = list(texts)
    extractor, model = bias.FeatureExtractor(), bias.BiasClassifier(max_iter=3)
    values = extractor.transform(texts)
    np.testing.assert_array_equal(extractor.fit(texts).transform(texts), values)
    np.testing.assert_array_equal(extractor.transform(texts[::-1]), values[::-1])
    np.testing.assert_array_equal(np.vstack([extractor.transform([t]) for t in texts]), values)
    assert extractor.transform([]).shape == (0, values.shape[1])
    before = model.get_params()
    said = model.fit(texts, labels).predict_proba(texts)
    np.testing.assert_array_equal(model.fit(texts, labels).predict_proba(texts), said)
    np.testing.assert_array_equal(pickle.loads(pickle.dumps(model)).predict_proba(texts), said)
    np.testing.assert_array_equal(model.predict_proba(texts[::-1]), said[::-1])
    assert model.classes_.tolist() == ["a", "b"]
    assert model.get_params() == before
    assert texts == given
