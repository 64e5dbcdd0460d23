"""The first pass: what each paragraph looks like on its own."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bias.document.columns import KEY, KIND, MARK
from bias.document.document import Document
from bias.roles.signs import (
    ARTICLE,
    BE,
    CAPITAL,
    CAPITALS,
    DIGITS,
    FUNCTION,
    LETTERS,
    PERSON,
    SMALL,
)
from bias.roles.words import (
    Counts,
    Tokens,
    Words,
    bounds_between,
    ranges,
    sum_within,
    tokens_of,
    words_of,
)
from bias.words.types import Bools

Floats = NDArray[np.float64]
Table = dict[str, NDArray[Any]]
"""Named columns, each with one value a paragraph."""

LONG_PROSE_WORDS = 20
"""A paragraph of at least so many words that ends like a sentence is prose unless
a phrase or the page says otherwise (chosen on promo_inserts, 2026-11-22)."""
WORD_BINS = ((1, 1), (2, 3), (4, 6), (7, 9), (10, 13), (14, 20), (21, 35), (36, 9999))
"""Lengths that look alike, from a button to a paragraph of prose."""
_SHORTEST, _LONGEST = np.array(WORD_BINS).T[:, :, None]

_ENDS_SENTENCE = re.compile(r"[.!?…][\"”’')\]]*$")
_QUOTES = "\"“”‘’'"
_GLUED = re.compile(r"[^:]{2,40}\w:['‘“\"]?[A-Z]")
_LABEL = re.compile(r"[^.:?!,]{2,30}: \S")
_REPORTS = re.compile(r"\b(?:said|says|told|announced|according to|added|wrote|tweeted)\b")
_WEB = re.compile(r"https?:|www\.|\w\.(?:com|org|net|co|tv)\b")
_WEB_PARTS = ("http", "www.", ".co", ".org", ".net", ".tv")
"""One of these stands wherever `_WEB` matches."""
_INNER_STOP = re.compile(r"[.?!](?<=\w{3}.)[\"”’]? [A-Z“‘]")


@dataclass(frozen=True)
class Looks:
    """The units of some articles: of each its paragraphs, then its headline.

    A column has one value a unit. The unit of a lone article's paragraph is the paragraph's index.
    """

    tokens: Tokens
    words: Words
    texts: Sequence[str]
    """Nothing for a headline."""
    starts: Sequence[int]
    """Where each starts in its document's text."""
    headlines: Counts
    """Which units are headlines, by article."""
    ends_sentence: Bools
    """Which end as a sentence does, closing marks aside."""

    def __len__(self) -> int:
        return len(self.texts)

    @cached_property
    def counts(self) -> Counts:
        """How many words and numbers each has."""
        return np.diff(self.words.bounds)

    @cached_property
    def is_headline(self) -> Bools:
        """Which are no paragraphs."""
        is_headline = np.zeros(len(self), np.bool_)
        is_headline[self.headlines] = True
        return is_headline

    @cached_property
    def bare(self) -> Bools:
        """Which are short or have no end mark: lines, not paragraphs of prose."""
        is_line = (self.counts < LONG_PROSE_WORDS) | ~self.ends_sentence
        bare: Bools = is_line & ~self.is_headline
        return bare

    @cached_property
    def articles(self) -> Counts:
        """The article of each."""
        sizes = np.diff(self.headlines, prepend=-1)
        return np.arange(len(sizes)).repeat(sizes)

    @cached_property
    def firsts(self) -> Counts:
        """The first unit of each article."""
        return np.concatenate([[0], self.headlines[:-1] + 1])

    def first(self, units: Counts | int) -> Counts:
        """Return the first unit of the article of each of some units."""
        return self.firsts[self.articles[units]]

    def headline(self, units: Counts | int) -> Counts:
        """Return the headline of the article of each: the unit behind its last paragraph."""
        return self.headlines[self.articles[units]]


_CODE = ('{"', '":"', "});", "function(", "</", "/>", "@import")
"""What stands in left-over code of a page, never in prose."""


def look_at(documents: Sequence[Document]) -> Looks:
    """Look at every paragraph of some documents, each on its own."""
    tokens = tokens_of(documents)
    texts, starts = list[str](), list[int]()
    for document in documents:
        texts += [*[paragraph.of(document.text) for paragraph in document.paragraphs], ""]
        starts += [*[paragraph.start for paragraph in document.paragraphs], 0]
    ends = [_ENDS_SENTENCE.search(text[-4:]) is not None for text in texts]
    headlines = np.cumsum([len(document.paragraphs) + 1 for document in documents]) - 1
    return Looks(tokens, words_of(tokens), texts, starts, headlines, np.array(ends, np.bool_))


@dataclass(frozen=True)
class Closer:
    """What some paragraphs are like in detail; columns with zeros for the others."""

    sums: Table
    """How many letters, marks and words of several kinds each has."""

    @cached_property
    def upper_share(self) -> Floats:
        """The share of each one's letters that are capitals; 0 without letters."""
        return _share(self.sums["capitals"], self.sums["letters"])

    @cached_property
    def title_share(self) -> Floats:
        """The share of each one's words with a capital, small words left out; 0 without words."""
        return _share(self.sums["capitalised"], self.sums["counted"])


def look_closer(looks: Looks, seen: Counts) -> Closer:
    """Look at some units in detail."""
    tokens, token_bounds = _inside(looks.tokens.bounds, seen)
    places, bounds = _inside(looks.words.bounds, seen)
    row, signs = looks.tokens.row.where(tokens), looks.words.signs[places]
    is_small, is_capital = (signs & SMALL) != 0, (signs & CAPITAL) != 0
    of_tokens = {
        "letters": row.column(LETTERS),
        "capitals": row.column(CAPITALS),
        "digits": row.column(DIGITS),
        "marks": row.column(KIND) == MARK,
    }
    of_words = {
        "counted": ~is_small,
        "capitalised": ~is_small & is_capital,
        "quoted": looks.words.quoted[places],
        "article": (signs & ARTICLE) != 0,
        "person": (signs & PERSON) != 0,
        "be": (signs & BE) != 0,
        "function": (signs & FUNCTION) != 0,
    }
    sums = np.zeros((len(of_tokens) + len(of_words), len(looks)), np.int64)
    sums[: len(of_tokens), seen] = sum_within(np.array([*of_tokens.values()]), token_bounds)
    sums[len(of_tokens) :, seen] = sum_within(np.array([*of_words.values()]), bounds)
    return Closer(dict(zip((*of_tokens, *of_words), sums, strict=True)))


def _inside(bounds: Counts, seen: Counts) -> tuple[Counts, Counts]:
    """Return what lies inside some units, and the bounds of each one's share of it."""
    firsts = bounds[seen]
    lengths = bounds[seen + 1] - firsts
    return ranges(firsts, lengths), bounds_between(lengths)


def _share(part: Counts, whole: Counts) -> Floats:
    share: Floats = part / np.maximum(whole, 1)
    return share


def shape_of(looks: Looks, close: Closer, chosen: Counts) -> Table:
    """Return the measures of some paragraphs' own shape, by name."""
    units = chosen.tolist()
    count, texts = looks.counts[chosen], [looks.texts[unit] for unit in units]
    bins = (count >= _SHORTEST) & (count <= _LONGEST)
    return {
        "words": count,
        "upper_share": close.upper_share[chosen],
        "title_share": close.title_share[chosen],
        "ends_sentence": looks.ends_sentence[chosen],
        "digit_share": close.sums["digits"][chosen] / np.array([*map(len, texts)]),
        **{f"words_{a}_{b}": bin for (a, b), bin in zip(WORD_BINS, bins, strict=True)},
        **_shares(close, chosen, count, texts),
        **_as_table([_ends(looks, unit) | _edges(looks.texts[unit]) for unit in units]),
    }


def _as_table(rows: list[dict[str, bool]]) -> Table:
    values = np.array([[*row.values()] for row in rows])
    return dict(zip(rows[0], values.T, strict=True))


def _shares(close: Closer, chosen: Counts, count: Counts, texts: list[str]) -> Table:
    """Return rates per word that tell headlines, names and prose apart."""
    commas, words = [text.count(",") for text in texts], np.maximum(count, 1)
    kinds = ("quoted", "article", "person", "be", "function")
    return {
        "marks": close.sums["marks"][chosen] / words,
        "commas": commas / words,
        **{f"{kind}_share": close.sums[kind][chosen] / words for kind in kinds},
    }


def _ends(looks: Looks, unit: int) -> dict[str, bool]:
    """Tell what a paragraph's first and last words are like."""
    words, place, first = looks.words, looks.words.of(unit), ""
    keys = words.row.part(place.start, place.stop).column(KEY).tolist()
    if len(keys) > 1:
        start, end = words.starts[place.start], words.ends[place.start]
        first = looks.texts[unit][start - looks.starts[unit] : end - looks.starts[unit]]
    return {
        "first_word_upper": len(first) > 1 and first.isupper(),
        "doubled": _is_doubled(keys),
    }


def _edges(text: str) -> dict[str, bool]:
    """Return how a paragraph starts and ends, and what marks it holds."""
    return {
        "no_letters": not any(map(str.isalnum, text)),
        "ends_question": text.rstrip("\"”’')")[-1:] == "?",
        "ends_colon": text[-1] == ":",
        "ends_bracket": text[-1] in ")]",
        "starts_bracket": text[0] in "([",
        "square_line": text[0] == "[" and text[-1] == "]",
        "starts_quote": text[0] in _QUOTES,
        "ends_quote": text[-1] in _QUOTES,
        "quote_line": text[0] in _QUOTES and text[-1] in _QUOTES,
        "starts_dash": text[0] in "-–—•*▪",
        "starts_digit": text[0].isdigit(),
        "starts_small": text[0].islower(),
        "arrow": text[-1] in "→»>›",
        "at": "@" in text,
        "slash": "/" in text,
        "bar": "|" in text,
        "reports": _REPORTS.search(text) is not None,
        "code": any(map(text.__contains__, _CODE)),
        "glued_colon": _GLUED.match(text) is not None,
        "label_colon": _LABEL.match(text) is not None,
        "web": any(map(text.__contains__, _WEB_PARTS)) and _WEB.search(text) is not None,
        "inner_stop": _INNER_STOP.search(text) is not None,
    }


def _is_doubled(keys: list[str]) -> bool:
    """Tell whether the last words say the preceding ones again, as players do.

    >>> _is_doubled("now playing mayor quits mayor quits".split(" "))
    True
    """
    return any(
        keys[-size:] == keys[-2 * size : -size]
        for size in range(2, len(keys) // 2 + 1)
        if keys[-1 - size] == keys[-1]
    )
