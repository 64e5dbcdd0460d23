"""Cut a web page into blocks: what the reader of the page sees as one paragraph."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from bias.words.cut import INVISIBLE

BLOCK_TAGS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2",
    "h3", "h4", "h5", "h6", "header", "hr", "legend", "li", "main", "menu", "nav", "ol", "p",
    "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})  # fmt: skip
SKIPPED_TAGS = frozenset({
    "audio", "button", "canvas", "head", "iframe", "input", "map", "math", "noscript", "object",
    "script", "select", "style", "svg", "template", "textarea", "video",
})  # fmt: skip
EMPHASIS_TAGS = frozenset({
    "b", "strong", "em", "i", "h1", "h2", "h3", "h4", "h5", "h6", "th",
})  # fmt: skip

_SPACE = re.compile(r"[ \t\n\r\f\v\u2028\u2029\x1c-\x1e\x85]+")
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cut:
    """One block of a page."""

    text: str
    """White space collapsed: one line."""
    linked: int
    """Characters inside links."""
    emphasised: int
    """Characters in bold, italic or heading markup."""
    element: Any
    """The innermost block element around it."""


@dataclass(slots=True)
class _Line:
    """Text being gathered, up to the next line break."""

    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    emphasised: int = 0
    breaks: int = 0
    """Line breaks right before it."""

    @property
    def text(self) -> str:
        return _SPACE.sub(" ", "".join(self.pieces)).strip() if self.pieces else ""

    def add(self, text: str, linked: bool, emphasised: bool) -> None:
        self.pieces.append(text)
        if linked or emphasised:
            visible = len(_SPACE.sub("", text))
            self.linked += visible * linked
            self.emphasised += visible * emphasised


def cut_blocks(root: Any) -> Iterator[Cut]:
    """Yield the visible blocks of a parsed page, in order.

    `root` is an lxml element. It is walked without recursion: pages may nest deep.
    """
    from lxml import etree

    walker = etree.iterwalk(root, events=("start", "end"))
    lines, blocks, links, emphases, hidden = [_Line()], [root], 0, 0, None
    for event, element in walker:
        tag, opens = element.tag, event == "start"
        step = 1 if opens else -1
        if opens and _is_skipped(element, tag):
            hidden = element
            walker.skip_subtree()
        skipped = element is hidden
        if not skipped:
            links += step * (tag == "a")
            emphases += step * (tag in EMPHASIS_TAGS)
            if tag in BLOCK_TAGS:
                if lines[-1].pieces or len(lines) > 1:
                    yield from _finish(lines, blocks[-1])
                    lines = [_Line()]
                blocks.append(element) if opens else blocks.pop()
            elif tag == "q":
                lines[-1].add("“" if opens else "”", links > 0, emphases > 0)
            elif tag == "br" and opens:
                lines.append(_Line(breaks=1 if lines[-1].pieces else lines[-1].breaks + 1))
        text = element.tail if not opens else None if skipped else element.text
        if text:
            lines[-1].add(text, links > 0, emphases > 0)
    yield from _finish(lines, blocks[-1])


def _is_skipped(element: Any, tag: Any) -> bool:
    """Tell what is no text, and what the page's own markup keeps from its readers."""
    if not isinstance(tag, str) or tag in SKIPPED_TAGS:
        return True
    get = element.get
    return (
        get("hidden") is not None
        or get("aria-hidden") == "true"
        or _HIDDEN_STYLE.search(get("style") or "") is not None
    )


def _finish(lines: list[_Line], element: Any) -> Iterator[Cut]:
    """Yield the gathered lines; one that goes on in lower case after one break is rejoined."""
    gathered = _Line()
    for line in lines:
        text = line.text
        if not text or not text.strip(INVISIBLE):
            continue
        if gathered.pieces and (line.breaks > 1 or not text[0].islower()):
            yield _cut(gathered, element)
            gathered = _Line()
        gathered.pieces += [" ", *line.pieces]
        gathered.linked += line.linked
        gathered.emphasised += line.emphasised
    if gathered.pieces:
        yield _cut(gathered, element)


def _cut(line: _Line, element: Any) -> Cut:
    return Cut(line.text, line.linked, line.emphasised, element)
