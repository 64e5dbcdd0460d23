"""What extractors see: a document whose paragraphs have their roles."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate, chain, groupby

from bias.document.document import Document, Paragraph, Sentence, Token
from bias.models.sentences import SentenceScore, score_sentences
from bias.roles import ParagraphRole
from bias.speakers.reports import Report, Speaker, find_reports
from bias.speakers.speakers import find_speakers
from bias.words.cut import Span


@dataclass(frozen=True)
class Reading:
    """A document whose paragraphs have their roles: what extractors see."""

    document: Document
    roles: tuple[ParagraphRole, ...]
    """One per paragraph of the body."""

    @cached_property
    def body_sentences(self) -> tuple[Sentence, ...]:
        """Sentences of the story; one with an insert inside comes in the pieces around it."""
        sentences = self.document.sentences
        return tuple(
            piece
            for number in self.body_sentence_numbers
            for piece in self._pieces(sentences[number])
        )

    @cached_property
    def body_sentence_numbers(self) -> tuple[int, ...]:
        """Indices into `Document.sentences` of those that tell the story, at least in part."""
        return tuple(
            number
            for number, sentence in enumerate(self.document.sentences)
            if sentence.part == "body"
            and self.roles[sentence.paragraph].role == "body"
            and any(self._pieces(sentence))
        )

    @cached_property
    def insert_tokens(self) -> frozenset[int]:
        """Indices of the tokens in inserts inside paragraphs of the story."""
        return frozenset(
            number
            for role in self.roles
            for stretch in role.stretches
            for number in range(*tokens_within(self.document, stretch))
        )

    def _pieces(self, sentence: Sentence) -> Iterator[Sentence]:
        """Yield a sentence, or the pieces with words that its inserts leave."""
        inside, tokens = self.insert_tokens, self.document.tokens
        numbers = range(sentence.first, sentence.last)
        if inside.isdisjoint(numbers):
            yield sentence
            return
        for is_insert, group in groupby(numbers, key=inside.__contains__):
            run = list(group)
            if not is_insert and any(tokens[number].kind == "word" for number in run):
                start, end = tokens[run[0]].start, tokens[run[-1]].end
                yield replace(sentence, start=start, end=end, first=run[0], last=run[-1] + 1)

    @cached_property
    def sentence_scores(self) -> tuple[SentenceScore, ...]:
        """What the sentence model says of each of the document's sentences."""
        return tuple(score_sentences(self.document))

    @cached_property
    def quoted_shares(self) -> tuple[float, ...]:
        """What share of the tokens of each of the document's sentences is direct speech, 0 to 1."""
        document = self.document
        spoken = [token.voice == "quoted" for token in document.tokens]
        before = [*accumulate(spoken, initial=0)]
        return tuple(
            (before[s.last] - before[s.first]) / (s.last - s.first) for s in document.sentences
        )

    @cached_property
    def reports(self) -> tuple[Report, ...]:
        """Report verbs with their sources."""
        return find_reports(self.document)

    @cached_property
    def speakers(self) -> tuple[Speaker | None, ...]:
        """The speaker of each of the document's quotations, as far as known."""
        return find_speakers(self.document, self.reports)

    @cached_property
    def headline_tokens(self) -> tuple[Token, ...]:
        """Tokens of the headline; empty without one."""
        return self.document.tokens_of(self.document.headline)

    @cached_property
    def word_starts(self) -> list[int]:
        """Where each word of the document starts, furniture and inserts included."""
        return [token.start for token in self.document.tokens if token.kind == "word"]

    @cached_property
    def kept_word_starts(self) -> list[int]:
        """The same without the words of inserts inside paragraphs of the story."""
        if not self.insert_tokens:
            return self.word_starts
        inserted = {self.document.tokens[number].start for number in self.insert_tokens}
        return [start for start in self.word_starts if start not in inserted]

    @cached_property
    def body_tokens(self) -> tuple[Token, ...]:
        """Tokens of the story: inserts, page furniture and subheads left out."""
        return tuple(chain.from_iterable(map(self.story_tokens, self.paragraphs_with("body"))))

    @cached_property
    def body_words(self) -> tuple[Token, ...]:
        """Words of the story: what rates are counted per."""
        return tuple([token for token in self.body_tokens if token.kind == "word"])

    @cached_property
    def outlet_words(self) -> int:
        """How many words of the story are in the outlet's own voice."""
        return sum([token.voice == "outlet" for token in self.body_words])

    @property
    def quoted_words(self) -> int:
        """How many words of the story stand inside direct speech."""
        return len(self.body_words) - self.outlet_words

    def count_outlet_words(self, unit: Sentence | Paragraph) -> int:
        """Count the words of a unit that the outlet says itself."""
        return self._outlet_words_before[unit.last] - self._outlet_words_before[unit.first]

    @cached_property
    def _outlet_words_before(self) -> list[int]:
        """How many words of the outlet's stand before each token, and in all."""
        tokens = self.document.tokens
        spoken = [token.kind == "word" and token.voice == "outlet" for token in tokens]
        return [*accumulate(spoken, initial=0)]

    def story_tokens(self, index: int) -> tuple[Token, ...]:
        """Return the tokens of one paragraph, those of inserts inside it left out."""
        paragraph, inside = self.document.paragraphs[index], self.insert_tokens
        if not self.roles[index].stretches:
            return self.document.tokens_of(paragraph)
        numbers = range(paragraph.first, paragraph.last)
        return tuple(self.document.tokens[n] for n in numbers if n not in inside)

    def paragraphs_with(self, *roles: str) -> Iterator[int]:
        """Yield the indices of the paragraphs that have one of these roles."""
        return (i for i, role in enumerate(self.roles) if role.role in roles)


def tokens_within(document: Document, span: Span) -> tuple[int, int]:
    """Return the index of the first token that starts in a span, and one past the last's."""
    tokens = document.tokens
    first = bisect_left(tokens, span.start, key=lambda token: token.start)
    return first, bisect_left(tokens, span.end, lo=first, key=lambda token: token.start)


def count_within(starts: Sequence[int], span: Span) -> int:
    """Count the words that start in a span; `starts` says where words start, in order."""
    return bisect_left(starts, span.end) - bisect_left(starts, span.start)
