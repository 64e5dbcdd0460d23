"""Dates as they come, and the periods that suit their span."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from email.utils import parsedate_to_datetime
from typing import Literal

Grain = Literal["day", "week", "month", "year"]
MOST_PERIODS = 48
"""A span is cut into the finest periods of which it has at most so many."""
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ISO = re.compile(r"\s*(\d{4})[-/.]?(\d{2})(?:[-/.]?(\d{2}))?(?!\d)")
_MONTH, _YEAR = r"(?P<month>[a-z]{3})[a-z]*\.?", r"(?P<year>\d{4})"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_NAMED = (
    re.compile(rf"\s*{_MONTH}\s+{_DAY},?\s+{_YEAR}", re.IGNORECASE),
    re.compile(rf"\s*{_DAY}\s+{_MONTH},?\s+{_YEAR}", re.IGNORECASE),
)


def day_of(text: object) -> date | None:
    """Return the day a date names, or None when it names none for certain.

    Understood are ISO 8601 (a month alone counts as its first day), "March 2,
    2026" and the dates of mails and feeds. "03/04/2026" is not: it means
    different days in different countries.

    >>> day_of("2026-03-02T08:30:00Z"), day_of("March 2, 2026"), day_of("03/04/2026")
    (datetime.date(2026, 3, 2), datetime.date(2026, 3, 2), None)
    """
    if not isinstance(text, str):
        return None
    try:
        return _iso(text) or _named(text) or parsedate_to_datetime(text).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _iso(text: str) -> date | None:
    found = _ISO.match(text)
    return date(int(found[1]), int(found[2]), int(found[3] or 1)) if found else None


def _named(text: str) -> date | None:
    found = next(filter(None, (pattern.match(text) for pattern in _NAMED)), None)
    if not found or found["month"].lower() not in _MONTHS:
        return None
    month = _MONTHS.index(found["month"].lower()) + 1
    return date(int(found["year"]), month, int(found["day"]))


def grain_of(days: Iterable[date]) -> Grain:
    """Return the finest period that cuts a span into at most `MOST_PERIODS`."""
    known = list(days)
    if not known:
        return "year"
    first, last = min(known), max(known)
    span = (last - first).days
    if span < MOST_PERIODS:
        return "day"
    if span < 7 * (MOST_PERIODS - 1):
        return "week"
    months = 12 * (last.year - first.year) + last.month - first.month
    return "month" if months < MOST_PERIODS else "year"


def start_of(day: date, grain: Grain) -> date:
    """Return the first day of the period that holds a day; weeks start on Monday."""
    if grain == "week":
        return day - timedelta(days=day.weekday())
    if grain == "month":
        return day.replace(day=1)
    return day.replace(month=1, day=1) if grain == "year" else day


def after(start: date, grain: Grain) -> date:
    """Return the first day of the next period."""
    if grain == "year":
        return start.replace(year=start.year + 1)
    if grain == "month":
        return (start.replace(day=28) + timedelta(days=4)).replace(day=1)
    return start + timedelta(days=7 if grain == "week" else 1)


def period_name(start: date, grain: Grain) -> str:
    """Name a period so that names sort as the periods do.

    >>> period_name(date(2026, 3, 2), "week"), period_name(date(2026, 3, 1), "month")
    ('week of 2026-03-02', '2026-03')
    """
    written = start.isoformat()
    named = {"day": written, "week": f"week of {written}", "month": written[:7]}
    return named.get(grain, written[:4])


def every_period(first: date, last: date, grain: Grain) -> list[date]:
    """Return the start of every period between two, gaps included."""
    starts = [first]
    while starts[-1] < last:
        starts.append(after(starts[-1], grain))
    return starts
