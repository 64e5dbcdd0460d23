"""The only place that cuts text: paragraphs, sentences, tokens.

Offsets are carried from the first cut and never searched for again. Sentence
ends come from `bias.segmentation.sentences`; tokens from one compiled pattern.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from bias.article import (
    Article,
    Document,
    Kind,
    Paragraph,
    Part,
    Quotation,
    Sentence,
    Span,
    Token,
    Voice,
)
from bias.quotes import find_quotations
from bias.remembered import Remembered
from bias.segmentation.sentences import sentence_bounds

INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""Soft hyphen and zero-width characters: may stand inside a word."""
COMBINING = "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u064b-\u065f\u1ab0-\u1aff\u20d0-\u20ff"
"""Accents written as characters of their own: belong to the letter before."""

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_LONG_ACCENTS = re.compile(rf"([{COMBINING}]{{31,}})")
"""More accents on one letter than any script has; sorting them would be quadratic (UAX 15)."""
_ADDRESSES = r"""
    (?P<address>https?://[^\s"“”<>]*[\w/]                       # a web address
    | [\w.+-]{1,64}@[\w-]+\.[\w.-]*\w                         # an e-mail address
    | (?:[\w-]{1,63}\.){1,4}(?:com|org|net|gov|edu|co\.uk)(?!\w)(?:/[^\s"“”<>]*[\w/])?
    | @\w+ | \#[^\W\d]\w*)                                                # @handle  #tag
    |"""
_WORDS = rf"""
    (?P<acronym>(?:[^\W\d_]\.){{2,}}(?:[^\W\d_](?![\w'’]))?)     # U.S.  p.m.  J.R.R
    | (?P<number>\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s|%)?(?![^\W_]))  # 1,000.5  1990s  9:30
    | (?P<possessive>['’](?:s|S)(?!\w))                          # Trump|'s
    | (?P<word>\w[\w{COMBINING}]*                               # don't  far-right  AT&T
        (?:(?:[-‐‑&{INVISIBLE}]|['’](?!(?:s|S)(?!\w)))\w[\w{COMBINING}]*)*)
    | (?P<mark>(?P<one>[^\w\s])(?P=one)*)                        # ...  --  (
    """
_TOKEN = re.compile(_WORDS, re.VERBOSE)
_TOKEN_OR_ADDRESS = re.compile(_ADDRESSES + _WORDS, re.VERBOSE)
_ADDRESS_SIGN = re.compile(r"@\w|#[^\W\d]|://|\w\.(?:com|org|net|gov|edu|co\.uk)\b")
_KEY = str.maketrans({"’": "'", "‐": "-", "‑": "-", **dict.fromkeys(INVISIBLE)})
_LAST_GROUP = attrgetter("lastgroup")
_KINDS: dict[str | None, Kind] = {"number": "number", "one": "mark", "mark": "mark"}


def tidy(text: str) -> str:
    """Return `text` with LF line ends and in Unicode NFC; nothing else changes."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(
        piece if number % 2 else unicodedata.normalize("NFC", piece)
        for number, piece in enumerate(_LONG_ACCENTS.split(text))
    )


def split_paragraphs(body: str) -> list[str]:
    r"""Cut a body at blank lines or, where it has none, at each line end.

    >>> split_paragraphs("One.\nStill one.\n\nTwo.")
    ['One.\nStill one.', 'Two.']
    >>> split_paragraphs("One.\nTwo.")
    ['One.', 'Two.']
    """
    body = body.strip()
    pieces = _BLANK_LINE.split(body)
    if len(pieces) == 1:
        pieces = body.split("\n")
    return [piece.strip() for piece in pieces if piece.strip()]


def key_of(text: str) -> str:
    """Return the form under which a token is looked up; never empty.

    >>> key_of("Don’t")
    "don't"
    """
    lower = text.lower()
    return lower if lower.isascii() else lower.translate(_KEY) or text


_KEYS = Remembered(key_of)


def find_tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[Span, Kind]]:
    """Yield every word, number and mark of `text[start:end]` with its offsets."""
    for match in _token_matches(text, start, len(text) if end is None else end):
        yield Span(match.start(), match.end()), _KINDS.get(match.lastgroup, "word")


def _token_matches(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Match tokens; addresses, handles and tags stay whole, where there are any."""
    pattern = _TOKEN_OR_ADDRESS if _ADDRESS_SIGN.search(text, start, end) else _TOKEN
    return pattern.finditer(text, start, end)


def keys_of(text: str) -> tuple[str, ...]:
    """Return the keys of all tokens of a short text, such as a lexicon term.

    >>> keys_of("Witch hunt")
    ('witch', 'hunt')
    """
    return tuple(key_of(span.of(text)) for span, _ in find_tokens(text))


def segment(article: Article) -> Document:
    """Cut an article once, for everything that follows.

    Parameters
    ----------
    article
        Headline and body may be empty.

    Returns
    -------
    Document
        `text[span.start:span.end]` is the span's text for every span in it.
    """
    headline = tidy(article.headline).strip()
    bodies = split_paragraphs(tidy(article.body))
    text, spans = _lay_out(headline, bodies)
    quotations = find_quotations(text, spans)
    units, tokens = _cut_tokens(text, spans, quotations)
    sentences = [
        sentence
        for number, unit in enumerate(units, start=-1)
        for sentence in _cut_sentences(text, unit, number, tokens)
    ]
    return Document(article, text, units[0], tuple(units[1:]), tuple(sentences), tokens, quotations)


def _lay_out(headline: str, bodies: list[str]) -> tuple[str, list[Span]]:
    """Join headline and paragraphs; the first span is the headline's, maybe empty."""
    parts = [headline, *bodies] if headline else bodies
    spans, position = ([] if headline else [Span(0, 0)]), 0
    for part in parts:
        spans.append(Span(position, position + len(part)))
        position += len(part) + 2
    return "\n\n".join(parts), spans


def _cut_tokens(
    text: str, spans: Iterable[Span], quotations: Iterable[Quotation]
) -> tuple[list[Paragraph], tuple[Token, ...]]:
    """Cut every span into tokens; the first unit is the headline."""
    matches: list[re.Match[str]] = []
    units = []
    for span in spans:
        first = len(matches)
        matches.extend(_token_matches(text, span.start, span.end))
        units.append(Paragraph(span.start, span.end, first, len(matches)))
    starts = [*map(re.Match.start, matches)]
    ends = map(re.Match.end, matches)
    keys = map(_KEYS.__getitem__, map(re.Match.group, matches))
    kinds = [_KINDS.get(group, "word") for group in map(_LAST_GROUP, matches)]
    return units, tuple(map(Token, starts, ends, keys, kinds, _voices(starts, quotations)))


def _voices(starts: Sequence[int], quotations: Iterable[Quotation]) -> list[Voice]:
    """Return the voice of each token, told by where it starts."""
    voices: list[Voice] = ["outlet"] * len(starts)
    for quotation in quotations:
        if quotation.kind == "direct":
            first = bisect_left(starts, quotation.start)
            last = bisect_left(starts, quotation.end, lo=first)
            voices[first:last] = ["quoted"] * (last - first)
    return voices


def _cut_sentences(
    text: str, unit: Paragraph, number: int, tokens: Sequence[Token]
) -> Iterator[Sentence]:
    """Cut one paragraph into sentences; the headline is always one."""
    part: Part = "headline" if number < 0 else "body"
    bounds = [(unit.start, unit.end)] if number < 0 else sentence_bounds(text, unit.start, unit.end)
    first = unit.first
    for position, (start, end) in enumerate(bounds):
        last = first
        until = unit.end if position == len(bounds) - 1 else end
        while last < unit.last and tokens[last].start < until:
            last += 1
        if last > first:
            yield Sentence(start, end, part, number, first, last)
        first = last
