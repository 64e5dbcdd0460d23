"""Microframes of one's own: where a text stands on an axis between two poles of words.

After FrameAxis (Kwak, An, Jing and Ahn 2021): an axis is the mean vector of one pole's words minus
that of the other's; a text's *bias* is the mean cosine of its words with the axis, its *intensity*
how far its words spread around what is usual. Common words count less, as in smooth inverse
frequency (Arora, Liang and Ma 2017), in place of a list of words to leave out. Vectors are those
of `wording.json.gz`, learnt from news (positive pointwise mutual information, factorised). They
know no names.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import numpy as np

from bias.errors import LexiconError
from bias.inputs.lists.yaml_nodes import compose, line_of
from bias.models.by_word import Floats
from bias.models.wording import COMMON, shipped_wording
from bias.reading import Reading
from bias.words.cut import key_of
from bias.words.numbered import Counted
from bias.words.types import Ints
from bias.words.vocabulary import shipped_vocabulary

POLES = ("low", "high")
SHOWN = 5
"""Words that are named for each text and axis: those that pull most, either way."""


@dataclass(frozen=True, eq=False)
class Vectors:
    """The words that have a vector."""

    row_of: Ints
    """Row of each word of the shipped vocabulary, by number; -1 where it has none."""
    rows: Floats
    """Of length 1, shape (words, dimensions)."""
    counts: Floats
    """How often each stands in the news they were learnt from."""

    @cached_property
    def rarity(self) -> Floats:
        """How much each counts, 0 to 1: less for common words."""
        return np.asarray(COMMON / (COMMON + self.counts / self.counts.sum()))

    def of(self, words: Iterable[str]) -> Floats:
        """Return the vectors of those words that have one."""
        numbers = [shipped_vocabulary()[key_of(word)] for word in words]
        rows = [self.row_of[number] for number in numbers if self.row_of[number] >= 0]
        return self.rows[rows]


@cache
def shipped_vectors() -> Vectors:
    """Return the vectors that come with the package."""
    wording, vocabulary = shipped_wording(), shipped_vocabulary()
    rows = np.full(vocabulary.size, -1, dtype=np.int32)
    size = len(wording.learnt)
    rows[[vocabulary[word] for word in wording.words[:size]]] = np.arange(size)
    lengths = np.linalg.norm(wording.learnt, axis=1, keepdims=True)
    unit = wording.learnt / np.where(lengths > 0, lengths, 1.0)
    return Vectors(rows, unit, wording.counts[:size])


@dataclass(frozen=True)
class Microframe:
    """An axis between two poles.

    Examples
    --------
    >>> axis = Microframe("strife", ("war", "fight", "battle"), ("peace", "agreement", "talks"))
    >>> axis.cosine("attack") < 0 < axis.cosine("ceasefire")
    True
    """

    name: str
    low: tuple[str, ...]
    """Words of the pole where bias is negative."""
    high: tuple[str, ...]
    """Of the one where it is positive."""

    @cached_property
    def cosines(self) -> Floats:
        """Cosine of every word that has a vector with the axis, by row of `Vectors`."""
        vectors = shipped_vectors()
        low, high = vectors.of(self.low), vectors.of(self.high)
        for pole, found in zip(POLES, (low, high), strict=True):
            if not len(found):
                raise LexiconError(
                    f"microframe {self.name!r}: no word of its pole {pole!r} is known. Use common "
                    "words in lower case; names have no vector."
                )
        axis = high.mean(axis=0) - low.mean(axis=0)
        return np.asarray(vectors.rows @ axis / (np.linalg.norm(axis) or 1.0))

    def cosine(self, word: str) -> float:
        """Return a word's cosine with the axis, -1 to 1; NaN for a word without a vector."""
        row = int(shipped_vectors().row_of[shipped_vocabulary()[key_of(word)]])
        return float(self.cosines[row]) if row >= 0 else float("nan")

    @cached_property
    def usual(self) -> float:
        """The bias of the news that the vectors were learnt from."""
        vectors = shipped_vectors()
        return float(np.average(self.cosines, weights=vectors.counts * vectors.rarity))

    def measure(self, reading: Reading) -> tuple[float, float, tuple[str, ...]]:
        """Return bias, intensity and the strongest words of headline and story.

        Bias is relative to the news: 0 is usual. Both are NaN without a known word.
        """
        counted = Counted.of(shipped_vocabulary(), reading.masked.numbers)
        rows = shipped_vectors().row_of[counted.numbers]
        known = rows >= 0
        if not known.any():
            return float("nan"), float("nan"), ()
        own = self.cosines[rows[known]] - self.usual
        amounts = counted.amounts[known] * shipped_vectors().rarity[rows[known]]
        numbers = counted.numbers[known]
        strongest = np.argsort(-np.abs(own) * amounts, kind="stable")[:SHOWN].tolist()
        words = tuple(shipped_vocabulary().words[int(numbers[place])] for place in strongest)
        bias = float(np.average(own, weights=amounts))
        return bias, float(np.average(own**2, weights=amounts)), words


def read_microframes(path: str | Path) -> tuple[Microframe, ...]:
    r"""Read axes from a YAML file: under each name two lists of words, `low` and `high`.

    Raises
    ------
    LexiconError
        Naming file and line: what is no such file.

    Examples
    --------
    >>> import tempfile
    >>> file = Path(tempfile.mkdtemp()) / "axes.yml"
    >>> _ = file.write_text("safety:\n  low: [danger, risk]\n  high: [safe]\n", "utf-8")
    >>> read_microframes(file)[0].low
    ('danger', 'risk')
    """
    try:
        root = compose(Path(path).read_text("utf-8-sig"), str(path))
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"{path}: cannot be read as UTF-8 text ({error}).") from error
    if root.id != "mapping":
        raise _refused(path, root)
    return tuple(_axis(path, key, value) for key, value in root.value)


def _axis(path: str | Path, key: Any, value: Any) -> Microframe:
    poles = {p.value: words for p, words in value.value} if value.id == "mapping" else {}
    if poles.keys() != set(POLES) or any(words.id != "sequence" for words in poles.values()):
        raise _refused(path, key)
    low, high = (tuple(word.value for word in poles[pole].value) for pole in POLES)
    if not all(isinstance(word, str) for word in (*low, *high)):
        raise _refused(path, key)
    return Microframe(key.value, low, high)


def _refused(path: str | Path, node: Any) -> LexiconError:
    return LexiconError(
        f"{path}, line {line_of(node)}: no microframe. Write a name, and under it 'low: [words]' "
        "and 'high: [words]'."
    )
