"""Which stretches stand in quotation marks, and whose words they are."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bias.document.document import Part, Quotation, QuotationKind
from bias.document.kinds import kind_of
from bias.document.marks import MARK, Stretch, find_stretches, opens_with_mark
from bias.words.cut import Span

CROWD = 12
"""Where so many stretches begin within `CROWDED` characters, they are a list of like things, and
each is of the kind of the one before: to read all that stands around each of them would be to
read every character again and again. Set by hand, 2026-11-23."""
CROWDED = 160
"""Characters; see `CROWD`."""
CARRIED = 6
"""Paragraphs over which a quotation runs on without a mark of its own, at most (set by hand)."""
_DOUBLE = re.compile('[“”"„«»]')
_CLOSES = re.compile(r"(?<=[\w.,!?…—'’])[”\"](?=[\s,.;:—–-]|$)")
"""A mark that can only close: its word or stop is before it."""


def find_quotations(text: str, spans: Sequence[Span]) -> tuple[Quotation, ...]:
    """Return every outermost stretch in quotation marks, in order.

    Nested quotations belong to the outer one. A mark left open ends with its
    paragraph; when the next paragraph opens again, the quotation `continues`. It does so, too,
    where the next mark, some paragraphs on, can only close: the speech ran on to there.

    Parameters
    ----------
    text
        The whole article.
    spans
        The headline first, maybe empty, then the paragraphs; offsets into `text`.

    Examples
    --------
    >>> text = 'The “plan” failed. “We lost,” he said.'
    >>> [(q.of(text), q.kind) for q in find_quotations(text, [Span(0, 0), Span(0, len(text))])]
    [('“plan”', 'scare'), ('“We lost,”', 'direct')]
    """
    starts = [span.start for span in spans]
    marked = {bisect_right(starts, match.start()) for match in MARK.finditer(text)}
    found: list[Quotation] = []
    for following in sorted(marked):
        reopens = 1 < following < len(spans) and opens_with_mark(text, spans[following])
        found += quotations_of(text, spans[following - 1], following - 2, reopens)
        runs_on = found and not reopens and _is_open(text, found[-1], spans[following - 1])
        below = spans[following : following + CARRIED] if runs_on else ()
        if carried := [*_carried(text, below, following - 1)]:
            found[-1] = replace(found[-1], continues=True)
            found += carried
    return tuple(sorted(found, key=lambda quotation: quotation.start))


def _is_open(text: str, quotation: Quotation, span: Span) -> bool:
    """Tell direct speech that ends with its paragraph because nothing closes it."""
    is_last = quotation.kind == "direct" and quotation.end == span.end and quotation.part == "body"
    closed = quotation.end - quotation.start > 1 and text[quotation.end - 1] in '”"»'
    return is_last and not closed and text[quotation.start] in '“"'


def _carried(text: str, following: Sequence[Span], number: int) -> Iterator[Quotation]:
    """Yield what a quotation left open holds of the next paragraphs; nothing if nothing closes it.

    `number` is that of the first of these paragraphs.
    """
    for count, span in enumerate(following):
        mark = _DOUBLE.search(text, span.start, span.end)
        if mark is None:
            continue
        closing = _CLOSES.match(text, mark.start()) if mark.start() > span.start else None
        if closing and (closing[0] == "”" or text.count('"', span.start, span.end) % 2):
            for place, whole in enumerate(following[:count], start=number):
                yield Quotation(whole.start, whole.end, "direct", "body", place, True)
            yield Quotation(span.start, mark.end(), "direct", "body", number + count)
        return


def quotations_of(text: str, span: Span, number: int, reopens: bool) -> list[Quotation]:
    """Return the quotations of one paragraph, each judged with the one before it.

    Parameters
    ----------
    text, span, number
        The paragraph is `text[span.start:span.end]`; `number` is its index, -1 for the headline.
    reopens
        The next paragraph opens with a mark: a quotation left open may go on in it.
    """
    part: Part = "headline" if number < 0 else "body"
    before: tuple[int, QuotationKind] | None = None
    quotations: list[Quotation] = []
    for stretch in find_stretches(text, span, reopens):
        is_like_before = stretch.closed and _in_crowd(stretch, quotations)
        kind = quotations[-1].kind if is_like_before else kind_of(text, span, stretch, part, before)
        before = (stretch.end, kind)
        continues = reopens and not stretch.closed and stretch.end == span.end
        quotations.append(Quotation(stretch.start, stretch.end, kind, part, number, continues))
    return quotations


def _in_crowd(stretch: Stretch, before: Sequence[Quotation]) -> bool:
    return len(before) >= CROWD and stretch.start - before[-CROWD].start < CROWDED
