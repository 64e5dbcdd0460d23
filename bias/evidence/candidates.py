"""Cues that may be evidence: the outlet's own, meant as they stand, of a kind that shows slant."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from bias.document.document import Cue
from bias.evidence.asserted import is_asserted
from bias.evidence.likelihood import Likelihood
from bias.features.base import MINOR
from bias.reading import Reading
from bias.words.cut import Span

LEAST_MARKED = 0.22
"""How likely a cue must be rightly marked to be asked about."""
FEATURES = frozenset({"headline", "loaded_terms", "framing", "attribution"})
"""Whose cues may be evidence. Hedges are required practice; terms of a reader's own list are no
sign of slant."""
TEASING = frozenset(
    {"clickbait", "capitals", "reader_address", "unsupported_name", "forward_reference"}
)
"""What a headline does to be opened; it takes no side."""
TOO_OFTEN_WRONG = frozenset({"praise", "assertion"})
"""Marked and not shown: of the hits read, fewer than three in four would be a lecturer's."""
SOURCING = frozenset({"loaded_report_verb"})
"""Of attribution, what judges the source."""
LEAST_OF_VERBS = 0.6
"""Weight from which a report verb judges: `claimed` and `blamed` do not always."""


def candidates(reading: Reading, cues: Sequence[Cue], likelihood: Likelihood) -> Iterator[Cue]:
    """Yield the cues that may be evidence, as they come.

    Parameters
    ----------
    reading
        Of the article.
    cues
        All of the article's.
    likelihood
        Of this article.
    """
    marked = _Spans(q for q in reading.told.quotations if q.part == "body")
    may_stand = [
        cue
        for cue in cues
        if _may_stand(cue) and not _is_between_marks(cue, marked) and not _is_name(cue, likelihood)
    ]
    doubted = [cue for cue in may_stand if not is_asserted(reading.told, cue)]
    said = [cue for cue in cues if cue.feature == "loaded_terms" and _is_said(cue)]
    others = _Spans([*doubted, *said])
    for cue in may_stand:
        if others.end_before(cue.end) <= cue.start and likelihood.marked(cue) >= LEAST_MARKED:
            yield cue


def _may_stand(cue: Cue) -> bool:
    """Tell whether a cue is the outlet's and of a kind that shows slant."""
    if cue.feature not in FEATURES or cue.weight < MINOR:
        return False
    if _is_said(cue):
        return False
    if cue.feature == "attribution":
        return cue.category in SOURCING and cue.weight >= LEAST_OF_VERBS
    return cue.category not in TEASING | TOO_OFTEN_WRONG


def _is_said(cue: Cue) -> bool:
    """Tell whether a cue is somebody else's words or view."""
    return cue.voice == "quoted" or cue.reported


def _is_between_marks(cue: Cue, marked: "_Spans") -> bool:
    """Tell whether a cue is one of several marked words, or the only one: not simply meant."""
    if cue.feature == "framing" or cue.part == "headline":
        return False
    return marked.end_before(cue.start) > cue.end


def _is_name(cue: Cue, likelihood: Likelihood) -> bool:
    """Tell whether a word of the story has a capital that no sentence's beginning gives it."""
    if cue.part == "headline" or cue.feature != "loaded_terms":
        return False
    return cue.text.istitle() and not likelihood.begins(cue)


class _Spans:
    """Where spans begin, and how far those that begin before a place reach: no walk for each."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans, key=lambda span: span.start)
        self._starts = [span.start for span in ordered]
        self._ends = list(accumulate((span.end for span in ordered), max))

    def end_before(self, place: int) -> int:
        """Return the farthest end of those that begin before a place; -1 where none does."""
        count = bisect_left(self._starts, place)
        return self._ends[count - 1] if count else -1
