"""What `teacher.json.gz` learnt from sentences that language models labelled.

Only training reads it; `bias/models/data/sentences.md` says from what and how well it does.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from bias.models.by_word import ByWord
from bias.models.files import Form, read_model, shipped
from bias.models.linear import Weights

FORM = Form("bias-teacher", 1, ("wording", "odds"))


@dataclass(frozen=True, eq=False)
class Teacher:
    """How language models judge words; no person's label of bias went into it."""

    wording: Weights
    """What every word and pair adds to the log-odds that they call a sentence biased."""
    odds: Mapping[str, float]
    """Log-odds that a sentence which holds a word is called biased, of each word by itself."""


@cache
def shipped_teacher() -> Teacher:
    """Read `teacher.json.gz`."""
    fields = read_model(shipped("teacher.json.gz"), FORM)
    return Teacher(Weights.read(fields, "wording"), ByWord.read(fields, "odds"))
