"""Does the story carry its headline? A probability from two named parts.

Counted are the headline's content words that the story's opening never uses,
names among them, and the weight of loaded words that the story does not repeat.
"""

from collections.abc import Mapping, Sequence

from bias.models.linear import logistic

INTERCEPT = -3.2
PART_WEIGHTS: Mapping[str, float] = {"missing_words": 0.49, "missing_loaded": 1.0}
"""Log-odds that readers find the headline stronger than its story or unsupported by it, per
word and per unit of weight: logistic regression on headline_devices, all 196 headlines
whose gap is not `other`, 2026-11-22."""
MOST: Mapping[str, float] = {"missing_words": 6.0, "missing_loaded": 1.5}
"""Where a part is cut off: a long headline is not ever more unsupported."""
THRESHOLD = 0.3
"""From here a headline is said to go beyond its story; as many as readers name (2026-11-22)."""
OPENING_PARAGRAPHS = 4
"""Paragraphs of the story that readers had before them."""
_STEM = 5
"""Letters by which forms of a word are known as one: `regulate`, `regulation`."""


def same_word(key: str) -> str:
    """Return what forms of one word share.

    >>> same_word("regulation") == same_word("regulate")
    True
    """
    return key[:_STEM]


def support_parts(
    content: Sequence[str], loaded: Sequence[tuple[Sequence[str], float]], story: frozenset[str]
) -> dict[str, float]:
    """Return the two parts, each cut off.

    Parameters
    ----------
    content
        Keys of the headline's content words.
    loaded
        Keys of each loaded cue of the outlet, and its weight.
    story
        `same_word` of every word of the story's opening.
    """
    lacking = {key for key in content if same_word(key) not in story}
    weights = (w for keys, w in loaded if not any(same_word(key) in story for key in keys))
    parts = {"missing_words": float(len(lacking)), "missing_loaded": sum(weights)}
    return {name: min(MOST[name], value) for name, value in parts.items()}


def support_gap(parts: Mapping[str, float]) -> float:
    """Return P(headline goes beyond its story), 0 to 1.

    >>> round(support_gap({"missing_words": 0.0, "missing_loaded": 0.0}), 2)
    0.04
    """
    return logistic(INTERCEPT + sum(PART_WEIGHTS[name] * parts[name] for name in PART_WEIGHTS))
