"""The words of a headline, in lists: its rules read a dozen of them one by one."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from bias.document.columns import KEY, KIND, NUMBER, UPPER, WORD
from bias.document.document import VOICES, Cue, Document, Quotation, QuotationKind, Voice
from bias.document.segment import segment_lines
from bias.lists.few import Few
from bias.lists.groups import NAMES, Group
from bias.lists.hits import Match, Places
from bias.words.classes import after_titles
from bias.words.cut import Span
from bias.words.vocabulary import shipped_vocabulary


@dataclass(frozen=True)
class Headline:
    """A headline's words; each list has one value a token."""

    text: str
    """The headline itself."""
    keys: list[str]
    """The form under which each token is looked up."""
    forms: list[str]
    """Each token as it is written."""
    kinds: list[int]
    """The kind of each token: `WORD`, `FIGURE` or `MARK` of `document.columns`."""
    starts: list[int]
    """Where each token starts in `text`."""
    voices: list[Voice]
    """The voice of each token."""
    quoted: Sequence[Quotation]
    """Its quotations; offsets into `text`."""
    few: Few
    """The entries of lists in it."""
    body: Document | None = None
    """The document of which it is the headline; None for a headline alone."""

    @classmethod
    def of(cls, document: Document) -> "Headline":
        """Return the headline of a document, without a word where it has none."""
        own = slice(document.headline.last)
        row = document.row.where(own)
        return cls(
            document.headline.of(document.text),
            row.column(KEY).tolist(),
            row.words,
            row.column(KIND).tolist(),
            document.starts[own].tolist(),
            [VOICES[quoted] for quoted in document.quoted[own].tolist()],
            [q for q in document.quotations if q.part == "headline"],
            Few.of(document.all_listed, 0, document.headline.last),
            document,
        )

    @classmethod
    def alone(cls, texts: Sequence[str]) -> Iterator["Headline"]:
        """Yield headlines without a body; they are cut together."""
        document = segment_lines(texts)
        kinds, starts = document.column(KIND).tolist(), document.starts.tolist()
        quotations = _by_line(document)
        for number, line in enumerate(document.paragraphs):
            own = slice(line.first, line.last)
            yield cls(
                line.of(document.text),
                document.keys[own],
                document.forms[own],
                kinds[own],
                [start - line.start for start in starts[own]],
                document.voices[own],
                quotations.get(number, ()),
                Few.of(document.all_listed, line.first, line.last),
            )

    def __len__(self) -> int:
        return len(self.keys)

    @property
    def words(self) -> int:
        """How many words it has."""
        return self.kinds.count(WORD)

    def end(self, place: int) -> int:
        """Return where a token ends in the text."""
        return self.starts[place] + len(self.forms[place])

    @cached_property
    def identities(self) -> list[Match]:
        """The identity terms in it."""
        return self.listed(NAMES)

    def listed(self, group: Group) -> list[Match]:
        """Return the entries of a group of lists in it, leftmost and longest."""
        return self.few.find(group, 0, len(self))

    @cached_property
    def after_titles(self) -> set[int]:
        """The tokens that a short title makes names, such as `King` in `Dr. King`."""
        return after_titles(self.keys)

    @cached_property
    def cases(self) -> tuple[frozenset[str], frozenset[str]]:
        """Its words that the body writes with a capital only, and those it writes without.

        The first word of a sentence says nothing and is left out.
        """
        if self.body is None:
            return frozenset(), frozenset()
        own, again = frozenset(self.keys), self.body.row.where(self._said_again(self.body))
        keys, upper = again.column(KEY), again.column(UPPER)
        lower = own.intersection(keys[~upper].tolist())
        return own.intersection(keys[upper].tolist()) - lower, lower

    def _said_again(self, body: Document) -> Places:
        """Return where the body may say its words again, but as the first of a sentence."""
        numbers = body.column(NUMBER)
        own = np.zeros(shipped_vocabulary().size, dtype=np.bool_)
        own[numbers[: len(self)]] = True
        again = own[numbers]
        again[: len(self)] = False
        again[[sentence.first for sentence in body.sentences]] = False
        return np.flatnonzero(again)

    def quotations(self, kind: QuotationKind) -> list[Quotation]:
        """Return its quotations of one kind."""
        return [quotation for quotation in self.quoted if quotation.kind == kind]

    def places(self, span: Span) -> range:
        """Return the tokens that start inside a span, such as a quotation."""
        return range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))

    def cue(self, first: int, last: int, category: str, weight: float, note: str) -> Cue:
        """Return what its tokens `[first, last)` are evidence of, in the voice of the first."""
        start, end = self.starts[first], self.end(last - 1)
        text, voice = self.text[start:end], self.voices[first]
        return Cue(start, end, text, "headline", "headline", category, voice, weight, note)


def _by_line(document: Document) -> dict[int, list[Quotation]]:
    """Return the quotations of each line that has some; offsets into the line."""
    found = defaultdict[int, list[Quotation]](list)
    for quotation in document.quotations:
        start = document.paragraphs[quotation.paragraph].start
        shifted = replace(quotation, start=quotation.start - start, end=quotation.end - start)
        found[quotation.paragraph].append(shifted)
    return found


def key_at(keys: Sequence[str], place: int) -> str:
    """Return the word at a place of a headline; empty before its first and after its last.

    >>> key_at(["mayor", "resigns"], 1), key_at(["mayor", "resigns"], 2)
    ('resigns', '')
    """
    return keys[place] if 0 <= place < len(keys) else ""
