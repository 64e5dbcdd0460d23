"""Words and signs that make figures, days and times of day, and what one alone says."""

import re
from collections.abc import Sequence

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
UNIT_WORDS = (
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
TEN_WORDS = ("thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
AMBIGUOUS = frozenset(("may", "march", "august"))
"""Months that are other words as well; they count with a day behind them only."""
NUMBER_WORDS = {
    **{word: float(place) for place, word in enumerate(UNIT_WORDS, start=2)},
    **{word: 10.0 * place for place, word in enumerate(TEN_WORDS, start=3)},
}
"""`one` is left out: it is seldom a count."""
ORDER = (
    "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
)  # fmt: skip
ORDINALS = {word: float(place) for place, word in enumerate(ORDER, start=2)}
"""`first` is left out: it is said of most things."""
ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th)")
TIMES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "dozen": 12.0, "m": 1e6, "mn": 1e6, "bn": 1e9, "k": 1e3,
}  # fmt: skip
MONEY = frozenset("$£€")
ABOUT = frozenset({
    "about", "around", "almost", "nearly", "roughly", "some", "approximately", "estimated", "over",
    "under", "least", "most", "than", "up", "dozens", "fewer", "more", "less",
})  # fmt: skip
AT_LEAST = frozenset({
    "above", "exceeded", "exceeding", "exceeds", "greater than", "least", "more than", "over",
})  # fmt: skip
AT_MOST = frozenset({
    "almost", "below", "fewer than", "less than", "most", "nearly", "under", "up to",
})  # fmt: skip
"""Right before a number: it may be larger, or smaller."""
YEARS = range(1700, 2101)
UNITS = 2
"""Words with content behind a number: it may count them."""
REACH = 5
"""Words behind a number in which they are sought."""
DAYS, OLDEST = 31, 110
BETWEEN = frozenset(("-", "–", "to"))
"""Stand between the two numbers of a vote, or of a range, which is no quantity."""
SCALES = {
    "tens": 1.0,
    "dozens": 1.0,
    "hundreds": 2.0,
    "thousands": 3.0,
    "millions": 6.0,
    "billions": 9.0,
}
"""Stand for a rough number: how many noughts it has."""
CLOCK = re.compile(r"(1[0-2]|[1-9])(?:[:.]([0-5]\d))?([ap]m)?")
"""An hour, with minutes and half of the day or without."""
HALVES = {"am": 0.0, "a.m.": 0.0, "a.m": 0.0, "pm": 12.0, "p.m.": 12.0, "p.m": 12.0}
"""Of the day: what they add to the hour."""
SAYING = frozenset((
    "said", "says", "say", "saying", "told", "tells", "announced", "added", "wrote", "tweeted",
    "reported", "reports", "statement", "interview", "speech", "remarks", "spoke", "speaking",
))  # fmt: skip
"""Beside a day: it is the day of the words, not of what they tell."""
SAID_BEFORE, SAID_BEHIND = 3, 2
"""Words before and behind a day in which they are sought."""
PLAIN = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
JOINED = re.compile(r"(\d+)(bn|mn|m|k)")
MARKS = frozenset("-”\"'’")
"""May stand between a number and its million."""
FURTHER = frozenset(("additional", "another", "further", "more", "other", "others"))
"""Right behind or before a number: it counts what is left, not all."""
COMING_BEFORE = 8
"""Words before a day in which those are sought that tell of what is still to come."""


def order_of(key: str) -> float | None:
    """Return the number of an ordinal; None for any other word.

    >>> order_of("third"), order_of("4th"), order_of("three")
    (3.0, 4.0, None)
    """
    written = ORDINAL.fullmatch(key)
    return float(written[1]) if written else ORDINALS.get(key)


def bound_of(before: Sequence[str]) -> int:
    """Tell by the words before a number whether it is the least, 1, or the most, -1; else 0.

    >>> bound_of(["more", "than"]), bound_of(["brought", "up"]), bound_of(["up", "to"])
    (1, 0, -1)
    """
    last = {" ".join(before[-1:]), " ".join(before[-2:])}
    return (not AT_LEAST.isdisjoint(last)) - (not AT_MOST.isdisjoint(last))


def is_joined(key: str) -> bool:
    """Tell whether a number is written in one with its million or its half of the day."""
    return bool(JOINED.fullmatch(key) or CLOCK.fullmatch(key))


def clock_of(key: str, following: str) -> float | None:
    """Return the minutes after midnight of a time of day; None for any other word.

    >>> clock_of("5:30", "p.m."), clock_of("12am", ""), clock_of("5", "people")
    (1050.0, 0.0, None)
    """
    found = CLOCK.fullmatch(key)
    half = HALVES.get((found[3] or following) if found else "")
    if found is None or half is None:
        return None
    return 60.0 * (int(found[1]) % 12 + half) + int(found[2] or 0)
