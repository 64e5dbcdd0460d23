"""Whose words each cue is, when they are not the outlet's."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from bias.document.document import Cue
from bias.reading import Reading


def with_speakers(reading: Reading, cues: Sequence[Cue]) -> list[Cue]:
    """Return cues that tell who says what they mark, and what the text only reports.

    Inside direct speech it is the quotation's speaker, inside the content of a report verb its
    source; what stands in an insert is nobody's here.
    """
    told = reading.told
    starts = np.fromiter((cue.start for cue in cues), np.int32, len(cues))
    places = np.minimum(told.starts.searchsorted(starts), max(0, len(told.starts) - 1))
    if not len(told.starts) or not len(cues):
        return [*cues]
    inside = told.starts[places] == starts
    reported = (inside & reading.reported.mask[places]).tolist()
    quoted = (inside & told.quoted[places]).tolist()
    found = zip(cues, places.tolist(), reported, quoted, strict=True)
    return [
        replace(cue, reported=is_reported, said_by=_speaker(reading, cue, place, is_quoted))
        if is_reported or is_quoted
        else cue
        for cue, place, is_reported, is_quoted in found
    ]


def _speaker(reading: Reading, cue: Cue, place: int, is_quoted: bool) -> str | None:
    """Return who says what stands at a token."""
    if not is_quoted:
        speaker = reading.reported.speaker_at(place)
        return speaker.name if speaker else None
    quotations = reading.told.quotations
    number = bisect_right(quotations, cue.start, key=lambda quotation: quotation.start) - 1
    speaker = reading.speakers[number] if number >= 0 else None
    return speaker.name if speaker else None
