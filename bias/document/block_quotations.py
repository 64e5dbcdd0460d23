"""Paragraphs that hold somebody else's words without quotation marks: block quotations, turns.

Four signs: the page set the paragraph as one (`blockquote`), it begins with ">", the line above
leads up to it and says whose emphasis is in it, or the line above ends in a report verb and a
colon. Only the first paragraph after such a line is certain; a page marks all of them. In news
">" begins a point of a list as often: it needs a colon above, a second line with it, or Markdown.
Of 50 found by the line above in articles of Article-Bias-Prediction that no rule was written on, 49
were quotations (2026-11-30).
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from bias.document.article import Block
from bias.document.document import Document, Quotation
from bias.document.excerpt import blanked
from bias.document.leads import LEADS_UP
from bias.document.segment import are_quoted
from bias.document.unmarked.found import Unmarked
from bias.document.unmarked.in_full import find_in_full
from bias.document.unmarked.posts import find_posts
from bias.document.unmarked.turns import find_turns
from bias.words.cut import Span

MARKDOWN = (".md", ".md.gz")
"""How the name of a source ends in which ">" means nothing else."""
FEWEST_WORDS = 8
"""Of a paragraph known by ">" or by the line above: fewer are a list's (set by hand)."""
LEAD = 160
"""Characters of the line above that are read."""
_BLOCKQUOTE = re.compile(r"\bblockquote\b")
_MARK = re.compile(r">(?![>\w])\s*|>(?=[A-Z“\"‘])")
_MARKS = re.compile(r"[“”„«»\"]|``|''|(?<!\w)[‘'](?=\w)")
_NOTE = (
    r"[\[(](?:emphas[ie]s|italics|bold(?:ing|face)?)(?:\s+(?:is|are|was))?"
    r"\s+(?:mine|ours|added)\.?[\])]"
)
_NOTE_LEADS = re.compile(rf"(?:(?<=[\w)])\s*{_NOTE}|{_NOTE}\s*:)$", re.IGNORECASE)
_NOTE_ENDS = re.compile(rf"[.!?…]\s*{_NOTE}\.?$", re.IGNORECASE)
_OWN = re.compile(
    r"\b(?:(?:I|[Ww]e|[Ii]’ve|[Ww]e’ve|I've|[Ww]e've)\s+(?:\w+\s+)?\w+(?:\s+[\w’'.-]+){0,3}"
    r"|(?:post|story|article|update)\s+continues)\s*:$"
)
"""Our own earlier words are no quotation of somebody else."""
_STOPS = ".!?…:”\"’')]"
_SENTENCE_STOPS = ".!?…”\"’'"


def with_block_quotations(
    document: Document, whole: Document, left_out: Iterable[Span] = ()
) -> Document:
    """Return a document whose block quotations are direct speech, or itself where it has none.

    What marks show inside one is a part of it.

    Parameters
    ----------
    document
        What the story tells: an insert between a quotation and the line that leads up to it
        would part them, and is nobody's words itself.
    whole
        The document that it was taken from, whose paragraphs the page describes.
    left_out
        Stretches of its paragraphs that `document` does not tell.
    """
    blocks, is_markdown = _blocks(document, whole), document.article.source.endswith(MARKDOWN)
    text = blanked(document.text, left_out)
    found = find_block_quotations(text, document.paragraphs, blocks, is_markdown)
    made = {number: _made(number, span) for number, span in found}
    for words in find_unmarked(text, document.headline, document.paragraphs):
        if words.by or words.paragraph not in made:
            made[words.paragraph] = _made(words.paragraph, words, words.by)
    if not made:
        return document
    rest = [q for q in document.quotations if q.paragraph not in made or not _meets(q, made)]
    quotations = tuple(sorted((*rest, *made.values()), key=lambda quotation: quotation.start))
    quoted = are_quoted(document.starts, quotations)
    return replace(document, quotations=quotations, quoted=quoted)


def _made(number: int, span: Span, by: Span | None = None) -> Quotation:
    return Quotation(span.start, span.end, "direct", "body", number, block=True, by=by)


def _meets(quotation: Quotation, made: Mapping[int, Quotation]) -> bool:
    """Tell whether a quotation lies in the block quotation of its paragraph, or reaches into it."""
    block = made[quotation.paragraph]
    return quotation.start < block.end and block.start < quotation.end


def find_unmarked(text: str, headline: Span, spans: Sequence[Span]) -> Iterator[Unmarked]:
    """Yield posts, turns of a conversation and what is given in full; the surest comes last.

    Parameters
    ----------
    text, headline, spans
        The headline, maybe empty, and the paragraphs; offsets into `text`.
    """
    yield from find_in_full(text, headline, spans)
    yield from find_turns(text, spans)
    yield from find_posts(text, spans)


def _blocks(document: Document, whole: Document) -> list[Block]:
    """Return what the page says of each paragraph; nothing for plain text."""
    blocks = document.article.blocks
    if len(blocks) != len(whole.paragraphs):
        return []
    starts = [paragraph.start for paragraph in whole.paragraphs]
    return [blocks[bisect_right(starts, span.start) - 1] for span in document.paragraphs]


def find_block_quotations(
    text: str, spans: Sequence[Span], blocks: Sequence[Block] = (), markdown: bool = False
) -> Iterator[tuple[int, Span]]:
    r"""Yield the number of each paragraph that is a block quotation, and where its words stand.

    Examples
    --------
    >>> text = "The board wrote:\n\nWe regret the delay and will pay for every ticket."
    >>> [number for number, _ in find_block_quotations(text, [Span(0, 16), Span(18, len(text))])]
    [1]
    """
    if blocks and len(blocks) == len(spans):
        yield from ((n, s) for n, s in enumerate(spans) if _is_set_apart(blocks[n]))
        return
    if "\n>" in text:
        yield from _after_marks(text, spans, markdown)
    for number, (above, span) in enumerate(pairwise(spans), start=1):
        leads = text[above.end - 1] in ":])" and _leads(text, above, span)
        if leads or (text[span.end - 1] in ".])" and _ends_in_note(text, span)):
            yield number, span


def _is_set_apart(block: Block) -> bool:
    return block.tag == "blockquote" or _BLOCKQUOTE.search(block.classes) is not None


def _ends_in_note(text: str, span: Span) -> bool:
    """Tell whether a paragraph without marks ends in a note on the emphasis in it."""
    start = max(span.start, span.end - LEAD)
    noted = _NOTE_ENDS.search(text, start, span.end) is not None
    return noted and _MARKS.search(text, span.start, span.end) is None


def _after_marks(text: str, spans: Sequence[Span], markdown: bool) -> Iterator[tuple[int, Span]]:
    """Yield the paragraphs of each run that begin with ">", unless the run is a list of points."""
    marked = [(n, span, _MARK.match(text, span.start, span.end)) for n, span in enumerate(spans)]
    for is_marked, run in groupby(marked, key=lambda row: row[2] is not None):
        rows = list(run) if is_marked else []
        if rows and (markdown or _is_quoted(text, spans, rows[0][0], rows[-1][0])):
            yield from ((n, Span(mark.end(), span.end)) for n, span, mark in rows if mark)


def _is_quoted(text: str, spans: Sequence[Span], first: int, last: int) -> bool:
    """Tell whether paragraphs that begin with ">" are a quotation outside of Markdown."""
    led = first > 0 and text[spans[first - 1].end - 1] == ":"
    run = text[spans[first].start : spans[last].end]
    lines = run.split("\n")
    lined = first == last and len(lines) > 1 and all(line.startswith(">") for line in lines)
    enough = len(run.split()) > FEWEST_WORDS and run[-1] in _SENTENCE_STOPS
    return enough and (led or lined)


def _leads(text: str, above: Span, span: Span) -> bool:
    """Tell whether a paragraph leads up to the next as a quotation that has no marks."""
    start = max(above.start, above.end - LEAD)
    if len(text[span.start : span.end].split()) < FEWEST_WORDS or _MARKS.match(text, span.start):
        return False
    if text[span.end - 1] not in _STOPS:
        return False
    if _NOTE_LEADS.search(text, start, above.end):
        return True
    return (
        LEADS_UP.search(text, start, above.end) is not None
        and _OWN.search(text, start, above.end) is None
        and _MARKS.search(text, span.start, span.end) is None
    )
