"""What of an article is compared: its sentences, words, quotations and sources."""

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bias.document.columns import FIGURE, KIND, MARK, UPPER
from bias.document.document import Document, Part
from bias.events.words import LETTERS, MEANING, RARITY, SILENT, STEM
from bias.models.by_word import Floats
from bias.models.linear import Numbers
from bias.reading import Reading, count_within
from bias.speakers.sources import Speaker
from bias.values import value
from bias.words.cut import Span
from bias.words.types import Bools, Ints

if TYPE_CHECKING:
    from bias.analysis import Analysis

MOST_SENTENCES, MOST_WORDS = 300, 3000
"""Of an article that are compared, words with content: some eight pages of a newspaper. What
stands behind them is not looked at, so that any two articles can be compared in bounded time."""
MOST_IN_A_ROW = 8000
"""Words of an article, those without content too, whose neighbours are compared."""
NOBODY = ""
"""Name of a speaker who is not known."""
FURTHER = np.uint64(0x9E3779B97F4A7C15)
"""Sets a word of a row apart from the next: 2**64 over the golden ratio."""


@value(frozen=True, slots=True)
class Line(Span):
    """One sentence of headline or story."""

    part: Part
    paragraph: int
    """Index of its paragraph; -1 for the headline."""
    words: int
    quoted: float
    """Share of its tokens inside direct speech, 0 to 1."""
    speakers: frozenset[str]
    """Last words of the names of who speaks in it, or is reported."""
    bias: float
    """Probability that experts judge it biased, 0 to 1."""


@value(frozen=True, slots=True)
class Spoken(Span):
    """One quotation of headline or story, marks included."""

    speaker: str
    """As named in the article; `NOBODY` where unknown."""
    last: str
    """Last word of that name, lower case."""
    line: int
    """Index of the sentence in which it begins."""


@value(frozen=True, slots=True)
class Source:
    """Somebody who is heard in an article."""

    name: str
    last: str
    """Last word of the name, lower case: what joins a source's names."""
    quoted: int
    """Words of direct speech."""
    reports: int
    """Report verbs in the outlet's voice."""
    named: bool
    """It has a name; else a description, such as "officials"."""


@dataclass(frozen=True, eq=False)
class Words:
    """The words with content, in order."""

    line: Ints
    """Index of each word's sentence."""
    start: Ints
    end: Ints
    stem: Numbers
    rarity: Floats
    meaning: Ints
    is_name: Bools
    """Capitalised, and not because it begins a sentence."""
    is_figure: Bools
    quoted: Bools

    def __len__(self) -> int:
        return len(self.stem)


@dataclass(frozen=True, eq=False)
class Run:
    """All words and figures in order, those without content too; no marks."""

    line: Ints
    start: Ints
    end: Ints
    letters: Numbers
    """Number of the word without capitals."""

    def rows(self, size: int, across: bool = False) -> tuple[Ints, Numbers]:
        """Return the sentence and the number of every row of so many neighbouring words.

        Rows that run from one sentence into the next are left out, unless `across`.
        """
        count = max(0, len(self.letters) - size + 1)
        letters, code = self.letters.astype(np.uint64), np.zeros(count, np.uint64)
        for step in range(size):
            code = code * FURTHER + letters[step : step + count]
        whole = (self.line[:count] == self.line[size - 1 :][:count]) | across
        return self.line[:count][whole], code[whole].view(np.int64)


def lines_of(analysis: "Analysis", count: int) -> tuple[Line, ...]:
    """Return the first sentences of headline and story."""
    reading = analysis.reading
    told, shares = reading.told, reading.quoted_shares.tolist()
    words = np.bincount(told.sentence_of, told.is_word, len(told.sentences)).astype(int).tolist()
    bias = {(rated.start): rated.bias for rated in analysis.sentences}
    speakers = _speakers(reading)
    return tuple(
        Line(
            s.start, s.end, s.part, s.paragraph, words[place], shares[place],
            frozenset(speakers[place]), bias.get(s.start, float("nan")),
        )
        for place, s in enumerate(told.sentences[:count])
    )  # fmt: skip


def _speakers(reading: Reading) -> list[set[str]]:
    """Return who speaks in each sentence, with marks or without."""
    found: list[set[str]] = [set() for _ in reading.told.sentences]
    for report in reading.reports:
        found[report.sentence].add(report.speaker.last)
    for speech, speaker in zip(reading.told.quotations, reading.speakers, strict=True):
        if speaker:
            for place in _lines_of(reading.told, speech):
                found[place].add(speaker.last)
    return found


def _lines_of(told: Document, span: Span) -> range:
    """Return the places of the sentences that a stretch stands in."""
    first, last = (bisect_left(told.starts.data, place) for place in (span.start, span.end))
    if last <= first:
        return range(0)
    return range(int(told.sentence_of[first]), int(told.sentence_of[last - 1]) + 1)


def words_of(told: Document, sentences: int) -> Words:
    """Return the words with content of the first sentences, as far as they are compared."""
    last = told.sentences[sentences - 1].last if sentences else 0
    stems = told.column(STEM)[:last]
    places = (stems != SILENT).nonzero()[0][:MOST_WORDS]
    firsts = np.zeros(len(told.row), np.bool_)
    firsts[[sentence.first for sentence in told.sentences]] = True
    return Words(
        told.sentence_of[places],
        told.starts[places],
        told.ends[places],
        stems[places],
        told.column(RARITY)[places],
        told.column(MEANING)[places],
        (told.column(UPPER) & ~firsts)[places],
        (told.column(KIND) == FIGURE)[places],
        told.quoted[places],
    )


def run_of(told: Document, sentences: int) -> Run:
    """Return all words of the first sentences, as far as they are compared."""
    last = told.sentences[sentences - 1].last if sentences else 0
    places = (told.column(KIND)[:last] != MARK).nonzero()[0][:MOST_IN_A_ROW]
    starts, ends = told.starts[places], told.ends[places]
    return Run(told.sentence_of[places], starts, ends, told.column(LETTERS)[places])


def spoken_of(reading: Reading, sentences: int) -> tuple[Spoken, ...]:
    """Return the quotations that begin in the first sentences."""
    told, found = reading.told, list[Spoken]()
    for speech, speaker in zip(told.quotations, reading.speakers, strict=True):
        lines = _lines_of(told, speech)
        if speech.kind == "direct" and lines and lines[0] < sentences:
            name, last = (speaker.name, speaker.last) if speaker else (NOBODY, NOBODY)
            found.append(Spoken(speech.start, speech.end, name, last, lines[0]))
    return tuple(found)


def sources_of(reading: Reading) -> tuple[Source, ...]:
    """Return who is heard, each once under its longest name."""
    spoken = zip(reading.told.quotations, reading.speakers, strict=True)
    quoted, reports = Counter[str](), Counter[str]()
    for speech, speaker in spoken:
        if speaker:
            quoted[speaker.last] += count_within(reading.word_starts, speech)
    for report in reading.reports:
        reports[report.speaker.last] += 1
    speakers = [*filter(None, reading.speakers), *(report.speaker for report in reading.reports)]
    names: dict[str, Speaker] = {}
    for speaker in speakers:
        other = names.setdefault(speaker.last, speaker)
        names[speaker.last] = max(other, speaker, key=lambda one: (one.named, len(one.name)))
    order = sorted(names, key=lambda last: (-quoted[last], -reports[last], last))
    return tuple(
        Source(names[last].name, last, quoted[last], reports[last], names[last].named)
        for last in order
    )
