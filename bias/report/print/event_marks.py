"""Stretches of an account as pieces to set, with what contradicts or is left away marked."""

from collections.abc import Iterable
from itertools import pairwise

from bias.charts.fonts import Face, printable
from bias.charts.style import Family, family_of
from bias.events.account import Account
from bias.report.marks import Ink, plain
from bias.report.print.lines import Piece
from bias.words.cut import Span

ODD = Family("odd", "!", "contradiction", "#8a3b00", "#fde8d7", "solid", "x")
REST = Family("rest", "+", "not in the other account", "#b58900", "#fff2b8", "dotted", "x")
ADDS = Family("adds", "", "in no other account", "#8b939b", "#eef0f2", "dotted", "x")
TIE = "#2f5d8a"
"""Colour of what several tell."""


def marked_pieces(
    account: Account,
    span: Span,
    face: Face,
    odd: Iterable[Span] = (),
    rest: Iterable[Span] = (),
    devices: Iterable[Span] = (),
    adds: Iterable[Span] = (),
) -> list[Piece[Ink]]:
    """Return a stretch of an account as pieces to set; the kinds of marks as in the HTML."""
    whole, span = span, account.drawn(span)
    kinds = [(ODD, [*odd]), (REST, [*rest]), (family_of("headline"), [*devices]), (ADDS, [*adds])]
    edges = {span.start, span.end}
    edges.update(edge for _, marks in kinds for mark in marks for edge in (mark.start, mark.end))
    bounds = sorted(edge for edge in edges if span.start <= edge <= span.end)
    made = []
    for start, end in pairwise(bounds):
        found = tuple(
            family
            for family, marks in kinds
            if any(mark.start <= start and end <= mark.end for mark in marks)
        )
        if words := printable(account.text[start:end], face):
            made.append(Piece(words, face, Ink(found, frozenset(found))))
    return [*made, *plain("…", face)] if span.end < whole.end else made
