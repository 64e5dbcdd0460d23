"""Parse a page's markup, however broken and however deep."""

import re
from contextlib import suppress
from typing import Any

from bias.inputs.blocks import cut_blocks

DEEPEST = 50
"""Levels that are kept of a page whose elements nest deeper than the parser (libxml2) allows, which
is 256; further levels are put beside each other. No real page comes near: of the 802 scrapinghub
and L3S-GN1 pages the deepest two have 98 levels, the next two 51 (2026-11-22). The extractor's cost
grows with levels times blocks, so it is given no more than a common page has."""

LONGEST_TAG = 10_000
"""Characters of a tag that keeps its attributes. The parser's work grows with the square of their
number: 100,000 in one tag took 10 s, 2,000 take 4 ms (2026-11-23)."""

_LONG_TAG = re.compile(rf"<(\w++)[^<>]{{{LONGEST_TAG},}}+>")
_TITLE_TAG = re.compile(r"</?(?:title|textarea)\b[^>]*>", re.IGNORECASE)


def parse(text: str) -> Any:
    """Parse a page or a fragment of one; None when nothing comes of it.

    A title that is never closed swallows the page; such a page is parsed without its title tags.
    """
    text = _LONG_TAG.sub(r"<\1>", text)
    for attempt in (text, _TITLE_TAG.sub("", text)):
        data = attempt.replace("\0", "").encode("utf-8", errors="replace")
        tree = _parse(data)
        if tree is not None and next(cut_blocks(tree), None) is not None:
            return tree
    return None


def _parse(data: bytes) -> Any:
    """Parse UTF-8 markup as it stands, or flattened when it goes beyond the parser's limits."""
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    with suppress(etree.LxmlError):
        tree = html.document_fromstring(data, parser=parser)
        if not any(e.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for e in parser.error_log):
            return tree
    flat = html.HTMLParser(encoding="utf-8", huge_tree=True, target=_Flattened())
    with suppress(etree.LxmlError):
        return etree.fromstring(data, parser=flat)
    return None


class _Flattened:
    """A parser's target: a tree in which surplus levels stand beside each other."""

    def __init__(self) -> None:
        from lxml import etree, html

        self._builder = etree.TreeBuilder(parser=html.HTMLParser())
        self._built: list[str] = []
        self._depth = 0
        self.data, self.close = self._builder.data, self._builder.close

    def start(self, tag: str, attributes: Any) -> None:
        """Open an element; a surplus one closes what stands on the deepest level."""
        self._depth += 1
        if self._depth > DEEPEST:
            self._builder.end(self._built.pop())
        self._builder.start(tag, attributes)
        self._built.append(tag)

    def end(self, _: str) -> None:
        """Close an element; one that was surplus stays open for the text behind it."""
        if self._depth <= DEEPEST:
            self._builder.end(self._built.pop())
        self._depth -= 1
