"""Which blocks of a page are its article, and which stand around and between.

An extractor says what the article's text is; what it left out inside the
article's own container (promo boxes, related links, captions) is kept too, and
marked, so that it gets a role rather than vanish.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from bias.article import Block
from bias.reading.blocks import Cut

CONTAINER_SHARE = 0.9
"""Share of the extracted text that the article's container holds."""
GROWTH = 0.25
"""Share of text that the frame around the container may add (a judgement: on the scrapinghub
pages 0 keeps 9 % fewer blocks, and 0.5 costs article text)."""
LARGE_SHARE = 0.3
"""An element with so much of the extracted text is a part of the story, not a box in it: its names
are left aside, as blog software writes words such as "category" or "share" on the story itself."""
LONGEST_INSERT = 8
"""Blocks in a row; a longer run of links is a menu, not a box in the article. A judgement: on the
scrapinghub article extraction benchmark 6, 8, 12 and 20 keep the same article text, and the smaller
the number, the fewer other blocks are kept (6 the fewest; 8 leaves room for longer boxes)."""

_FURNITURE_TAGS = frozenset({"nav", "footer", "header", "form", "menu", "address", "dialog"})
_FURNITURE = re.compile(
    r"\b(?:nav|navbar|navigation|menu|breadcrumbs?|footer|masthead|comments?|disqus|cookies?|consent|"
    r"sharing|share|social|toolbar|pagination|pager|login|search|skip)\b"
)
_ASIDE = re.compile(
    r"\b(?:asides?|sidebar|related|promos?|promotions?|recommend(?:ed|ations?)?|more|most|popular|trending|"
    r"teasers?|newsletters?|signup|subscribe|subscription|ads?|advert\w*|sponsor\w*|outbrain|taboola|"
    r"callout|inset|insert|recirc\w*|readmore|links|box|widget|comments?|disqus)\b"
)
_WHOLE_PAGE = frozenset({"html", "body", "form"})
_ASIDE_TAGS = frozenset({"aside", "nav", "footer"})
_NAME_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


def find_container(cuts: Sequence[Cut], extracted: Sequence[bool]) -> Any:
    """Return the deepest element that holds nearly all extracted text; None without any."""
    enough = _holders(cuts, extracted, CONTAINER_SHARE)
    deepest = (element for element in enough if not any(child in enough for child in element))
    return next(deepest, None)


def _region(cuts: Sequence[Cut], container: Any) -> Any:
    """Return the article's surroundings: what the page frames together with its text.

    From the container upwards as long as little is added: byline, boxes under the text.
    """
    if container is None:
        return None
    size = _totals(cuts, [len(cut.text) for cut in cuts])
    most, region = size[container] * (1 + GROWTH), container
    while region.tag != "article" and (parent := region.getparent()) is not None:
        if parent.tag in _WHOLE_PAGE or size[parent] > most:
            break
        region = parent
    return region


def _holders(cuts: Sequence[Cut], extracted: Sequence[bool], share: float) -> set[Any]:
    """Return the elements that hold at least this share of the extracted text."""
    held = _totals(
        cuts,
        [
            max(0, len(cut.text) - cut.linked) if is_text else 0
            for cut, is_text in zip(cuts, extracted, strict=True)
        ],
    )
    needed = share * max(held.values(), default=0)
    return {element for element, weight in held.items() if weight >= needed > 0}


def _totals(cuts: Sequence[Cut], weights: Sequence[int]) -> Counter[Any]:
    """Return the weight of every element's blocks, its own and those inside it."""
    totals: Counter[Any] = Counter()
    for cut, weight in zip(cuts, weights, strict=True):
        totals[cut.element] += weight
    elements = list(cuts[0].element.getroottree().iter()) if cuts else []
    for element in reversed(elements):
        if totals[element] and (parent := element.getparent()) is not None:
            totals[parent] += totals[element]
    return totals


def keep_blocks(cuts: Sequence[Cut], extracted: Sequence[bool]) -> list[tuple[str, Block]]:
    """Return text and evidence of the article's blocks and of those among them."""
    container = _region(cuts, find_container(cuts, extracted))
    large = _holders(cuts, extracted, LARGE_SHARE)
    kept = []
    for cut, is_text in zip(cuts, extracted, strict=True):
        path = path_below(cut.element, container)
        boxes = [e for e in (path or [cut.element]) if e not in large]
        if is_text or (path is not None and not _is_furniture(boxes)):
            kept.append((cut.text, _block(cut, boxes, is_text)))
    runs = (list(run) for _, run in groupby(kept, key=lambda pair: pair[1].extracted))
    return [pair for run in runs if not _is_menu([block for _, block in run]) for pair in run]


def _is_menu(run: list[Block]) -> bool:
    """Tell a long run of links that the extractor left out: a menu or sidebar, no insert."""
    linked = sum(block.link_share for block in run)
    return not run[0].extracted and len(run) > LONGEST_INSERT and linked > len(run) / 2


def path_below(element: Any, container: Any) -> list[Any] | None:
    """Return the elements from a block up to below the container; None outside of it."""
    path = []
    while element is not None and element is not container:
        path.append(element)
        element = element.getparent()
    return None if element is None else path


def _names(element: Any) -> str:
    """Return the words of an element's class and id, in lower case."""
    given = f"{element.get('class') or ''} {element.get('id') or ''}"
    return " ".join(part.lower() for part in _NAME_PART.findall(given))


def _is_furniture(path: list[Any]) -> bool:
    """Tell navigation, comments and the like from the page's inserts."""
    return any(e.tag in _FURNITURE_TAGS or _FURNITURE.search(_names(e)) for e in path)


def _block(cut: Cut, path: list[Any], is_text: bool) -> Block:
    names = " ".join(filter(None, map(_names, path)))
    visible = max(1, len(cut.text) - cut.text.count(" "))
    return Block(
        link_share=min(1.0, cut.linked / visible),
        emphasis_share=min(1.0, cut.emphasised / visible),
        aside=_ASIDE.search(names) is not None or any(e.tag in _ASIDE_TAGS for e in path),
        tag=cut.element.tag,
        classes=names,
        extracted=is_text,
    )
