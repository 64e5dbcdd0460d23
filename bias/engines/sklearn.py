"""scikit-learn estimators: articles to features, and a classifier of one's own."""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.base import BaseEstimator, ClassifierMixin, TransformerMixin
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.utils.validation import check_is_fitted

from bias.analysis import Analysis, analyze
from bias.document.article import Article
from bias.errors import UsageError
from bias.features import EXTRACTORS
from bias.features.user_terms import user_columns
from bias.lists.user import UserLexicon
from bias.rating.article_codebook import MEASURES
from bias.rating.beside import GENRE_MEASURES
from bias.rating.labels import label_columns
from bias.rating.own import Models, own_models

Articles = Iterable[Article | str]


class FeatureExtractor(TransformerMixin, BaseEstimator):  # type: ignore[misc]
    """Turn articles into the codebook's features.

    Stateless: `fit` learns nothing. Plain strings are taken as bodies.

    Parameters
    ----------
    lexicons
        Term lists of your own, from `bias.read_lexicon`; their features come last.
    model
        As for `bias.analyze`: a model of articles gives `article_wording`.

    Examples
    --------
    >>> extractor = FeatureExtractor()
    >>> extractor.fit_transform(["The council met on Monday."]).shape[0]
    1
    """

    def __init__(self, lexicons: Sequence[UserLexicon] = (), model: Models = ()) -> None:
        self.lexicons = lexicons
        self.model = model

    def fit(self, X: Articles, y: object = None) -> "FeatureExtractor":  # noqa: N803
        """Return self; there is nothing to learn."""
        return self

    def transform(self, X: Articles) -> NDArray[np.float64]:  # noqa: N803
        """Return the features.

        Parameters
        ----------
        X
            `bias.Article` objects or strings (bodies without a headline).

        Returns
        -------
        numpy.ndarray
            Shape (n_articles, n_features), float, NaN where undefined; the
            columns are `get_feature_names_out()`.
        """
        if isinstance(X, str | Article):
            raise UsageError("An estimator got a single article. Give a list of them.")
        rows = [list(self._analyze(x).values.values()) for x in X]
        return np.array(rows, dtype=float).reshape(len(rows), len(self.get_feature_names_out()))

    def _analyze(self, x: Article | str) -> Analysis:
        return analyze(_as_article(x), self.lexicons, model=self.model)

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
    model
        As for `FeatureExtractor`.
    """

    def __init__(
        self,
        max_iter: int = 100,
        learning_rate: float = 0.05,
        random_state: int = 0,
        model: Models = (),
    ) -> None:
        self.max_iter = max_iter
        self.learning_rate = learning_rate
        self.random_state = random_state
        self.model = model

    def fit(self, X: Articles, y: Sequence[Any]) -> "BiasClassifier":  # noqa: N803
        """Fit on articles (or strings) and one label each."""
        self.extractor_ = FeatureExtractor(model=self.model)
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


def _as_article(x: Article | str) -> Article:
    if isinstance(x, Article):
        return x
    if isinstance(x, str):
        return Article(body=x)
    raise UsageError(
        f"An estimator got {type(x).__name__!r}. Give bias.Article objects or strings; for a "
        "table, use bias.read_articles(path)."
    )
