"""The article model: what was read, and how it was cut.

An `Article` is what a reader hands over. A `Document` is the same article cut
once, by `bias.document.segment.segment`, into paragraphs, sentences and tokens; every
later step works on that one cut. All offsets are half-open and count Unicode
code points in `Document.text`.
"""

from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import cached_property
from operator import attrgetter
from typing import Any, Literal

from bias.document.article import Article
from bias.words.cut import Kind, Span

Voice = Literal["outlet", "quoted"]
Part = Literal["headline", "body"]


@dataclass(slots=True, unsafe_hash=True)
class Token:
    """One word, number or punctuation mark; nobody changes it.

    An article has thousands, and a frozen one takes four times as long to make
    (2026-11-23): so this is the only plain dataclass of the model.
    """

    start: int
    end: int
    key: str
    """Lower case, straight apostrophe, no soft hyphens: the form to look up."""
    kind: Kind
    voice: Voice
    """`quoted` inside direct speech; scare quotes and titles are the outlet's."""

    def of(self, text: str) -> str:
        """Return the token as it is written in `text`."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Sentence(Span):
    """One sentence; never crosses a paragraph."""

    part: Part
    paragraph: int
    """Index into `Document.paragraphs`; -1 for the headline."""
    first: int
    """Index of its first token in `Document.tokens`."""
    last: int
    """One past the index of its last token."""


@dataclass(frozen=True, slots=True)
class Paragraph(Span):
    """One paragraph of the body, or the headline."""

    first: int
    """Index of its first token in `Document.tokens`."""
    last: int
    """One past the index of its last token."""


QuotationKind = Literal["direct", "scare", "title"]


@dataclass(frozen=True, slots=True)
class Quotation(Span):
    """One stretch in quotation marks, marks included."""

    kind: QuotationKind
    part: Part
    paragraph: int
    """Index into `Document.paragraphs`; -1 for the headline."""
    continues: bool = False
    """The same quotation goes on in the next paragraph."""


@dataclass(frozen=True)
class Document:
    """An article cut into paragraphs, sentences and tokens."""

    article: Article
    text: str
    """Headline, blank line, paragraphs; every offset points into it."""
    headline: Paragraph
    """Empty span at 0 when there is no headline."""
    paragraphs: tuple[Paragraph, ...]
    """The body's, in order."""
    sentences: tuple[Sentence, ...]
    """The headline's first, then the body's."""
    tokens: tuple[Token, ...]
    quotations: tuple[Quotation, ...]

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The key of every token."""
        return tuple(map(attrgetter("key"), self.tokens))

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """Every token as it is written."""
        text = self.text
        return tuple([text[token.start : token.end] for token in self.tokens])

    def tokens_of(self, unit: Paragraph | Sentence) -> tuple[Token, ...]:
        """Return the tokens of a paragraph, a sentence or the headline."""
        return self.tokens[unit.first : unit.last]

    def __reduce__(self) -> tuple[Callable[..., "Document"], tuple[Any, ...]]:
        """Go to another process with the tokens as columns: in a third of the time."""
        columns = tuple(tuple(map(column, self.tokens)) for column in _TOKEN_COLUMNS)
        units = (self.headline, self.paragraphs, self.sentences)
        return _with_tokens, (self.article, self.text, *units, columns, self.quotations)


_TOKEN_COLUMNS = tuple(attrgetter(column.name) for column in fields(Token))


def _with_tokens(*parts: Any) -> Document:
    article, text, headline, paragraphs, sentences, columns, quotations = parts
    tokens = tuple(map(Token, *columns))
    return Document(article, text, headline, paragraphs, sentences, tokens, quotations)


@dataclass(frozen=True, slots=True)
class Cue(Span):
    """One piece of evidence, where it stands in the text."""

    text: str
    part: Part
    feature: str
    """The extractor that found it, such as `loaded_terms`."""
    category: str
    """Which kind within the extractor, such as `loaded_verb`."""
    voice: Voice
    weight: float
    """How strongly it counts, 0 to 1."""
    note: str = ""
    """Why, in a few words a reader understands."""
    probability: float = float("nan")
    """That experts would mark it here, 0 to 1; NaN where no model says."""
