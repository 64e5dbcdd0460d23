"""The article model: what was read, and how it was cut.

An `Article` is what a reader hands over. A `Document` is the same article cut
once, by `bias.segment.segment`, into paragraphs, sentences and tokens; every
later step works on that one cut. All offsets are half-open and count Unicode
code points in `Document.text`.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from functools import cached_property
from operator import attrgetter
from typing import Any, Literal

from bias.errors import UsageError

Voice = Literal["outlet", "quoted"]
Part = Literal["headline", "body"]
Kind = Literal["word", "number", "mark"]


@dataclass(frozen=True, slots=True)
class Block:
    """What a web page says about one paragraph; evidence for its role.

    Plain text has no blocks.
    """

    link_share: float = 0.0
    """Share of the paragraph's characters that stand inside links, 0 to 1."""
    emphasis_share: float = 0.0
    """Share of its characters in bold, italic or heading markup, 0 to 1."""
    aside: bool = False
    """It stands in an `aside`, `nav`, `footer` or a box named like one."""
    tag: str = "p"
    """The block's own element."""
    classes: str = ""
    """Class and id words of the block and its containers, parted by blanks."""
    extracted: bool = True
    """The extractor counted it as article text."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article as read.

    Text is tidied as the contract says: line ends to LF, Unicode NFC, white
    space around paragraphs trimmed; nothing inside a paragraph is altered.
    """

    headline: str = ""
    """Empty when the source has none."""
    body: str = ""
    """Paragraphs parted by blank lines or, without any, by line ends."""
    id: str = ""
    """The caller's own identifier; empty when none came."""
    outlet: str | None = None
    date: str | None = None
    url: str | None = None
    source: str = ""
    """Where it was read from: a path, with a line or row number in a table."""
    extra: dict[str, str] = field(default_factory=dict, hash=False)
    """Other columns of the input, for grouping."""
    blocks: tuple[Block, ...] = ()
    """One per paragraph of `body` when the source is a web page, else empty."""

    def __post_init__(self) -> None:
        for name in ("headline", "body", "id", "source"):
            _check_text(name, getattr(self, name))
        for name in ("outlet", "date", "url"):
            if getattr(self, name) is not None:
                _check_text(name, getattr(self, name))


def _check_text(name: str, value: object) -> None:
    if not isinstance(value, str):
        raise UsageError(
            f"Article({name}=…) got {type(value).__name__} {value!r:.40}. Give text; leave it out "
            "when there is none."
        )


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open stretch `[start, end)` of the article's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the stretch itself.

        >>> Span(3, 10).of("US Ditched by Partner")
        'Ditched'
        """
        return text[self.start : self.end]


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
