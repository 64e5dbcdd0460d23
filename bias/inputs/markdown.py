"""Markdown as its readers see it, read as CommonMark says: links, emphasis, headings without marks.

What its author marked up is text; the marks are no more a part of the story than a web page's
tags. Front matter gives headline, outlet, date and the rest, as a table's columns do. Only a
quotation keeps its ">", which says whose words it holds, and an item what it begins with.
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from bias.errors import ReadError
from bias.inputs.mending.markup import paragraphs_of

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

LONGEST = 1_000_000
"""Characters of a Markdown file: the parser takes a second for them, ten for spoilt ones."""
MOST_FRONT = 200
"""Lines of front matter."""

_FRONT = re.compile(r"\s*---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_TOML = re.compile(r"\s*\+\+\+[ \t]*\n(.*?)\n\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL)
_NAME = re.compile(r"[A-Za-z][\w-]{0,30}")
_FIELD = re.compile(r"([A-Za-z][\w-]{0,30}):\s*(.*?)\s*")
_ELSEWHERE = re.compile(
    r"!\[\[[^\]\n]{1,200}\]\]|\{\{[<%][^\n]{0,400}?[>%]\}\}|\{%[^\n]{0,400}?%\}"
    r"|\[\^[\w-]{1,40}\](?!:)"
)
"""Embeds and notes of other dialects: Obsidian, Hugo, Jekyll."""
_WIKI = re.compile(r"\[\[(?:[^\]|\n]{1,200}\|)?([^\]|\n]{1,200})\]\]")
_MANY_BLANKS = re.compile(r"\n{3,}")
_UNDEFINED = re.compile(r"\[([^\]\[\n]{1,400})\]\[[^\]\[\n]{0,100}\]")
"""A link whose address is nowhere given."""
_BREAKS = frozenset({"softbreak", "hardbreak"})


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable(["table", "strikethrough"])


def parted(text: str) -> tuple[dict[str, str], str]:
    r"""Return the fields of a text's front matter, and the rest.

    >>> parted("---\ntitle: 'Ferry Returns'\ndate: 2026-03-02\n---\n\nIt sailed.")
    ({'title': 'Ferry Returns', 'date': '2026-03-02'}, '\nIt sailed.')
    """
    if toml := _TOML.match(text):
        fields = _of_toml(toml[1])
        return (fields, text[toml.end() :]) if fields else ({}, text)
    front = _FRONT.match(text)
    if front is None or front[1].count("\n") > MOST_FRONT:
        return {}, text
    fields = _fields(front[1])
    return (fields, text[front.end() :]) if fields else ({}, text)


def _of_toml(front: str) -> dict[str, str]:
    """Return what front matter says that is no YAML but TOML."""
    try:
        told = tomllib.loads(front)
    except (tomllib.TOMLDecodeError, RecursionError):
        return {}
    dated = ((n, v.isoformat() if hasattr(v, "isoformat") else v) for n, v in told.items())
    return {name.lower(): said for name, value in dated if (said := _said(value))}


def _fields(front: str) -> dict[str, str]:
    """Return what is said in one line or a list; YAML that is not sound is read line by line."""
    import yaml

    try:
        content = yaml.load(front, _plain_loader())
    except (yaml.YAMLError, RecursionError, ValueError):
        found = map(_FIELD.fullmatch, front.split("\n"))
        return {match[1].lower(): match[2].strip("'\"“”") for match in found if match and match[2]}
    told = content.items() if isinstance(content, dict) else ()
    named = ((str(name), _said(value)) for name, value in told)
    return {name.lower(): said for name, said in named if said and _NAME.fullmatch(name)}


@cache
def _plain_loader() -> Any:
    """Return what reads every scalar as text, a day as it is written; it follows no reference."""
    import yaml

    class Plain(yaml.BaseLoader):  # type: ignore[misc]
        def compose_node(self, parent: Any, index: Any) -> Any:
            if self.check_event(yaml.events.AliasEvent):
                raise yaml.YAMLError("front matter that refers to itself")
            return super().compose_node(parent, index)

    return Plain


def _said(value: Any) -> str:
    """Return a value as text; a list's are parted by commas, the author's name stands for him."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_said, value)))
    if isinstance(value, dict):
        return _said(value.get("name") or value.get("title") or "")
    return value.strip() if isinstance(value, str) else ""


def plain(text: str) -> str:
    r"""Return a text without the marks of Markdown.

    Raises `ReadError` for a text that is too long.

    >>> plain("## Why *bids* fell\n\nThe [council](https://x.example) **met**.\n\n---\n\n> No.")
    'Why bids fell\n\nThe council met.\n\n> No.'
    """
    if len(text) > LONGEST:
        raise ReadError(
            f"the file is longer than {LONGEST:,} characters. Split it, or save it as .txt."
        )
    tokens = _parser().parse(_WIKI.sub(r"\1", _ELSEWHERE.sub("", text)))
    return _MANY_BLANKS.sub("\n\n", "".join(_laid_out(tokens))).strip("\n")


def _laid_out(tokens: Sequence["Token"]) -> Iterator[str]:
    """Yield the text of each block with what parts it from the next."""
    from markdown_it.token import Token

    quoted, lists, mark, cells = 0, 0, "", list[str]()
    for before, token in pairwise([Token("", "", 0), *tokens]):
        quoted += token.nesting * token.type.startswith("blockquote")
        lists += token.nesting * token.type.endswith(("t_list_open", "d_list_open", "list_close"))
        if token.type == "list_item_open":
            mark = f"{token.info}{token.markup} "
        elif token.type == "tr_close":
            yield " | ".join(filter(None, cells)) + "\n"
            cells = []
        elif before.type in ("th_open", "td_open"):
            cells.append(_said_in(token))
        elif said := _said_in(token):
            yield "\n".join(_quoted(mark + said) if quoted else [mark + said])
            yield "\n" if before.hidden else "\n\n"
            mark = ""
        if (token.type.endswith("list_close") and not lists) or token.type == "table_close":
            yield "\n"


def _quoted(text: str) -> list[str]:
    return [f"> {line}" for line in text.split("\n")]


def _said_in(token: "Token") -> str:
    if token.type == "inline":
        return _inline(token.children or ()).strip()
    if token.type in ("code_block", "fence"):
        return token.content.strip()
    if token.type == "html_block":
        return "\n\n".join(text for text, _ in paragraphs_of(token.content))
    return ""


def _inline(children: Sequence["Token"]) -> str:
    """Return what is shown of a line: no picture, no tag, no address behind a link's words."""
    parts = (
        "\n" if c.type in _BREAKS else "" if c.type in ("image", "html_inline") else c.content
        for c in children
    )
    return _UNDEFINED.sub(r"\1", "".join(parts))
