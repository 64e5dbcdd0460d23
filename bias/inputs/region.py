"""Which blocks of a page are its article, and which stand around and between.

An extractor says what the article's text is; what it left out inside the
article's own container (promo boxes, related links, captions) is kept too, and
marked, so that it gets a role rather than vanish.
"""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from bias.document.article import Block
from bias.inputs.blocks import Cut

CONTAINER_SHARE = 0.9
"""Share of the extracted text that the article's container holds."""
GROWTH = 0.25
"""Share of text that the frame around the container may add (a judgement: on the scrapinghub
pages 0 keeps 9 % fewer blocks, and 0.5 costs article text)."""
LARGE_SHARE = 0.3
"""An element with so much of the extracted text is a part of the story, not a box in it: its names
are left aside, as blog software writes words such as "category" or "share" on the story itself."""
USUAL_SHARE = 1 / 3
"""Names and tags borne by so much of the extracted text say nothing about any of it: `paywall` or
`print` on each paragraph, a `widget` or an `aside` around each part of the story."""
LONGEST_INSERT = 8
"""Blocks in a row; a longer run of links is a menu, not a box in the article. A judgement: on the
scrapinghub article extraction benchmark 6, 8, 12 and 20 keep the same article text, and the smaller
the number, the fewer other blocks are kept (6 the fewest; 8 leaves room for longer boxes)."""

LONGEST_NAMES = 2_000
"""Characters of classes and ids around a block that are kept, the innermost first; on the
scrapinghub and L3S-GN1 pages 495 are the most (2026-11-23)."""

_FURNITURE_TAGS = frozenset({"nav", "footer", "header", "menu", "address", "dialog"})
_FURNITURE = re.compile(
    r"\b(?:nav|navbar|navigation|menu|breadcrumbs?|footer|masthead|comments?|disqus|cookies?|consent|"
    r"sharing|share|social|toolbar|pagination|pager|login|search|skip)\b"
)
_ASIDE = re.compile(
    r"\b(?:asides?|sidebar|related|promos?|promotions?|recommend(?:ed|ations?)?|more|most|popular|trending|"
    r"teasers?|newsletters?|signup|subscribe|subscription|ads?|advert\w*|sponsor\w*|outbrain|taboola|"
    r"callout|inset|insert|recirc\w*|readmore|links|box|widget|comments?|disqus)\b"
)
_TWEET = re.compile(r"\btweet\b.* blockquote")
"""A quoted post is part of the story, in whatever "social" box it stands."""
_WHOLE_PAGE = frozenset({"html", "body", "form"})
_ASIDE_TAGS = frozenset({"aside", "form", "nav", "footer"})
_NAMING_TAGS = frozenset({"blockquote", "form"})
"""Tags that count as names of what stands in them."""
_TELLING_TAGS = _FURNITURE_TAGS | _ASIDE_TAGS
_NAME_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


@dataclass(frozen=True, slots=True)
class _Frame:
    """What the elements around a text say about it, those that hold most of the story aside."""

    names: str = ""
    """Words of their classes and ids, the innermost first."""
    aside: bool = False
    furniture: bool = False
    """Navigation, comments and the like, not the page's inserts."""
    card: bool = False
    """A teaser of another story."""

    def around(self, element: Any, usual: "_Usual") -> "_Frame":
        """Return the frame of what stands in an element inside this frame."""
        if element in usual.cards:
            return replace(self, aside=True, card=True)
        if element in usual.elements:
            return self
        tag = element.tag if f"<{element.tag}>" not in usual.marks else None
        own = " ".join(name for name in _names(element) if name not in usual.marks)
        own = f"{own} {tag}" if tag in _NAMING_TAGS else own
        furniture = tag in _FURNITURE_TAGS or _FURNITURE.search(own) is not None
        return _Frame(
            f"{own} {self.names}".strip()[:LONGEST_NAMES],
            self.aside or tag in _ASIDE_TAGS or _ASIDE.search(own) is not None,
            (self.furniture or furniture) and _TWEET.search(own) is None,
            self.card,
        )


@dataclass(frozen=True, slots=True)
class _Usual:
    """What is so usual about the story that it tells nothing of a block."""

    elements: Collection[Any]
    """Those that hold a large part of the story."""
    marks: Collection[str]
    """Names, and tags in angle brackets."""
    cards: Collection[Any] = ()
    """Elements that are no part of the story, though much of its text may be theirs."""


_NO_FRAME = _Frame()


def find_container(cuts: Sequence[Cut], extracted: Sequence[bool]) -> Any:
    """Return the deepest element that holds nearly all extracted text; None without any."""
    return _container(_text_held(cuts, extracted))


def _container(held: Counter[Any]) -> Any:
    enough = _holders(held, CONTAINER_SHARE)
    deepest = (element for element in enough if not any(child in enough for child in element))
    return next(deepest, None)


def _region(cuts: Sequence[Cut], container: Any) -> Any:
    """Return the article's surroundings: what the page frames together with its text.

    From the container upwards as long as little is added: byline, boxes under the text.
    """
    if container is None:
        return None
    size = totals(cuts, [len(cut.text) for cut in cuts])
    most, region = size[container] * (1 + GROWTH), container
    while region.tag != "article" and (parent := region.getparent()) is not None:
        if parent.tag in _WHOLE_PAGE or size[parent] > most:
            break
        region = parent
    return region


def _holders(held: Counter[Any], share: float) -> set[Any]:
    """Return the elements that hold at least this share of the extracted text."""
    needed = share * max(held.values(), default=0)
    return {element for element, weight in held.items() if weight >= needed > 0}


def _text_held(cuts: Sequence[Cut], extracted: Sequence[bool]) -> Counter[Any]:
    """Return how much extracted text, links aside, every element holds."""
    pairs = zip(cuts, extracted, strict=True)
    return totals(
        cuts, [max(0, len(cut.text) - cut.linked) if is_text else 0 for cut, is_text in pairs]
    )


def totals(cuts: Sequence[Cut], weights: Sequence[int]) -> Counter[Any]:
    """Return the weight of every element's blocks, its own and those inside it."""
    held: Counter[Any] = Counter()
    for cut, weight in zip(cuts, weights, strict=True):
        held[cut.element] += weight
    elements = list(cuts[0].element.getroottree().iter()) if cuts else []
    for element in reversed(elements):
        if held[element] and (parent := element.getparent()) is not None:
            held[parent] += held[element]
    return held


def keep_blocks(
    cuts: Sequence[Cut], extracted: Sequence[bool], cards: Collection[Any] = ()
) -> list[tuple[str, Block]]:
    """Return text and evidence of the article's blocks and of those among them.

    Parameters
    ----------
    cuts
        The blocks of the page.
    extracted
        Which of them the extractor took for article text.
    cards
        Elements that are teasers of other stories all the same.
    """
    held = _text_held(cuts, extracted)
    container = _container(held)
    usual = _Usual(_holders(held, LARGE_SHARE), _usual_marks(held, container), cards)
    frames = _frames(_region(cuts, container), usual)
    kept = []
    for cut, is_text in zip(cuts, extracted, strict=True):
        frame = frames.get(cut.element)
        if is_text or (frame is not None and not frame.furniture):
            around = frame or _NO_FRAME.around(cut.element, usual)
            kept.append((cut.text, _block(cut, around, is_text)))
    runs = (list(run) for _, run in groupby(kept, key=lambda pair: pair[1].extracted))
    return [pair for run in runs if not _is_menu([block for _, block in run]) for pair in run]


def _usual_marks(held: Counter[Any], container: Any) -> frozenset[str]:
    """Return the names and tags, below the story's container, that much of the story bears."""
    if container is None:
        return frozenset()
    borne, known = Counter[str](), {container: frozenset[str]()}
    for element in container.iterdescendants():
        if weight := held[element]:
            above = known[element.getparent()]
            own = _marks(element) - above
            known[element] = above | own
            borne.update(dict.fromkeys(own, weight))
    needed = USUAL_SHARE * held[container]
    return frozenset(mark for mark, weight in borne.items() if weight >= needed)


def _marks(element: Any) -> frozenset[str]:
    tag = [f"<{element.tag}>"] if element.tag in _TELLING_TAGS else []
    return frozenset([*_names(element), *tag])


def _frames(region: Any, usual: _Usual) -> dict[Any, _Frame]:
    """Return what stands around each element's text, up to below the region; each once."""
    if region is None:
        return {}
    frames = {region: _NO_FRAME}
    for element in region.iterdescendants():
        frames[element] = frames[element.getparent()].around(element, usual)
    frames[region] = _NO_FRAME.around(region, usual)
    return frames


def _is_menu(run: list[Block]) -> bool:
    """Tell a long run of links that the extractor left out: a menu or sidebar, no insert."""
    linked = sum(block.link_share for block in run)
    return not run[0].extracted and len(run) > LONGEST_INSERT and linked > len(run) / 2


def _names(element: Any) -> list[str]:
    """Return the words of an element's class and id, in lower case."""
    given = f"{element.get('class') or ''} {element.get('id') or ''}"
    return [part.lower() for part in _NAME_PART.findall(given)]


def _block(cut: Cut, frame: _Frame, is_text: bool) -> Block:
    visible = max(1, len(cut.text) - cut.text.count(" "))
    return Block(
        link_share=min(1.0, cut.linked / visible),
        emphasis_share=min(1.0, cut.emphasised / visible),
        aside=frame.aside,
        tag=cut.element.tag,
        classes=frame.names,
        extracted=is_text and not frame.card,
    )
