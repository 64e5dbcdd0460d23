"""What extractors, rating, genre and lean read: a document whose paragraphs have their roles.

All but the inserts themselves is measured in `Reading.told`, which holds headline and story and
nothing else: what inserts and furniture say can move no figure. Each derivation is worked out
once, when first asked for.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

import numpy as np

from bias.document.block_quotations import with_block_quotations
from bias.document.document import Document, Quotation, Sentence
from bias.document.excerpt import excerpt, text_without
from bias.document.judged import score_sentences
from bias.document.language import Language
from bias.document.masked import Masked, mask
from bias.document.segment import are_quoted
from bias.lists.hits import bounds_of
from bias.models.by_word import Floats
from bias.models.sentences import SentenceScores
from bias.roles import ParagraphRole
from bias.speakers.attributions import find_attributions
from bias.speakers.pieces import Attribution
from bias.speakers.reported import Reported
from bias.speakers.reports import Report, find_reports
from bias.speakers.sources import Speaker
from bias.speakers.speakers import find_speakers
from bias.words.cut import Span
from bias.words.types import Bools, Ints

_DATELINE = re.compile(
    r"(?:[A-Z][\w.,'’ -]{2,60} )?\([A-Z]\w{1,20}(?: [A-Z]\w{1,20}){0,3}\)"
    r"\s*(?:—|–|--?)\s*(?=[A-Z“\"‘'])"
)
"""HARLAN (AP) —: whose report it is, before its first word."""


@dataclass(frozen=True, repr=False)
class Reading:
    """A document whose paragraphs have their roles: what extractors see."""

    document: Document
    roles: tuple[ParagraphRole, ...]
    """One per paragraph of the body."""

    def __repr__(self) -> str:
        """Return what it is in one line."""
        return f"<Reading of {self.document!r}>"

    @cached_property
    def told(self) -> Document:
        """Headline and story as a document of their own: all that is measured and judged.

        What inserts, furniture and subheads say is not in it. Its offsets are those of `document`.
        Block quotations are direct speech in it: `document` knows quotation marks only.
        """
        kept = self._is_told()
        told = self.document if kept.all() else excerpt(self.document, kept)
        stretches = chain.from_iterable(role.stretches for role in self.roles)
        return with_block_quotations(told, self.document, stretches)

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """Quotations of the document, and after them the story's block quotations."""
        return (*self.document.quotations, *(q for q in self.told.quotations if q.block))

    @cached_property
    def quoted(self) -> Bools:
        """Which tokens of the document stand inside direct speech, with marks or without."""
        return are_quoted(self.document.starts, self.quotations)

    def _is_told(self) -> Bools:
        """Tell which tokens are of headline or story."""
        document = self.document
        told = [True, *(role.role == "body" for role in self.roles)]
        units = (document.headline, *document.paragraphs)
        kept = np.repeat(told, [unit.last - unit.first for unit in units])
        for stretch in chain.from_iterable(role.stretches for role in self.roles):
            kept[slice(*tokens_within(document, stretch))] = False
        if dateline := self._dateline():
            kept[slice(*tokens_within(document, dateline))] = False
        return kept

    def _dateline(self) -> Span | None:
        """Return where the story says which agency it comes from, before its first word."""
        first = next(self.paragraphs_with("body"), None)
        if first is None:
            return None
        text, paragraph = self.document.text, self.document.paragraphs[first]
        start = paragraph.start
        for stretch in self.roles[first].stretches:
            if not text[start : stretch.start].strip():
                start = stretch.end
        start += len(text[start : paragraph.end]) - len(text[start : paragraph.end].lstrip())
        match = _DATELINE.match(text, start, paragraph.end)
        return Span(*match.span()) if match else None

    @property
    def story(self) -> slice:
        """Which tokens of `told` are the story's: all but the headline's."""
        return slice(self.told.headline.last, None)

    def opening(self, paragraphs: int) -> slice:
        """Return the tokens of `told` that the first paragraphs of the story have."""
        last = next(iter(self.told.paragraphs[:paragraphs][-1:]), self.told.headline).last
        return slice(self.told.headline.last, last)

    def story_texts(self) -> Iterator[str]:
        """Yield each paragraph of the story as it is written, without the inserts inside it."""
        text = self.document.text
        for number in self.paragraphs_with("body"):
            paragraph, stretches = self.document.paragraphs[number], self.roles[number].stretches
            yield text_without(text, paragraph, stretches)

    @cached_property
    def words(self) -> int:
        """How many words the story has."""
        return int(np.count_nonzero(self.told.is_word[self.story]))

    @cached_property
    def outlet_words(self) -> int:
        """How many words of the story are in the outlet's own voice."""
        return int(np.count_nonzero(self._is_outlet_word[self.story]))

    @property
    def quoted_words(self) -> int:
        """How many words of the story stand inside direct speech."""
        return self.words - self.outlet_words

    @property
    def _is_outlet_word(self) -> Bools:
        return self.told.is_word & ~self.told.quoted

    @property
    def body_sentences(self) -> tuple[Sentence, ...]:
        """Sentences of the story."""
        return self.told.sentences[self._headlines :]

    @property
    def _headlines(self) -> int:
        """How many of the sentences are headlines: 1, or 0 without one."""
        return int(self.told.headline.last > 0)

    @cached_property
    def body_bounds(self) -> Ints:
        """Where each of them begins and ends, as indices of tokens, shape (sentences, 2)."""
        return bounds_of(self.body_sentences)

    @cached_property
    def language(self) -> Language:
        """Which language headline and story read like."""
        return Language.of(self.told)

    @cached_property
    def masked(self) -> Masked:
        """The words of headline and story as the shipped models see them."""
        return mask(self.told)

    @cached_property
    def sentence_scores(self) -> SentenceScores:
        """What the sentence model says of each sentence of headline and story."""
        return score_sentences(self.told)

    @cached_property
    def is_body(self) -> Bools:
        """Which sentences are the story's: all but the headline."""
        return np.arange(len(self.told.sentences)) >= self._headlines

    @cached_property
    def quoted_shares(self) -> Floats:
        """What share of the tokens of each sentence is direct speech, 0 to 1."""
        told, count = self.told, len(self.told.sentences)
        spoken = np.bincount(told.sentence_of, told.quoted, count)
        shares: Floats = spoken / np.bincount(told.sentence_of, minlength=count)
        return shares

    @cached_property
    def attributions(self) -> tuple[Attribution, ...]:
        """Who says what in headline and story."""
        return find_attributions(self.told)

    @cached_property
    def reported(self) -> Reported:
        """What headline and story lay at somebody's door without quotation marks."""
        return Reported(self.told, self.attributions)

    @property
    def reported_words(self) -> int:
        """How many words of the story are reported without quotation marks."""
        return int(np.count_nonzero((self.told.is_word & self.reported.mask)[self.story]))

    @cached_property
    def reports(self) -> tuple[Report, ...]:
        """Report verbs of the story with their sources."""
        return find_reports(self.told, self.attributions)

    @cached_property
    def speakers(self) -> tuple[Speaker | None, ...]:
        """The speaker of each quotation of headline and story, as far as known."""
        return find_speakers(self.told, self.attributions)

    @cached_property
    def word_starts(self) -> Ints:
        """Where each word of the document starts, furniture and inserts included."""
        return self.document.starts[self.document.is_word]

    def outlet_words_in(self, bounds: Ints) -> Ints:
        """Count the words in the outlet's own voice in each of some stretches of `told`.

        Parameters
        ----------
        bounds
            Where each begins and ends, as indices of tokens, shape (stretches, 2).
        """
        before = np.concatenate([[0], np.cumsum(self._is_outlet_word, dtype=np.int32)])
        words: Ints = before[bounds[:, 1]] - before[bounds[:, 0]]
        return words

    def paragraphs_with(self, *roles: str) -> Iterator[int]:
        """Yield the indices of the paragraphs that have one of these roles."""
        return (i for i, role in enumerate(self.roles) if role.role in roles)


def tokens_within(document: Document, span: Span) -> tuple[int, int]:
    """Return the index of the first token that starts in a span, and one past the last's."""
    first, last = np.searchsorted(document.starts, (span.start, span.end)).tolist()
    return first, last


def count_within(starts: Ints, span: Span) -> int:
    """Count the words that start in a span; `starts` says where words start, in order."""
    return bisect_left(starts, span.end) - bisect_left(starts, span.start)
