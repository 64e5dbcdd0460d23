"""The scikit-learn side: shapes, names, strings, and errors that help."""

import numpy as np
import pytest
from sklearn.base import clone
from sklearn.model_selection import cross_val_score

import bias

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
