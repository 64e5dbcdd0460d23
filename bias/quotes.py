"""Which stretches stand in quotation marks, and whose words they are."""

from collections.abc import Sequence

from bias.article import Quotation, Span


def find_quotations(text: str, spans: Sequence[Span]) -> tuple[Quotation, ...]:
    """Return every marked stretch; `spans[0]` is the headline, the rest paragraphs."""
    return ()
