"""Pages that hold no story, or the beginning of one: they are not rated.

Consent notices, captchas and error pages are saved in place of articles; paywalls and news
services cut a story off after a few lines. Each says so in words of its own.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib import resources

from bias.reading import Reading

LONGEST_STUB = 120
"""Words of a story that a paywall may have cut off."""
LONGEST_PAGE = 250
"""Words of a captcha or an error page; 600 of a consent notice."""
LEAST_CONSENT = 2.5
"""Words of consent per 100, of which `LEAST_KINDS` differ (set by hand on texts of our own)."""
LEAST_KINDS = 4
MOST_BELOW = 25
"""Words of the story below the box of a paywall."""

_NOTE = re.compile(r"\[\+?\d{1,7} chars\]|\bONLY AVAILABLE IN (?:[A-Z]{3,20} ){1,3}PLANS\b")
_ENDS_CUT = re.compile(
    r"(?:\[(?:…|\.{3})\]|\((?:…|\.{3}|more…?)\)"
    r"|(?:continue|keep) reading(?: (?:the (?:full )?(?:article|story)|here|below))?)\W*$",
    re.IGNORECASE,
)
_ENDS_OPEN = re.compile(r"(?:…|\.{3})\s*$")
_TOLD = re.compile(r"\b(?:said|told|says|according to)\b", re.IGNORECASE)


@cache
def _signs(name: str) -> re.Pattern[str]:
    """Return what matches any pattern of a section of `no_story.txt`."""
    text = resources.files("bias.rating").joinpath("no_story.txt").read_text("utf-8")
    _, _, section = text.partition(f"\n[{name}] ")
    lines = section.partition("\n\n")[0].strip().split("\n")[1:]
    return re.compile("|".join(lines), re.IGNORECASE | re.DOTALL)


def no_story_reason(reading: Reading) -> str | None:
    """Return why an article holds no story, or not all of it; None when it holds one."""
    text, story = reading.document.text, reading.words
    words = int(reading.document.is_word.sum())
    if _NOTE.search(text):
        return "the text is cut off: its service gives the beginning only"
    if words <= 3 * LONGEST_PAGE and not _TOLD.search(text):
        if words <= LONGEST_PAGE and _signs("barred").search(text):
            return "no article: a page that asks whether its reader is human"
        if words <= LONGEST_PAGE and _signs("failed").search(text):
            return "no article: an error page"
        if _is_consent(text, words):
            return "no article: a consent notice"
    if story > LONGEST_STUB:
        return None
    if _is_walled(reading):
        return "the story is cut off by a paywall"
    return "the text is cut off in its middle" if _ends_cut(reading) else None


def _is_consent(text: str, words: int) -> bool:
    found = [match[0].lower() for match in _signs("consent").finditer(text)]
    return len(set(found)) >= LEAST_KINDS and 100 * len(found) >= LEAST_CONSENT * words


def _is_walled(reading: Reading) -> bool:
    """Tell a story below which there is the box of a paywall and hardly any story."""
    text, below = reading.document.text, 0
    for number in reversed(range(len(reading.roles))):
        paragraph = reading.document.paragraphs[number]
        if _signs("wall").search(text, paragraph.start, paragraph.end):
            return True
        below += (paragraph.last - paragraph.first) * (reading.roles[number].role == "body")
        if below > MOST_BELOW:
            return False
    return False


def _ends_cut(reading: Reading) -> bool:
    """Tell a story whose last words show that more should follow."""
    last = next(iter([*_story(reading)][-1:]), "")
    return bool(_ENDS_CUT.search(last) or _ENDS_OPEN.search(last))


def _story(reading: Reading) -> Iterator[str]:
    text = reading.document.text
    for number in reading.paragraphs_with("body"):
        yield reading.document.paragraphs[number].of(text)
