"""Who says what: attributions, on PolNeAR's development part and on the `quotations` set.

The articles are read as they are analysed, and what is measured is what a record holds. A cue or
source that was found is right when it shares a character with one that was marked; contents are
compared by characters, blanks left out. A speaker is right when it has the last word of the name
or of the description that was given; one that was not found is wrong.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from bias.document.article import Article
from bias.document.document import Document, Quotation
from bias.document.segment import segment
from bias.evaluation.voice import FILE, f1_of, found_kind, locate
from bias.labelled.files import read_lines
from bias.labelled.polnear import Attributed, Spans, read_polnear
from bias.models.attribution import PARTS
from bias.reading import Reading
from bias.roles import label_paragraphs
from bias.speakers.pieces import Piece
from bias.speakers.sources import Speaker
from bias.words.classes import HONORIFICS
from bias.words.cut import Span

if TYPE_CHECKING:
    import pandas as pd

Row = tuple[str, str, float, int]
_WORD = re.compile(r"[\w'’-]+")
_PRONOUNS = frozenset({"i", "he", "she", "they", "we", "it"})


def evaluate_sources(path: Path) -> "pd.DataFrame":
    """Return how well sources, cues and contents are found, and speakers named.

    `path` is the folder that holds `polnear` and `quotations`.

    Returns
    -------
    pandas.DataFrame
        Columns data, measure, value, n.
    """
    import pandas as pd

    rows = [*rows_of_polnear(read_polnear(path, "dev")), *_rows_of_quotations(path / "quotations")]
    return pd.DataFrame(rows, columns=["data", "measure", "value", "n"])


def rows_of_polnear(articles: Iterable[Attributed]) -> Iterator[Row]:
    """Yield the figures of articles with their attributions."""
    counts, names = np.zeros((len(PARTS), 4), dtype=np.int64), list[bool]()
    for article in articles:
        found = _found(article.reading)
        for row, part in enumerate(PARTS):
            counts[row] += _count(part, found[part], article)
        names += _named_right(article)
    for row, part in enumerate(PARTS):
        true, called, hit, marked = counts[row].tolist()
        how = "characters" if part == "content" else "overlap"
        values = {"precision": true / max(1, called), "recall": hit / max(1, marked)}
        values["F1"] = 2 * np.prod([*values.values()]) / max(1e-9, sum(values.values()))
        for name, value in values.items():
            yield "polnear, dev", f"{part}, {how}, {name}", float(value), marked
    yield "polnear, dev", "named speaker of a direct quotation", float(np.mean(names)), len(names)


def _found(reading: Reading) -> dict[str, list[Span]]:
    """Return the pieces of each part that are found."""
    pieces = {piece for found in reading.attributions for piece in found.pieces}
    return {part: [_span(reading.told, p) for p in pieces if p.part == part] for part in PARTS}


def _span(document: Document, piece: Piece) -> Span:
    return Span(int(document.starts[piece.first]), int(document.ends[piece.last - 1]))


def _count(part: str, found: Sequence[Span], article: Attributed) -> tuple[int, int, int, int]:
    """Count what was found right, what was found, what was marked and hit, what was marked."""
    marked = article.spans(part)
    if part != "content":
        text_size = len(article.document.text)
        return (
            _hits(found, marked, text_size),
            len(found),
            _hits(marked, found, text_size),
            len(marked),
        )
    text = article.document.text
    written = np.array([not character.isspace() for character in text])
    here, there = _covered(found, len(text)) & written, _covered(marked, len(text)) & written
    both = int((here & there).sum())
    return both, int(here.sum()), both, int(there.sum())


def _covered(spans: Iterable[Span], size: int) -> "np.ndarray[Any, np.dtype[np.bool_]]":
    covered = np.zeros(size, dtype=np.bool_)
    for span in spans:
        covered[span.start : span.end] = True
    return covered


def _hits(spans: Iterable[Span], others: Iterable[Span], size: int) -> int:
    """Count the spans that share a character with one of the others."""
    covered = _covered(others, size)
    return sum(bool(covered[span.start : span.end].any()) for span in spans)


def _named_right(article: Attributed) -> Iterator[bool]:
    """Tell of each direct quotation whose source is a name whether its speaker has that name."""
    told, text = article.reading.told, article.document.text
    pairs = [*zip(told.quotations, article.reading.speakers, strict=True)]
    for marked in article.attributions:
        names = _names(text, marked.source)
        if not names:
            continue
        for quotation, speaker in pairs:
            if quotation.kind == "direct" and _holds(quotation, marked.content):
                yield speaker is not None and not names.isdisjoint(_words(speaker.name))


def _holds(quotation: Quotation, content: Spans) -> bool:
    """Tell whether a content begins with a quotation."""
    return any(abs(span.start - quotation.start) <= 1 for span in content)


def _names(text: str, source: Spans) -> frozenset[str]:
    """Return the capitalised words of a source, titles and pronouns left out."""
    words = [word for span in source for word in _WORD.findall(span.of(text))]
    found = {word.lower() for word in words if word[0].isupper()}
    return frozenset(found - HONORIFICS - _PRONOUNS - {"the", "a", "an"})


def _words(name: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(name)} - HONORIFICS - {"the", "a", "an"}


def _rows_of_quotations(folder: Path) -> Iterator[Row]:
    kinds, direct, indirect = list[tuple[str, str]](), list[bool](), list[bool]()
    for row in read_lines(folder / FILE):
        document = segment(Article(row["headline"], "\n\n".join(row["paragraphs"])))
        reading = Reading(document, label_paragraphs(document))
        placed = locate(row, document)
        kinds += [(mark["kind"], found_kind(document, span)) for span, mark in placed]
        direct += [
            _is(_speaker_of(reading, span), mark)
            for span, mark in placed
            if mark["kind"] == "direct"
        ]
        indirect += [_is_claimed(reading, mark) for mark in row["indirect"]]
    score, count = f1_of(kinds, "direct")
    yield "quotations", "direct spans, F1", score, count
    yield "quotations", "speaker of direct speech", float(np.mean(direct)), len(direct)
    yield "quotations", "speaker of an indirect claim", float(np.mean(indirect)), len(indirect)


def _speaker_of(reading: Reading, span: Span) -> Speaker | None:
    """Return the speaker of the quotation that a marked stretch overlaps most."""
    pairs = zip(reading.told.quotations, reading.speakers, strict=True)
    inside = [
        (min(q.end, span.end) - max(q.start, span.start), number, speaker)
        for number, (q, speaker) in enumerate(pairs)
        if q.meets(span)
    ]
    return max(inside, key=lambda found: found[:2])[2] if inside else None


def _is(speaker: Speaker | None, mark: dict[str, Any]) -> bool:
    """Tell whether a speaker is the one that was marked."""
    if speaker is None:
        return False
    given = (mark["canonical"], mark["speaker"])
    wanted = {_last_word(name) for name in given} - {""}
    found = (speaker.last, _last_word(speaker.name))
    is_described = not speaker.named and any(speaker.name.lower() in n.lower() for n in given)
    return is_described or not wanted.isdisjoint(found)


def _last_word(name: str) -> str:
    words = _WORD.findall(re.sub(r"\([^)]*\)", "", name).lower())
    return words[-1].removesuffix("’s").removesuffix("'s") if words else ""


def _is_claimed(reading: Reading, mark: dict[str, Any]) -> bool:
    """Tell whether an attribution of a marked claim's sentence has its speaker."""
    told, number = reading.told, mark["p"]
    text = reading.document.text
    unit = reading.document.paragraphs[number] if number >= 0 else reading.document.headline
    start = text.find(mark["first"], unit.start, unit.end)
    return any(
        piece.sentence == sentence and _is(found.speaker, mark)
        for sentence, span in enumerate(told.sentences)
        if span.start <= start < span.end
        for found in reading.attributions
        for piece in found.pieces[:1]
    )
