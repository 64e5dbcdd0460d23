"""What stands at the top of a text: its headline, and lines that are none.

Above a headline people leave the page's address, the section, or lines such as "Title: …" and
"Date: …"; these become fields of the article.
"""

import re
from dataclasses import dataclass, field

from bias.inputs.envelope import without_envelope

MOST_HEADLINE = 35
"""Words of a headline: none of the 6,000 reference articles has more. A text of one line that is
longer was pasted without its line ends."""
MOST_ABOVE = 20
"""Lines that are taken off the top of a text."""
LONGEST_SECTION = 3
"""Words of a section's name."""
LEAST_HEADLINE = 4
"""Words of the line below it that is the headline."""

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_LABELS = {
    "title": "headline", "headline": "headline", "author": "authors", "authors": "authors",
    "by": "authors", "byline": "authors", "date": "date", "published": "date",
    "publication date": "date", "source": "outlet", "outlet": "outlet", "publication": "outlet",
    "publisher": "outlet", "newspaper": "outlet", "url": "url", "link": "url",
    "section": "section",
}  # fmt: skip
_LABEL = re.compile(rf"({'|'.join(_LABELS)})\s*:\s*(\S.{{0,500}})", re.IGNORECASE)
_STORY_LABEL = re.compile(r"(?:body|text|full text|content|article)\s*:\s*", re.IGNORECASE)
_SECTION = re.compile(r"[A-Z][A-Z&/’' -]{2,40}")
_STOPS = ".!?…:;,"


@dataclass(slots=True)
class Top:
    """A text parted into headline, story and what stood above them."""

    headline: str
    body: str
    fields: dict[str, str] = field(default_factory=dict)
    """`url`, `outlet`, `date`, `authors`, `section`, as far as they stood there."""


def part_top(text: str) -> Top:
    r"""Part a text into its headline, its story and the fields above it.

    >>> part_top("NEWS\n\nCouncil Closes Old Bridge\n\nIt voted.")
    Top(headline='Council Closes Old Bridge', body='It voted.', fields={'section': 'NEWS'})
    """
    rest, told = without_envelope(text.strip())
    top = Top(told.pop("headline", ""), "", told)
    for _ in range(MOST_ABOVE):
        taken = _take(rest, top.fields)
        if top.headline or taken is None:
            break
        rest = taken
        top.headline = top.fields.pop("headline", "")
    if top.headline:
        rest = _labelled(rest, top.fields)
    elif rest:
        top.headline, rest = _headline(rest)
    top.body = _STORY_LABEL.sub("", rest, count=1) if _STORY_LABEL.match(rest) else rest
    return top


def _take(text: str, fields: dict[str, str]) -> str | None:
    """Take a line that is no headline off a text; None when its first line may be one."""
    line, _, rest = map(str.strip, text.partition("\n"))
    if not rest:
        return None
    if _ADDRESS.fullmatch(line):
        fields.setdefault("url", line)
    elif (label := _LABEL.fullmatch(line)) and _is_labelled(label, rest, fields):
        fields.setdefault(_LABELS[label[1].lower()], label[2].strip())
    elif _is_section(line, rest):
        fields.setdefault("section", line)
    else:
        return None
    return rest


def _is_labelled(label: re.Match[str], rest: str, fields: dict[str, str]) -> bool:
    """Tell a labelled line: others stand above it, or below it, or the story has a label, too."""
    line = rest.partition("\n")[0].strip()
    last = bool(fields) and _LABELS[label[1].lower()] == "headline"
    return last or bool(_LABEL.fullmatch(line) or _STORY_LABEL.match(line))


def _labelled(text: str, fields: dict[str, str]) -> str:
    """Take all labelled lines off the top of a text."""
    for _ in range(MOST_ABOVE):
        line, _, rest = map(str.strip, text.partition("\n"))
        label = _LABEL.fullmatch(line)
        if label is None or not rest:
            return text
        fields.setdefault(_LABELS[label[1].lower()], label[2].strip())
        text = rest
    return text


def _is_section(line: str, rest: str) -> bool:
    """Tell a section's name in capitals above a line in the form of a headline."""
    below, _, story = map(str.strip, rest.partition("\n"))
    return (
        _SECTION.fullmatch(line) is not None
        and len(line.split()) <= LONGEST_SECTION
        and LEAST_HEADLINE <= len(below.split()) <= MOST_HEADLINE
        and below[-1] not in _STOPS
        and not below.isupper()
        and bool(story)
    )


def _headline(text: str) -> tuple[str, str]:
    """Return headline and story; a text of one line that is no headline is all story."""
    block, gap, rest = text.partition("\n\n")
    lines = [line.strip() for line in block.split("\n")]
    if gap and len(lines) == 2 and lines[1][:1].islower() and lines[0][-1:] not in _STOPS:
        headline = " ".join(lines)
        if len(headline.split()) <= MOST_HEADLINE and lines[1][-1] not in _STOPS:
            return headline, rest.strip()
    headline, _, body = map(str.strip, text.partition("\n"))
    return (
        ("", headline) if not body and len(headline.split()) > MOST_HEADLINE else (headline, body)
    )
