"""scikit-learn estimators: articles to features, and a classifier of one's own."""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from joblib import effective_n_jobs
from numpy.typing import NDArray
from sklearn.base import BaseEstimator, ClassifierMixin, TransformerMixin
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.utils.validation import check_is_fitted

from bias.document.article import Article
from bias.engines.many import analyze_many
from bias.errors import UsageError
from bias.features import EXTRACTORS
from bias.features.user_terms import user_columns
from bias.inputs.rows import articles_in, is_table
from bias.lists.user import UserLexicon
from bias.rating.article_codebook import MEASURES
from bias.rating.beside import GENRE_MEASURES
from bias.rating.labels import label_columns
from bias.rating.own import Models, own_models

Articles = Iterable[Article | str] | Any
"""Articles or bodies; or a table of them."""


class FeatureExtractor(TransformerMixin, BaseEstimator):  # type: ignore[misc]
    """Turn articles into the codebook's features.

    Stateless: `fit` learns nothing, so articles may be turned into features once, before they
    are split for cross-validation; a pipeline does it anew in each fold unless it is given a
    `memory=`. Undefined features are NaN, some of them for all articles: let a
    `SimpleImputer(keep_empty_features=True)` follow.

    Plain strings are taken as bodies; a DataFrame is read by its rows, whose columns are those of a
    CSV file (`headline` or `title`, `body` or `text`, …).

    Parameters
    ----------
    lexicons
        Term lists of your own, from `bias.read_lexicon`; their features come last.
    model
        As for `bias.analyze`: a model of articles gives `article_wording`, one of labels theirs.
    n_jobs
        Processes, as scikit-learn counts them: None is 1, -1 all cores.

    Examples
    --------
    >>> extractor = FeatureExtractor()
    >>> extractor.fit_transform(["The council met on Monday."]).shape[0]
    1
    """

    def __init__(
        self, lexicons: Sequence[UserLexicon] = (), model: Models = (), n_jobs: int | None = None
    ) -> None:
        self.lexicons = lexicons
        self.model = model
        self.n_jobs = n_jobs

    def fit(self, X: Articles, y: object = None) -> "FeatureExtractor":  # noqa: N803
        """Return self; there is nothing to learn."""
        return self

    def transform(self, X: Articles) -> NDArray[np.float64]:  # noqa: N803
        """Return the features.

        Parameters
        ----------
        X
            `bias.Article` objects, strings (bodies without a headline), or a DataFrame.

        Returns
        -------
        numpy.ndarray
            Shape (n_articles, n_features), float, NaN where undefined; the
            columns are `get_feature_names_out()`.
        """
        if isinstance(X, str | Article):
            raise UsageError("An estimator got a single article. Give a list of them.")
        given = X if is_table(X) else map(_as_article, X)
        articles = articles_in(given, "An estimator")
        jobs = effective_n_jobs(self.n_jobs)
        analyses = analyze_many(articles, jobs, self.lexicons, model=self.model)
        rows = [list(analysis.values.values()) for analysis in analyses]
        return np.array(rows, dtype=float).reshape(len(rows), len(self.get_feature_names_out()))

    def get_feature_names_out(self, input_features: object = None) -> NDArray[np.object_]:
        """Return the columns' names, in the codebook's order."""
        extracted = [measure.name for e in EXTRACTORS for measure in e.measures]
        labels = label_columns(own_models(self.model))
        own = [name for lexicon in self.lexicons for name in user_columns(lexicon)]
        measured = (measure.name for measure in (*MEASURES, *GENRE_MEASURES))
        return np.array([*extracted, *measured, *labels, *own], dtype=object)

    def __sklearn_is_fitted__(self) -> bool:
        return True

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.two_d_array = False
        tags.requires_fit = False
        return tags


class BiasClassifier(ClassifierMixin, BaseEstimator):  # type: ignore[misc]
    """Classify articles by the codebook's features.

    For labels of one's own; the shipped rating is `bias.analyze(...).rating`.
    Boosted trees are used because they take undefined features as they are.

    Parameters
    ----------
    max_iter
        Boosting rounds.
    learning_rate
        Step size of each round.
    random_state
        Seed; results repeat for the same seed.
    model, n_jobs
        As for `FeatureExtractor`.
    """

    def __init__(
        self,
        max_iter: int = 100,
        learning_rate: float = 0.05,
        random_state: int = 0,
        model: Models = (),
        n_jobs: int | None = None,
    ) -> None:
        self.max_iter = max_iter
        self.learning_rate = learning_rate
        self.random_state = random_state
        self.model = model
        self.n_jobs = n_jobs

    def fit(self, X: Articles, y: Sequence[Any]) -> "BiasClassifier":  # noqa: N803
        """Fit on articles (or strings) and one label each."""
        self.extractor_ = FeatureExtractor(model=self.model, n_jobs=self.n_jobs)
        values = self.extractor_.transform(X)
        self.defined_ = ~np.isnan(values).all(axis=0)
        if not self.defined_.any():
            raise UsageError("No article has a defined feature. Give articles with some text.")
        self.model_ = HistGradientBoostingClassifier(
            max_iter=self.max_iter, learning_rate=self.learning_rate, random_state=self.random_state
        ).fit(values[:, self.defined_], y)
        self.classes_ = self.model_.classes_
        return self

    def predict(self, X: Articles) -> NDArray[Any]:  # noqa: N803
        """Return one label per article."""
        check_is_fitted(self)
        return np.asarray(self.model_.predict(self._values(X)))

    def predict_proba(self, X: Articles) -> NDArray[np.float64]:  # noqa: N803
        """Return probabilities, shape (n_articles, n_classes), columns as `classes_`."""
        check_is_fitted(self)
        return np.asarray(self.model_.predict_proba(self._values(X)))

    def _values(self, articles: Articles) -> NDArray[np.float64]:
        """Return the features that were defined for some article in training."""
        return np.asarray(self.extractor_.transform(articles)[:, self.defined_])

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.two_d_array = False
        return tags


def _as_article(x: Any) -> Any:
    """Take a string for a body."""
    return Article(body=x) if isinstance(x, str) else x
