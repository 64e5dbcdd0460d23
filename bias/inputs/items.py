"""What readers yield: articles, pages still to be read, and what could not be read."""

from collections.abc import Iterator

from bias.document.article import Article
from bias.inputs.page import Page
from bias.inputs.refusal import FAILURES, Refusal, explain

Item = Article | Page | Refusal
"""Pages are passed on as they are: reading one takes longer than all the rest, so that the
processes that analyse do it, and a resumed run need not do it again for those it has."""

Records = Iterator[Item]


def settle(item: Item) -> Article | Refusal:
    """Read a page; pass on whatever else there is."""
    if not isinstance(item, Page):
        return item
    try:
        return item.read()
    except FAILURES as error:
        return Refusal(item.origin.name, item.line, explain(error), item.beginning)
