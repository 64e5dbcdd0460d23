"""Headline and story of an article, mended."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bias.document.article import Block
from bias.inputs.headline import without_site
from bias.inputs.mending import Mended, mend, mend_lines

SITE = "the site’s name behind the headline"

_STOPS = ".!?…:”\"’')]"


@dataclass(frozen=True, slots=True)
class Story:
    """What of an article is text."""

    headline: str
    body: str
    mended: tuple[str, ...]
    blocks: tuple[Block, ...] = ()
    """One per paragraph of a body that was marked up, else empty."""


def story_of(headline: str, body: str, outlet: str | None) -> Story:
    """Mend a headline and a body; the outlet's name is no part of the headline.

    >>> story_of("Bridge Shut &ndash; Hull Post", "It shut.", "Hull Post")
    Story(headline='Bridge Shut', body='It shut.', mended=('HTML entities', 'the site’s name behind the headline'), blocks=())
    """
    top, told = mend(headline), mend(body)
    story = told if told.blocks else mend_lines(told.text)
    whole = " ".join(top.text.split())
    short = without_site(whole, outlet)
    notes = [*top.told, *told.told, *story.told, *[SITE] * (short != whole)]
    return Story(short, story.text, tuple(dict.fromkeys(notes)), told.blocks)


def joined(parts: Iterable[str]) -> str:
    r"""Return a body that came as a list of its paragraphs, or of the pieces of their text.

    >>> joined(["They told the ", "Hull Dam", " to close.", "\n", "It did."])
    'They told the Hull Dam to close.\n\nIt did.'
    """
    return "\n\n".join("".join(pieces).strip() for pieces in _paragraphs(parts))


def _paragraphs(parts: Iterable[str]) -> Iterator[list[str]]:
    """Yield the pieces of each paragraph; a blank piece parts two paragraphs."""
    pieces = list[str]()
    for part in parts:
        if pieces and not (part.strip() and _goes_on(pieces[-1], part)):
            yield pieces
            pieces = []
        if part.strip():
            pieces.append(part)
    if pieces:
        yield pieces


def _goes_on(before: str, part: str) -> bool:
    """Tell whether a piece goes on within the sentence of the piece before."""
    if before.rstrip()[-1:] in _STOPS:
        return part[0] == " " and part.strip()[0].islower()
    return before[-1] == " " or part[0] == " " or part[0] in ",.;:’”)" or part[0].islower()
