"""Analyses in the forms that `nltk.metrics` takes: triples of coders, and strings of boundaries."""

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from bias.engines.many import analyses_in
from bias.errors import UsageError

if TYPE_CHECKING:
    from bias.analysis import Analysis

Triple = tuple[str, str, str]
BIASED, PLAIN = "biased", "plain"
EVEN = 0.5


def coded(
    analyses: "Iterable[Analysis] | Analysis", coder: str = "bias", unit: str = "sentence"
) -> list[Triple]:
    """Return what the tool says as triples of coder, item and label.

    With the triples of people they are what `nltk.metrics.agreement.AnnotationTask` takes.

    Parameters
    ----------
    analyses
        Each article has an id of its own, which its items begin with.
    coder
        What the tool is called.
    unit
        `sentence`: labels `biased` from a probability of one half up, else `plain`;
        `paragraph`: its role.

    Returns
    -------
    list of tuple
        Items are `ID:START-END`, offsets into the article's text.

    Examples
    --------
    >>> import bias
    >>> from nltk.metrics.agreement import AnnotationTask
    >>> ours = coded([bias.analyze(bias.Article(id="a", headline="", body="It is open."))])
    >>> theirs = [("Ana", item, label) for _, item, label in ours]
    >>> ours, AnnotationTask(ours + theirs).avg_Ao()
    ([('bias', 'a:0-11', 'plain')], 1.0)
    """
    if unit not in _LABELS:
        raise UsageError(f"unit is {unit!r}. Allowed: {', '.join(_LABELS)}.")
    return [
        (coder, f"{analysis.article.id}:{start}-{end}", label)
        for analysis in analyses_in(analyses, "coded")
        for start, end, label in _LABELS[unit](analysis)
    ]


def _sentences(analysis: "Analysis") -> Iterator[tuple[int, int, str]]:
    for sentence in analysis.sentences:
        label = BIASED if sentence.bias >= EVEN else PLAIN
        yield sentence.start, sentence.end, label


def _paragraphs(analysis: "Analysis") -> Iterator[tuple[int, int, str]]:
    for paragraph in analysis.paragraphs:
        yield paragraph.start, paragraph.end, paragraph.role


_LABELS = {"sentence": _sentences, "paragraph": _paragraphs}


def boundaries(analysis: "Analysis", of: str = "roles") -> str:
    """Return where something changes, as `nltk.metrics.windowdiff`, `pk` and `ghd` take it.

    Parameters
    ----------
    analysis
        Of one article.
    of
        `roles`: one sign for each paragraph of the body but the first, `1` where its role is
        another than that of the one before; `voices`: one for each token but the first, likewise;
        `sentences`: one for each token but the first, `1` where it begins a sentence.

    Returns
    -------
    str
        Of `0` and `1`; empty where there is nothing to part.

    Examples
    --------
    >>> import bias
    >>> from nltk.metrics import windowdiff
    >>> found = boundaries(bias.analyze(bias.Article("", "It is open. It is new.")), "sentences")
    >>> found, windowdiff(found, "0001000", 3)
    ('0001000', 0.0)
    """
    if of not in _SEQUENCES:
        raise UsageError(f"of is {of!r}. Allowed: {', '.join(_SEQUENCES)}.")
    return "".join("01"[one != other] for one, other in pairwise(_SEQUENCES[of](analysis)))


_SEQUENCES: dict[str, "Callable[[Analysis], list[Any]]"] = {
    "roles": lambda analysis: [paragraph.role for paragraph in analysis.paragraphs],
    "voices": lambda analysis: analysis.reading.quoted.tolist(),
    "sentences": lambda analysis: analysis.document.sentence_of.tolist(),
}
