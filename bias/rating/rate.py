"""The judgement: how likely readers are to judge an article biased, and how sure that is.

A linear model over the article's measures, so that every rating is a sum of
what drove it. `bias/models/data/articles.md` is the model's card, `docs/rating.md`
the method in prose.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from bias.errors import ModelError
from bias.models.fields import Fields
from bias.models.files import Form, read_model, shipped
from bias.models.linear import Linear, Weights, logistic
from bias.models.short import shipped_short
from bias.rating.measures import ScoredSentences, measure_article
from bias.rating.no_story import no_story_reason
from bias.rating.unlike import unlike_reason
from bias.reading import Reading
from bias.showing import Shows
from bias.values import value
from bias.words.vocabulary import shipped_vocabulary

Band = Literal["low", "moderate", "high"]

FORM = Form(
    "bias-articles",
    2,
    ("features", "centre", "scale", "weights", "base", "refits", "wording"),
)
FEWEST_REFITS, MOST_REFITS = 20, 1000
"""With fewer, the ends of the 90 % interval are the outermost refits (set by hand)."""
LEAST_SCALE = 1e-6
"""No measure in use varies less; what is divided by it stays finite (set by hand)."""
FEWEST_WORDS = 25
"""Words of headline and story for a rating: the fewest whose intervals were learnt."""
FEW_WORDS = 40
"""With fewer the reason says that they are few (set by hand: two or three sentences)."""
LOW_EDGE, HIGH_EDGE = 0.35, 0.65
"""Edges of the moderate band: odds of about two to one either way."""
LEVEL = 0.90
"""Of the interval."""
SHORT_WORDS = 150
"""Length at which the interval is 1.4 times as wide as for an endless article (set by hand). Of
short texts it is at least as wide as `bias.models.short` has learnt."""
UNLIKE_MARGIN = 1.5
"""Log-odds added to both sides for an article unlike those in training (set by hand). The
interval then also reaches both edges of the moderate band: it rules no band out."""
LENGTH = "article_length"
"""Name of the driver that holds what the length adds."""
BASE = "base"
"""Name of the driver that holds what an article with average measures gets."""


@value(frozen=True, slots=True)
class Driver:
    """What one measure adds to the rating."""

    feature: str
    """A measure of the codebook, the name of a score, or `base`."""
    contribution: float
    """On the log-odds scale; above 0 raises the rating."""
    deviation: float = 0.0
    """How far the article lies above the training mean, in deviations."""


@dataclass(frozen=True, slots=True, repr=False)
class Rating(Shows):
    """The rating of one article; all None with a reason when it is too short or not English."""

    bias: float | None
    """Calibrated probability that readers judge the article biased, for a
    reader who before reading held both equally likely."""
    low: float | None
    """Lower end of the 90 % interval."""
    high: float | None
    """Upper end."""
    band: Band | None
    drivers: tuple[Driver, ...]
    """Strongest first, `base` last; the contributions add up to the log-odds of `bias`."""
    reason: str | None
    """Why there is no rating, or why the interval is wide; else None."""
    measures: Mapping[str, float] = field(default_factory=dict, hash=False)
    """What the rating looked at beside the extractors' features, in headline and story;
    NaN where undefined, empty without a rating."""

    @property
    def without_inserts(self) -> float | None:
        """The same as `bias`, in which inserts have no say; an earlier version counted them."""
        return self.bias

    @property
    def at_average_length(self) -> float | None:
        """What `bias` would be were the article as long as those in training: length is no slant.

        None without a rating, or where the model does not look at the length.
        """
        told = [d.contribution for d in self.drivers if d.feature == LENGTH]
        if self.bias is None or not told:
            return None
        return logistic(math.fsum(driver.contribution for driver in self.drivers) - told[0])

    @property
    def interval(self) -> tuple[float, float] | None:
        """Both ends of the 90 % interval; None without a rating."""
        return None if self.low is None or self.high is None else (self.low, self.high)


@dataclass(frozen=True)
class ArticleModel:
    """The linear model of the rating and its refits."""

    features: tuple[str, ...]
    centre: tuple[float, ...]
    """Mean of each feature in training; stands in where one is undefined."""
    scale: tuple[float, ...]
    weights: tuple[float, ...]
    """Per deviation, on the log-odds scale."""
    base: float
    refits: tuple[tuple[float, ...], ...]
    """Base and weights, fitted again on resampled outlets."""
    wording: Weights
    """Weight of each word for the article as a whole."""

    def standardise(self, values: Mapping[str, float]) -> list[float]:
        """Return the features in order, in deviations; 0 where undefined."""
        missing = [name for name in self.features if name not in values]
        if missing:
            raise ModelError(
                "The article model needs features this version does not measure: "
                f"{', '.join(missing)}. Train it again."
            )
        rows = zip(self.features, self.centre, self.scale, strict=True)
        return [
            0.0 if math.isnan(values[name]) else (values[name] - centre) / scale
            for name, centre, scale in rows
        ]

    def log_odds(self, deviations: Sequence[float]) -> float:
        """Return the log-odds of the rating."""
        return self.base + sum(w * x for w, x in zip(self.weights, deviations, strict=True))

    def spread(self, deviations: Sequence[float]) -> tuple[float, float]:
        """Return how far the refits' log-odds lie below and above the model's own."""
        found = np.sort(self._refits @ np.array([1.0, *deviations])) - self.log_odds(deviations)
        edge = int((1 - LEVEL) / 2 * len(found))
        return min(float(found[edge]), 0.0), max(float(found[-1 - edge]), 0.0)

    @cached_property
    def linear(self) -> Linear:
        """What weighs the words of an article."""
        return Linear(shipped_vocabulary(), [self.wording])

    def content(self) -> dict[str, Any]:
        """Return what a model file holds."""
        names = ("features", "centre", "scale", "weights", "base", "refits")
        plain = {name: getattr(self, name) for name in names}
        return {**plain, "wording": self.wording.content()}

    @cached_property
    def _refits(self) -> NDArray[np.float64]:
        return np.array(self.refits)


def read_article_model(fields: Fields) -> ArticleModel:
    """Return the model that a file holds."""
    features = fields.names("features")
    width, scale = len(features), fields.numbers("scale", len(features))
    if min(scale) < LEAST_SCALE:
        fields.refuse("scale", f"holds {min(scale)}; at least {LEAST_SCALE} is allowed")
    return ArticleModel(
        features,
        fields.numbers("centre", width),
        scale,
        fields.numbers("weights", width),
        fields.number("base"),
        fields.rows("refits", FEWEST_REFITS, MOST_REFITS, width + 1),
        Weights.read(fields, "wording"),
    )


@cache
def shipped_model() -> ArticleModel:
    """Return the model that comes with the package."""
    return read_article_model(read_model(shipped("articles.json.gz"), FORM))


def rate(
    reading: Reading, features: Mapping[str, float], model: ArticleModel | None = None
) -> Rating:
    """Rate an article.

    Parameters
    ----------
    reading
        The document with its paragraphs' roles.
    features
        What the extractors measured; NaN where undefined.
    model
        The shipped one unless given.

    Returns
    -------
    Rating
        Of headline and story; inserts and page furniture have no say in it.
    """
    if absent := no_story_reason(reading):
        return _unrated(absent)
    sentences = ScoredSentences.of(reading)
    joined = sentences.word_count
    words = max(joined, int(np.count_nonzero(reading.told.is_word)))
    if words < FEWEST_WORDS or not sentences.is_body.any():
        return _unrated(_too_short(words))
    if reading.language.foreign_reason:
        return _unrated(reading.language.foreign_reason)
    model = model or shipped_model()
    measures = measure_article(sentences, model.linear)
    shown = model.standardise({**features, **measures})
    unlike = unlike_reason(reading)
    middle = model.log_odds(shown)
    low, high = _interval(middle, model.spread(shown), max(1, joined), unlike is not None)
    bias = logistic(middle)
    return Rating(
        bias=bias,
        low=low,
        high=high,
        band=band_of(bias),
        drivers=_drivers(model, shown),
        reason=unlike or _few(words),
        measures=measures,
    )


def _unrated(reason: str) -> Rating:
    return Rating(None, None, None, None, (), reason)


def _too_short(words: int) -> str:
    told = f"{words} word{'s' * (words != 1)}"
    if words >= FEWEST_WORDS:
        return f"no story to rate: all {told} that could be are the headline"
    return f"too short to rate: {told} of headline and story, at least {FEWEST_WORDS} needed"


def _few(words: int) -> str | None:
    """Return why the interval of a very short text is wide."""
    if words >= FEW_WORDS:
        return None
    return f"{words} words of headline and story leave much open: the interval is wide"


def _interval(
    middle: float, spread: tuple[float, float], words: int, unlike: bool
) -> tuple[float, float]:
    """Return the ends, wider for short articles and for those unlike training."""
    factor, least = math.sqrt(1 + SHORT_WORDS / words), shipped_short().margin(words)
    margin = UNLIKE_MARGIN if unlike else 0.0
    low = logistic(middle + min(spread[0] * factor, -least) - margin)
    high = logistic(middle + max(spread[1] * factor, least) + margin)
    return (min(low, LOW_EDGE), max(high, HIGH_EDGE)) if unlike else (low, high)


def _drivers(model: ArticleModel, deviations: Sequence[float]) -> tuple[Driver, ...]:
    rows = zip(model.features, model.weights, deviations, strict=True)
    drivers = [Driver(name, weight * value, value) for name, weight, value in rows]
    drivers.sort(key=lambda driver: -abs(driver.contribution))
    return (*drivers, Driver(BASE, model.base))


def band_of(bias: float) -> Band:
    """Return the band of a rating; an edge belongs to the moderate band.

    >>> band_of(0.2), band_of(0.35), band_of(0.65), band_of(0.66)
    ('low', 'moderate', 'moderate', 'high')
    """
    if bias < LOW_EDGE:
        return "low"
    return "high" if bias > HIGH_EDGE else "moderate"
