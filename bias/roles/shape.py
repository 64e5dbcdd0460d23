"""The first pass: what each paragraph looks like on its own."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bias.document.columns import KEY, KIND, MARK
from bias.document.document import Document
from bias.roles.words import (
    ARTICLE,
    BE,
    CAPITAL,
    CAPITALS,
    DIGITS,
    FUNCTION,
    LETTERS,
    PERSON,
    SMALL,
    Counts,
    Words,
    bounds_between,
    bounds_of_units,
    ranges,
    sum_within,
    words_of,
)
from bias.words.types import Bools, Row

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
_WEB = re.compile(r"https?:|www\.|\w\.(?:com|org|net|co|tv)\b")
_WEB_PARTS = ("http", "www.", ".co", ".org", ".net", ".tv")
"""One of these stands wherever `_WEB` matches."""
_INNER_STOP = re.compile(r"[.?!](?<=\w{3}.)[\"”’]? [A-Z“‘]")


@dataclass(frozen=True)
class Looks:
    """The paragraphs of a document, each looked at on its own: columns with one value for each."""

    words: Words
    texts: tuple[str, ...]
    counts: Counts
    """How many words and numbers each has."""
    ends_sentence: Bools
    """Which end as a sentence does, closing marks aside."""

    def __len__(self) -> int:
        return len(self.texts)

    @cached_property
    def bare(self) -> Bools:
        """Which are short or have no end mark: lines, not paragraphs of prose."""
        return (self.counts < LONG_PROSE_WORDS) | ~self.ends_sentence


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
    """Look at some paragraphs in detail."""
    document, words = looks.words.document, looks.words
    tokens, token_bounds = _inside(np.array(bounds_of_units(document)), seen)
    row = Row(document.row.types, document.row.numbers[tokens])
    places, bounds = _inside(words.bounds, seen)
    signs = words.signs[places]
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
        "quoted": document.quoted[words.tokens[places]],
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
    """Return what lies inside some paragraphs, and the bounds of each one's share of it."""
    firsts = bounds[seen + 1]
    lengths = bounds[seen + 2] - firsts
    return ranges(firsts, lengths), bounds_between(lengths)


def _share(part: Counts, whole: Counts) -> Floats:
    share: Floats = part / np.maximum(whole, 1)
    return share


def look_at(document: Document) -> Looks:
    """Look at every paragraph of a document."""
    words = words_of(document)
    texts = tuple(paragraph.of(document.text) for paragraph in document.paragraphs)
    ends = [_ENDS_SENTENCE.search(text[-4:]) is not None for text in texts]
    return Looks(words, texts, np.diff(words.bounds)[1:], np.array(ends, np.bool_))


def shape_of(looks: Looks, close: Closer, chosen: Counts) -> Table:
    """Return the measures of some paragraphs' own shape, by name."""
    count, texts = looks.counts[chosen], [looks.texts[index] for index in chosen.tolist()]
    bins = (count >= _SHORTEST) & (count <= _LONGEST)
    return {
        "words": count,
        "upper_share": close.upper_share[chosen],
        "title_share": close.title_share[chosen],
        "ends_sentence": looks.ends_sentence[chosen],
        "digit_share": close.sums["digits"][chosen] / np.array([*map(len, texts)]),
        **{f"words_{a}_{b}": bin for (a, b), bin in zip(WORD_BINS, bins, strict=True)},
        **_shares(close, chosen, count, texts),
        **_as_table(
            [_ends(looks, index) | _edges(looks.texts[index]) for index in chosen.tolist()]
        ),
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


def _ends(looks: Looks, index: int) -> dict[str, bool]:
    """Tell what a paragraph's first and last words are like."""
    words, place = looks.words, looks.words.of(index)
    first = words.form(place.start) if place.stop - place.start > 1 else ""
    return {
        "first_word_upper": len(first) > 1 and first.isupper(),
        "doubled": _is_doubled(words.row.column(KEY)[place].tolist()),
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
