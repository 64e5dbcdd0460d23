"""HTML that was left in a text: tags, entities, the shortcodes of a content system."""

import re
from html import unescape
from html.entities import html5

from bias.document.article import Block
from bias.inputs.blocks import cut_blocks
from bias.inputs.limits import MOST_ELEMENTS, MOST_TAGS, check_count
from bias.inputs.markup import parse
from bias.inputs.region import keep_blocks

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_INLINE = (
    "a|abbr|b|big|cite|code|del|em|font|i|ins|mark|q|s|small|span|strike|strong|sub|sup|time|tt|u"
)
_BLOCKS = (
    "address|article|aside|blockquote|br|center|dd|div|dl|dt|figcaption|figure|footer|h[1-6]|header|"
    "hr|iframe|img|li|main|nav|noscript|ol|p|picture|pre|script|section|style|table|tbody|td|th|"
    "thead|tr|ul|video"
)
_INLINE_TAG = re.compile(rf"</?(?:{_INLINE})(?:\s[^<>]{{0,2000}})?/?>", re.IGNORECASE)
_BLOCK_TAG = re.compile(rf"</?(?:{_BLOCKS})(?:\s[^<>]{{0,5000}})?/?>", re.IGNORECASE)
_CLOSING = re.compile(rf"</(?:{_INLINE}|{_BLOCKS})\s*>|<br\s*/?>|<p>", re.IGNORECASE)
_COMMENT = re.compile(r"<!--[^<]*?-->")
_SHORTCODE = re.compile(
    r"\[/?(?:caption|gallery|embed|video|audio|playlist|pullquote|vc_\w{1,30}|et_pb_\w{1,30})"
    r"(?:\s+\w+=[^\]\n]{0,500})?\]"
)
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")


def resolved(text: str) -> str:
    """Return a text with the characters that its entities stand for, escaped once or twice.

    >>> resolved("&amp;ldquo;AT&T&rdquo;")
    '“AT&T”'
    """
    for _ in range(2):
        if "&" in text:
            text = _ENTITY.sub(_character, text)
    return text


def _character(match: re.Match[str]) -> str:
    name = match[0][1:]
    return unescape(match[0]) if name.startswith("#") or name in html5 else match[0]


def looks_marked_up(text: str) -> bool:
    """Tell a text that holds tags or shortcodes, not one that only speaks of a tag."""
    if "<" not in text:
        return "[" in text and _SHORTCODE.search(text) is not None
    return _CLOSING.search(text) is not None or len(_BLOCK_TAG.findall(text)) > 1


def paragraphs_of(text: str) -> list[tuple[str, Block]]:
    """Return the paragraphs of a marked-up text, and what its tags say of each."""
    check_count(text.count("<"), "tags", MOST_TAGS)
    text = _SHORTCODE.sub("", _COMMENT.sub("", text))
    if not _BLOCK_TAG.search(text):
        plain = _INLINE_TAG.sub("", text)
        parts = _BLANK_LINE.split(plain) if _BLANK_LINE.search(plain) else plain.split("\n")
        return [(part.strip(), Block()) for part in parts if part.strip()]
    tree = parse(_BLANK_LINE.sub("\n<p>\n", text))
    if tree is None:
        return []
    held = list(tree.iter())  # lxml makes an element anew at each visit unless someone holds it
    check_count(len(held), "elements", MOST_ELEMENTS)
    cuts = list(cut_blocks(tree))
    return keep_blocks(cuts, [True] * len(cuts))
