"""What is said beside the rating: which outlets' articles a story is worded like."""

from bias.document.listed_names import hide_listed
from bias.models.lean import Lean, LeanModel, shipped_lean_model
from bias.reading import Reading

FEWEST_KEYS = 100
"""Words and marks of the story for a lean (set by hand: about five sentences)."""

_SPOKEN = {"left": "left", "center": "centre", "right": "right"}


def lean_of(reading: Reading, model: LeanModel | None = None) -> Lean | None:
    """Return which outlets' articles the wording of a story resembles.

    Parameters
    ----------
    reading
        The document with its paragraphs' roles; inserts and page furniture are left out.
    model
        The shipped one unless given.

    Returns
    -------
    Lean or None
        None for a story of fewer than `FEWEST_KEYS` words and marks.
    """
    numbers = hide_listed(reading.document.row.where(reading.story))
    return None if len(numbers) < FEWEST_KEYS else (model or shipped_lean_model()).lean(numbers)


def lean_phrase(lean: Lean | None, model: LeanModel | None = None) -> str:
    """Say a lean in words, always with how often such a statement is right.

    Examples
    --------
    >>> lean_phrase(None)
    'too short to compare its wording with that of outlets'
    """
    if lean is None:
        return "too short to compare its wording with that of outlets"
    accuracy = (model or shipped_lean_model()).accuracy
    side, chance = lean.nearest, lean.probability(lean.nearest)
    return (
        f"wording resembles articles from {_SPOKEN[side]} outlets ({100 * chance:.0f} %); such a "
        f"statement is right for {100 * accuracy['known']:.0f} % of articles of outlets the model "
        f"knows, but only for {100 * accuracy['new']:.0f} % of others, little better than chance"
    )
