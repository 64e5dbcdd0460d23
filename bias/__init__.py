"""Where and how a news article is slanted, with the evidence in place.

>>> import bias
>>> article = bias.Article(headline="Council Slams Bridge Plan", body="The vote was 5 to 4.")
>>> analysis = bias.analyze(article)
>>> [cue.text for cue in analysis.cues if cue.feature == "headline"]
['Slams']
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from bias.version import __version__

if TYPE_CHECKING:
    from bias import charts, nltk
    from bias.alone import rate_headlines, rate_sentences
    from bias.analysis import Analysis, analyze
    from bias.document.article import Article
    from bias.document.document import Cue
    from bias.engines.many import analyze_many
    from bias.engines.pandas import to_frame
    from bias.engines.sklearn import BiasClassifier, FeatureExtractor
    from bias.errors import BiasError
    from bias.inputs import read_article, read_articles
    from bias.inputs.lists import read_lexicon
    from bias.rating.own import OwnModel, read_model
    from bias.rating.rate import Rating
    from bias.report import write_report
    from bias.roles import find_repeats
    from bias.why.behind import spans_behind
    from bias.why.moves import Moves, what_moves

_HOME = {
    "Analysis": "bias.analysis",
    "Article": "bias.document.article",
    "BiasClassifier": "bias.engines.sklearn",
    "BiasError": "bias.errors",
    "Cue": "bias.document.document",
    "FeatureExtractor": "bias.engines.sklearn",
    "Moves": "bias.why.moves",
    "OwnModel": "bias.rating.own",
    "Rating": "bias.rating.rate",
    "analyze": "bias.analysis",
    "analyze_many": "bias.engines.many",
    "charts": "bias.charts:",
    "find_repeats": "bias.roles",
    "nltk": "bias.nltk:",
    "rate_headlines": "bias.alone",
    "rate_sentences": "bias.alone",
    "read_article": "bias.inputs",
    "read_articles": "bias.inputs",
    "read_lexicon": "bias.inputs.lists",
    "read_model": "bias.rating.own",
    "spans_behind": "bias.why.behind",
    "to_frame": "bias.engines.pandas",
    "what_moves": "bias.why.moves",
    "write_report": "bias.report",
}
"""Where each public name lives; imported on first use, so that start-up is fast. After a colon
stands its name there, where it is another; nothing where it is the module itself."""

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
    "charts",
    "find_repeats",
    "nltk",
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
    home, colon, there = _HOME[name].partition(":")
    module = import_module(home)
    return module if colon and not there else getattr(module, there or name)


def __dir__() -> list[str]:
    return __all__
