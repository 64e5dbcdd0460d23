"""Attributions as cues of no weight: who says it, the words that say so, and what is said."""

from collections.abc import Iterator

from bias.document.document import VOICES, Cue
from bias.reading import Reading
from bias.speakers.pieces import Attribution, Piece
from bias.speakers.tone import tone_of

FEATURE = "attribution"
CATEGORIES = {"source": "source", "cue": "report_verb", "content": "content"}
"""Of each part of an attribution: the category of its cues."""


def attributed(reading: Reading) -> Iterator[Cue]:
    """Yield the cues of every attribution; those of one share a `link`."""
    for link, attribution in enumerate(reading.attributions):
        for piece in attribution.pieces:
            yield _cue(reading, attribution, piece, link)


def _cue(reading: Reading, attribution: Attribution, piece: Piece, link: int) -> Cue:
    told, speaker = reading.told, attribution.speaker
    start, end = int(told.starts[piece.first]), int(told.ends[piece.last - 1])
    return Cue(
        start,
        end,
        told.text[start:end],
        told.sentences[piece.sentence].part,
        FEATURE,
        CATEGORIES[piece.part],
        VOICES[int(told.quoted[piece.first])],
        0.0,
        _note(reading, attribution, piece),
        link=link,
        speaker=speaker.name if speaker and piece.part == "source" else None,
    )


def _note(reading: Reading, attribution: Attribution, piece: Piece) -> str:
    if piece.part == "cue":
        return f"{tone_of(reading.told.keys[piece.first : piece.last])} cue of what is said"
    if piece.part == "source":
        return f"{attribution.speaker.kind} source" if attribution.speaker else "source"
    return "said by somebody"
