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
    from bias.corpus.agency import agency_table
    from bias.corpus.corpus import Corpus
    from bias.corpus.microframes import microframe_table
    from bias.corpus.summarize import summarize
    from bias.document.article import Article
    from bias.document.document import Cue
    from bias.engines.many import analyze_many
    from bias.engines.pandas import analyze_pandas as analyze_frame
    from bias.engines.pandas import to_frame
    from bias.engines.sklearn import BiasClassifier, FeatureExtractor
    from bias.errors import BiasError
    from bias.frames.microframes import Microframe, read_microframes
    from bias.inputs import read_article, read_articles
    from bias.inputs.lists import read_lexicon
    from bias.rating.own import OwnModel, read_model
    from bias.rating.rate import Rating
    from bias.report import write_report
    from bias.report.compare import Comparison, compare
    from bias.roles import find_repeats
    from bias.why.behind import spans_behind
    from bias.why.moves import Moves, what_moves

_HOME = {
    "Analysis": "bias.analysis",
    "Article": "bias.document.article",
    "BiasClassifier": "bias.engines.sklearn",
    "BiasError": "bias.errors",
    "Comparison": "bias.report.compare",
    "Corpus": "bias.corpus.corpus",
    "Cue": "bias.document.document",
    "FeatureExtractor": "bias.engines.sklearn",
    "Microframe": "bias.frames.microframes",
    "Moves": "bias.why.moves",
    "OwnModel": "bias.rating.own",
    "Rating": "bias.rating.rate",
    "agency_table": "bias.corpus.agency",
    "analyze": "bias.analysis",
    "analyze_frame": "bias.engines.pandas:analyze_pandas",
    "analyze_many": "bias.engines.many",
    "charts": "bias.charts:",
    "compare": "bias.report.compare",
    "find_repeats": "bias.roles",
    "microframe_table": "bias.corpus.microframes",
    "nltk": "bias.nltk:",
    "rate_headlines": "bias.alone",
    "rate_sentences": "bias.alone",
    "read_article": "bias.inputs",
    "read_articles": "bias.inputs",
    "read_lexicon": "bias.inputs.lists",
    "read_microframes": "bias.frames.microframes",
    "read_model": "bias.rating.own",
    "spans_behind": "bias.why.behind",
    "summarize": "bias.corpus.summarize",
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
    "Comparison",
    "Corpus",
    "Cue",
    "FeatureExtractor",
    "Microframe",
    "Moves",
    "OwnModel",
    "Rating",
    "__version__",
    "agency_table",
    "analyze",
    "analyze_frame",
    "analyze_many",
    "charts",
    "compare",
    "find_repeats",
    "microframe_table",
    "nltk",
    "rate_headlines",
    "rate_sentences",
    "read_article",
    "read_articles",
    "read_lexicon",
    "read_microframes",
    "read_model",
    "spans_behind",
    "summarize",
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
