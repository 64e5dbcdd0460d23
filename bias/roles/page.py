"""What a web page says about its paragraphs, where there is one.

A few plain measures of a paragraph's block: was it taken for article text or
left out by the extractor, how much of it is a link, where does it stand, how are
it and its containers named. A logistic regression says how far they speak for or
against the story; `python -m bias.training page` fits it. No page set with *roles* may teach us, so
which other role a name or tag speaks for is set by hand.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import numpy as np

from bias.document.article import Block
from bias.models.files import File, Form, read_model, shipped
from bias.roles.role import Role

Vector = np.ndarray[tuple[int], np.dtype[np.float64]]

FORM = Form("bias-page", 1, ("words", "weights"))
MOSTLY_LINK = 0.5
"""From this share of linked characters on a paragraph is a link, not prose with one."""
WHOLLY = 0.9
"""From this share on a paragraph is all link or all emphasis."""
HEADING_TAGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
CAPTION_TAGS = frozenset({"figcaption", "caption", "figure"})
ITEM_TAGS = frozenset({"li", "dd", "dt"})
QUOTED = frozenset({"blockquote", "tweet"})
"""Tag and class word of another's words."""
STORY: frozenset[Role] = frozenset({"body", "subhead"})
"""Roles that are the article's text."""
NUDGE = 1.5
"""Log odds that a name or tag adds to the role it speaks for (set by hand: outvotes a
text that is in two minds, not one that is sure)."""
BOLD = 1.0
"""Log odds that a line wholly in bold or italic is a heading or a call, not the report
(set by hand: many a first paragraph is bold too)."""
ELSEWHERE = 0.4
"""How much the words count for what a paragraph is that the page sets apart, if it is not the
story (set by hand: on the pages of news_pages that are not for checking 0.3 and 0.5 tell 81 % of
them right, 0.15 and 0.7 tell 76 %, 2026-11-30)."""

MOST_KEPT = 2**12
"""Class and id names of blocks whose roles are kept: those of a site come again."""

NAMES: Mapping[Role, frozenset[str]] = {
    "promo_story": frozenset({
        "carousel", "headlines", "highlights", "latest", "more", "mostpopular", "mostread", "next",
        "outbrain", "popular", "promo", "promos", "promotion", "rail", "readmore", "recent",
        "recirc", "recirculation", "recommend", "recommendations", "recommended", "related",
        "sidebar", "taboola", "teaser", "teasers", "trending",
    }),
    "promo_media": frozenset({
        "audio", "galleries", "gallery", "player", "podcast", "podcasts", "slide", "slideshow",
        "video", "videos",
    }),
    "ad": frozenset({
        "ad", "ads", "adslot", "advert", "advertisement", "advertising", "affiliate", "commercial",
        "sponsor", "sponsored",
    }),
    "signup": frozenset({
        "donate", "donation", "follow", "form", "membership", "newsletter", "newsletters", "optin",
        "paywall", "register", "signup", "subscribe", "subscriber", "subscription",
    }),
    "engagement": frozenset({"feedback", "poll", "polls", "quiz", "survey", "vote", "voting"}),
    "credit": frozenset({
        "attribution", "author", "authors", "bio", "byline", "bylines", "caption", "captions",
        "contributor", "contributors", "credit", "credits", "photographer",
    }),
    "notice": frozenset({
        "copyright", "correction", "corrections", "disclaimer", "disclosure", "legal", "license",
    }),
    "residue": frozenset({
        "banner", "breadcrumb", "breadcrumbs", "button", "btn", "counter", "date", "dateline",
        "keywords", "lightbox", "meta", "metadata", "modal", "popup", "print", "published", "share",
        "sharing", "social", "tags", "timestamp", "toolbar", "tools", "tooltip", "topics",
        "updated",
    }),
}  # fmt: skip
"""Words of class and id names, by the role they speak for; our own, from common usage."""


@dataclass(frozen=True)
class PageModel:
    """How far each measure of a block speaks for the story, in log odds."""

    words: float
    """How much a paragraph's own words count where the page sets it apart; 1 elsewhere."""
    weights: Mapping[str, float]

    def story_odds(self, block: Block) -> float:
        """Return what the block adds to the log odds of `body` and `subhead`."""
        weights = self.weights
        return sum(weights[name] * value for name, value in measure_block(block).items() if value)

    def content(self) -> dict[str, Any]:
        """Return what a model file holds."""
        return {"words": self.words, "weights": self.weights}

    @classmethod
    def read(cls, path: File) -> "PageModel":
        """Read a model file."""
        fields = read_model(path, FORM)
        return cls(fields.number("words"), fields.numbers_by_name("weights"))


@cache
def shipped_page_model() -> PageModel:
    """Return the model that comes with the package."""
    return PageModel.read(shipped("page.json"))


def measure_block(block: Block) -> dict[str, float]:
    """Return the measures of a block, by name; each 0 to 1."""
    names = _named(block.classes)
    left_out = not block.extracted
    return {
        "plain": not is_set_apart(block),
        "left_out": left_out,
        "link_share": block.link_share,
        "all_link": block.link_share >= WHOLLY,
        "all_link_left_out": left_out and block.link_share >= WHOLLY,
        "aside": block.aside,
        "heading": block.tag in HEADING_TAGS,
        "heading_left_out": left_out and block.tag in HEADING_TAGS,
        "caption": block.tag in CAPTION_TAGS,
        "item": block.tag in ITEM_TAGS,
        "plain_item": block.tag in ITEM_TAGS and not (names or block.aside or block.link_share),
        "quotation": is_quotation(block),
        **{f"named_{role}": role in names for role in NAMES},
    }


@lru_cache(MOST_KEPT)
def _named(classes: str) -> frozenset[Role]:
    """Return the roles that any word of the class and id names speaks for."""
    words = frozenset(classes.split())
    return frozenset(role for role, known in NAMES.items() if words & known)


def is_quotation(block: Block) -> bool:
    """Tell whether the page marks the block as another's words."""
    return block.tag == "blockquote" or not QUOTED.isdisjoint(block.classes.split())


def is_set_apart(block: Block) -> bool:
    """Tell whether the page marks the block as something beside the story."""
    return (
        not block.extracted
        or block.link_share >= MOSTLY_LINK
        or block.aside
        or block.tag in HEADING_TAGS
        or block.tag in CAPTION_TAGS
        or bool(_named(block.classes))
    )


def weigh(
    odds: Vector,
    roles: Sequence[Role],
    block: Block,
    model: PageModel,
    told: Collection[Role] = (),
) -> None:
    """Join what the page says with what the words say.

    Where the page sets a paragraph apart, the words count less: little for whether it is the
    story, more for what else it may be.

    Parameters
    ----------
    odds
        Log odds of the roles by the words alone; changed in place.
    roles
        What they stand for.
    block
        What the page says about the paragraph.
    model
        How much that counts.
    told
        Roles that the paragraph's phrases speak for: a link that says "follow us" is no headline.
    """
    if is_set_apart(block):
        story = np.array([role in STORY for role in roles])
        best, other = odds[story].max(), odds[~story].max()
        odds[story] += (model.words - 1) * (best - other)
        odds[~story] += (ELSEWHERE - 1) * (odds[~story] - other)
    for role, extra in nudges(block, model, told).items():
        odds[roles.index(role)] += extra


def nudges(block: Block, model: PageModel, told: Collection[Role] = ()) -> dict[Role, float]:
    """Return what the page adds to each role's log odds.

    >>> nudges(Block(tag="figcaption"), shipped_page_model())["credit"]
    1.5
    """
    story = model.story_odds(block)
    added: dict[Role, float] = {"body": story, "subhead": story}
    if not is_set_apart(block):
        bold = BOLD * (block.emphasis_share >= WHOLLY)
        return added | {"subhead": story + bold, "promo_story": bold}
    if block.tag in HEADING_TAGS:
        added["subhead"] += NUDGE
    return added | dict.fromkeys(_spoken_for(block, told), NUDGE)


def _spoken_for(block: Block, told: Collection[Role]) -> frozenset[Role]:
    """Return the roles beside the story that tag, place and names speak for."""
    if block.tag in CAPTION_TAGS:
        return frozenset({"credit"})
    least = WHOLLY if block.extracted else MOSTLY_LINK
    linked = block.link_share >= least or block.aside
    other = STORY.union(told) - STORY
    return _named(block.classes) or (other or frozenset({"promo_story"}) if linked else frozenset())
