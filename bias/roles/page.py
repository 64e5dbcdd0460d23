"""What a web page says about its paragraphs, where there is one.

No labelled pages were at hand: the numbers here are set by hand, as additions
to the log odds of a role, and kept small enough for plain words to outvote.
"""

from bias.article import Block
from bias.roles.role import Role

MOSTLY_LINK = 0.5
"""From this share of linked characters on a paragraph is a link, not prose with one."""
HEADING_TAGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
CAPTION_TAGS = frozenset({"figcaption", "caption"})
NUDGE = 3.0
"""Log odds that one piece of page evidence adds."""


def is_set_apart(block: Block) -> bool:
    """Tell whether the page marks the block as something beside the story."""
    return (
        block.link_share >= MOSTLY_LINK
        or block.aside
        or block.tag in HEADING_TAGS
        or block.tag in CAPTION_TAGS
    )


def nudges(block: Block) -> dict[Role, float]:
    """Return what the page adds to each role's log odds.

    >>> nudges(Block(link_share=1.0))
    {'promo_story': 3.0, 'body': -3.0}
    """
    if block.tag in CAPTION_TAGS:
        return {"credit": NUDGE}
    if block.link_share >= MOSTLY_LINK or block.aside:
        return {"promo_story": NUDGE * block.link_share, "body": -NUDGE}
    if block.tag in HEADING_TAGS:
        return {"subhead": NUDGE}
    return {}
