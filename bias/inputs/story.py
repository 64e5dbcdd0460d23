"""Headline and story of an article, mended."""

from dataclasses import dataclass

from bias.document.article import Block
from bias.inputs.headline import without_site
from bias.inputs.mending import mend, mend_lines

SITE = "the site’s name behind the headline"


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

    >>> story = story_of("Bridge Shut &ndash; Hull Post", "It shut.", "Hull Post")
    >>> story.headline, story.mended
    ('Bridge Shut', ('HTML entities', 'the site’s name behind the headline'))
    """
    top, told = mend(headline), mend(body)
    story = told if told.blocks else mend_lines(told.text)
    whole = " ".join(top.text.split())
    short = without_site(whole, outlet)
    notes = [*top.told, *told.told, *story.told, *[SITE] * (short != whole)]
    return Story(short, story.text, tuple(dict.fromkeys(notes)), told.blocks)
