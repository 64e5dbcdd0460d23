"""One article as a comparison reads it: little of it stays, so that many fit into memory."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import isnan
from typing import TYPE_CHECKING

from bias.corpus.periods import day_of
from bias.document.document import Cue, Voice
from bias.events.parts import (
    MOST_SENTENCES,
    MOST_WORDS,
    Line,
    Run,
    Source,
    Spoken,
    Words,
    lines_of,
    run_of,
    sources_of,
    spoken_of,
    words_of,
)
from bias.events.quantities import Quantity, quantities_of
from bias.words.cut import Span, key_of

if TYPE_CHECKING:
    import datetime

    from bias.analysis import Analysis
    from bias.rating.rate import Rating


MOST_DRAWN = 1200
"""Characters of a sentence or quotation that a report shows."""


@dataclass(frozen=True, eq=False)
class Account:
    """One outlet's account of an event."""

    id: str
    outlet: str
    date: str
    headline: Span
    text: str
    """The article as analysed: headline and story; every offset points into it."""
    lines: tuple[Line, ...]
    """The sentences that are compared, the headline's first."""
    words: Words
    run: Run
    quantities: tuple[Quantity, ...]
    """Figures and days."""
    spoken: tuple[Spoken, ...]
    sources: tuple[Source, ...]
    """Most words of direct speech first."""
    cues: tuple[Cue, ...]
    """Of headline and story."""
    rating: "Rating"
    measures: Mapping[str, float]
    """Every score and feature; NaN where undefined."""
    frames: Mapping[str, float]
    """Probability of each policy frame of which something can be said."""
    is_cut: bool
    """It is longer than what is compared."""

    @classmethod
    def of(cls, analysis: "Analysis") -> "Account":
        """Keep what a comparison needs of an analysis."""
        article, reading = analysis.article, analysis.reading
        told = reading.told
        count = min(len(told.sentences), MOST_SENTENCES)
        words = words_of(told, count)
        kept = int(words.line[-1]) + 1 if len(words) >= MOST_WORDS else count
        headline = told.headline
        return cls(
            id=article.id or article.source,
            outlet=article.outlet or "",
            date=article.date or "",
            headline=Span(headline.start, headline.end),
            text=analysis.text,
            lines=lines_of(analysis, kept),
            words=words,
            run=run_of(told, kept),
            quantities=quantities_of(told, kept),
            spoken=spoken_of(reading, kept),
            sources=sources_of(reading),
            cues=tuple(cue for cue in analysis.cues if cue.feature != "promo"),
            rating=analysis.rating,
            measures={**analysis.values, **analysis.scores},
            frames={n: p for n, p in analysis.framing.article.items() if not isnan(p)},
            is_cut=kept < len(told.sentences),
        )

    @cached_property
    def name(self) -> str:
        """Return what to call it in a report: its outlet, else its id."""
        return self.outlet or self.id

    @cached_property
    def day(self) -> "datetime.date | None":
        """Return the day on which it appeared, where the date tells it for certain."""
        return day_of(self.date)

    @cached_property
    def keys(self) -> list[str]:
        """The words with content, in lower case."""
        spans = zip(self.words.start.tolist(), self.words.end.tolist(), strict=True)
        return [key_of(self.text[start:end]) for start, end in spans]

    @cached_property
    def every_key(self) -> frozenset[str]:
        """The same, each once, without full stops."""
        return frozenset(key.replace(".", "") for key in self.keys)

    @cached_property
    def named(self) -> list[tuple[int, Span, str]]:
        """Sentence, place and lower-case form of each word that is part of a name."""
        words = self.words
        return [
            (int(words.line[n]), Span(int(words.start[n]), int(words.end[n])), self.keys[n])
            for n in words.is_name.nonzero()[0].tolist()
        ]

    def keys_of(self, line: int) -> dict[str, Span]:
        """Return the words with content of a sentence and where each first stands."""
        first, last = self.words.line.searchsorted((line, line + 1)).tolist()
        return {
            self.keys[n]: Span(int(self.words.start[n]), int(self.words.end[n]))
            for n in range(last - 1, first - 1, -1)
        }

    def drawn(self, span: Span) -> Span:
        """Return as much of a stretch as a report shows: a sentence may be as long as a book."""
        return Span(span.start, min(span.end, span.start + MOST_DRAWN))

    def voice(self, span: Span) -> Voice:
        """Tell whose words a stretch is: `quoted` where most of it is direct speech."""
        said = sum(
            max(0, min(span.end, speech.end) - max(span.start, speech.start))
            for speech in self.spoken
        )
        return "quoted" if 2 * said > span.end - span.start else "outlet"
