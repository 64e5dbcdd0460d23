"""Reader polls and comment threads that a page sets into a story: many lines, one widget.

"Take our poll – story continues below", the question, often thrice, the answers, fields for a
name, and what one agrees to: none of it is the story, though most lines read like one of its own.
"""

import re
from collections.abc import Iterator

from bias.roles.context import Scene
from bias.roles.look import Find, Look
from bias.roles.role import Role

MOST_LINES = 16
"""Lines of a poll, at most."""
MOST_WORDS = 30
"""Words of the line that opens one, at most: longer ones are the story, with a poll glued on."""
LEAST_STORY = 3
"""Paragraphs before a thread of comments, at least."""
NOTE = "is a poll of the page's"
_OPENS = re.compile(
    r"\b(?:take|answer|vote in|join) (?:our|this|the) (?:\w{1,20} )?(?:poll|survey)\b"
    r"(?=\W*(?:[-–—:|]|story|$|[A-Z]))",
    re.IGNORECASE,
)
_FORM = re.compile(
    r"(?:\w{1,20} )?this field is for validation\b|completing this (?:poll|survey|form)\b"
    r"|you may (?:opt out|unsubscribe) at any ?time\b|you also agree to\b"
    r"|(?:e-?mail|name|phone|zip code|comments?)\s?\*",
    re.IGNORECASE,
)
_GLUED = re.compile(
    r"\b[Tt]ake our poll\s?[-–—:|]+\s?story continues below\b"
    r"(?:.{0,1500}?\bYou also agree to [^.]{3,80}\."
    r"|(?:\s+(?P<asked>[^.?!]{8,160}\?)(?:\s+(?P=asked))*)?)",
    re.DOTALL,
)
_THREAD = re.compile(r"\W*(?:oldest|newest|best|top rated|most liked) first\W*$", re.IGNORECASE)


def find_polls(scene: Scene) -> Iterator[tuple[int, Role]]:
    """Yield the lines of polls, and those of comments below the story, each with its role."""
    looks, first = scene.looks, 0
    for document in scene.documents:
        end = first + len(document.paragraphs)
        if _OPENS.search(document.text):
            for unit in range(first, end):
                yield from ((line, "engagement") for line in _poll(scene, unit, end))
        if " First" in document.text or " first\n" in document.text:
            starts = (u for u in range(first + LEAST_STORY, end) if _THREAD.match(looks.texts[u]))
            yield from ((u, "residue") for u in range(next(starts, end), end))
        first = end + 1


def _poll(scene: Scene, unit: int, end: int) -> Iterator[int]:
    """Yield the lines of the poll that a line opens, itself too if it is nothing else."""
    looks = scene.looks
    opening = _OPENS.search(looks.texts[unit])
    if opening is None:
        return
    if looks.counts[unit] <= MOST_WORDS and not looks.texts[unit][: opening.start()].strip():
        yield unit
    lines = range(unit + 1, min(end, unit + MOST_LINES))
    last = max((line for line in lines if _FORM.match(looks.texts[line])), default=None)
    if last is not None:
        yield from range(unit + 1, last + 1)
        return
    for line in lines:
        if looks.texts[line][-1:] != "?":
            return
        yield line


def find_glued_polls(look: Look) -> Iterator[Find]:
    """Yield polls that stand in the midst of a paragraph."""
    for match in _GLUED.finditer(look.text):
        yield Find(*match.span(), "engagement", match.start(), "phrase", NOTE, any_voice=True)
