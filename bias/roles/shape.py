"""The first pass: what one paragraph looks like on its own."""

import re
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources

from bias.document.document import Document, Paragraph, Token
from bias.roles.names import OUTLET, join_names
from bias.words.remembered import Remembered

LONG_PROSE_WORDS = 20
"""A paragraph of at least so many words that ends like a sentence is prose unless
a phrase or the page says otherwise (chosen on promo_inserts, 2026-11-22)."""
STEM_LENGTH = 6
"""Letters by which two words count as the same: Russia, Russian."""

_ENDS_SENTENCE = re.compile(r"[.!?…][\"”’')\]]*$")
MANY_WORDS = 60
"""Words beyond so many tell nothing more."""
WORD_BINS = ((1, 1), (2, 3), (4, 6), (7, 9), (10, 13), (14, 20), (21, 35), (36, 9999))
"""Lengths that look alike, from a button to a paragraph of prose."""

_QUOTES = "\"“”‘’'"
_GLUED = re.compile(r"^[^:]{2,40}\w:['‘“\"]?[A-Z]")
_LABEL = re.compile(r"^[^.:?!,]{2,30}: \S")
_WEB = re.compile(r"https?:|www\.|\w\.(?:com|org|net|co|tv)\b")
_INNER_STOP = re.compile(r"\w{3}[.?!][\"”’]? [A-Z“‘]")


@cache
def _words(name: str) -> frozenset[str]:
    """Return one of the word sets of `words.txt`."""
    text = resources.files("bias.roles").joinpath("words.txt").read_text("utf-8")
    _, _, rest = text.partition(f"\n[{name}]")
    lines = rest.partition("\n[")[0].splitlines()[1:]
    return frozenset(word for line in lines for word in line.split())


_FUNCTION_WORDS, _SMALL = _words("function_words"), _words("small")
_SILENT = _FUNCTION_WORDS | {OUTLET}
_ARTICLES, _PERSONS, _BE = _words("articles"), _words("persons"), _words("be")


def _stem(key: str) -> str:
    """Return the first letters of a word with content; of another nothing."""
    return "" if key in _SILENT or len(key) <= 2 else key[:STEM_LENGTH]


def _count_letters(form: str) -> tuple[int, int]:
    """Count letters and capitals."""
    letters = [*filter(str.isalpha, form)]
    return len(letters), sum(map(str.isupper, letters))


_STEMS, _LETTERS = Remembered(_stem), Remembered(_count_letters)


@dataclass(frozen=True)
class Look:
    """One paragraph, looked at on its own."""

    text: str
    words: tuple[Token, ...]
    """Its words and numbers; the name of an outlet or a party is one."""
    marks: int
    """How many punctuation marks it has."""
    start: int
    """Where it starts in the document."""

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """The words as written."""
        start = self.start
        return tuple([self.text[word.start - start : word.end - start] for word in self.words])

    @cached_property
    def ends_sentence(self) -> bool:
        """It ends as a sentence does, closing marks aside."""
        return _ENDS_SENTENCE.search(self.text[-4:]) is not None

    @cached_property
    def bare(self) -> bool:
        """It is short or has no end mark: a line, not a paragraph of prose."""
        return len(self.words) < LONG_PROSE_WORDS or not self.ends_sentence

    @cached_property
    def stems(self) -> frozenset[str]:
        """The words with content, cut to their first letters."""
        keys = [word.key for word in self.words if word.kind == "word"]
        return frozenset({*map(_STEMS.__getitem__, keys)} - {""})

    @cached_property
    def upper_share(self) -> float:
        """Share of its letters that are capitals; 0 without letters."""
        counts = [*map(_LETTERS.__getitem__, self.forms)]
        letters = sum([count for count, _ in counts])
        return sum([capitals for _, capitals in counts]) / letters if letters else 0.0

    @cached_property
    def title_share(self) -> float:
        """Share of its words with a capital, small words left out; 0 without words."""
        counted = [
            form
            for form, word in zip(self.forms, self.words, strict=True)
            if word.kind == "word" and word.key not in _SMALL
        ]
        return sum([form[0].isupper() for form in counted]) / len(counted) if counted else 0.0


def look_at(document: Document, paragraph: Paragraph) -> Look:
    """Look at one paragraph."""
    tokens = document.tokens_of(paragraph)
    words = [token for token in tokens if token.kind != "mark"]
    text, marks = document.text[paragraph.start : paragraph.end], len(tokens) - len(words)
    return Look(text, tuple(join_names(words, document.text)), marks, paragraph.start)


def shape_of(look: Look) -> dict[str, float]:
    """Return the measures of one paragraph's own shape, by name."""
    text, count = look.text, len(look.words)
    measures = {
        "words": min(count, MANY_WORDS),
        "no_letters": not any(map(str.isalnum, text)),
        "upper_share": look.upper_share,
        "title_share": look.title_share,
        "ends_sentence": look.ends_sentence,
        "first_word_upper": count > 1 and len(look.forms[0]) > 1 and look.forms[0].isupper(),
        "digit_share": sum(map(str.isdigit, text)) / len(text),
        "doubled": _is_doubled([word.key for word in look.words]),
    }
    measures |= {f"words_{a}_{b}": a <= count <= b for a, b in WORD_BINS}
    return {**measures, **_edges(text), **_shares(look)}


def _edges(text: str) -> dict[str, float]:
    """Return how a paragraph starts and ends, and what marks it holds."""
    return {
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
        "glued_colon": _GLUED.search(text) is not None,
        "label_colon": _LABEL.match(text) is not None,
        "web": _WEB.search(text) is not None,
        "inner_stop": _INNER_STOP.search(text) is not None,
    }


def _shares(look: Look) -> dict[str, float]:
    """Return rates per word that tell headlines, names and prose apart."""
    keys = [word.key for word in look.words]
    per_word = 1 / max(len(keys), 1)
    return {
        "marks": look.marks * per_word,
        "commas": look.text.count(",") * per_word,
        "quoted_share": sum([word.voice == "quoted" for word in look.words]) * per_word,
        "article_share": sum(map(_ARTICLES.__contains__, keys)) * per_word,
        "person_share": sum(map(_PERSONS.__contains__, keys)) * per_word,
        "be_share": sum(map(_BE.__contains__, keys)) * per_word,
        "function_share": sum(map(_FUNCTION_WORDS.__contains__, keys)) * per_word,
    }


def _is_doubled(keys: list[str]) -> bool:
    """Tell whether the last words say the preceding ones again, as players do."""
    half, last = len(keys) // 2, keys[-1:]
    return any(
        keys[-1 - size : -size] == last and keys[-size:] == keys[-2 * size : -size]
        for size in range(2, half + 1)
    )
