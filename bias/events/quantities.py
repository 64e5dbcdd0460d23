"""Figures, days and years as values, so that 5.7 billion and 5,700 million are one.

Read off the words of a sentence: what stands before a number ($), what follows it (percent,
million) and the next nouns, of which it may be the count.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Literal

from bias.document.columns import FIGURE, KIND
from bias.document.document import Document
from bias.events.words import SILENT, STEM
from bias.values import value
from bias.words.cut import Span

Kind = Literal[
    "money", "percent", "count", "ordinal", "age", "year", "month", "day", "date", "tally",
]  # fmt: skip

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
MONTH_NUMBERS = {
    **{name: place for place, name in enumerate(MONTHS, 1)},
    **{name[:3]: place for place, name in enumerate(MONTHS, 1)},
    "sept": 9,
}
_UNITS = (
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_TENS = ("thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
AMBIGUOUS = frozenset(("may", "march", "august"))
"""Months that are other words as well; they count with a day behind them only."""
NUMBER_WORDS = {
    **{word: float(place) for place, word in enumerate(_UNITS, start=2)},
    **{word: 10.0 * place for place, word in enumerate(_TENS, start=3)},
}
"""`one` is left out: it is seldom a count."""
_ORDER = (
    "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
)  # fmt: skip
ORDINALS = {word: float(place) for place, word in enumerate(_ORDER, start=2)}
"""`first` is left out: it is said of most things."""
_ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th)")
TIMES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "dozen": 12.0, "m": 1e6, "mn": 1e6, "bn": 1e9, "k": 1e3,
}  # fmt: skip
MONEY = frozenset("$£€")
ABOUT = frozenset({
    "about", "around", "almost", "nearly", "roughly", "some", "approximately", "estimated", "over",
    "under", "least", "most", "than", "up", "dozens", "fewer", "more", "less",
})  # fmt: skip
YEARS = range(1700, 2101)
UNITS = 2
"""Words with content behind a number: it may count them."""
REACH = 5
"""Words behind a number in which they are sought."""
DAYS, OLDEST = 31, 110
BETWEEN = frozenset(("-", "–", "to"))
"""Stand between the two numbers of a vote, or of a range, which is no quantity."""
_PLAIN = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_JOINED = re.compile(r"(\d+)(bn|mn|m|k)")


@value(frozen=True, slots=True)
class Quantity(Span):
    """One figure or day of a sentence."""

    kind: Kind
    value: float
    about: bool
    """It is given as about so much."""
    line: int
    """Index of its sentence."""
    units: frozenset[int]
    """Stems of the next words with content: what it may count."""


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
        self.kinds = told.column(KIND)
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
        if (order := _order_of(key)) is not None:
            return ("ordinal", order), place + 1
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
        plain = key.rstrip("%")
        if amount is None and _PLAIN.fullmatch(plain):
            amount = float(plain.replace(",", ""))
        if joined := _JOINED.fullmatch(key):
            return float(joined[1]) * TIMES[joined[2]], end
        if amount is None:
            return None, end
        joined = (
            _JOINED.fullmatch(self._key(end + 1, last)) if self._key(end, last) == "." else None
        )
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
        return ("date", 100.0 * MONTH_NUMBERS[self.keys[place]] + int(day)), at + 1

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
            line,
            frozenset(behind[behind != SILENT][:UNITS].tolist()),
        )


MARKS = frozenset("-”\"'’")
"""May stand between a number and its million."""


def _order_of(key: str) -> float | None:
    """Return the number of an ordinal; None for any other word.

    >>> _order_of("third"), _order_of("4th"), _order_of("three")
    (3.0, 4.0, None)
    """
    written = _ORDINAL.fullmatch(key)
    return float(written[1]) if written else ORDINALS.get(key)


def _begin_quantities(keys: list[str], is_figure: list[bool]) -> list[int]:
    """Return the places of the tokens that may begin a figure or a day."""
    words = NUMBER_WORDS.keys() | MONTH_NUMBERS.keys() | ORDINALS.keys() | set(WEEKDAYS)
    return [
        place
        for place, key in enumerate(keys)
        if is_figure[place] or key in words or (key[0].isdecimal() and _JOINED.fullmatch(key))
    ]


def agree(one: Quantity, other: Quantity) -> bool:
    """Tell whether two figures can be the same one, rounded or given as about so much.

    >>> made = lambda value, about: Quantity(0, 1, "count", value, about, 0, frozenset())
    >>> agree(made(396.0, False), made(400.0, True)), agree(made(16.0, True), made(15.0, False))
    (True, False)
    """
    if one.value == other.value:
        return True
    if one.kind not in ("money", "percent", "count"):
        return False
    rough, exact = sorted((one, other), key=lambda quantity: _figures(quantity.value))
    rounded = float(f"{exact.value:.{_figures(rough.value)}g}") == rough.value
    near = abs(one.value - other.value) <= NEAR * max(one.value, other.value)
    return ((one.about or other.about) and (rounded or near)) or (rounded and rough.value >= 100)


NEAR = 0.05
"""Figures given as about so much that differ by no more than this share are one."""


def _figures(amount: float) -> int:
    """Count the significant digits of a number as it would be written.

    >>> _figures(5.7e9), _figures(400.0), _figures(84000.0)
    (2, 1, 2)
    """
    return len(f"{amount:.12g}".partition("e")[0].replace(".", "").strip("0")) or 1
