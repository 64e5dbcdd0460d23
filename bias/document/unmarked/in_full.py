"""Speeches and letters that an article gives in full, below a line that says so.

Below "The full text of the mayor's speech:" and below a salutation ("Dear neighbours,") in an
article that tells of a letter, all is somebody else's: as far as a signature, a row of stars, or
a paragraph that is a report again. A letter that the article begins with is the outlet's own.
"""

import re
from collections.abc import Iterator, Sequence

from bias.document.unmarked.found import Unmarked
from bias.words.cut import Span

FEWEST_WORDS = 8
"""Of a text's first paragraph below its line, unless it is a salutation."""
_KINDS = (
    r"(?:speech|letter|address|statement|remarks|e-?mail|memo(?:randum)?|transcript|text|message|"
    r"testimony|sermon|homily|eulogy|manifesto|essay|op-ed|note|post|prayer|poem)"
)
_FULL = r"(?:full|complete|entire|whole|prepared|unedited|official)"
_HEADLINE = re.compile(
    r"^\W*(?:(?:read|in full|here['’]s|the)\W+)*"
    rf"(?:full (?:text|transcript|{_KINDS})|transcript|text)\s?(?:of\b|:|from\b)"
    rf"|\b(?:full (?:text|transcript)|{_KINDS} in full)\W*$",
    re.IGNORECASE,
)
_LEAD = re.compile(
    rf"\b(?:{_FULL} {_KINDS}|{_KINDS} in (?:full|its entirety)"
    r"|(?:text|transcript|translation) of (?:the|his|her|their|[\w.’' ]{3,40}['’]s?)\b"
    r"|transcri(?:bed|ption)|remarks as (?:prepared|delivered)"
    rf"|{_KINDS}[^.?!]{{0,60}} in full|reproduced|reprinted)\b",
    re.IGNORECASE,
)
_BELOW = re.compile(
    r"(?::|\b(?:below|follows|following|reproduced|reprinted)\W*|\])\s*$", re.IGNORECASE
)
_LONGEST_END = 30
"""Characters at a line's end that are looked at."""
_NOT_ALL = re.compile(
    r"\b(?:excerpts?|highlights|part of|summary|here are|key points|embedded|click)\b",
    re.IGNORECASE,
)
_SALUTATION = re.compile(
    r"(?:(?:my )?dear (?!god|lord|me\b|oh\b)[^.!?:;]{2,60}|to whom it may concern"
    r"|ladies and gentlemen|(?:my )?fellow (?:\w+ ){0,2}\w+s|(?:your|most) \w+(?: father)?"
    r"|(?:mr\.?|madam) (?:speaker|president))(?:[,:—–-]|$)",
    re.IGNORECASE,
)
_TOLD_OF = re.compile(
    r"\b(?:letters?|e-?mails?|memos?|address|speech|statements?|messages?|transcript|wrote|sermon"
    r"|homily)\b",
    re.IGNORECASE,
)
_SIGN_OFF = re.compile(
    r"(?:(?:yours|very|most) )?(?:sincerely|respectfully|faithfully|truly|regards|signed"
    r"|(?:best|kind|warm) (?:regards|wishes)|in solidarity|thank you(?: and .{3,30})?"
    r"|god bless .{2,40}|with (?:love|respect|gratitude))\b.{0,30}$",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(
    r"(?:[*#_=~•–—-]\s?){3,}$|\[?end(?: of)?(?: (?:transcript|text|letter))?\]?\W*$", re.IGNORECASE
)
_REPORTS_AGAIN = re.compile(
    r"[”\"],? (?:\w+ ){0,4}(?:said|says|told|wrote)\b|\b(?:said|told|says)\b[^.]{0,30}[“\"]"
    r"|\baccording to\b"
)
_SAID = re.compile(r"\b(?:said|says|told)\b")
_WE = re.compile(r"\b(?:I|[Mm]y|[Ww]e|[Oo]ur|[Uu]s|[Yy]ou|[Yy]our)\b")
_SIGNED_WORDS = 6
"""Words of a line below a sign-off, at most, that is its name."""


def find_in_full(text: str, headline: Span, spans: Sequence[Span]) -> Iterator[Unmarked]:
    """Yield the paragraphs of a speech or letter that is given in full.

    Parameters
    ----------
    text, headline, spans
        The headline, maybe empty, and the paragraphs; offsets into `text`.
    """
    start, is_all = _start(text, headline, spans)
    if start is None:
        return
    signed = 0
    for number in range(start, len(spans)):
        line = spans[number].of(text)
        is_name = signed and len(line.split()) <= _SIGNED_WORDS
        if _SEPARATOR.match(line) or (signed and not is_name):
            return
        if not is_all and number > start and _is_report(line):
            return
        yield Unmarked(spans[number].start, spans[number].end, number)
        signed += bool(_SIGN_OFF.match(line)) or bool(is_name)


def _is_report(line: str) -> bool:
    """Tell whether a paragraph is the article's again: it tells what was said, and by whom."""
    if _REPORTS_AGAIN.search(line):
        return True
    return _SAID.search(line) is not None and _WE.search(line) is None


def _start(text: str, headline: Span, spans: Sequence[Span]) -> tuple[int | None, bool]:
    """Return with which paragraph a text in full begins, and whether it is all of the article."""
    if _HEADLINE.search(headline.of(text)):
        return _first_spoken(text, spans), True
    is_told_of = _TOLD_OF.search(headline.of(text)) is not None
    for number, span in enumerate(spans):
        line = span.of(text)
        if number and is_told_of and _SALUTATION.match(line) and len(line.split()) <= MOST_GREETED:
            return number, True
        if _leads(line) and _may_begin(text, spans, number + 1):
            return number + 1, False
        is_told_of = is_told_of or _TOLD_OF.search(line) is not None
    return None, False


MOST_GREETED = 14
"""Words of a salutation's line, at most."""


def _first_spoken(text: str, spans: Sequence[Span]) -> int:
    """Return the paragraph after the last of the opening that introduces it."""
    introduced = [n for n, span in enumerate(spans[:5]) if _is_below(span.of(text))]
    return introduced[-1] + 1 if introduced else 0


def _leads(line: str) -> bool:
    return (
        len(line) < 400
        and _is_below(line)
        and _LEAD.search(line) is not None
        and _NOT_ALL.search(line) is None
    )


def _is_below(line: str) -> bool:
    """Tell whether a line says at its end that something follows."""
    return _BELOW.search(line[-_LONGEST_END:]) is not None


def _may_begin(text: str, spans: Sequence[Span], number: int) -> bool:
    """Tell whether a text can begin with a paragraph: prose without marks, or a salutation."""
    if number >= len(spans):
        return False
    line = spans[number].of(text)
    enough = len(line.split()) >= FEWEST_WORDS and line[0] not in "“\"‘'•*-"
    return enough or _SALUTATION.match(line) is not None
