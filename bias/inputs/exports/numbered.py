"""Articles that somebody put into one text, each under its number or a rule."""

import re

from bias.inputs.exports.fields import Exported
from bias.inputs.top import part_top

LEAST_STORY = 12
"""Words of each article's story; less is no article, and then the text is one."""

_NUMBER = re.compile(
    r"^[ \t#*=-]*(?:article|story|text|item|document|news item)[ \t]+(?:no\.?[ \t]*)?#?\d{1,4}"
    r"(?:[ \t]*(?:of|/)[ \t]*\d{1,5})?[ \t]*[:.=#*-]*[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_RULE = re.compile(r"^[ \t]*(?:={8,}|\*{10,}|#{10,}|~{10,})[ \t]*$", re.MULTILINE)


def is_numbered(text: str) -> bool:
    """Tell a text with several articles, all of which have a headline and a story."""
    return len(read_numbered(text)) > 1


def read_numbered(text: str) -> list[Exported]:
    """Return the articles of a text; none when one of its parts is no article."""
    if not _NUMBER.search(text) and not _RULE.search(text):
        return []
    for separator in (_NUMBER, _RULE):
        parts = [part for part in separator.split(text) if _RULE.sub("", part).strip()]
        found = [_read(_RULE.sub("", part)) for part in parts]
        if len(found) > 1 and all(map(_is_article, found)):
            return found
    return []


def _read(part: str) -> Exported:
    top = part_top(part)
    return Exported(top.headline, top.body, top.fields)


def _is_article(found: Exported) -> bool:
    return found.headline[-1:] not in ("", ".") and len(found.body.split()) >= LEAST_STORY
