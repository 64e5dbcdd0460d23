"""Groups of letters inside words: what lets a word never seen profit from its kin."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from bias.training.matrices import Columns

LETTERS = (3, 4, 5)
"""Lengths of the groups."""


def letter_matrix(rows: Sequence[Sequence[str]], columns: Columns) -> Any:
    """Return which groups of letters each word holds; only groups of the rows' words.

    Sparse, one row for each of the columns' words, one column a group.
    """
    from scipy.sparse import csr_matrix

    seen = {word for row in rows for word in row}
    groups: dict[str, int] = {}
    for word in columns.words:
        if word in seen and word[0].isalpha():
            for group in _letters(word):
                groups.setdefault(group, len(groups))
    found = [
        (place, groups[group], count)
        for word, place in columns.words.items()
        if word[0].isalpha()
        for group, count in Counter(_letters(word)).items()
        if group in groups
    ]
    places, names, counts = zip(*found, strict=True)
    return csr_matrix(
        (counts, (places, names)), shape=(len(columns.words), len(groups)), dtype=float
    )


def _letters(word: str) -> list[str]:
    """Return the groups of letters of a word, ends marked."""
    marked = f"<{word}>"
    return [marked[i : i + n] for n in LETTERS for i in range(len(marked) - n + 1)]
