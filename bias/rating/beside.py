"""What is said beside the rating: which outlets' articles a story is worded like, and its genre.

The genre stands beside the rating so that an opinion piece is not simply "biased".
"""

import math
from collections.abc import Mapping

from bias.document.listed_names import hide_listed
from bias.features.base import Measure
from bias.models.genre import GenreModel, shipped_genre_model
from bias.models.lean import Lean, LeanModel, shipped_lean_model
from bias.models.linear import logistic
from bias.rating.manner import measure_style
from bias.reading import Reading

FEWEST_KEYS = 100
"""Words and marks of the story for a lean (set by hand: about five sentences)."""

FEWEST_WORDS = 60
"""Tokens of the story for a genre (set by hand: three or four sentences)."""
CLEAR = 0.65
"""From this probability the phrase names one genre: odds of about two to one."""

_CARD = "model card `bias/models/data/genre.md`"
GENRE_MEASURES = (
    Measure(
        "genre_reporting",
        "Probability that the piece is reporting rather than opinion, at even odds before reading.",
        "probability", 0, 1, "more like a news desk's text", _CARD,
    ),
    Measure(
        "genre_opinion",
        "Probability that the piece is opinion: a column, an editorial, a commentary.",
        "probability", 0, 1, "more like an opinion page's text", _CARD,
    ),
)  # fmt: skip
"""The codebook's entries; the two add up to 1."""

_NAMES = {"left": "left", "center": "centre", "right": "right"}


def lean_of(
    reading: Reading, model: LeanModel | None = None, opinion: float | None = None
) -> Lean | None:
    """Return which outlets' articles the wording of a story resembles, however unsure it is.

    Parameters
    ----------
    reading
        The document with its paragraphs' roles; inserts and page furniture are left out.
    model
        The shipped one unless given.
    opinion
        `genre_opinion` of the story; worked out unless given.

    Returns
    -------
    Lean or None
        None for a story of fewer than `FEWEST_KEYS` words and marks, or in another language.
    """
    if reading.language.foreign_reason:
        return None
    numbers = hide_listed(reading.told.row.where(reading.story))
    opinion = genre_of(reading)["genre_opinion"] if opinion is None else opinion
    if len(numbers) < FEWEST_KEYS or math.isnan(opinion):
        return None
    return (model or shipped_lean_model()).lean(numbers, opinion)


def said_lean(
    reading: Reading, opinion: float | None = None, model: LeanModel | None = None
) -> tuple[Lean | None, str | None]:
    """Return a lean that is sure enough to be said, or None and the reason why it is not.

    Parameters as for `lean_of`.
    """
    if reading.language.foreign_reason:
        return None, reading.language.foreign_reason
    model = model or shipped_lean_model()
    lean = lean_of(reading, model, opinion)
    if lean is None:
        return None, "too short to compare its wording with that of outlets"
    if model.names(lean):
        return lean, None
    side, chance = _NAMES[lean.nearest], lean.probability(lean.nearest)
    return None, (
        f"unsure: nearest to {side} outlets ({100 * chance:.0f} %); said of left and right outlets "
        f"only, from {100 * model.least:.0f} % on"
    )


def lean_phrase(lean: Lean) -> str:
    """Say a lean in words, with how often such a statement is right.

    Examples
    --------
    >>> lean_phrase(Lean(0.1, 0.15, 0.75))
    'wording resembles that of right outlets; about 75 of 100 such statements are right of outlets \
that the model has not read'
    """
    side, chance = lean.nearest, lean.probability(lean.nearest)
    return (
        f"wording resembles that of {_NAMES[side]} outlets; about {100 * chance:.0f} of 100 such "
        "statements are right of outlets that the model has not read"
    )


def genre_of(reading: Reading, model: GenreModel | None = None) -> dict[str, float]:
    """Return the probability of each genre.

    Parameters
    ----------
    reading
        A document with its roles.
    model
        The shipped one unless given.

    Returns
    -------
    dict
        `genre_reporting` and `genre_opinion`, 0 to 1, which add up to 1 and are NaN for a story
        of fewer than `FEWEST_WORDS` or in another language.
    """
    style, is_foreign = measure_style(reading), reading.language.foreign_reason is not None
    if is_foreign or style.words < FEWEST_WORDS or not style.counts.total:
        return dict.fromkeys((measure.name for measure in GENRE_MEASURES), math.nan)
    model = model or shipped_genre_model()
    opinion = logistic(model.log_odds(style.counts, style.measures))
    return {"genre_reporting": 1 - opinion, "genre_opinion": opinion}


def genre_phrase(features: Mapping[str, float]) -> str | None:
    """Say the genre in words; None where it is undefined.

    Parameters
    ----------
    features
        Holds what `genre_of` returned, such as `Analysis.values`.

    Examples
    --------
    >>> genre_phrase({"genre_reporting": 0.16, "genre_opinion": 0.84})
    'reads like opinion (0.84)'
    >>> genre_phrase({"genre_reporting": 0.45, "genre_opinion": 0.55})
    'between reporting and opinion (opinion 0.55)'
    """
    opinion = features.get("genre_opinion", math.nan)
    if math.isnan(opinion):
        return None
    if opinion >= CLEAR:
        return f"reads like opinion ({opinion:.2f})"
    if opinion <= 1 - CLEAR:
        return f"reads like reporting ({1 - opinion:.2f})"
    return f"between reporting and opinion (opinion {opinion:.2f})"
