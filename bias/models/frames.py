"""Which policy frames a text has: a linear model over words, a column a frame.

The frames are the generic ones of Boydstun et al. (2014). Articles are judged by one set of
weights, headlines and paragraphs by another, for people labelled the two apart.
`bias/models/data/frames.md` is the card, `docs/frames.md` the method in prose.
"""

from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bias.models.by_word import Floats, word_numbers
from bias.models.fields import Fields
from bias.models.files import File, Form, read_model, shipped
from bias.words.numbered import Counted
from bias.words.types import Bools, Ints
from bias.words.vocabulary import shipped_vocabulary

FRAMES = (
    "economic", "capacity_and_resources", "morality", "fairness_and_equality", "legality",
    "policy_prescription", "crime_and_punishment", "security_and_defense", "health_and_safety",
    "quality_of_life", "cultural_identity", "public_opinion", "political", "external_regulation",
)  # fmt: skip
"""In the order of the Policy Frames Codebook, but for `policy_prescription`."""
FORM = Form("bias-frames", 1, ("words", "rarity", "article", "short"))
RARITY_STEP = 16
"""A word's rarity is stored as a whole number of steps of 1/16."""


@dataclass(frozen=True, eq=False)
class Wording:
    """What a word says of every frame, in texts of one kind."""

    weights: Floats
    """By the word's row and the frame, rarity included, shape (words + 1, frames); row 0 is 0."""
    base: Floats
    """Log-odds of a text without a known word."""
    least: Floats
    """Probability from which a frame is called present: chosen on articles left out."""
    auc: Floats
    """How well each was told on texts left out: 0.5 is chance; 0 where nothing was labelled."""
    said: Bools
    """Which frames are said at all: the others would be guesses."""

    @cached_property
    def by_frame(self) -> Floats:
        """The weights with a row a frame."""
        return np.ascontiguousarray(self.weights.T)

    def probabilities(self, pull: Floats) -> Floats:
        """Return the probability of each frame from its words' mean pull, shape (…, frames)."""
        return np.asarray(1 / (1 + np.exp(-(self.base + pull))))


@dataclass(frozen=True, eq=False)
class FramesModel:
    """Weights of words for each frame."""

    row_of: Ints
    """Row of every word of the shipped vocabulary, by number; 0 where it has none."""
    rarity: Floats
    """By row: how much the word counts in a text's length; row 0 is 0."""
    article: Wording
    short: Wording
    """For a headline or a paragraph."""

    def pulls(self, counted: Counted) -> tuple[Ints, Floats]:
        """Return the known words of a text and how each pulls to every frame of an article.

        A word said `n` times counts `1 + log(n)` times its rarity, over the length of all
        counts taken as a vector. Shape (words, frames); the article's log-odds are the sum.
        """
        known = self.row_of[counted.numbers] > 0
        numbers, rows = counted.numbers[known], self.row_of[counted.numbers[known]]
        amounts = 1 + np.log(counted.amounts[known])
        length = np.linalg.norm(amounts * self.rarity[rows]) or 1.0
        return numbers, self.article.weights[rows] * (amounts / length)[:, None]

    def short_pulls(self, numbers: Ints, text_of: NDArray[np.intp], texts: int) -> Floats:
        """Return how the words of several short texts pull to every frame, shape (texts, frames).

        0 for a frame that is not said.

        Parameters
        ----------
        numbers
            Of the words in the shipped vocabulary.
        text_of
            Index of each word's text.
        texts
            How many.
        """
        rows = self.row_of[numbers]
        squares = np.bincount(text_of, self.rarity[rows] ** 2, texts)
        sums = np.zeros((texts, len(FRAMES)))
        for frame in np.flatnonzero(self.short.said).tolist():
            sums[:, frame] = np.bincount(text_of, self.short.by_frame[frame][rows], texts)
        return np.asarray(sums / np.sqrt(np.where(squares > 0, squares, 1.0))[:, None])


@dataclass(frozen=True, eq=False)
class Fitted:
    """A `Wording` as a file holds it."""

    weights: NDArray[np.int8]
    """In steps of `scale`, shape (words, frames)."""
    scale: tuple[float, ...]
    base: tuple[float, ...]
    least: tuple[float, ...]
    auc: tuple[float, ...]
    said: tuple[float, ...]

    def content(self) -> dict[str, Any]:
        """Return what a model file holds."""
        numbers = ("scale", "base", "least", "auc", "said")
        return {"weights": self.weights} | {name: [*getattr(self, name)] for name in numbers}

    @classmethod
    def read(cls, fields: Fields, name: str, words: int) -> "Fitted":
        """Return what `content` wrote into a field of a model file."""
        numbers = ("scale", "base", "least", "auc", "said")
        part = fields.part(name, "weights", *numbers)
        weights = part.array("weights")
        if weights.shape != (words, len(FRAMES)):
            fields.refuse(name, f"has weights of shape {weights.shape} for {words} words")
        return cls(weights.astype(np.int8), *(part.numbers(n, len(FRAMES)) for n in numbers))

    def wording(self, rarity: Floats) -> Wording:
        """Return it ready for use; `rarity` is the words', row 0 left out."""
        own = self.weights * np.array(self.scale) * rarity[:, None]
        weights = np.concatenate([np.zeros((1, len(FRAMES))), own])
        base, least, auc = (np.array(column) for column in (self.base, self.least, self.auc))
        return Wording(weights, base, least, auc, np.array(self.said) > 0)


def read_frames_model(path: File) -> FramesModel:
    """Read a model file; raises `ModelError` when it does not fit."""
    fields = read_model(path, FORM)
    words, steps = word_numbers(fields, "words"), fields.array("rarity")
    if steps.shape != words.shape:
        fields.refuse("rarity", f"is of {steps.size} words, not of {words.size}")
    rarity = steps / RARITY_STEP
    rows = np.zeros(shipped_vocabulary().size, dtype=np.int32)
    rows[words] = np.arange(1, len(words) + 1)
    wordings = (Fitted.read(fields, n, len(words)).wording(rarity) for n in ("article", "short"))
    return FramesModel(rows, np.concatenate([[0.0], rarity]), *wordings)


@cache
def shipped_frames_model() -> FramesModel:
    """Return the model that comes with the package."""
    return read_frames_model(shipped("frames.json.gz"))
