"""What the marks tell, as data in the page: the script shows it and never as HTML."""

import json
import math
from typing import TYPE_CHECKING, Any

from bias.report.evidence import why
from bias.report.html.kinds import Kinds
from bias.why.strongest import in_insert

if TYPE_CHECKING:
    from bias.analysis import Analysis
    from bias.document.document import Cue


PLACES = ("in the body", "in the headline", "in an insert")
"""Told by their numbers; of the first nothing is said."""


def cue_data(analysis: "Analysis", kinds: Kinds) -> str:
    """Return a data block with the kinds, the reasons, every cue and the sentences' numbers."""
    notes = {note: number for number, note in enumerate(dict.fromkeys(map(why, analysis.cues)))}
    data = {
        "kinds": [[k.family.letter, k.label, k.meaning] for k in kinds.all],
        "notes": list(notes),
        "cues": [_row(cue, kinds, notes) for cue in analysis.cues],
        "sentences": [_hundredths(sentence.bias) for sentence in analysis.sentences],
    }
    written = json.dumps(data, separators=(",", ":"))
    safe = written.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return f'<script type="application/json" id="cues">{safe}</script>\n'


def _row(cue: "Cue", kinds: Kinds, notes: dict[str, int]) -> list[Any]:
    """Return kind, reason, weight, probability, whether quoted, and the place, see `PLACES`."""
    return [
        kinds.of(cue).number,
        notes[why(cue)],
        _hundredths(cue.weight),
        _hundredths(cue.probability),
        int(cue.voice == "quoted"),
        2 if in_insert(cue) else int(cue.part == "headline"),
    ]


def _hundredths(value: float) -> int | None:
    return None if math.isnan(value) else round(100 * value)
