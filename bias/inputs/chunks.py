"""Pages that cut their story into chunks, of which an extractor reads the first one only."""

from collections import Counter
from collections.abc import Container, Iterable, Sequence
from typing import Any

from bias.inputs.blocks import Cut

LEAST_WORDS = 15
"""Words from which a block is prose that may be a chunk's."""
LEAST_SHARE = 0.3
"""Share of the extracted text that stands in places of one kind, if they are the story's."""
MOST_LINKED = 0.5
"""Linked share from which a block is a teaser, no prose."""

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def with_chunks(cuts: Sequence[Cut], extracted: Sequence[bool]) -> list[bool]:
    """Add to the extracted blocks the prose that stands in further places of the story's kind.

    Two places are of one kind when their elements, and all elements around them, agree in tag
    and class: so do the chunks that are parted by advertisements, and the slides of a show.
    Another story on the page, which has a linked heading or an `article` of its own, is left.
    Where no prose was extracted, as on a page of `aside`s, all prose above the footer is added.
    """
    places = list(zip(_kinds(cuts), (_home(cut.element) for cut in cuts), strict=True))
    prose = [_is_prose(cut) for cut in cuts]
    held = Counter[tuple[int, Any]]()
    for cut, place, is_prose, is_text in zip(cuts, places, prose, extracted, strict=True):
        held[place] += len(cut.text) * (is_text and is_prose)
    if not held.total():
        return _with_all(cuts, extracted, prose)
    needed = LEAST_SHARE * held.total()
    further = [
        is_prose and not is_text and held[place] >= needed
        for place, is_prose, is_text in zip(places, prose, extracted, strict=True)
    ]
    if not any(further):
        return list(extracted)
    return _without_other_stories(cuts, extracted, further)


def _with_all(cuts: Sequence[Cut], extracted: Sequence[bool], prose: Sequence[bool]) -> list[bool]:
    """Join all prose to the extracted blocks, but for that of menus and footers."""
    return [
        is_text or (is_prose and next(cut.element.iterancestors("nav", "footer"), None) is None)
        for cut, is_text, is_prose in zip(cuts, extracted, prose, strict=True)
    ]


def _without_other_stories(
    cuts: Sequence[Cut], extracted: Sequence[bool], further: Sequence[bool]
) -> list[bool]:
    """Join the further blocks to the extracted ones, those of other stories aside."""
    story = _around(cut.element for cut, is_text in zip(cuts, extracted, strict=True) if is_text)
    boxes = [
        _box(cut.element, story) if more else None for cut, more in zip(cuts, further, strict=True)
    ]
    others = {box for box in dict.fromkeys(boxes) if box is not None and _is_other_story(box)}
    return [
        is_text or (more and box not in others)
        for is_text, more, box in zip(extracted, further, boxes, strict=True)
    ]


def _kinds(cuts: Sequence[Cut]) -> list[int]:
    """Return a number for each block's place: the same for all places of one kind."""
    numbers, known = dict[Any, int](), dict[Any, int]()
    root = cuts[0].element.getroottree() if cuts else None
    for element in root.iter() if root is not None else ():
        around = known.get(element.getparent(), 0)
        kind = (around, element.tag, element.get("class"))
        known[element] = numbers.setdefault(kind, len(numbers) + 1)
    return [known[cut.element] for cut in cuts]


def _home(element: Any) -> Any:
    """Return the `article` that an element stands in; None when it stands in none."""
    return next(element.iterancestors("article"), None)


def _around(elements: Iterable[Any]) -> set[Any]:
    """Return some elements and all that they stand in."""
    found = set[Any]()
    for element in elements:
        while element is not None and element not in found:
            found.add(element)
            element = element.getparent()
    return found


def _box(element: Any, story: Container[Any]) -> Any:
    """Return the outermost element around a block that holds none of the story."""
    box = element
    while (parent := box.getparent()) is not None and parent not in story:
        box = parent
    return box


def _is_prose(cut: Cut) -> bool:
    return len(cut.text.split()) >= LEAST_WORDS and cut.linked < MOST_LINKED * len(cut.text)


def _is_other_story(box: Any) -> bool:
    """Tell a box with a headline of its own from a chunk, whose headings are subheads."""
    return any(
        heading.tag == "h1" or heading.getparent().tag == "a" or heading.find(".//a") is not None
        for heading in box.iter(*_HEADINGS)
    )
