"""Trafilatura: the article's text and what the page says about itself."""

import logging
import warnings
from copy import deepcopy
from typing import Any

LARGE = 5_000
"""Elements from which a page is made simpler for trafilatura: inline markup is dropped and its two
fallbacks are left out, whose work grows with the square of the page. Of the 801 parsed scrapinghub
and L3S-GN1 pages the largest has 2,214 elements (2026-11-23)."""

_PACKAGES = ("trafilatura", "htmldate", "courlan", "dateparser", "justext", "tld")
"""Those at work here: what they log or warn of is nothing that a user can mend."""
_FAULTS = (ValueError, TypeError, AttributeError, LookupError, RecursionError)
_INLINE = (
    "abbr", "b", "big", "cite", "em", "font", "i", "ins", "mark", "q", "s", "small", "span",
    "strong", "sub", "sup", "tt", "u",
)  # fmt: skip

for _package in _PACKAGES:
    logging.getLogger(_package).addHandler(logging.NullHandler())
warnings.filterwarnings("ignore", module=rf"(?:{'|'.join(_PACKAGES)})(?:\.|$)")


def metadata(tree: Any) -> dict[str, Any]:
    """Return what a page says about itself; nothing when its metadata are broken.

    No date is guessed from the text: a footer's copyright line is no date.
    """
    from trafilatura import extract_metadata

    try:
        return extract_metadata(tree, extensive=False).as_dict() or {}
    except _FAULTS:
        return {}


def text_of(tree: Any, size: int) -> str:
    """Return the article's text; empty when trafilatura finds none.

    Parameters
    ----------
    tree
        The parsed page; it is left as it is.
    size
        Its number of elements.
    """
    from trafilatura import bare_extraction

    large = size > LARGE
    try:
        found = bare_extraction(
            _simpler(tree) if large else tree, fast=large, include_comments=False
        )
    except _FAULTS:
        found = None
    return (found.text or "") if found is not None else ""


def _simpler(tree: Any) -> Any:
    """Return a copy without inline markup; the text inside it stays."""
    from lxml import etree

    plain = deepcopy(tree)
    etree.strip_tags(plain, *_INLINE)
    for (
        element
    ) in plain.iter():  # makes one text of each run of texts: they are searched in squares
        element.text, element.tail = element.text, element.tail
    return plain
