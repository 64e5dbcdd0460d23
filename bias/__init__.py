"""Where and how a news article is slanted, with the evidence in place.

>>> import bias
>>> article = bias.Article(headline="Council Slams Bridge Plan", body="The vote was 5 to 4.")
>>> analysis = bias.analyze(article)
>>> [cue.text for cue in analysis.cues if cue.feature == "headline"]
['Slams']
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from bias.analysis import Analysis, analyze, analyze_many
    from bias.article import Article, Cue
    from bias.driver_spans import spans_behind
    from bias.errors import BiasError
    from bias.estimators import BiasClassifier, FeatureExtractor
    from bias.headlines import rate_headlines
    from bias.lexicon_formats import read_lexicon
    from bias.output import to_frame
    from bias.own_model import OwnModel, read_model
    from bias.rating import Rating
    from bias.rating_moves import Moves, what_moves
    from bias.reading import read_article, read_articles
    from bias.report import write_report
    from bias.roles import find_repeats
    from bias.sentence_model import rate_sentences

_HOME = {
    "Analysis": "bias.analysis",
    "Article": "bias.article",
    "BiasClassifier": "bias.estimators",
    "BiasError": "bias.errors",
    "Cue": "bias.article",
    "FeatureExtractor": "bias.estimators",
    "Moves": "bias.rating_moves",
    "OwnModel": "bias.own_model",
    "Rating": "bias.rating",
    "analyze": "bias.analysis",
    "analyze_many": "bias.analysis",
    "find_repeats": "bias.roles",
    "rate_headlines": "bias.headlines",
    "rate_sentences": "bias.sentence_model",
    "read_article": "bias.reading",
    "read_articles": "bias.reading",
    "read_lexicon": "bias.lexicon_formats",
    "read_model": "bias.own_model",
    "spans_behind": "bias.driver_spans",
    "to_frame": "bias.output",
    "what_moves": "bias.rating_moves",
    "write_report": "bias.report",
}
"""Where each public name lives; imported on first use, so that start-up is fast."""

__all__ = [
    "Analysis",
    "Article",
    "BiasClassifier",
    "BiasError",
    "Cue",
    "FeatureExtractor",
    "Moves",
    "OwnModel",
    "Rating",
    "__version__",
    "analyze",
    "analyze_many",
    "find_repeats",
    "rate_headlines",
    "rate_sentences",
    "read_article",
    "read_articles",
    "read_lexicon",
    "read_model",
    "spans_behind",
    "to_frame",
    "what_moves",
    "write_report",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(
            f"module 'bias' has no attribute {name!r}. Public: {', '.join(__all__)}."
        )
    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return __all__
