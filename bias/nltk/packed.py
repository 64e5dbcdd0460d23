"""What a corpus keeps of an analysis: text, tokens, and where voice, role and cue change."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from bias.reading import tokens_within

if TYPE_CHECKING:
    from bias.analysis import Analysis

OUTSIDE = "O"
"""The tag of a token that no cue holds, as in NLTK's corpora of chunks."""
HEADLINE = "headline"
"""What stands for a role in the headline."""

Run = tuple[int, int, str]
"""First token, one past the last, and what they are."""


@dataclass(frozen=True)
class Packed:
    """One analysed article; tokens are numbered over headline and body."""

    id: str
    about: Mapping[str, str]
    """Outlet, date, url and the article's own columns, those that are given."""
    text: str
    starts: Sequence[int]
    lengths: Sequence[int]
    sentences: Sequence[int]
    """First token of each."""
    paragraphs: Sequence[int]
    """First token of each that has one; the headline is the first."""
    quoted: Sequence[Run]
    roles: Sequence[Run]
    cues: Sequence[Run]
    """The strongest come last, so that they lie on top."""

    @classmethod
    def of(cls, analysis: "Analysis", id: str) -> "Packed":
        """Pack an analysis under an identifier."""
        document, article = analysis.document, analysis.article
        units = [document.headline, *document.paragraphs]
        given = {name: getattr(article, name) for name in ("outlet", "date", "url")}
        return cls(
            id=id,
            about={**article.extra, **{name: value for name, value in given.items() if value}},
            text=analysis.text,
            starts=document.starts.tolist(),
            lengths=(document.ends - document.starts).tolist(),
            sentences=[sentence.first for sentence in document.sentences],
            paragraphs=[unit.first for unit in units if unit.last > unit.first],
            quoted=list(_quoted(analysis)),
            roles=list(_roles(analysis)),
            cues=list(_cues(analysis)),
        )

    @classmethod
    def read(cls, fields: Mapping[str, Any]) -> "Packed":
        """Return what `fields` gave."""
        return cls(**fields)

    def fields(self) -> dict[str, Any]:
        """Return it as plain data."""
        return asdict(self)

    @cached_property
    def words(self) -> list[str]:
        """Every token as it is written."""
        text = self.text
        places = zip(self.starts, self.lengths, strict=True)
        return [text[start : start + length] for start, length in places]

    @cached_property
    def voice_of(self) -> list[str]:
        """The voice of each token."""
        return self._spread("outlet", self.quoted)

    @cached_property
    def role_of(self) -> list[str]:
        """The role of each token's paragraph, or of the insert inside it."""
        return self._spread("body", self.roles)

    @cached_property
    def cue_of(self) -> list[str]:
        """The category of the strongest cue that holds each token."""
        return self._spread(OUTSIDE, self.cues)

    def _spread(self, usual: str, runs: Sequence[Run]) -> list[str]:
        values = [usual] * len(self.starts)
        for first, last, value in runs:
            values[first:last] = [value] * (last - first)
        return values


def _quoted(analysis: "Analysis") -> Iterator[Run]:
    """Yield what is direct speech, in headline and story as they were measured."""
    reading, starts = analysis.reading, analysis.document.starts
    quoted = reading.quoted.copy()
    quoted[np.searchsorted(starts, reading.told.starts)] = reading.told.quoted
    bounds = [0, *(np.flatnonzero(np.diff(quoted)) + 1).tolist(), len(quoted)]
    for first, last in pairwise(bounds):
        if first < last and quoted[first]:
            yield first, last, "quoted"


def _roles(analysis: "Analysis") -> Iterator[Run]:
    document = analysis.document
    yield document.headline.first, document.headline.last, HEADLINE
    yield from _datelines(analysis)
    for unit, paragraph in zip(document.paragraphs, analysis.paragraphs, strict=True):
        if paragraph.role != "body":
            yield unit.first, unit.last, paragraph.role
        for stretch in paragraph.label.stretches:
            yield *tokens_within(document, stretch), stretch.role


def _datelines(analysis: "Analysis") -> Iterator[Run]:
    """Yield what stands in the story's paragraphs and is not told, such as where it was filed."""
    document = analysis.document
    told = np.isin(document.starts, analysis.reading.told.starts)
    for unit, paragraph in zip(document.paragraphs, analysis.paragraphs, strict=True):
        if paragraph.role == "body":
            for place in (unit.first + np.flatnonzero(~told[unit.first : unit.last])).tolist():
                yield place, place + 1, "credit"


def _cues(analysis: "Analysis") -> Iterator[Run]:
    for cue in sorted(analysis.cues, key=lambda cue: (cue.weight, cue.start - cue.end)):
        yield *tokens_within(analysis.document, cue), cue.category
