"""Figures, days and years as values, so that 5.7 billion and 5,700 million are one.

Read off the words of a sentence: what stands before a number ($), what follows it (percent,
million) and the next nouns, of which it may be the count.
"""

from bisect import bisect_left
from collections.abc import Iterator
from typing import Literal

from bias.document.columns import FIGURE, KIND, UPPER
from bias.document.document import Document
from bias.events.figure_words import (
    ABOUT,
    AMBIGUOUS,
    BETWEEN,
    COMING_BEFORE,
    DAYS,
    FURTHER,
    HALVES,
    JOINED,
    MARKS,
    MONEY,
    MONTH_NUMBERS,
    MONTHS,
    NUMBER_WORDS,
    OLDEST,
    ORDINALS,
    PLAIN,
    REACH,
    SAID_BEFORE,
    SAID_BEHIND,
    SAYING,
    SCALES,
    TIMES,
    UNITS,
    WEEKDAYS,
    YEARS,
    bound_of,
    clock_of,
    is_joined,
    order_of,
)
from bias.events.words import COMING, SILENT, STEM
from bias.values import value
from bias.words.cut import Span

Kind = Literal[
    "money", "percent", "count", "scale", "ordinal", "age", "year", "month", "day", "date", "time",
    "tally",
]  # fmt: skip


@value(frozen=True, slots=True)
class Quantity(Span):
    """One figure or day of a sentence."""

    kind: Kind
    value: float
    about: bool
    """It is given as about so much."""
    bound: int
    """1 if it is given as so much at least, -1 at most, else 0."""
    line: int
    """Index of its sentence."""
    units: frozenset[int]
    """Stems of the next words with content: what it may count."""
    said: bool
    """A word of saying stands beside it: as a day, it is that of the words."""
    further: bool
    """It counts what is left, such as three others."""
    coming: bool
    """Before it stands that something is still to come: as a day, it lies ahead."""


def quantities_of(told: Document, sentences: int) -> tuple[Quantity, ...]:
    """Return the figures and days of the first sentences of headline and story, in order."""
    reader = _Reader(told)
    return tuple(
        found
        for line, sentence in enumerate(told.sentences[:sentences])
        for found in reader.read(line, sentence.first, sentence.last)
    )


class _Reader:
    """Reads the tokens of a document."""

    def __init__(self, told: Document) -> None:
        self.keys, self.stems = told.keys, told.column(STEM)
        self.kinds, self.is_name = told.column(KIND), told.column(UPPER)
        self.starts, self.ends = told.starts, told.ends
        self.begins = _begin_quantities(self.keys, (self.kinds == FIGURE).tolist())

    def read(self, line: int, first: int, last: int) -> Iterator[Quantity]:
        """Yield what stands in a sentence, which is the tokens from `first` to `last`."""
        place = first
        for start in self.begins[bisect_left(self.begins, first) : bisect_left(self.begins, last)]:
            if start < place:
                continue
            found, place = self._read(start, first, last)
            if found:
                kind, amount = found
                yield self._made(kind, amount, line, start, place, first, last)

    def _read(self, place: int, first: int, last: int) -> tuple[tuple[Kind, float] | None, int]:
        """Return kind and value of what begins at a token, and where it ends."""
        key = self.keys[place]
        if key in WEEKDAYS:
            return ("day", float(WEEKDAYS.index(key))), place + 1
        if key in MONTH_NUMBERS:
            return self._date(place, last)
        if (order := order_of(key)) is not None:
            in_name = place + 1 < last and self.is_name[place + 1]
            return (None if in_name else ("ordinal", order)), place + 1
        if (minutes := clock_of(key, self._key(place + 1, last))) is not None:
            return ("time", minutes), place + 1 + (self._key(place + 1, last) in HALVES)
        if key in SCALES:
            return self._scale(place, last)
        if (month := self._month_behind(place, last)) is not None:
            return ("date", 100.0 * month + int(key)), place + 2
        amount, end = self._amount(place, last)
        if amount is None:
            return None, end
        if self._key(end, last) in BETWEEN:
            other, after = self._amount(end + 1, last)
            if other is not None:
                votes = any(
                    k.startswith("vot") for k in self.keys[max(first, place - 4) : after + 2]
                )
                tally: Kind = "tally"
                return ((tally, amount + other / 1e4) if votes else None), after
        return (self._kind(amount, place, end, first, last), amount), end

    def _scale(self, place: int, last: int) -> tuple[tuple[Kind, float] | None, int]:
        """Return how many noughts a rough number has, such as tens of thousands."""
        noughts, end = SCALES[self.keys[place]], place + 1
        if self._key(end, last) == "of" and (more := SCALES.get(self._key(end + 1, last))):
            noughts, end = noughts + more, end + 2
        return ("scale", noughts), end

    def _kind(self, amount: float, place: int, end: int, first: int, last: int) -> Kind:
        """Tell by the words around a number what it is."""
        following = self._key(end, last)
        if (place > first and self.keys[place - 1] in MONEY) or following in ("dollars", "euros"):
            return "money"
        if self.keys[place].endswith("%") or following in ("percent", "%", "percentage"):
            return "percent"
        if following == "per" and self._key(end + 1, last) == "cent":
            return "percent"
        if following.startswith("year-old") or self._key(end + 1, last).startswith("year-old"):
            return "age"
        before = self.keys[place - 1] if place > first else ""
        if before == "aged" or (before == "," and following == "," and amount <= OLDEST):
            return "age"
        is_near = YEARS.start <= amount < YEARS.stop
        is_year = self.keys[place].isdecimal() and end == place + 1 and is_near
        return "year" if is_year else "count"

    def _amount(self, place: int, last: int) -> tuple[float | None, int]:
        """Return the number at a token, a word such as million behind it reckoned in."""
        key = self._key(place, last)
        amount, end = NUMBER_WORDS.get(key), place + 1
        if key == "dozen":
            return TIMES[key], end
        if key == "half":
            times = TIMES.get(self._key(place + 2, last)) if self._key(end, last) == "a" else None
            return (times / 2, place + 3) if times else (None, end)
        plain = key.rstrip("%")
        if amount is None and PLAIN.fullmatch(plain):
            amount = float(plain.replace(",", ""))
        if joined := JOINED.fullmatch(key):
            return float(joined[1]) * TIMES[joined[2]], end
        if amount is None:
            return None, end
        joined = JOINED.fullmatch(self._key(end + 1, last)) if self._key(end, last) == "." else None
        if joined:
            return float(f"{plain}.{joined[1]}") * TIMES[joined[2]], end + 2
        at = end + (self._key(end, last)[:1] in MARKS)
        times = TIMES.get(self._key(at, last))
        return (amount * times, at + 1) if times else (amount, end)

    def _date(self, place: int, last: int) -> tuple[tuple[Kind, float] | None, int]:
        following = self._key(place + 1, last)
        at = place + 2 if following == "." else place + 1
        day = self._key(at, last).rstrip("stndrh")
        if not day.isdecimal() or not 1 <= int(day) <= DAYS:
            known = self.keys[place] in MONTHS and self.keys[place] not in AMBIGUOUS
            return (("month", float(MONTH_NUMBERS[self.keys[place]])) if known else None), place + 1
        end = at + 1
        if self._key(end, last) in BETWEEN and self._key(end + 1, last).isdecimal():
            return None, end + 2
        signed = place > 0 and self.keys[place - 1] == ")"
        date = 100.0 * MONTH_NUMBERS[self.keys[place]] + int(day)
        return (None if signed else ("date", date)), end

    def _month_behind(self, place: int, last: int) -> int | None:
        """Return the month of a date such as 18 April; None where it is none."""
        key, following = self.keys[place], self._key(place + 1, last)
        is_day = key.isdecimal() and len(key) < len("100") and 1 <= int(key) <= DAYS
        named = place + 1 < last and following in MONTH_NUMBERS and self.is_name[place + 1]
        return MONTH_NUMBERS[following] if is_day and named else None

    def _key(self, place: int, last: int) -> str:
        return self.keys[place] if place < last else ""

    def _made(
        self, kind: Kind, amount: float, line: int, place: int, end: int, first: int, last: int
    ) -> Quantity:
        start = place - (place > first and self.keys[place - 1] in MONEY)
        before = self.keys[max(first, start - 3) : start]
        behind = self.stems[end : min(end + REACH, last)]
        return Quantity(
            int(self.starts[start]),
            int(self.ends[end - 1]),
            kind,
            amount,
            not ABOUT.isdisjoint(before),
            bound_of(before),
            line,
            frozenset(behind[behind != SILENT][:UNITS].tolist()),
            not SAYING.isdisjoint(self.keys[max(first, start - SAID_BEFORE) : start])
            or not SAYING.isdisjoint(self.keys[end : min(end + SAID_BEHIND, last)]),
            not FURTHER.isdisjoint((self._key(end, last), *before[-1:])),
            not COMING.isdisjoint(self.keys[max(first, start - COMING_BEFORE) : start]),
        )


def _begin_quantities(keys: list[str], is_figure: list[bool]) -> list[int]:
    """Return the places of the tokens that may begin a figure or a day."""
    words = NUMBER_WORDS.keys() | MONTH_NUMBERS.keys() | ORDINALS.keys() | set(WEEKDAYS)
    words |= SCALES.keys() | {"dozen", "half"}
    return [
        place
        for place, key in enumerate(keys)
        if is_figure[place] or key in words or (key[0].isdecimal() and is_joined(key))
    ]


def agree(one: Quantity, other: Quantity) -> bool:
    """Tell whether two figures can be the same one, rounded or given as about so much.

    >>> made = lambda value, about: Quantity(
    ...     0, 1, "count", value, about, 0, 0, frozenset(), False, False, False
    ... )
    >>> agree(made(396.0, False), made(400.0, True)), agree(made(16.0, True), made(15.0, False))
    (True, False)
    """
    if one.value == other.value:
        return True
    if one.kind not in ("money", "percent", "count"):
        return False
    less, more = sorted((one, other), key=lambda quantity: quantity.value)
    if (less.bound > 0 or more.bound < 0) and more.value <= BEYOND * less.value:
        return True
    rough, exact = sorted((one, other), key=lambda quantity: _figures(quantity.value))
    rounded = float(f"{exact.value:.{_figures(rough.value)}g}") == rough.value
    near = abs(one.value - other.value) <= NEAR * max(one.value, other.value)
    return ((one.about or other.about) and (rounded or near)) or (rounded and rough.value >= 100)


BEYOND = 2.0
"""How much more, or less, than a bound its figure may be."""
NEAR = 0.05
"""Figures given as about so much that differ by no more than this share are one."""


def _figures(amount: float) -> int:
    """Count the significant digits of a number as it would be written.

    >>> _figures(5.7e9), _figures(400.0), _figures(84000.0)
    (2, 1, 2)
    """
    return len(f"{amount:.12g}".partition("e")[0].replace(".", "").strip("0")) or 1
