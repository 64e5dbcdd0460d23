"""PolNeAR: who says what in political news, marked by people (Newell et al., LREC 2018)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any
from unicodedata import combining

from bias.document.article import Article
from bias.document.document import Document
from bias.document.segment import segment
from bias.labelled.files import read_lines
from bias.reading import Reading
from bias.roles import label_paragraphs
from bias.words.cut import Span

FOLDER = "polnear"
PARTS = ("source", "cue", "content")
"""Of an attribution: who says it, the words that say so, what is said."""

Spans = tuple[Span, ...]


@dataclass(frozen=True)
class Attribution:
    """Who says what, as a reader marked it; each part may be in pieces, or missing."""

    source: Spans
    cue: Spans
    content: Spans

    def part(self, name: str) -> Spans:
        """Return one of `PARTS`."""
        spans: Spans = getattr(self, name)
        return spans


@dataclass(frozen=True)
class Attributed:
    """An article with its attributions; offsets point into the text of its document."""

    id: str
    date: str
    reading: Reading
    attributions: tuple[Attribution, ...]

    @property
    def document(self) -> Document:
        """The whole article."""
        return self.reading.document

    def spans(self, part: str) -> list[Span]:
        """Return every piece of one of `PARTS`, in order."""
        pieces = {(s.start, s.end) for a in self.attributions for s in a.part(part)}
        return [Span(*piece) for piece in sorted(pieces)]


def read_polnear(data: Path, split: str) -> Iterator[Attributed]:
    """Yield the articles of a split.

    Parameters
    ----------
    data
        The folder that holds `polnear`, or that folder.
    split
        `train` or `dev`.
    """
    folder = data / FOLDER if (data / FOLDER).is_dir() else data
    return map(attributed, read_lines(folder / f"articles_{split}.jsonl.gz"))


def attributed(row: Mapping[str, Any]) -> Attributed:
    """Cut an article as it is analysed, and carry its marks over."""
    headline, _, body = row["text"].partition("\n")
    document = segment(Article(headline.strip(), body, id=row["id"]))
    places = _places(row["text"], document.text)
    found = tuple(
        Attribution(*(_carried(mark.get(part) or (), places) for part in PARTS))
        for mark in row["attributions"]
    )
    reading = Reading(document, label_paragraphs(document))
    return Attributed(row["id"], row["date"], reading, found)


def _carried(spans: Sequence[Sequence[int]], places: Sequence[int]) -> Spans:
    return tuple(Span(places[start], places[end - 1] + 1) for start, end in spans)


def _places(text: str, cut: str) -> list[int]:
    """Return where each character of a text stands in the same text, cut and composed.

    >>> _places("a  e\u0301.", "a \u00e9.")
    [0, 2, 2, 2, 2, 3]
    """
    written = [place for place, character in enumerate(cut) if _counts(character)]
    before = accumulate(map(_counts, text), initial=0)
    return [
        written[
            min(count, len(written) - 1) - (not _counts(character) and combining(character) > 0)
        ]
        for count, character in zip(before, text, strict=False)
    ]


def _counts(character: str) -> bool:
    """Tell whether cutting leaves a character as it is: blanks and accents by themselves may go."""
    return not character.isspace() and not combining(character)
