"""The one list of all outputs: the outlet's own words that stand up, strongest first."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from bias.document.document import Cue
from bias.evidence.asserted import is_asserted
from bias.evidence.likelihood import likelihood
from bias.features.base import MINOR
from bias.reading import Reading
from bias.roles.role import PROMO_INSERTS
from bias.words.cut import Span

LEAST = 0.5
"""How likely a cue must be. Of the cues of 16 articles that a reader marked beforehand, from 0.5 on
49 % touch one of his marks, from 0.6 on 57 % (2026-11-30)."""
MOST = 6
"""Items at most; fewer where fewer stand."""
SURE_INSERT = 0.9
"""How sure the role of an insert must be."""
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
WHOLE = "sentence"
"""Category of sentences slanted as a whole: no further reason where a word of theirs is listed."""
LEAST_OF_VERBS = 0.6
"""Weight from which a report verb judges: `claimed` and `blamed` do not always."""


@dataclass(frozen=True, slots=True)
class Item:
    """One stretch of evidence."""

    cue: Cue
    """The likeliest on it."""
    also: tuple[Cue, ...] = ()
    """Other cues that meet it."""
    times: int = 1
    """How often the same words stand for the same reason."""


def select(reading: Reading, cues: Sequence[Cue], most: int = MOST) -> tuple[Item, ...]:
    """Return what stands up, strongest first, each stretch once with all its reasons.

    Parameters
    ----------
    reading
        Of the article.
    cues
        All of the article's.
    most
        Items at most, 1 or more.

    Returns
    -------
    tuple of Item
        The outlet's own words in their slanted sense, at most one promo insert, which comes last;
        empty for a calm article.
    """
    items = list[Item]()
    for cue in _ranked(reading, cues):
        _add(items, cue)
    insert = tuple(Item(cue) for cue in _inserts(reading, cues))[:1]
    return (*items[: most - len(insert)], *insert)


def _ranked(reading: Reading, cues: Iterable[Cue]) -> list[Cue]:
    """Return the cues that stand up, the likeliest first."""
    odds = _SentenceOdds(reading)
    marked = _Spans(q for q in reading.told.quotations if q.part == "body")
    may_stand = [
        cue
        for cue in cues
        if _may_stand(cue) and not _is_between_marks(cue, marked) and not odds.is_name(cue)
    ]
    likely = [(likelihood(cue, odds.at(cue)), cue) for cue in may_stand]
    doubted = [cue for cue in may_stand if not is_asserted(reading.told, cue)]
    said = [cue for cue in cues if cue.feature == "loaded_terms" and _is_said(cue)]
    others = _Spans([*doubted, *said])
    kept = [
        (chance, cue)
        for chance, cue in likely
        if chance >= LEAST and others.end_before(cue.end) <= cue.start
    ]
    return [cue for _, cue in sorted(kept, key=lambda pair: (-pair[0], pair[1].start))]


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


def _add(items: list[Item], cue: Cue) -> None:
    """Add a cue to the item that it meets or repeats; else as an item of its own."""
    words = cue.text.casefold()
    for place, item in enumerate(items):
        if cue.meets(item.cue):
            if cue.category != WHOLE:
                items[place] = Item(item.cue, (*item.also, cue), item.times)
            return
        if item.cue.text.casefold() == words and item.cue.category == cue.category:
            items[place] = Item(item.cue, item.also, item.times + 1)
            return
    items.append(Item(cue))


def _inserts(reading: Reading, cues: Iterable[Cue]) -> Iterator[Cue]:
    """Yield the off-topic headlines of other stories that judge and whose role is sure."""
    loaded = [cue for cue in cues if cue.feature == "promo" and cue.category not in PROMO_INSERTS]
    sure = {
        (paragraph.start, paragraph.end)
        for paragraph, label in zip(reading.document.paragraphs, reading.roles, strict=True)
        if label.role == "promo_story" and label.topic == "off" and label.probability >= SURE_INSERT
    }
    return (
        cue
        for cue in cues
        if cue.category == "promo_story"
        and (cue.start, cue.end) in sure
        and any(cue.meets(word) for word in loaded)
    )


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


class _SentenceOdds:
    """The sentence that a cue stands in: its log-odds, and where it begins."""

    def __init__(self, reading: Reading) -> None:
        self._starts = [sentence.start for sentence in reading.told.sentences]
        self._odds = reading.sentence_scores.log_odds.tolist()

    def is_name(self, cue: Cue) -> bool:
        """Tell whether a word of the story has a capital that no sentence's beginning gives it."""
        if cue.part == "headline" or cue.feature != "loaded_terms":
            return False
        place = bisect_right(self._starts, cue.start) - 1
        begins = place >= 0 and self._starts[place] == cue.start
        return cue.text.istitle() and not begins

    def at(self, cue: Cue) -> float:
        place = bisect_right(self._starts, cue.start) - 1
        odds: float = self._odds[place] if place >= 0 else 0.0
        return odds
