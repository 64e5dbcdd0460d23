"""Embedded posts: what somebody wrote on a social network, told by signature, handle or link.

A signature ("— Ann Poe (@annpoe) May 4, 2018") stands below a post or ends its last line, and
names who posted. A paragraph that begins by addressing a handle, or ends with a picture's link or
a hashtag, is a post without one; so is one with a hashtag or handle between two others.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from bias.document.unmarked.found import Unmarked
from bias.words.cut import Span

LONGEST = 320
"""Characters of a post: 280 and its links."""
FEWEST_WORDS = 3
"""Of a post known by a handle or a hashtag: fewer are a link or a label."""
_SIGNATURE = re.compile(
    r"(?:[—–]|--?)\s?(?P<name>[^\n—–()@]{2,50}?)\s?\(@\w{2,30}\)(?:[^\S\n]+[^\n]{3,40})?"
    r"(?=[^\S\n]*(?:\n|$))"
)
_NAMED = re.compile(
    r"^(?P<name>[^\n—–()@.!?:;,]{2,50}?) \(@\w{2,30}\)[^\S\n]+[^\n]{0,30}\d{4}\S*[^\S\n]*$", re.M
)
_ADDRESSED = re.compile(r"[.“\"]?@\w{2,30}\b(?!['’]s\b)")
_LINKED = re.compile(
    r"(?:(?:https?://)?(?:t\.co|pic\.twitter\.com|pic\.x\.com)/\w+|(?<=\s)#[A-Za-z]\w{2,})[\s…”\"]*$"
)
_TAGGED = re.compile(r"(?<![\w/&])[#@][A-Za-z]\w{2,}")
_REPORTED = re.compile(
    r"\b(?:said|says|told|wrote|writes|tweeted|tweets|posted|replied|responded|according to)\b"
)
_SPEAKS = re.compile(r"!!|[#@][A-Za-z]\w{2,}|\b(?:I|I['’]m|[Ww]e|[Yy]ou|[Yy]our|[Mm]y|[Oo]ur)\b")
"""One of these stands in a further line of a post: it calls, or speaks for itself."""
_STOP = re.compile(r"(?:[.!?][”\"]?|:)\s+")


def find_posts(text: str, spans: Sequence[Span]) -> Iterator[Unmarked]:
    """Yield the paragraphs that are posts, each once, in no order.

    Parameters
    ----------
    text, spans
        The paragraphs; offsets into `text`. A signature may stand between two of them.
    """
    if "@" not in text and "#" not in text and "t.co/" not in text and "pic." not in text:
        return
    found = dict[int, Unmarked]()
    for signature in _signatures(text):
        for post in _signed(text, spans, signature):
            found.setdefault(post.paragraph, post)
    for number, span in enumerate(spans):
        if number not in found and _is_post(span.of(text)):
            found[number] = Unmarked(span.start, span.end, number)
    between = [
        number
        for number, span in enumerate(spans)
        if number not in found
        and (number - 1 in found or number + 1 in found)
        and _TAGGED.search(text, span.start, span.end)
        and _may_be_post(span.of(text))
    ]
    yield from found.values()
    yield from (Unmarked(spans[n].start, spans[n].end, n) for n in between)


def _signatures(text: str) -> Iterator[re.Match[str]]:
    if "(@" in text:
        yield from _SIGNATURE.finditer(text)
        yield from _NAMED.finditer(text)


def _signed(text: str, spans: Sequence[Span], signature: re.Match[str]) -> Iterator[Unmarked]:
    """Yield what a signature stands below: its own line, else the paragraph above it."""
    by = Span(*signature.span("name"))
    number = bisect_right(spans, signature.start(), key=lambda span: span.start) - 1
    if number < 0:
        return
    span = spans[number]
    start = _start_of_post(text, span, signature.start())
    if span.start <= signature.start() < span.end and start < signature.start():
        yield Unmarked(start, min(span.end, signature.end()), number, by)
    elif text[span.end : signature.start()].strip() or number == 0:
        return
    else:
        number -= span.start == signature.start()
        if not _may_be_post(spans[number].of(text)):
            return
        yield Unmarked(spans[number].start, spans[number].end, number, by)
        start = spans[number].start
    yield from _above(text, spans, number, LONGEST - (signature.start() - start), by)


def _start_of_post(text: str, span: Span, end: int) -> int:
    """Return where the post begins that a signature ends: in its line, no farther up than fits."""
    line = text.rfind("\n", span.start, end) + 1
    first = max(span.start, line)
    if end - first <= LONGEST:
        return first
    stop = _STOP.search(text, end - LONGEST, end)
    return stop.end() if stop else end - LONGEST


def _above(
    text: str, spans: Sequence[Span], number: int, left: int, by: Span
) -> Iterator[Unmarked]:
    """Yield the lines above a post's last one that fit into it and speak as posts do."""
    for place in range(number - 1, -1, -1):
        line = spans[place].of(text)
        left -= len(line) + 1
        if left < 0 or "(@" in line or not _may_be_post(line) or not _SPEAKS.search(line):
            return
        yield Unmarked(spans[place].start, spans[place].end, place, by)


def _is_post(line: str) -> bool:
    """Tell whether a paragraph is a post by itself.

    >>> _is_post("@annpoe You should resign now."), _is_post("He wrote to @annpoe on Monday.")
    (True, False)
    """
    if not _may_be_post(line) or len(line.split()) < FEWEST_WORDS:
        return False
    return bool(_ADDRESSED.match(line) or _LINKED.search(line))


def _may_be_post(line: str) -> bool:
    """Tell whether a paragraph is short enough, leads up to nothing and reports nothing."""
    is_short = len(line) <= LONGEST + 60 and line[-1:] != ":"
    return is_short and not _REPORTED.search(_TAGGED.sub("", line[:80]))
