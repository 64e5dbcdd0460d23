"""What the labels of a table mean: numbers, or words of one's own."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from bias.errors import ReadError
from bias.models.labels import MOST_LABELS

_TRUTHS = {"true": 1.0, "false": 0.0}
_NAMED = 8
"""Labels named in an error."""


class Reader(Protocol):
    """Turns a label into a number."""

    @property
    def allowed(self) -> str:
        """What labels may be, in words."""

    def value(self, text: str) -> float | None:
        """Return a label's number, 0 to 1; None for a row that is left out.

        Raises `ValueError` where it is none that is allowed.
        """


@dataclass(frozen=True)
class Numbers:
    """Labels 0 and 1, or shares of annotators between them."""

    shares: bool = False

    @property
    def allowed(self) -> str:
        """What labels may be, in words."""
        numbers = "a number from 0 to 1" if self.shares else "0 or 1"
        return f"{numbers}; with labels in words give --positive WORD"

    def value(self, text: str) -> float | None:
        """Return a label's number."""
        number = _TRUTHS[text.lower()] if text.lower() in _TRUTHS else float(text)
        if not (0 <= number <= 1 if self.shares else number in (0, 1)):
            raise ValueError(text)
        return number


@dataclass(frozen=True)
class Words:
    """Two words for 1 and 0; rows with another are left out."""

    positive: str
    negative: str

    @property
    def allowed(self) -> str:
        """What labels may be, in words."""
        return f"{self.positive!r}, {self.negative!r} or another word, which is left out"

    def value(self, text: str) -> float | None:
        """Return 1 or 0, None for another word."""
        if not text:
            raise ValueError(text)
        return {_plain(self.positive): 1.0, _plain(self.negative): 0.0}.get(_plain(text))


@dataclass(frozen=True)
class Kinds:
    """Several labels, each a word or a number of its own: a label's number is its place."""

    names: tuple[str, ...]

    @property
    def allowed(self) -> str:
        """What labels may be, in words."""
        return f"one of {', '.join(map(repr, self.names))}"

    def value(self, text: str) -> float | None:
        """Return a label's place."""
        places = {_plain(name): float(place) for place, name in enumerate(self.names)}
        if _plain(text) not in places:
            raise ValueError(text)
        return places[_plain(text)]


def kinds_of(texts: Iterable[str]) -> Kinds:
    """Return the labels of a table in alphabetical order, capitals or not.

    Raises `ReadError` where there are fewer than two, or more than a model may have.

    >>> kinds_of(["sport", "Sport", "news", ""]).names
    ('news', 'sport')
    """
    names = dict[str, str]()
    for text in filter(str.strip, texts):
        names.setdefault(_plain(text), text.strip())
    if not 2 <= len(names) <= MOST_LABELS:
        raise ReadError(
            f"{len(names)} different labels; a model of labels has 2 to {MOST_LABELS}. Check that "
            "--label names the right column."
        )
    return Kinds(tuple(names[plain] for plain in sorted(names)))


def words_of(texts: Iterable[str], positive: str, negative: str | None = None) -> Words:
    """Return what the words of a table mean.

    Parameters
    ----------
    texts
        Every row's label.
    positive
        Counts as 1, capitals or not.
    negative
        Counts as 0; the only other word unless given.

    Raises
    ------
    ReadError
        A word stands in no row, or several others could be meant by 0.

    Examples
    --------
    >>> words_of(["Biased", "Non-biased", "biased"], "biased")
    Words(positive='biased', negative='Non-biased')
    """
    found = Counter(text.strip() for text in texts if text.strip())
    plain = {_plain(text) for text in found}
    told = ", ".join(f"{text!r} ({count})" for text, count in found.most_common(_NAMED)) or "none"
    for option, word in (("--positive", positive), ("--negative", negative)):
        if word is not None and _plain(word) not in plain:
            raise ReadError(f"no row has the label {word!r} of {option}. Labels are {told}.")
    others = [text for text in found if _plain(text) != _plain(positive)]
    if negative is None and len({_plain(text) for text in others}) != 1:
        raise ReadError(
            f"labels are {told}: which counts as 0 is open. Give --negative WORD, and rows with "
            "another label are left out; or fit all of them: bias train labels."
        )
    return Words(positive, negative or others[0])


def _plain(text: str) -> str:
    return text.strip().casefold()
