"""What the readers of all archives share."""

import re
from dataclasses import dataclass, field

_MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    "sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
DATE = re.compile(
    rf"(?:(?:{_MONTHS})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{_MONTHS})\.?,?\s+\d{{4}}|\d{{4}}-\d\d-\d\d)\b",
    re.IGNORECASE,
)
"""How a line begins that gives the day."""
_PARTS = re.compile(r"\d+|[a-z]{3}")
_ORDER = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
COPYRIGHT = re.compile(r"copyright\b|©|\(c\)\s|all rights reserved", re.IGNORECASE)
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")


@dataclass(slots=True)
class Exported:
    """An article of an export."""

    headline: str
    body: str
    fields: dict[str, str] = field(default_factory=dict)
    """`outlet`, `date`, `url`, `authors` and what else its archive says of it."""


def blocks_of(text: str) -> list[list[str]]:
    """Return the lines of each paragraph, blanks around them left out."""
    parts = (part.split("\n") for part in _BLANK_LINE.split(text))
    lines = ([line.strip() for line in part if line.strip()] for part in parts)
    return [block for block in lines if block]


def iso_date(text: str) -> str:
    """Return the day that a text begins with as `2024-03-05`; another text as it is.

    >>> iso_date("March 5, 2024 Tuesday"), iso_date("5 Mar 2024"), iso_date("spring 2024")
    ('2024-03-05', '2024-03-05', 'spring 2024')
    """
    match = DATE.match(text)
    if match is None or match[0][:4].isdigit():
        return match[0] if match else text
    parts = [
        part for part in _PARTS.findall(match[0].lower()) if part[0].isdigit() or part in _ORDER
    ]
    month = next(part for part in parts if part in _ORDER)
    day, year = (part for part in parts if part.isdigit())
    return f"{year}-{_ORDER.index(month) + 1:02}-{int(day):02}"
