"""Sums of small decision trees over named measures, all of them asked at once.

A tree of eight leaves asks seven questions at most, "is this measure at most that?". The answers
to them, taken together as one byte, say in which leaf a case ends, so that no tree is walked: the
idea is QuickScorer's (Lucchese et al. 2015). What leaves add are whole thousandths: a sum is the
same in whatever order it is made.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bias.models.by_word import Floats
from bias.models.files import File, Form, read_model

FORM = Form("bias-trees", 1, ("columns", "measures", "asked", "limits", "cares", "wants", "adds"))
QUESTIONS = 7
"""Asked by a tree at most."""
LEAVES = QUESTIONS + 1
NEVER = -1e6
"""A limit below every measure."""
PART = 1000
"""A leaf adds thousandths."""
AT_ONCE = 256
"""Cases looked at together."""

Numbers = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Trees:
    """Trees that add to some columns; tree by tree they take turns, the first column first."""

    columns: tuple[str, ...]
    measures: tuple[str, ...]
    asked: Numbers
    """Places of measures; shape (trees, `QUESTIONS`)."""
    limits: Floats
    """The answer is yes where a measure is at most so much; `NEVER` where there is no question."""
    cares: Numbers
    """Which questions lead to a leaf, as bits; shape (trees, `LEAVES`)."""
    wants: Numbers
    """Which of them must be answered with yes."""
    adds: Numbers
    """What a leaf adds, in thousandths; a leaf that is none adds nothing."""

    def log_odds(self, values: Floats) -> Floats:
        """Return what the trees add to each column.

        Parameters
        ----------
        values
            Shape (measures, cases), in the order of `measures`.

        Returns
        -------
        numpy.ndarray
            Shape (cases, columns).
        """
        parts = [
            self._log_odds(values[:, start : start + AT_ONCE])
            for start in range(0, values.shape[1], AT_ONCE)
        ]
        return np.concatenate(parts) if parts else np.empty((0, len(self.columns)))

    def _log_odds(self, values: Floats) -> Floats:
        asked, limits, places = self._questions
        answers = (values[asked] <= limits[:, None])[places].view(np.uint8)
        codes = answers[0].astype(np.intp)
        for bit, answer in enumerate(answers[1:], start=1):
            codes += answer << bit
        codes += self._firsts
        added = self._table.ravel().take(codes)
        by_turn = added.reshape(-1, len(self.columns), values.shape[1])
        odds: Floats = by_turn.sum(axis=0, dtype=np.int32).T / PART
        return odds

    @cached_property
    def _questions(self) -> tuple[Numbers, Floats, Numbers]:
        """The different questions, and which each tree asks; shape (`QUESTIONS`, trees)."""
        every = np.stack([self.asked.T.ravel(), self.limits.T.ravel()])
        (asked, limits), places = np.unique(every, axis=1, return_inverse=True)
        return asked.astype(np.int64), limits, places.reshape(self.asked.T.shape)

    @cached_property
    def _firsts(self) -> Numbers:
        """Where each tree's part of the table begins; shape (trees, 1)."""
        firsts: Numbers = np.arange(len(self.adds))[:, None] * 2**QUESTIONS
        return firsts

    @cached_property
    def _table(self) -> NDArray[np.int32]:
        """What each tree adds for each way to answer its questions."""
        answers = np.arange(2**QUESTIONS)[:, None]
        table = np.zeros((len(self.adds), 2**QUESTIONS), np.int32)
        for cares, wants, adds in zip(self.cares.T, self.wants.T, self.adds.T, strict=True):
            table += (((answers & cares) == wants) * adds).T.astype(np.int32)
        return table

    def content(self) -> dict[str, Any]:
        """Return what a model file holds."""
        return {name: getattr(self, name) for name in FORM.fields}

    @classmethod
    def read(cls, path: File) -> "Trees":
        """Read a model file; raises `ModelError` when it does not fit."""
        fields = read_model(path, FORM)
        columns, measures = fields.names("columns"), fields.names("measures")
        asked, limits, cares, wants, adds = (fields.array(name) for name in FORM.fields[2:])
        count = len(asked)
        for name, array, width in (
            ("asked", asked, QUESTIONS), ("limits", limits, QUESTIONS),
            ("cares", cares, LEAVES), ("wants", wants, LEAVES), ("adds", adds, LEAVES),
        ):  # fmt: skip
            if array.shape != (count, width) or count % len(columns):
                fields.refuse(name, f"has shape {array.shape}")
        if asked.dtype.kind not in "iu" or not ((asked >= 0) & (asked < len(measures))).all():
            fields.refuse("asked", "asks for a measure that is not named")
        whole = (array.astype(np.int64) for array in (cares, wants, adds))
        return cls(columns, measures, asked.astype(np.int64), limits.astype(float), *whole)
