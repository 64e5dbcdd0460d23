"""Marks of forums, wikis and Markdown that were left in a plain text."""

import re

_BBCODE = re.compile(
    r"\[/?(?:b|i|u|s|h\d|p|url|size|color|colour|font|center|left|right|quote|list|li|\*)"
    r"(?:=[^\]\n]{0,300})?\]",
    re.IGNORECASE,
)
_PICTURE = re.compile(r"\[(img|video|media)(?:=[^\]\n]{0,100})?\][^\[\]\n]{0,500}\[/\1\]", re.I)
_CLOSED = re.compile(r"\[/(?:b|i|u|s|h\d|url|size|color|colour|font|center|quote|img)\]", re.I)
_WIKI_HEAD = re.compile(r"^[ \t]*(={1,5})[ \t]*([^=\n].{0,200}?)[ \t]*\1[ \t]*$", re.MULTILINE)
_WIKI_LINK = re.compile(r"\[\[(?:[^\]|\[\n]{1,200}\|)?([^\]|\[\n]{1,200})\]\]")
_WIKI_MARK = re.compile(r"'{2,3}(?=\S)([^'\n]{1,500}?)(?<=\S)'{2,3}")
_HEADING = re.compile(r"#{1,3} \S")
_LINK = re.compile(r"\[[^\]\n]{1,300}\]\(https?://[^)\s]{1,1000}\)")
_STRONG = re.compile(r"(?<![\w*])\*\*(?=\S)[^*\n]{1,500}(?<=\S)\*\*(?![\w*])")


def without_marks(text: str) -> str:
    r"""Return a text without BBCode, and without a wiki's marks where it has headings or links.

    >>> without_marks("[b]Ferry Returns[/b]"), without_marks("== Ferry ==\nThe [[ferry|boat]].")
    ('Ferry Returns', 'Ferry\nThe boat.')
    """
    if "[/" in text and _CLOSED.search(text):
        text = _BBCODE.sub("", _PICTURE.sub("", text))
    if _WIKI_HEAD.search(text) or ("[[" in text and _WIKI_LINK.search(text)):
        text = _WIKI_LINK.sub(r"\1", _WIKI_HEAD.sub(r"\2", text))
        text = _WIKI_MARK.sub(r"\1", text)
    return text


def is_markdown(text: str) -> bool:
    r"""Tell a text that is Markdown by its first line, or by several of its marks.

    >>> is_markdown("# Ferry Returns\n\nIt sailed."), is_markdown("It sailed at 2 * 2.")
    (True, False)
    """
    if _HEADING.match(text.lstrip("\n")):
        return True
    return len(_LINK.findall(text)) + len(_STRONG.findall(text)) > 1
