"""Markdown as its readers see it: links, emphasis and headings without their marks.

What its author marked up is text; the marks are no more a part of the story than a web page's
tags. Front matter gives headline, outlet, date and the rest, as a table's columns do. Only a
quotation keeps its ">", which says whose words it holds.
"""

import re

HEADING = re.compile(r"#{1,6}(?:\s+|(?=[^\s#]))")
LONGEST = 400
"""Characters between two marks; what is longer was not meant as emphasis or a link's text."""
MOST_FRONT = 100
"""Lines of front matter."""

_FIELD = re.compile(r"([A-Za-z][\w-]{0,30}):\s*(.*?)\s*")
_RULE = re.compile(r"(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|=+)")
_FENCE = re.compile(r"(?:```|~~~)")
_INLINE = (
    (re.compile(r"!\[[^\]\[\n]{0,400}\]\([^()\n]{0,2000}\)"), ""),
    (re.compile(r"\[([^\]\[\n]{1,400})\]\((?:[^()\n]|\([^()\n]{0,200}\)){0,2000}\)"), r"\1"),
    (re.compile(r"\[([^\]\[\n]{1,400})\]\[[^\]\[\n]{0,100}\]"), r"\1"),
    (re.compile(r"<(https?://[^>\s]{1,2000}|[\w.+-]{1,64}@[\w.-]{1,200})>"), r"\1"),
    (re.compile(r"(?<![\w`])(`{1,2})(?=[^`\s])([^`\n]{1,400})(?<=\S)\1(?![\w`])"), r"\2"),
    (re.compile(r"(?<![\w*\\])(\*{1,3})(?=[^\s*])([^*\n]{1,400})(?<=[^\s\\])\1(?![\w*])"), r"\2"),
    (re.compile(r"(?<![\w_\\])(_{1,3})(?=[^\s_])([^_\n]{1,400})(?<=[^\s\\])\1(?![\w_])"), r"\2"),
    (re.compile(r"(?<![\w~])~~(?=\S)([^~\n]{1,400})(?<=\S)~~(?![\w~])"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!>~$&|-])"), r"\1"),
)
"""Marks inside a line, and what stays of them."""


def parted(text: str) -> tuple[dict[str, str], str]:
    r"""Return the fields of a text's front matter, and the rest.

    >>> parted("---\ntitle: 'Ferry Returns'\ndate: 2026-03-02\n---\n\nIt sailed.")
    ({'title': 'Ferry Returns', 'date': '2026-03-02'}, '\nIt sailed.')
    """
    lines = text.lstrip().split("\n", MOST_FRONT + 1)
    if lines[0].rstrip() != "---":
        return {}, text
    ends = [n for n, line in enumerate(lines[1:-1], start=1) if line.rstrip() in ("---", "...")]
    found = [_FIELD.fullmatch(line) for line in lines[1 : ends[0]]] if ends else []
    if not any(found):
        return {}, text
    fields = {match[1].lower(): match[2].strip("'\"") for match in found if match}
    return fields, "\n".join(lines[ends[0] + 1 :])


def plain(text: str) -> str:
    r"""Return a text without the marks of Markdown; lines stay lines.

    >>> plain("## Why *bids* fell\n\nThe [council](https://x.example) **met**.\n\n---\n")
    'Why bids fell\n\nThe council met.\n\n\n'
    """
    return "\n".join(map(_plain_line, _without_comments(text).split("\n")))


def _without_comments(text: str) -> str:
    """Return a text without what stands in the comments of HTML: no reader sees it.

    >>> _without_comments("It <!-- sic --> sailed. <!-- open")
    'It  sailed. <!-- open'
    """
    pieces, at = list[str](), 0
    while (begin := text.find("<!--", at)) >= 0 and (end := text.find("-->", begin)) >= 0:
        pieces.append(text[at:begin])
        at = end + len("-->")
    return "".join([*pieces, text[at:]])


def _plain_line(line: str) -> str:
    bare = line.strip()
    if not bare or _RULE.fullmatch(bare) or _FENCE.match(bare):
        return ""
    if heading := HEADING.match(bare):
        line = bare[heading.end() :].rstrip("#").rstrip()
    for pattern, kept in _INLINE:
        line = pattern.sub(kept, line)
    return line.removesuffix("\\").rstrip()
