"""What models of a person's own labels say of an article: features that judge nothing."""

import math
from collections.abc import Sequence

import numpy as np

from bias.rating.own import OwnModel
from bias.reading import Reading
from bias.words.numbered import Counted

PREFIX = "label_"
"""No other feature's name begins so."""


def counts_of(reading: Reading) -> Counted:
    """Count the words of headline and story, names hidden."""
    words = reading.masked
    return words.counted(np.ones(words.count, dtype=np.bool_))


def label_columns(models: Sequence[OwnModel]) -> list[str]:
    """Return the names of the features that models of labels give."""
    return [name for model in models for name in model.label_columns.values()]


def label_chances(reading: Reading, models: Sequence[OwnModel]) -> dict[str, float]:
    """Return the probability of each label of each model; NaN where the text is not English."""
    found = dict.fromkeys(label_columns(models), math.nan)
    if not found or reading.language.foreign_reason:
        return found
    counts = counts_of(reading)
    for model in models:
        if model.labels:
            chances = model.labels.chances(counts)
            found |= {model.label_columns[label]: chance for label, chance in chances.items()}
    return found
