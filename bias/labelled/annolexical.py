"""Sentences of 118 outlets that language models labelled (Horych et al., NAACL 2025)."""

from dataclasses import dataclass
from pathlib import Path

from bias.errors import UsageError
from bias.labelled.babe import mask_text, shipped_masker
from bias.words.types import Bools

FOLDER = "annolexical"
SHORTEST = 4
"""Words and marks of a sentence worth learning from."""


@dataclass(frozen=True)
class Judged:
    """Sentences and what the majority of three language models said of them."""

    rows: tuple[list[str], ...]
    """Masked keys."""
    biased: Bools


def read_annolexical(data: Path) -> Judged:
    """Return all sentences but the shortest, in the order of the file.

    `data` is the folder that holds `annolexical`. Raises `UsageError` where it is not there.
    """
    import pandas as pd

    file = data / FOLDER / "sentences.csv.gz"
    if not file.is_file():
        raise UsageError(f"{file}: there is no such file. Give --data PATH.")
    table, masker = pd.read_csv(file), shipped_masker()
    rows = [mask_text(text, masker) for text in table["text"].astype(str)]
    kept = [len(row) >= SHORTEST for row in rows]
    biased = (table["label"] == 1).to_numpy()[kept]
    return Judged(tuple(row for row, keep in zip(rows, kept, strict=True) if keep), biased)
