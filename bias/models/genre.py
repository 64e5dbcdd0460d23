"""How much a piece reads like reporting and how much like opinion.

Beside the rating, so that an opinion piece is not simply "biased". One linear model over the words
of the outlet's voice and a few measures of manner; `bias/models/data/genre.md` is its card.
Satire is not judged: no data that may teach it was found.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.abc import Traversable
from pathlib import Path

from bias.errors import ModelError
from bias.features.base import Measure
from bias.models.files import read_model, shipped
from bias.models.linear import logistic, pull_of
from bias.rating.manner import Style, measure_style
from bias.reading import Reading

FORMAT, VERSION = "bias-genre", 1
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
    Measure(
        "genre_satire",
        "Not judged: always undefined, as no data that may teach it was found.",
        "probability", 0, 1, "none", _CARD,
    ),
)  # fmt: skip
"""The codebook's entries; the defined ones add up to 1."""


@dataclass(frozen=True)
class GenreModel:
    """Log-odds that a piece is opinion."""

    base: float
    words: Mapping[str, float]
    """Weight of each masked key; a repeated one counts by its logarithm."""
    measures: Mapping[str, tuple[float, float, float]]
    """Centre, scale and weight of each measure of manner."""

    def log_odds(self, style: Style) -> float:
        """Return the log-odds that the piece is opinion rather than reporting."""
        manner = sum(self.added_by(name, style.measures[name]) for name in self.measures)
        return self.base + pull_of(style.counts, self.words) + manner

    def added_by(self, name: str, value: float) -> float:
        """Return what one measure adds; nothing where it is undefined."""
        centre, scale, weight = self.measures[name]
        return 0.0 if math.isnan(value) else weight * (value - centre) / scale


def read_genre_model(path: Path | Traversable) -> GenreModel:
    """Read a model file; raises `ModelError` when it does not fit."""
    record = read_model(path, FORMAT, VERSION, ("base", "words", "measures"))
    sizes = {len(numbers) for numbers in record["measures"].values()}
    if sizes - {3}:
        raise ModelError(f"{path}: measures hold {sizes} numbers, expected 3. Train it again.")
    measures = {name: tuple(numbers) for name, numbers in record["measures"].items()}
    return GenreModel(record["base"], record["words"], measures)


@cache
def shipped_genre_model() -> GenreModel:
    """Return the model that comes with the package."""
    return read_genre_model(shipped("genre.json.gz"))


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
        `genre_reporting` and `genre_opinion`, 0 to 1, which add up to 1 and are NaN for a
        story of fewer than `FEWEST_WORDS`; `genre_satire`, always NaN.
    """
    style = measure_style(reading)
    if style.words < FEWEST_WORDS or not style.counts:
        return dict.fromkeys((measure.name for measure in GENRE_MEASURES), math.nan)
    opinion = logistic((model or shipped_genre_model()).log_odds(style))
    return {"genre_reporting": 1 - opinion, "genre_opinion": opinion, "genre_satire": math.nan}


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
