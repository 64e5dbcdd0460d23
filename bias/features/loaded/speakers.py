"""Whose loaded words an outlet chooses to quote."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bias.document.document import Cue, Document, Quotation
from bias.reading import Reading
from bias.speakers.sources import Speaker
from bias.speakers.speakers import find_speakers
from bias.words.cut import Span

UNKNOWN = ""
"""Stands for the speakers of quotations that name none."""


@dataclass(frozen=True, slots=True)
class SpokenLoad:
    """What one speaker says in loaded terms."""

    speaker: str
    """As first named; empty for quotations without a known speaker."""
    terms: int
    """Loaded terms in that speaker's quotations."""
    words: int
    """Words in them."""
    quotations: int


def speaker_at(reading: Reading, span: Span) -> Speaker | None:
    """Return who says a stretch of direct speech; None when nobody is named."""
    quotations = reading.told.quotations
    return next(
        (
            speaker
            for quotation, speaker in zip(quotations, reading.speakers, strict=True)
            if quotation.start <= span.start < quotation.end
        ),
        None,
    )


def loaded_by_speaker(document: Document, cues: Iterable[Cue]) -> list[SpokenLoad]:
    """Return the loaded terms of each speaker quoted, most terms first.

    Parameters
    ----------
    document
        The article.
    cues
        Of the whole analysis or of the loaded terms; only quoted loaded terms count.

    Examples
    --------
    >>> from bias import Article, analyze
    >>> analysis = analyze(Article(body='"It is a shameful sham," said Mr. Poe.'))
    >>> [(s.speaker, s.terms) for s in loaded_by_speaker(analysis.document, analysis.cues)]
    [('Mr. Poe', 2)]
    """
    said = (c for c in cues if c.feature == "loaded_terms" and c.voice == "quoted")
    starts = sorted(c.start for c in said)
    words = [token.start for token in document.tokens if token.kind == "word"]
    names: dict[str, str] = {}
    terms, spoken, quotations = Counter[str](), Counter[str](), Counter[str]()
    for quotation, speaker in zip(document.quotations, find_speakers(document), strict=True):
        if quotation.kind == "direct":
            key = speaker.last if speaker else UNKNOWN
            names.setdefault(key, speaker.name if speaker else UNKNOWN)
            terms[key] += _inside(quotation, starts)
            spoken[key] += _inside(quotation, words)
            quotations[key] += 1
    loads = (SpokenLoad(names[k], terms[k], spoken[k], quotations[k]) for k in names)
    return sorted(loads, key=lambda load: (-load.terms, -load.words))


def _inside(quotation: Quotation, starts: Sequence[int]) -> int:
    return bisect_left(starts, quotation.end) - bisect_left(starts, quotation.start)
