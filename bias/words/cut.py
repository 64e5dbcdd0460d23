"""Where a word begins and ends: the token pattern, and the form a token is looked up under."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Literal

from bias.values import value

Kind = Literal["word", "number", "mark"]
INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""Soft hyphen and zero-width characters: may stand inside a word."""
COMBINING = "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u064b-\u065f\u1ab0-\u1aff\u20d0-\u20ff"
"""Accents written as characters of their own: belong to the letter before."""
MOST_ACCENTS = 30
"""No script has more on one letter; sorting them would be quadratic (UAX 15)."""
_ACCENT = re.compile(f"[{COMBINING}]")
_LONG_ACCENTS = re.compile(rf"([{COMBINING}]{{{MOST_ACCENTS + 1},}})")
_ADDRESSES = r"""
    https?://[^\s"“”<>]*[\w/]                                    # a web address
    | [\w.+-]{1,64}@[\w-]+\.[\w.-]*\w                           # an e-mail address
    | (?:[\w-]{1,63}\.){1,4}(?:com|org|net|gov|edu|co\.uk)(?!\w)(?:/[^\s"“”<>]*[\w/])?
    | @\w+ | \#[^\W\d]\w*                                       # @handle  #tag
    |"""
_NUMBERS = r"\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s|%)?(?![^\W_])"  # 1,000.5  1990s  9:30


@value(frozen=True, slots=True)
class Span:
    """A half-open stretch `[start, end)` of the article's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the stretch itself.

        >>> Span(3, 10).of("US Ditched by Partner")
        'Ditched'
        """
        return text[self.start : self.end]

    def meets(self, other: "Span") -> bool:
        """Tell whether two stretches share a character."""
        return self.start < other.end and other.start < self.end


def _pattern(others: str = "") -> re.Pattern[str]:
    """Return what finds a token and passes over the blanks behind it; the first group holds it."""
    return re.compile(
        rf"""(
        [A-Za-z]+(?=[\s,])                                        # most words
        | {others}
        (?:[^\W\d_]\.){{2,}}(?:[^\W\d_](?![\w'’]))?             # U.S.  p.m.  J.R.R
        | {_NUMBERS}
        | ['’][sS](?!\w)                                          # Trump|'s
        | \w[\w{COMBINING}]*                                      # don't  far-right  AT&T
            (?:(?:[-‐‑&{INVISIBLE}]|['’](?![sS](?!\w)))\w[\w{COMBINING}]*)*
        | ([^\w\s])\2*                                           # ...  --  (
        )\s*""",
        re.VERBOSE,
    )


TOKEN, _TOKEN_OR_ADDRESS = _pattern(), _pattern(_ADDRESSES)
_ADDRESS_SIGN = re.compile(r"@\w|#[^\W\d]|://|\w\.(?:com|org|net|gov|edu|co\.uk)\b")
_DOMAIN = re.compile(r"\.(?:com|org|net|gov|edu|co\.uk)")
_NUMBER = re.compile(_NUMBERS)
_LETTER = re.compile(r"\w")
_NOT_IN_NAMES = re.compile(r"[\W_]+")
_LIGATURES: dict[int, str | None] = {
    0xFB00 + place: letters for place, letters in enumerate(("ff", "fi", "fl", "ffi", "ffl"))
}
_KEY = str.maketrans({"’": "'", "‐": "-", "‑": "-", **dict.fromkeys(INVISIBLE)}) | _LIGATURES


def tidy(text: str) -> str:
    """Return `text` with LF line ends and in Unicode NFC; nothing else changes."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not _ACCENT.search(text[:: MOST_ACCENTS + 1]):  # one of so many stands there
        return unicodedata.normalize("NFC", text)
    return "".join(
        piece if number % 2 else unicodedata.normalize("NFC", piece)
        for number, piece in enumerate(_LONG_ACCENTS.split(text))
    )


def key_of(text: str) -> str:
    """Return the form under which a token is looked up; never empty.

    >>> key_of("Don’t")
    "don't"
    """
    lower = text.lower()
    return lower if lower.isascii() else lower.translate(_KEY) or text


def kind_of(word: str) -> Kind:
    """Return whether a token is a word, a number or a mark.

    >>> kind_of("vote"), kind_of("9:30"), kind_of("--")
    ('word', 'number', 'mark')
    """
    if _NUMBER.fullmatch(word):
        return "number"
    return "word" if _LETTER.search(word) else "mark"


def find_tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[Span, Kind]]:
    """Yield every word, number and mark of `text[start:end]` with its offsets."""
    end = len(text) if end is None else end
    for match in pattern_for(text, start, end).finditer(text, start, end):
        yield Span(*match.span(1)), kind_of(match[1])


def pattern_for(text: str, start: int, end: int) -> re.Pattern[str]:
    """Return what finds tokens; addresses, handles and tags stay whole, where there are any."""
    return _TOKEN_OR_ADDRESS if _ADDRESS_SIGN.search(text, start, end) else TOKEN


def may_hold_address(text: str) -> bool:
    """Tell quickly whether a text holds a sign of an address; most hold none."""
    return "@" in text or "#" in text or "://" in text or bool(_DOMAIN.search(text))


def keys_of(text: str) -> tuple[str, ...]:
    """Return the keys of all tokens of a short text, such as a lexicon term.

    >>> keys_of("Witch hunt")
    ('witch', 'hunt')
    """
    words = text.lower().split()
    if text.isascii() and "".join(words).isalpha():
        return tuple(words)
    return tuple(key_of(match[1]) for match in pattern_for(text, 0, len(text)).finditer(text))


def column_word(text: str) -> str:
    """Return a name as it may stand in a column's name.

    >>> column_word("Social Processes (Family)")
    'social_processes_family'
    """
    return _NOT_IN_NAMES.sub("_", text.lower()).strip("_")
