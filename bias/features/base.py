"""What an extractor is, and what it is given.

An extractor is a frozen value: a name, the measures it promises, and one
function from a `Reading` to `Evidence`. Nothing is registered or subclassed.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from bias.article import Cue, Document, Part, Sentence, Token
from bias.lexicon import Match
from bias.roles import ParagraphRole


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
class Reading:
    """A document whose paragraphs have their roles: what extractors see."""

    document: Document
    roles: tuple[ParagraphRole, ...]
    """One per paragraph of the body."""

    @cached_property
    def body_sentences(self) -> tuple[Sentence, ...]:
        """Sentences of the paragraphs that tell the story."""
        return tuple(
            sentence
            for sentence in self.document.sentences
            if sentence.part == "body" and self.roles[sentence.paragraph].role == "body"
        )

    @cached_property
    def headline_tokens(self) -> tuple[Token, ...]:
        """Tokens of the headline; empty without one."""
        return self.document.tokens_of(self.document.headline)

    @cached_property
    def body_tokens(self) -> tuple[Token, ...]:
        """Tokens of the story: promo inserts, page furniture and subheads left out."""
        return tuple(
            token
            for paragraph, role in zip(self.document.paragraphs, self.roles, strict=True)
            if role.role == "body"
            for token in self.document.tokens_of(paragraph)
        )

    @cached_property
    def body_words(self) -> tuple[Token, ...]:
        """Words of the story: what rates are counted per."""
        return tuple(token for token in self.body_tokens if token.kind == "word")

    @cached_property
    def outlet_words(self) -> tuple[Token, ...]:
        """Words of the story in the outlet's own voice."""
        return tuple(token for token in self.body_words if token.voice == "outlet")

    @cached_property
    def quoted_words(self) -> tuple[Token, ...]:
        """Words of the story that stand inside direct speech."""
        return tuple(token for token in self.body_words if token.voice == "quoted")

    def paragraphs_with(self, *roles: str) -> Iterator[int]:
        """Yield the indices of the paragraphs that have one of these roles."""
        return (i for i, role in enumerate(self.roles) if role.role in roles)


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
    document: Document, match: Match, part: Part, feature: str, weight: float | None = None
) -> Cue:
    """Turn a lexicon match (token indices into the document) into a cue."""
    first, last = document.tokens[match.first], document.tokens[match.last - 1]
    return Cue(
        first.start,
        last.end,
        document.text[first.start : last.end],
        part,
        feature,
        match.term.category,
        first.voice,
        match.term.weight if weight is None else weight,
        match.term.note,
    )
