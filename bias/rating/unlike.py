"""Is this a news text at all? Transcripts, recipes, lists, verse, statutes and code are not.

The models have read news articles only. Every other form leaves marks that cost little to
count: lines that open with a speaker's name, cooking measures, lines without a full
stop. A form is named where its marks are far denser than in news; the rating then
keeps its number, but gets a wide interval and the form as its reason.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

import numpy as np

from bias.document.wrapped import is_wrapped
from bias.models.sentences import shipped_model
from bias.rating.garbled import garbled_reason
from bias.reading import Reading
from bias.words.numbered import Counted, WordGroups
from bias.words.types import Column
from bias.words.vocabulary import shipped_vocabulary

FEWEST_WORDS = 30
"""Fewer words of the body are not judged."""
FEWEST_LINES = 5
"""Fewer lines say nothing about a text's form."""
SHORT_LINE = 70
"""Characters of a line as in verse or a list, at most."""

FEWEST_LISTED = 4
"""Fewer cooking or legal words may stand in any article."""
LEAST_SPEAKERS = 0.35
"""Share of lines that open with a speaker; 0.5 % of news articles have more, mostly interviews.
This and the numbers below are set from 2,500 articles of article-bias-prediction and from
texts of our own in each form (2026-11-23)."""
LEAST_CLOCK = 0.2
"""Share of paragraphs that open with the time of day."""
FEWEST_STAMPS = 3
"""Paragraphs that do: news may name the hour in one or two."""
LEAST_COOKING = 3.0
"""Cooking words per 100 words; the most in news is 0.6."""
MOST_TOLD = 3.0
"""Of `said`, `was`, `were` and `had` per 100 words: a recipe says what to do, news what was done.
With more of them news may name any dishes (set by hand, 2026-11-23)."""
LEAST_LEGAL = 1.5
"""Words of contracts and statutes per 100 words; the most in news is 0.6."""
LEAST_OPEN = 0.35
"""Share of the body's characters in short lines that open like a line of verse or a list and have
no end mark; the most in news is 0.4, in lists of products."""
LEAST_SIGNS = 0.035
"""Signs of code per character; the most in news is 0.01, in a few lines full of share prices
0.03."""
LEAST_UNKNOWN = 0.2
"""Share of lower-case words that 35,000 news articles hardly hold; in news 0.1 at most."""

_COOKING = frozenset(
    {
        "cup", "cups", "tablespoon", "tablespoons", "teaspoon", "teaspoons", "tbsp", "tsp",
        "ounces", "grams", "g", "ml", "preheat", "oven", "pan", "saucepan", "skillet", "bowl",
        "simmer", "whisk", "stir", "garnish", "dough", "flour", "butter", "sugar", "salt",
        "pepper", "garlic", "onion", "onions", "bake", "boil", "chopped", "diced", "minced",
        "drain", "ingredients", "servings", "sprinkle", "eggs", "milk", "cream", "vanilla",
        "heat", "minutes", "mix", "tender", "olive",
    }
)  # fmt: skip
_TOLD = frozenset({"said", "was", "were", "had"})
_LEGAL = frozenset(
    {
        "shall", "hereby", "herein", "hereof", "hereto", "hereunder", "thereof", "therein",
        "thereto", "thereunder", "whereas", "notwithstanding", "pursuant", "foregoing",
        "aforesaid", "subsection", "subsections", "subparagraph", "clause", "herewith",
        "undersigned", "licensee", "licensor", "lessee", "lessor", "indemnify",
    }
)  # fmt: skip
_CODE = frozenset("{}[]<>=;_|\\#+*~^`")
_ENDS = frozenset(".!?…:\"”’')]»")
_SPEAKER = re.compile(
    r"[A-Z][\w.'’&-]{0,30}(?: [A-Z][\w.'’&-]{0,30}){0,4}(?: \([^()\n]{1,40}\))?:\s|[QA][.:]\s"
)
_CLOCK = re.compile(
    r"\W?\d{1,2}[:.]\d{2}(?!\d)|\W?\d{1,2} ?[ap]\.?m\b|\W?just now\b"
    r"|\W?(?:\d{1,2}|an?) ?(?:[mh]|mins?|minutes?|hrs?|hours?) ago\b",
    re.IGNORECASE,
)


def _code_signs(word: str) -> int:
    """Return how many signs of code a word or mark has.

    >>> [_code_signs(word) for word in ("plan", "==", "snake_case")]
    [0, 2, 1]
    """
    return 0 if word.isalnum() else sum(map(_CODE.__contains__, word))


CODE_SIGNS = Column(_code_signs, np.int32)
"""Signs of code in a word or mark."""


def unlike_reason(reading: Reading) -> str | None:
    """Return why the story is unlike those the models know; None when it is like them."""
    if garbled := garbled_reason(reading.document.text):
        return garbled
    masked = reading.masked
    counted = Counted.of(masked.vocabulary, masked.numbers[masked.is_letters])
    if counted.total < FEWEST_WORDS:
        return reading.language.sparse_reason
    return _form(reading, counted) or reading.language.sparse_reason or _strange(counted)


def _form(reading: Reading, counted: Counted) -> str | None:
    """Return the form that the story has instead of news."""
    found = _groups().count(counted)
    is_told = 100 * found["told"] / counted.total > MOST_TOLD
    cooking = 0.0 if is_told else _per_100(found["cooking"], counted)
    signs = int(reading.told.column(CODE_SIGNS)[reading.story].sum())
    lines = [*_lines(reading)]
    checks = (
        (_opening(lines, _SPEAKER), LEAST_SPEAKERS, "a transcript or an interview"),
        (_stamps(reading), LEAST_CLOCK, "a live blog or a schedule"),
        (signs / (sum(map(len, lines)) or 1), LEAST_SIGNS, "computer code or a table"),
        (cooking, LEAST_COOKING, "a recipe"),
        (_per_100(found["legal"], counted), LEAST_LEGAL, "a contract, a statute or a ruling"),
        (_open_share(lines), LEAST_OPEN, "verse or a list"),
    )
    named = (form for found, least, form in checks if found >= least)
    return next((f"reads like {form}; the models know news articles only" for form in named), None)


def _lines(reading: Reading) -> Iterator[str]:
    """Yield the lines of the story that are not empty, blanks around them left out.

    Prose that was broken at a margin is one line.
    """
    for paragraph in reading.story_texts():
        lines = [*filter(None, map(str.strip, paragraph.split("\n")))]
        yield from [" ".join(lines)] if is_wrapped(lines) else lines


def _opening(lines: Sequence[str], pattern: re.Pattern[str]) -> float:
    """Return the share of the lines that open so; 0 for too few lines."""
    if len(lines) < FEWEST_LINES:
        return 0.0
    return sum(pattern.match(line) is not None for line in lines) / len(lines)


def _stamps(reading: Reading) -> float:
    """Return the share of times among the story's paragraphs and themselves; 0 for few of them."""
    document = reading.document
    stamps = sum(
        _CLOCK.match(document.text, p.start, p.end) is not None for p in document.paragraphs
    )
    told = sum(
        role.role == "body" and _CLOCK.match(document.text, p.start, p.end) is None
        for p, role in zip(document.paragraphs, reading.roles, strict=True)
    )
    return stamps / (stamps + told) if stamps >= FEWEST_STAMPS else 0.0


def _open_share(lines: Sequence[str]) -> float:
    """Return the share of the characters in short lines without an end; 0 for few of them.

    Most lines of prose broken at a margin go on in lower case; they are not counted.
    """
    short = [line for line in lines if len(line) <= SHORT_LINE and line[-1] not in _ENDS]
    opened = [line for line in short if not line[0].islower()]
    if len(opened) < FEWEST_LINES or 2 * len(opened) < len(short):
        return 0.0
    return sum(map(len, opened)) / sum(map(len, lines))


def _per_100(found: int, counted: Counted) -> float:
    """Return the words of a list per 100 words; 0 for too few of them."""
    return 100 * found / counted.total if found >= FEWEST_LISTED else 0.0


def _strange(counted: Counted) -> str | None:
    """Return a reason where many words that are no names are not those of news."""
    known = int(counted.amounts[shipped_model().known[counted.numbers]].sum())
    share = (counted.total - known) / counted.total
    if share < LEAST_UNKNOWN:
        return None
    return f"{share:.0%} of its words are rare in news; the models know news articles only"


@cache
def _groups() -> WordGroups:
    groups = {"cooking": _COOKING, "legal": _LEGAL, "told": _TOLD}
    return WordGroups(shipped_vocabulary(), groups)
