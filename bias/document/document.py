"""The article model: what was read, and how it was cut.

An `Article` is what a reader hands over. A `Document` is the same article cut
once, by `bias.document.segment.segment`, into paragraphs, sentences and tokens; every
later step works on that one cut. All offsets are half-open and count Unicode
code points in `Document.text`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal, overload

from numpy.typing import NDArray

from bias.document.article import Article
from bias.document.columns import FORM, KEY, KIND, KINDS, LENGTH, WORD
from bias.document.passage import Passage
from bias.lists.groups import Group
from bias.lists.hits import Hits
from bias.lists.index import Listed
from bias.values import value
from bias.words.cut import Kind, Span
from bias.words.types import Bools, Column, Ints, Row

Voice = Literal["outlet", "quoted"]
Part = Literal["headline", "body"]
VOICES: tuple[Voice, Voice] = ("outlet", "quoted")


@value(frozen=True, slots=True)
class Token:
    """One word, number or punctuation mark: a view, made when somebody asks for it."""

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


@value(frozen=True, slots=True)
class Sentence(Span):
    """One sentence; never crosses a paragraph."""

    part: Part
    paragraph: int
    """Index into `Document.paragraphs`; -1 for the headline."""
    first: int
    """Index of its first token in `Document.tokens`."""
    last: int
    """One past the index of its last token."""


@value(frozen=True, slots=True)
class Paragraph(Span):
    """One paragraph of the body, or the headline."""

    first: int
    """Index of its first token in `Document.tokens`."""
    last: int
    """One past the index of its last token."""


QuotationKind = Literal["direct", "scare", "title"]


@value(frozen=True, slots=True)
class Quotation(Span):
    """One stretch in quotation marks, marks included, or a block quotation."""

    kind: QuotationKind
    part: Part
    paragraph: int
    """Index into `Document.paragraphs`; -1 for the headline."""
    continues: bool = False
    """The same quotation goes on in the next paragraph."""
    block: bool = False
    """It has no marks: a block quotation."""
    by: Span | None = None
    """Where the name of who says it stands, if a signature or a label gives one."""


@dataclass(frozen=True, repr=False)
class Document:
    """An article cut once, into columns over its tokens.

    Tokens, sentences and paragraphs of the whole document are numbered; every column has
    one value a token. What follows from a word's letters alone comes from its type, see
    `bias.words.types`.
    """

    article: Article
    text: str
    """Headline, blank line, paragraphs; every offset points into it."""
    headline: Paragraph
    """Empty span at 0 when there is no headline."""
    paragraphs: tuple[Paragraph, ...]
    """The body's, in order."""
    sentences: tuple[Sentence, ...]
    """The headline's first, then the body's; together they hold every token once."""
    passage: Passage = field(compare=False)
    """Its words and sentences."""
    starts: Ints = field(compare=False)
    """Where each token starts in the text."""
    quoted: Bools = field(compare=False)
    """Which tokens stand inside direct speech; scare quotes and titles are the outlet's."""
    quotations: tuple[Quotation, ...]

    def __repr__(self) -> str:
        """Return what it is in one line."""
        return f"<Document of {len(self.starts):,} tokens: {self.article!r}>"

    @property
    def row(self) -> Row:
        """The tokens as words in a row."""
        return self.passage.row

    def column(self, column: Column) -> NDArray[Any]:
        """Return what is known of each token by its letters, such as `columns.KIND`."""
        return self.row.column(column)

    @cached_property
    def ends(self) -> Ints:
        """Where each token ends in the text."""
        ends: Ints = self.starts + self.column(LENGTH)
        return ends

    @cached_property
    def is_word(self) -> Bools:
        """Which tokens are words: no numbers and no marks."""
        is_word: Bools = self.column(KIND) == WORD
        return is_word

    @property
    def sentence_of(self) -> Ints:
        """The index of each token's sentence."""
        return self.passage.sentence_of

    @cached_property
    def keys(self) -> list[str]:
        """The key of every token."""
        keys: list[str] = self.column(KEY).tolist()
        return keys

    @cached_property
    def forms(self) -> list[str]:
        """Every token as it is written."""
        forms: list[str] = self.column(FORM).tolist()
        return forms

    @cached_property
    def kinds(self) -> list[Kind]:
        """The kind of every token."""
        return [KINDS[kind] for kind in self.column(KIND).tolist()]

    @cached_property
    def voices(self) -> list[Voice]:
        """The voice of every token."""
        return [VOICES[is_quoted] for is_quoted in self.quoted.tolist()]

    @property
    def all_listed(self) -> Listed:
        """All forms of the shipped lists that stand in it."""
        return self.passage.listed

    def listed(self, group: Group) -> Hits:
        """Return every entry of a group of the shipped lists, such as `groups.EPISTEMIC`.

        They may overlap; choose with `Hits.within` (in each sentence, or in the story's).
        """
        return self.all_listed.hits(group)

    @property
    def tokens(self) -> "Tokens":
        """A view of every token."""
        return Tokens(self)

    def tokens_of(self, unit: Paragraph | Sentence) -> tuple[Token, ...]:
        """Return the tokens of a paragraph, a sentence or the headline."""
        return self.tokens[unit.first : unit.last]


class Tokens(Sequence[Token]):
    """The tokens of a document; each is made when it is asked for."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def __len__(self) -> int:
        return len(self._document.row)

    @overload
    def __getitem__(self, index: int) -> Token: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Token, ...]: ...
    def __getitem__(self, index: int | slice) -> Token | tuple[Token, ...]:
        document = self._document
        if isinstance(index, slice):
            return tuple(map(self.__getitem__, range(*index.indices(len(self)))))
        return Token(
            int(document.starts[index]),
            int(document.ends[index]),
            document.keys[index],
            document.kinds[index],
            document.voices[index],
        )


@value(frozen=True, slots=True)
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
    """That experts, in a headline readers, would mark it here, 0 to 1; NaN where no model says."""
    reported: bool = False
    """The text lays the words or the view at somebody's door, without quotation marks."""
    said_by: str | None = None
    """Whose words or view it is, where that is not the outlet and the article tells."""
    link: int | None = None
    """Of a part of an attribution: the number shared by all its parts."""
    speaker: str | None = None
    """Of an attribution's source: the name that joins the aliases of one speaker."""
