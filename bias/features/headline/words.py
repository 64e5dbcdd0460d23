"""The words of a headline, in lists: its rules read a dozen of them one by one."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from bias.document.columns import KEY, KIND, NUMBER, UPPER, WORD
from bias.document.document import VOICES, Cue, Document, Quotation, QuotationKind, Voice
from bias.lists.groups import NAMES, Group
from bias.lists.hits import Match, Places
from bias.words.classes import after_titles
from bias.words.cut import Span
from bias.words.vocabulary import shipped_vocabulary


@dataclass(frozen=True)
class Headline:
    """The headline of a document; each list has one value a token."""

    document: Document
    keys: list[str]
    """The form under which each token is looked up."""
    forms: list[str]
    """Each token as it is written."""
    kinds: list[int]
    """The kind of each token: `WORD`, `FIGURE` or `MARK` of `document.columns`."""
    starts: list[int]
    """Where each token starts in the text."""
    voices: list[Voice]
    """The voice of each token."""

    @classmethod
    def of(cls, document: Document) -> "Headline":
        """Return the headline of a document, without a word where it has none."""
        own = slice(document.headline.last)
        row = document.row.where(own)
        return cls(
            document,
            row.column(KEY).tolist(),
            row.words,
            row.column(KIND).tolist(),
            document.starts[own].tolist(),
            [VOICES[quoted] for quoted in document.quoted[own].tolist()],
        )

    def __len__(self) -> int:
        return len(self.keys)

    @property
    def words(self) -> int:
        """How many words it has."""
        return self.kinds.count(WORD)

    @property
    def text(self) -> str:
        """The headline itself."""
        return self.document.headline.of(self.document.text)

    def end(self, place: int) -> int:
        """Return where a token ends in the text."""
        return self.starts[place] + len(self.forms[place])

    @cached_property
    def identities(self) -> list[Match]:
        """The identity terms in it."""
        return self.listed(NAMES)

    def listed(self, group: Group) -> list[Match]:
        """Return the entries of a group of lists in it, leftmost and longest."""
        return self.document.all_listed.find(group, 0, len(self))

    @cached_property
    def after_titles(self) -> set[int]:
        """The tokens that a short title makes names, such as `King` in `Dr. King`."""
        return after_titles(self.keys)

    @cached_property
    def cases(self) -> tuple[frozenset[str], frozenset[str]]:
        """Its words that the body writes with a capital only, and those it writes without.

        The first word of a sentence says nothing and is left out.
        """
        if not self.document.paragraphs:
            return frozenset(), frozenset()
        own, again = frozenset(self.keys), self.document.row.where(self._said_again())
        keys, upper = again.column(KEY), again.column(UPPER)
        lower = own.intersection(keys[~upper].tolist())
        return own.intersection(keys[upper].tolist()) - lower, lower

    def _said_again(self) -> Places:
        """Return where the body may say its words again, but as the first of a sentence."""
        numbers = self.document.column(NUMBER)
        own = np.zeros(shipped_vocabulary().size, dtype=np.bool_)
        own[numbers[: len(self)]] = True
        again = own[numbers]
        again[: len(self)] = False
        again[[sentence.first for sentence in self.document.sentences]] = False
        return np.flatnonzero(again)

    def quotations(self, kind: QuotationKind) -> list[Quotation]:
        """Return its quotations of one kind."""
        return [q for q in self.document.quotations if q.part == "headline" and q.kind == kind]

    def places(self, span: Span) -> range:
        """Return the tokens that start inside a span, such as a quotation."""
        return range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))

    def cue(self, first: int, last: int, category: str, weight: float, note: str) -> Cue:
        """Return what its tokens `[first, last)` are evidence of, in the voice of the first."""
        start, end = self.starts[first], self.end(last - 1)
        text, voice = self.document.text[start:end], self.voices[first]
        return Cue(start, end, text, "headline", "headline", category, voice, weight, note)


def key_at(keys: Sequence[str], place: int) -> str:
    """Return the word at a place of a headline; empty before its first and after its last.

    >>> key_at(["mayor", "resigns"], 1), key_at(["mayor", "resigns"], 2)
    ('resigns', '')
    """
    return keys[place] if 0 <= place < len(keys) else ""
