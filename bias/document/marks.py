"""Pair quotation marks: which stretches of a paragraph stand in marks.

Double marks are paired first, by direction and a stack; single marks are then
paired in what lies outside them, because there an apostrophe looks the same.
Everything is one pass, so a line of a million marks is read in linear time.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bias.values import value
from bias.words.cut import Span

_DOUBLE = re.compile(
    r"""
    [`'’′‘“”„‟«»"](?:
        (?<=\d['’′]) (?P<height>\s?\d{1,2}(?:["”″]|''|’’))  # 6'2": not a mark
        | (?<=[“”„‟«»"]) | (?<=`)` | (?<=')' | (?<=’)’ | (?<=‘)‘
    )""",
    re.VERBOSE,
)
MARK = re.compile(r"[`'\"‘’‚“”„‟«»](?:(?<=[`\"“”„‟«»])|(?<![^\W_].)|(?![^\W_]))")
"""What may be a mark, or a part of one: all others stand inside words."""
_SINGLE = re.compile(r"['‘’‚](?:(?<![^\W_].)|(?![^\W_]))")
"""A single mark that does not stand inside a word."""
_ELISION = re.compile(
    r"['‘’](?:\d0s|'?\d\d\b(?!\s+per)|(?:em|til|till|tis|twas|cause|n|round|bout|cuz)\b)", re.I
)
"""'90s, 'em: the apostrophe stands for something left out."""
_POSSESSIVE = re.compile(r"[sS]['’][^\S\n]+[^\W\d_]")
"""voters' fault: may end a quotation, but more likely does not."""
_OPENS_SPEECH = re.compile(r"‘|'[A-Z][^']* ")
"""A single mark at a paragraph's start that nothing closes: the quotation goes on in the next."""
_LEADS = "([{—–-/‘“'\"«„"
"""What may stand directly before an opening mark."""
_FOLLOWS = ",.;:!?)]}—–-…/'’”\"»"
"""What may stand directly after a closing mark."""
_OPENING = frozenset("“„‟«") | {"``", "‘‘"}
_CLOSING = frozenset("”»") | {"’’"}
_STRAIGHT = frozenset({'"', "''"})
_WORD = re.compile(r"\w")


@value(frozen=True, slots=True)
class Stretch(Span):
    """One outermost stretch in marks, marks included."""

    inner: Span
    """Without its marks."""
    closed: bool
    """It has its closing mark."""


@dataclass(slots=True)
class _Node:
    """A double mark that opened, and where it was closed."""

    start: int
    inner: int
    mark: str
    inner_end: int = -1
    end: int = -1


def find_stretches(text: str, span: Span, reopens: bool = False) -> list[Stretch]:
    """Return the outermost marked stretches of one paragraph, in order.

    Parameters
    ----------
    text, span
        The paragraph is `text[span.start:span.end]`; offsets are into `text`.
    reopens
        The next paragraph begins with an opening mark, so that a mark left
        open here runs to the end of the paragraph.
    """
    nodes = _pair_doubles(text, span)
    doubles = list(_outermost(text, span, nodes, reopens))
    singles = list(_pair_singles(text, span, doubles))
    merged, end = [], span.start
    for stretch in sorted([*doubles, *singles], key=lambda stretch: stretch.start):
        if stretch.start >= end and _WORD.search(text, stretch.inner.start, stretch.inner.end):
            merged.append(stretch)
            end = stretch.end
    return merged


def opens_with_mark(text: str, span: Span) -> bool:
    """Tell whether a paragraph begins with an opening double or curly single mark."""
    return text.startswith(("“", '"', "‘", "„", "«", "``", "''"), span.start, span.end)


def _pair_doubles(text: str, span: Span) -> list[_Node]:
    """Pair double marks with a stack; nodes without an end were left open."""
    nodes: list[_Node] = []
    stack: list[_Node] = []
    for match in _DOUBLE.finditer(text, span.start, span.end):
        if match["height"]:
            continue
        mark = match[0]
        before = text[match.start() - 1] if match.start() > span.start else " "
        after = text[match.end()] if match.end() < span.end else " "
        turn = _turn(mark, before, after, stack[-1].mark if stack else "")
        if turn > 0:
            stack.append(_Node(match.start(), match.end(), mark))
            nodes.append(stack[-1])
        elif turn < 0 and stack:
            node = stack.pop()
            node.inner_end, node.end = match.span()
    return nodes


def _turn(mark: str, before: str, after: str, top: str) -> int:
    """Return 1 where a mark opens, -1 where it closes, 0 where it is no mark."""
    may_open = (before.isspace() or before in _LEADS) and not after.isspace()
    may_close = not before.isspace() and (after.isspace() or after in _FOLLOWS)
    if mark in _STRAIGHT:
        return _turn_straight(before, bool(top), may_open, may_close)
    if mark in _OPENING:
        closes = top and (top in "„»" or (may_close and not may_open))
        return -1 if closes else 1
    return 1 if not top and may_open and not may_close else -1


def _turn_straight(before: str, inside: bool, may_open: bool, may_close: bool) -> int:
    """Straight marks turn by what stands around them, then by the state."""
    if may_open and not may_close:
        return 1
    if inside:
        return -1
    return 0 if before.isdigit() or may_close else 1


def _outermost(text: str, span: Span, nodes: list[_Node], reopens: bool) -> Iterator[Stretch]:
    """Yield outermost stretches; decide where those left open end."""
    end = span.start
    for number, node in enumerate(nodes):
        if node.start < end:
            continue
        if node.end > 0:
            yield Stretch(node.start, node.end, Span(node.inner, node.inner_end), True)
            end = node.end
            continue
        end = span.end
        following = nodes[number + 1] if number + 1 < len(nodes) else None
        if following and not reopens and _alike(node.mark, following.mark):
            end = following.start  # its closing mark was forgotten before the next quotation
        yield Stretch(node.start, end, Span(node.inner, end), False)


def _alike(mark: str, other: str) -> bool:
    return (mark in _STRAIGHT) == (other in _STRAIGHT)


def _pair_singles(text: str, span: Span, doubles: Sequence[Stretch]) -> Iterator[Stretch]:
    """Pair single marks outside double ones; the rest are apostrophes."""
    start, soft = -1, -1
    for position, opens, closes in _single_marks(text, span, doubles):
        if opens:
            if start >= 0 and soft >= 0:
                yield _single(start, soft)
            start, soft = position, -1
        elif closes and start >= 0:
            if not _POSSESSIVE.match(text, position - 1):
                yield _single(start, position)
                start = soft = -1
            elif soft < 0:
                soft = position
    if start >= 0 and soft >= 0:
        yield _single(start, soft)
    elif start == span.start and _OPENS_SPEECH.match(text, start):
        yield Stretch(start, span.end, Span(start + 1, span.end), False)


def _single(start: int, close: int) -> Stretch:
    return Stretch(start, close + 1, Span(start + 1, close), True)


def _single_marks(
    text: str, span: Span, doubles: Sequence[Stretch]
) -> Iterator[tuple[int, bool, bool]]:
    """Yield the single marks that may open or close: position, opens, closes."""
    starts = [stretch.start for stretch in doubles]
    for match in _SINGLE.finditer(text, span.start, span.end):
        at = match.start()
        before = text[at - 1] if at > span.start else " "
        after = text[at + 1] if at + 1 < span.end else " "
        covering = bisect_right(starts, at) - 1
        if covering >= 0 and at < doubles[covering].end:
            continue
        blank = before.isspace() or before in _LEADS
        opens = blank and match[0] != "’" and not after.isspace() and after not in ",.;:!?)"
        closes = not before.isspace() and match[0] not in "‘‚" and not after.isalnum()
        if opens and _ELISION.match(text, at):
            continue
        yield at, opens and not (closes and before not in _LEADS), closes and not opens
