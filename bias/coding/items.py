"""What there is to mark in an article: it as a whole, its paragraphs, its sentences.

No model is asked, so that nothing on a sheet tells what the tool would say.
"""

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Literal

from bias.document.document import Document
from bias.roles.role import ROLES
from bias.values import value
from bias.words.cut import Span

Kind = Literal["article", "paragraph", "sentence"]
BIASED, PLAIN = "biased", "plain"
LABELS: Mapping[str, tuple[str, ...]] = {
    "article": (BIASED, PLAIN),
    "paragraph": tuple(ROLES),
    "sentence": (BIASED, PLAIN),
}
"""What each kind may be marked as."""


@value(frozen=True, slots=True)
class Item(Span):
    """One thing to mark."""

    article: str
    """The article's id; its source where it has none."""
    kind: Kind
    text: str
    paragraph: int
    """Index of its paragraph in the body; -1 for the headline and the whole."""

    @property
    def name(self) -> str:
        """Return what it is called on every sheet: `ID:START-END`; the article by its id."""
        if self.kind == "article":
            return self.article
        return f"{self.article}:{self.start}-{self.end}"


def items_of(document: Document) -> Iterator[Item]:
    """Yield what there is to mark: the article, the headline, each paragraph and its sentences."""
    article, text = document.article.id or document.article.source, document.text
    yield Item(0, len(text), article, "article", document.headline.of(text), -1)
    for place, sentences in groupby(document.sentences, lambda sentence: sentence.paragraph):
        if place >= 0:
            paragraph = document.paragraphs[place]
            words = paragraph.of(text)
            yield Item(paragraph.start, paragraph.end, article, "paragraph", words, place)
        for sentence in sentences:
            words = sentence.of(text)
            yield Item(sentence.start, sentence.end, article, "sentence", words, place)
