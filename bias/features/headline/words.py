"""The words of a headline, in lists: its rules read a dozen of them one by one."""

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from bias.document.columns import KEY, KIND, NUMBER, UPPER, WORD
from bias.document.document import Cue, Document, Quotation, QuotationKind, Voice
from bias.document.segment import segment_lines
from bias.features.headline.voices import voices_of
from bias.features.headline.wording import Judged, judge_headline, judge_sentences
from bias.lists.few import Few
from bias.lists.groups import HEADLINE, LOADED, NAMES, REPORT, Group
from bias.lists.hits import Match, Places
from bias.words.classes import after_titles
from bias.words.cut import Span
from bias.words.vocabulary import shipped_vocabulary

_NOTHING = Judged(math.nan, math.nan, [])
"""What is said of a headline without a word."""


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
    quoted: Sequence[Quotation]
    """Its quotations; offsets into `text`."""
    hidden: list[bool]
    """Of each token: it is a name, which no model may see."""
    sentence: float
    """Log-odds that experts judge it biased, as a sentence; NaN without a word."""
    wording: float
    """How much it is worded like comment rather than like a report: log-odds; NaN likewise."""
    few: Few
    """The entries of lists in it."""
    body: Document | None = None
    """The document of which it is the headline; None for a headline alone."""

    @classmethod
    def of(cls, document: Document) -> "Headline":
        """Return the headline of a document, without a word where it has none."""
        own = slice(document.headline.last)
        row = document.row.where(own)
        judged = judge_headline(document) if document.headline.last else _NOTHING
        return cls(
            document.headline.of(document.text),
            row.column(KEY).tolist(),
            row.words,
            row.column(KIND).tolist(),
            document.starts[own].tolist(),
            [q for q in document.quotations if q.part == "headline"],
            judged.hidden,
            judged.sentence,
            judged.wording,
            Few.of(document.all_listed, 0, document.headline.last),
            document,
        )

    @classmethod
    def alone(cls, texts: Sequence[str]) -> Iterator["Headline"]:
        """Yield headlines without a body; they are cut together."""
        document = segment_lines(texts)
        kinds, starts = document.column(KIND).tolist(), document.starts.tolist()
        quotations = _by_line(document)
        found = zip(document.sentences, judge_sentences(document.passage), strict=True)
        judged_of = {sentence.paragraph: judged for sentence, judged in found}
        for number, line in enumerate(document.paragraphs):
            own, judged = slice(line.first, line.last), judged_of.get(number, _NOTHING)
            yield cls(
                line.of(document.text),
                document.keys[own],
                document.forms[own],
                kinds[own],
                [start - line.start for start in starts[own]],
                quotations.get(number, ()),
                judged.hidden,
                judged.sentence,
                judged.wording,
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
    def voices(self) -> list[Voice]:
        """The voice of each token, see `bias.features.headline.voices`."""
        quotations = [(quotation, self.places(quotation)) for quotation in self.quoted]
        said = self.listed(REPORT)
        return voices_of(self.keys, self.forms, self.kinds, self.hidden, quotations, said)

    @cached_property
    def marked(self) -> dict[int, list[QuotationKind]]:
        """The kinds of the quotations that a token stands in, by token."""
        found = defaultdict[int, list[QuotationKind]](list)
        for quotation in self.quoted:
            for place in self.places(quotation):
                found[place].append(quotation.kind)
        return dict(found)

    @cached_property
    def identities(self) -> list[Match]:
        """The identity terms in it."""
        return self.listed(NAMES)

    @cached_property
    def general(self) -> dict[int, str]:
        """The category of each token in an entry of the general lists, however mild it is."""
        found = self.listed(LOADED)
        return {p: match.term.category for match in found for p in range(match.first, match.last)}

    def listed(self, group: Group) -> list[Match]:
        """Return the entries of a group of lists in it, leftmost and longest."""
        return self.few.find(group, 0, len(self))

    @cached_property
    def after_titles(self) -> set[int]:
        """The tokens that a short title makes names, such as `King` in `Dr. King`."""
        return after_titles(self.keys)

    @cached_property
    def cases(self) -> tuple[Set[str], Set[str]]:
        """Its words that the body writes with a capital only, and those it writes without.

        Asked for are words that have a capital in the headline, and listed ones. The first word
        of a sentence says nothing, and neither does a line in title case such as a subhead.
        """
        asked = {key for key, form in zip(self.keys, self.forms, strict=True) if form[0].isupper()}
        asked.update(*(self.keys[match.first : match.last] for match in self.listed(HEADLINE)))
        if self.body is None or not asked:
            return frozenset(), frozenset()
        said = self.body.row.where(_places_of(asked, self.body))
        keys, upper = said.column(KEY), said.column(UPPER)
        lower = asked.intersection(keys[~upper].tolist())
        return asked.intersection(keys[upper].tolist()) - lower, lower

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


def _places_of(keys: Set[str], document: Document) -> Places:
    """Return where the body says some words, unless any word would have a capital there."""
    vocabulary, numbers = shipped_vocabulary(), document.column(NUMBER)
    asked = np.zeros(vocabulary.size, dtype=np.bool_)
    asked[[*map(vocabulary.__getitem__, keys)]] = True
    said = asked[numbers]
    said[: document.headline.last] = False
    said &= ~document.passage.free
    places: Places = said.nonzero()[0]
    return places


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
