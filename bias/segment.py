"""The only place that cuts text: paragraphs, sentences, tokens.

Offsets are carried from the first cut and never searched for again. Sentence
ends come from `bias.segmentation.sentences`; tokens from one compiled pattern.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from operator import itemgetter

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
    https?://[^\s"“”<>]*[\w/]                                    # a web address
    | [\w.+-]{1,64}@[\w-]+\.[\w.-]*\w                           # an e-mail address
    | (?:[\w-]{1,63}\.){1,4}(?:com|org|net|gov|edu|co\.uk)(?!\w)(?:/[^\s"“”<>]*[\w/])?
    | @\w+ | \#[^\W\d]\w*                                       # @handle  #tag
    |"""
_NUMBERS = r"\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s|%)?(?![^\W_])"  # 1,000.5  1990s  9:30


def _pattern(others: str = "") -> re.Pattern[str]:
    """Return what finds a token with the blanks behind it; together they are the whole text."""
    return re.compile(
        rf"""((?:
        [A-Za-z]+(?=[\s,])                                        # most words
        | {others}
        (?:[^\W\d_]\.){{2,}}(?:[^\W\d_](?![\w'’]))?             # U.S.  p.m.  J.R.R
        | {_NUMBERS}
        | ['’][sS](?!\w)                                          # Trump|'s
        | \w[\w{COMBINING}]*                                      # don't  far-right  AT&T
            (?:(?:[-‐‑&{INVISIBLE}]|['’](?![sS](?!\w)))\w[\w{COMBINING}]*)*
        | ([^\w\s])\2*                                           # ...  --  (
        )\s*)""",
        re.VERBOSE,
    )


_TOKEN, _TOKEN_OR_ADDRESS = _pattern(), _pattern(_ADDRESSES)
_ADDRESS_SIGN = re.compile(r"@\w|#[^\W\d]|://|\w\.(?:com|org|net|gov|edu|co\.uk)\b")
_ADDRESS_PARTS = ("@", "#", "://", ".com", ".org", ".net", ".gov", ".edu", ".co.uk")
_NUMBER = re.compile(_NUMBERS)
_LETTER = re.compile(r"\w")
_KEY = str.maketrans({"’": "'", "‐": "-", "‑": "-", **dict.fromkeys(INVISIBLE)})


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


def _kind_of(form: str) -> Kind:
    if _NUMBER.fullmatch(form):
        return "number"
    return "word" if _LETTER.search(form) else "mark"


def _read_piece(piece: str) -> tuple[str, Kind, int]:
    """Return key, kind and length of a token that may have blanks behind it."""
    form = piece.rstrip()
    return key_of(form), _kind_of(form), len(form)


_PIECES = Remembered(_read_piece)
_FIRST = itemgetter(0)


def find_tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[Span, Kind]]:
    """Yield every word, number and mark of `text[start:end]` with its offsets."""
    end = len(text) if end is None else end
    for match in _pattern_for(text, start, end).finditer(text, start, end):
        _, kind, length = _PIECES[match.group()]
        yield Span(match.start(), match.start() + length), kind


def _pattern_for(text: str, start: int, end: int) -> re.Pattern[str]:
    """Return what finds tokens; addresses, handles and tags stay whole, where there are any."""
    return _TOKEN_OR_ADDRESS if _ADDRESS_SIGN.search(text, start, end) else _TOKEN


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
    units, pieces = _cut_pieces(text, spans)
    starts = [*accumulate(map(len, pieces), initial=0)][:-1]
    tokens = _tokens_of(pieces, starts, _voices(starts, quotations))
    sentences = [
        sentence
        for number, unit in enumerate(units, start=-1)
        for sentence in _cut_sentences(text, unit, number, starts)
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


def _cut_pieces(text: str, spans: Sequence[Span]) -> tuple[list[Paragraph], list[str]]:
    """Cut every span into tokens, each with the blanks behind it; the first is the headline.

    Joined, the pieces are the text.
    """
    pieces: list[str] = []
    units = []
    signs = any(map(text.__contains__, _ADDRESS_PARTS))
    for span, end in zip(spans, [*(span.start for span in spans[1:]), len(text)], strict=True):
        first = len(pieces)
        pattern = _pattern_for(text, span.start, span.end) if signs else _TOKEN
        pieces += map(_FIRST, pattern.findall(text, span.start, end))
        units.append(Paragraph(span.start, span.end, first, len(pieces)))
    return units, pieces


def _tokens_of(pieces: list[str], starts: list[int], voices: list[Voice]) -> tuple[Token, ...]:
    """Make the tokens of an article."""
    known = map(_PIECES.__getitem__, pieces)
    return tuple(
        [
            Token(start, start + length, key, kind, voice)
            for start, (key, kind, length), voice in zip(starts, known, voices, strict=True)
        ]
    )


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
    text: str, unit: Paragraph, number: int, starts: Sequence[int]
) -> Iterator[Sentence]:
    """Cut one paragraph into sentences; the headline is always one.

    `starts` is where the document's tokens start.
    """
    part: Part = "headline" if number < 0 else "body"
    bounds = [(unit.start, unit.end)] if number < 0 else sentence_bounds(text, unit.start, unit.end)
    first = unit.first
    for position, (start, end) in enumerate(bounds, start=1):
        last = bisect_left(starts, end, first, unit.last) if position < len(bounds) else unit.last
        if last > first:
            yield Sentence(start, end, part, number, first, last)
        first = last
