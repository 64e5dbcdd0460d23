"""Teasers of other stories on a page: boxes side by side, each with a linked headline."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from bias.inputs.blocks import Cut
from bias.inputs.region import totals

LEAST_CARDS = 3
"""Boxes of one kind from which they are a list of teasers."""
LEAST_WORDS = 3
"""Words of a linked headline."""
WHOLLY_LINKED, MOSTLY_LINKED = 0.9, 0.45
"""Share of a headline's characters that its link holds, of a heading's: some say it twice."""
MOST_LINKS, MOST_BLOCKS = 2, 6
"""Headline and linked byline of a teaser; its lines altogether, kicker, day and summary too."""
MOST_OF_STORY = 0.5
"""Share of the extracted text from which such boxes are the story: a list of things to buy."""

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def find_cards(cuts: Sequence[Cut], extracted: Sequence[bool]) -> frozenset[Any]:
    """Return the elements that are teasers, whether or not their text was taken for the story's."""
    headlines = totals(cuts, [_is_linked_headline(cut) for cut in cuts])
    if headlines.total() == 0:
        return frozenset()
    blocks = totals(cuts, [1] * len(cuts))
    told = [len(cut.text) * is_text for cut, is_text in zip(cuts, extracted, strict=True)]
    held, most = totals(cuts, told), MOST_OF_STORY * sum(told)
    parents = dict.fromkeys(box.getparent() for box, count in headlines.items() if count)
    return frozenset(
        card
        for parent in parents
        if parent is not None
        for row in _rows(parent, blocks)
        if all(1 <= headlines[card] <= MOST_LINKS and blocks[card] <= MOST_BLOCKS for card in row)
        and any(blocks[card] > headlines[card] for card in row)
        and sum(held[card] for card in row) < most
        for card in row
    )


def _is_linked_headline(cut: Cut) -> bool:
    letters = len(cut.text) - cut.text.count(" ")
    share = MOSTLY_LINKED if cut.element.tag in _HEADINGS else WHOLLY_LINKED
    return cut.linked >= share * letters and cut.text.count(" ") >= LEAST_WORDS - 1


def _rows(parent: Any, blocks: Counter[Any]) -> Iterator[list[Any]]:
    """Yield the children of an element that hold text, those of one kind together."""
    kinds = dict[tuple[Any, Any], list[Any]]()
    for child in parent:
        if blocks[child]:
            kinds.setdefault((child.tag, child.get("class")), []).append(child)
    return (row for row in kinds.values() if len(row) >= LEAST_CARDS)
