"""Which stretches stand in quotation marks, and whose words they are."""

from bisect import bisect_right
from collections.abc import Sequence

from bias.document.document import Part, Quotation, QuotationKind
from bias.document.kinds import WINDOW, kind_of
from bias.document.marks import MARK, Stretch, find_stretches, opens_with_mark
from bias.words.cut import Span

CROWD = 12
"""Where so many stretches begin within `WINDOW` characters, they are a list of like things, and
each is of the kind of the one before: to read all that stands around each of them would be to
read every character again and again. Set by hand, 2026-11-23."""


def find_quotations(text: str, spans: Sequence[Span]) -> tuple[Quotation, ...]:
    """Return every outermost stretch in quotation marks, in order.

    Nested quotations belong to the outer one. A mark left open ends with its
    paragraph; when the next paragraph opens again, the quotation `continues`.

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
    return tuple(found)


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
    return len(before) >= CROWD and stretch.start - before[-CROWD].start < WINDOW
