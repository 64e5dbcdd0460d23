"""What extractors, rating, genre and lean read: a document whose paragraphs have their roles.

Each derivation is worked out once, when first asked for. A column has one value a token.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby, islice

import numpy as np

from bias.document.document import Document, Sentence, Token
from bias.document.language import Language
from bias.document.masked import Masked, mask, score_sentences
from bias.lists.hits import Places, bounds_of
from bias.models.by_word import Floats
from bias.models.sentences import SentenceScores
from bias.roles import ParagraphRole
from bias.speakers.reports import Report, find_reports
from bias.speakers.sources import Speaker
from bias.speakers.speakers import find_speakers
from bias.words.cut import Span
from bias.words.types import Bools, Ints


@dataclass(frozen=True)
class Reading:
    """A document whose paragraphs have their roles: what extractors see."""

    document: Document
    roles: tuple[ParagraphRole, ...]
    """One per paragraph of the body."""

    @cached_property
    def inserted(self) -> Bools:
        """Which tokens stand in inserts inside paragraphs of the story."""
        inserted = np.zeros(len(self.document.row), dtype=np.bool_)
        for role in self.roles:
            for stretch in role.stretches:
                first, last = tokens_within(self.document, stretch)
                inserted[first:last] = True
        return inserted

    @cached_property
    def story(self) -> Bools:
        """Which tokens are the story's: headline, inserts, furniture and subheads left out."""
        document = self.document
        told = [False, *(role.role == "body" for role in self.roles)]
        units = (document.headline, *document.paragraphs)
        return np.repeat(told, [unit.last - unit.first for unit in units]) & ~self.inserted

    @cached_property
    def story_words(self) -> Bools:
        """Which tokens are words of the story: what rates are counted per."""
        return self.story & self.document.is_word

    def opening(self, paragraphs: int) -> Places:
        """Return the tokens of the first paragraphs of the story, inserts left out."""
        told = [*islice(self.paragraphs_with("body"), paragraphs)]
        end = self.document.paragraphs[told[-1]].last if told else 0
        return np.flatnonzero(self.story[:end])

    @cached_property
    def words(self) -> int:
        """How many words the story has."""
        return int(np.count_nonzero(self.story_words))

    @cached_property
    def outlet_words(self) -> int:
        """How many words of the story are in the outlet's own voice."""
        return int(np.count_nonzero(self.story_words & ~self.document.quoted))

    @property
    def quoted_words(self) -> int:
        """How many words of the story stand inside direct speech."""
        return self.words - self.outlet_words

    @cached_property
    def body_sentences(self) -> tuple[Sentence, ...]:
        """Sentences of the story; one with an insert inside comes in the pieces around it."""
        return tuple(piece for _, piece in self._told)

    @cached_property
    def body_bounds(self) -> Ints:
        """Where each of them begins and ends, as indices of tokens, shape (sentences, 2)."""
        return bounds_of(self.body_sentences)

    @cached_property
    def body_sentence_numbers(self) -> tuple[int, ...]:
        """Indices into `Document.sentences` of those that tell the story, at least in part."""
        return tuple(dict.fromkeys(number for number, _ in self._told))

    @cached_property
    def _told(self) -> tuple[tuple[int, Sentence], ...]:
        """The pieces of sentences that tell the story, each with the sentence's index."""
        roles, pieces = self.roles, self._pieces if self.inserted.any() else _whole
        return tuple(
            (number, piece)
            for number, sentence in enumerate(self.document.sentences)
            if sentence.part == "body" and roles[sentence.paragraph].role == "body"
            for piece in pieces(sentence)
        )

    def _pieces(self, sentence: Sentence) -> Iterator[Sentence]:
        """Yield a sentence, or the pieces with words that its inserts leave."""
        inside = self.inserted[sentence.first : sentence.last]
        if not inside.any():
            yield sentence
            return
        document, is_word = self.document, self.document.is_word
        numbers = range(sentence.first, sentence.last)
        for _, group in groupby(
            zip(inside.tolist(), numbers, strict=True), key=lambda pair: pair[0]
        ):
            run = [number for is_inside, number in group if not is_inside]
            if run and is_word[run].any():
                start, end = document.starts[run[0]], document.ends[run[-1]]
                yield replace(
                    sentence, start=int(start), end=int(end), first=run[0], last=run[-1] + 1
                )

    @cached_property
    def language(self) -> Language:
        """Which language the document reads like."""
        return Language.of(self.document)

    @cached_property
    def masked(self) -> Masked:
        """The words of the document's sentences as the shipped models see them."""
        return mask(self.document)

    @cached_property
    def sentence_scores(self) -> SentenceScores:
        """What the sentence model says of each of the document's sentences."""
        return score_sentences(self.document)

    @cached_property
    def sentence_roles(self) -> list[str]:
        """The role of each of the document's sentences; `headline` for the headline.

        An insert that takes most of a sentence gives it its role, else the paragraph does.
        """
        return [
            "headline" if s.part == "headline" else self.roles[s.paragraph].role_of(s)
            for s in self.document.sentences
        ]

    @cached_property
    def quoted_shares(self) -> Floats:
        """What share of the tokens of each of the document's sentences is direct speech, 0 to 1."""
        document, count = self.document, len(self.document.sentences)
        spoken = np.bincount(document.sentence_of, document.quoted, count)
        shares: Floats = spoken / np.bincount(document.sentence_of, minlength=count)
        return shares

    @cached_property
    def reports(self) -> tuple[Report, ...]:
        """Report verbs with their sources."""
        return find_reports(self.document)

    @cached_property
    def speakers(self) -> tuple[Speaker | None, ...]:
        """The speaker of each of the document's quotations, as far as known."""
        return find_speakers(self.document, self.reports)

    @cached_property
    def word_starts(self) -> Ints:
        """Where each word of the document starts, furniture and inserts included."""
        return self.document.starts[self.document.is_word]

    def outlet_words_in(self, bounds: Ints) -> Ints:
        """Count the story's words in the outlet's own voice in each of some stretches.

        Parameters
        ----------
        bounds
            Where each begins and ends, as indices of tokens, shape (stretches, 2).
        """
        spoken = self.story_words & ~self.document.quoted
        before = np.concatenate([[0], np.cumsum(spoken, dtype=np.int32)])
        words: Ints = before[bounds[:, 1]] - before[bounds[:, 0]]
        return words

    def story_tokens(self, index: int) -> Sequence[Token]:
        """Return the tokens of one paragraph, those of inserts inside it left out."""
        document, paragraph = self.document, self.document.paragraphs[index]
        if not self.roles[index].stretches:
            return document.tokens_of(paragraph)
        numbers = range(paragraph.first, paragraph.last)
        return tuple(document.tokens[n] for n in numbers if not self.inserted[n])

    def paragraphs_with(self, *roles: str) -> Iterator[int]:
        """Yield the indices of the paragraphs that have one of these roles."""
        return (i for i, role in enumerate(self.roles) if role.role in roles)


def _whole(sentence: Sentence) -> tuple[Sentence]:
    return (sentence,)


def tokens_within(document: Document, span: Span) -> tuple[int, int]:
    """Return the index of the first token that starts in a span, and one past the last's."""
    first, last = np.searchsorted(document.starts, (span.start, span.end)).tolist()
    return first, last


def count_within(starts: Ints, span: Span) -> int:
    """Count the words that start in a span; `starts` says where words start, in order."""
    return bisect_left(starts, span.end) - bisect_left(starts, span.start)
