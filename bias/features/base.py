"""What an extractor is, and what it is given.

An extractor is a frozen value: a name, the measures it promises, and one
function from a `Reading` to `Evidence`. Nothing is registered or subclassed.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from bias.document.document import VOICES, Cue, Document, Part
from bias.lists.hits import Hits, Match
from bias.reading import Reading

MINOR = 0.2
"""Cues that weigh less, such as "said", are marked but not counted out loud."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One feature's entry in the codebook."""

    name: str
    """The column's name; says its unit or denominator."""
    definition: str
    """One or two sentences a student understands."""
    unit: str
    """Such as `per 100 words`, `share`, `count`."""
    low: float
    high: float
    """Range; `inf` where open."""
    direction: str
    """What more of it means."""
    source: str
    """Who had the idea."""


@dataclass(frozen=True)
class Evidence:
    """What one extractor found."""

    score: float
    """0 to 1, more is more slanted; NaN where undefined."""
    features: dict[str, float] = field(default_factory=dict)
    """Exactly the extractor's measures; NaN where undefined."""
    cues: tuple[Cue, ...] = ()


@dataclass(frozen=True)
class Extractor:
    """One claim about framing."""

    name: str
    """What its cues carry in `feature`."""
    score_name: str
    """Its key in `scores`."""
    definition: str
    """What its score says, in one sentence."""
    measures: tuple[Measure, ...]
    extract: Callable[[Reading], Evidence]


def rate(count: float, words: int, per: int = 100) -> float:
    """Return occurrences per `per` words; NaN without words.

    >>> rate(3, 150)
    2.0
    """
    return per * count / words if words else float("nan")


def cue_of(
    document: Document,
    match: Match,
    part: Part,
    feature: str,
    *,
    category: str | None = None,
    weight: float | None = None,
    probability: float = float("nan"),
) -> Cue:
    """Turn an entry where it stands into a cue; its list says the rest, unless told otherwise."""
    start, end = int(document.starts[match.first]), int(document.ends[match.last - 1])
    return Cue(
        start,
        end,
        document.text[start:end],
        part,
        feature,
        match.term.category if category is None else category,
        VOICES[int(document.quoted[match.first])],
        match.term.weight if weight is None else weight,
        match.term.note,
        probability,
    )


def cues_of(document: Document, hits: Hits, part: Part, feature: str) -> tuple[Cue, ...]:
    """Turn entries of lists where they stand into cues."""
    text, quoted = document.text, document.quoted[hits.firsts].tolist()
    starts, ends = document.starts[hits.firsts].tolist(), document.ends[hits.lasts - 1].tolist()
    return tuple(
        Cue(
            start, end, text[start:end], part, feature,
            term.category, VOICES[voice], term.weight, term.note,
        )
        for start, end, voice, term in zip(starts, ends, quoted, hits.terms(), strict=True)
    )  # fmt: skip
