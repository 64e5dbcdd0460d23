"""Phrases that give a paragraph's role away, read from `cues.txt`."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import chain
from typing import cast

import numpy as np

from bias.roles.role import ROLES, Role
from bias.roles.words import Tokens
from bias.words.classes import FUNCTION_WORDS
from bias.words.cut import Span
from bias.words.types import Bools, Column

_Find = Callable[[str], re.Match[str] | None]
_HEAD = re.compile(r"\[(?P<name>\w+)\] (?P<role>\w+): (?P<note>.+)")


@dataclass(frozen=True, slots=True)
class Pattern:
    """One expression of a phrase."""

    needles: tuple[str, ...]
    """One of these stands in lower case wherever it matches; none for a bound one."""
    expression: re.Pattern[str]
    bound: bool = False
    """It matches at the start of a paragraph only."""

    @property
    def find(self) -> _Find:
        """What looks for it; a bound one is not tried at every letter."""
        return self.expression.match if self.bound else self.expression.search


@dataclass(frozen=True, slots=True)
class Phrase:
    """One kind of give-away phrase."""

    name: str
    """What the model knows it by, such as `story_label`."""
    role: Role
    """The role it speaks for."""
    note: str
    """What it says about the paragraph, continuing "the paragraph …"."""
    patterns: tuple[Pattern, ...]
    openings: tuple[str, ...]
    """Expressions among them that are bound to a paragraph's start."""


@cache
def phrases() -> tuple[Phrase, ...]:
    """Return every kind of phrase, in the order of the file."""
    text = resources.files("bias.roles").joinpath("cues.txt").read_text("utf-8")
    kinds: list[tuple[re.Match[str], list[str]]] = []
    for line in text.splitlines():
        if line and not line.startswith("#"):
            head = _HEAD.fullmatch(line)
            if head:
                kinds.append((head, []))
            else:
                kinds[-1][1].append(line)
    return tuple(_phrase(head, lines) for head, lines in kinds)


def _phrase(head: re.Match[str], lines: list[str]) -> Phrase:
    """Build one kind; patterns bound to the start go into one expression."""
    bound = tuple(line for line in lines if line.startswith("^"))
    loose = [_pattern(line) for line in lines if not line.startswith("^")]
    first = [Pattern((), _compile(_either(bound)), bound=True)] if bound else []
    return Phrase(head["name"], cast("Role", head["role"]), head["note"], (*first, *loose), bound)


def _either(expressions: Iterable[str]) -> str:
    return "|".join(f"(?:{expression})" for expression in expressions)


def _pattern(line: str) -> Pattern:
    needles, _, expression = line.rpartition(" => ")
    return Pattern(tuple(needles.split(", ")), _compile(expression))


def _compile(expression: str) -> re.Pattern[str]:
    return re.compile(expression, re.IGNORECASE | re.DOTALL)


LONGEST = 20_000
"""Characters beyond which a paragraph is not searched: it is the story whatever it holds,
and as long as a whole article, so that no neighbour is judged by it; some expressions
would take the square of its length."""
STUB_LENGTH = 5
"""Letters by which a needle's long word is looked up among the words of an article."""
_LETTERS = re.compile(r"[a-z]+")
_ESCAPED = re.compile(r"(\\.)")
_END = "<end>"
"""Follows a needle that must end the paragraph."""
_MARKS = r"^\W*"
"""How many expressions begin."""


@dataclass(frozen=True, slots=True)
class _Needle:
    text: str
    expressions: tuple[tuple[str, _Find], ...]
    """What it stands for, with the phrase's name."""
    at_end: bool
    """It must end the paragraph."""

    @property
    def is_word(self) -> bool:
        """It stands wherever it is part of a word; another's words may stand without it."""
        return self.text.isalpha()


@dataclass(frozen=True, slots=True)
class _Index:
    """The needles in the order of the file, and by what part of them calls them up.

    A text is searched for those only that one of its words calls up.
    """

    needles: tuple[_Needle, ...]
    by_stub: dict[str, list[int]]
    """Those with a long word, by how it begins."""
    by_word: dict[str, list[int]]
    """Those with a short word amid them, which stands alone wherever they do."""
    by_part: dict[str, list[int]]
    """The others, by a word or mark at their edge, with a blank where a word must end."""
    opening: re.Pattern[str]
    """Matches small letters where any expression may that is bound to a paragraph's start."""
    openings: tuple[tuple[str, _Find], ...]
    """Those expressions, with the phrase's name."""


@cache
def _index() -> _Index:
    """Read the needles of all phrases."""
    pairs = [(phrase.name, pattern) for phrase in phrases() for pattern in phrase.patterns]
    bound = [(name, pattern) for name, pattern in pairs if pattern.bound]
    table: dict[str, list[tuple[str, _Find]]] = {}
    for name, pattern in pairs:
        for text in pattern.needles:
            table.setdefault(text, []).append((name, pattern.find))
    needles = tuple(
        _Needle(text.removesuffix(_END), tuple(found), text.endswith(_END))
        for text, found in table.items()
    )
    openings = tuple((name, pattern.find) for name, pattern in bound)
    index = _Index(needles, {}, {}, {}, _opening(), openings)
    for place, needle in enumerate(needles):
        _file(index, needle.text, place)
    return index


def _opening() -> re.Pattern[str]:
    """Return what matches in small letters wherever a bound expression may; marks are read once.

    Without a flag for capitals an alternative is left at its first letter, which is what
    nearly all of them come to.
    """
    lines = [_small(line) for phrase in phrases() for line in phrase.openings]
    marked = [line.removeprefix(_MARKS) for line in lines if line.startswith(_MARKS)]
    others = [line.removeprefix("^") for line in lines if not line.startswith(_MARKS)]
    marks = _MARKS.removeprefix("^")
    return re.compile(_either([*others, f"{marks}(?:{_either(marked)})"]), re.DOTALL)


def _small(expression: str) -> str:
    r"""Return an expression that matches the small letters of all that another one matches.

    >>> _small(r"^Read (?-i:[A-Z])\W")
    '^read (?:[a-z])\\W'
    """
    parts = _ESCAPED.split(expression.replace("(?-i:", "(?:"))
    return "".join(part if part.startswith("\\") else part.lower() for part in parts)


def _file(index: _Index, text: str, place: int) -> None:
    """Enter a needle under a long word, or under its most telling short one, or its first mark."""
    words = sorted(_LETTERS.findall(text), key=lambda word: (word in FUNCTION_WORDS, -len(word)))
    stubs = sorted(word[:STUB_LENGTH] for word in words if len(word) >= STUB_LENGTH)
    part = words[0] if words else text[0]
    before, after = "" if text.startswith(part) else " ", "" if text.endswith(part) else " "
    if stubs:
        index.by_stub.setdefault(stubs[0], []).append(place)
    elif before and after:
        index.by_word.setdefault(part, []).append(place)
    else:
        index.by_part.setdefault(f"{before}{part}{after}" if words else part, []).append(place)


def _called_up(word: str) -> tuple[int, ...]:
    """Return the needles that a word of an article calls up, by their place in the order.

    >>> [_index().needles[place].text for place in _called_up("Subscribers")]
    ['subscribe']
    >>> _called_up("mayor"), _called_up("department")
    ((), ())
    """
    index, lowered = _index(), word.lower()
    runs = [lowered] if lowered.isascii() and lowered.isalpha() else _LETTERS.findall(lowered)
    parted = f"{lowered} {' '.join(runs)} "
    found = [places for part, places in index.by_part.items() if part in parted]
    for run in runs:
        found += (index.by_word.get(run, []), index.by_stub.get(run[:STUB_LENGTH], []))
    needles = index.needles
    return tuple(
        place
        for place in chain.from_iterable(found)
        if not needles[place].is_word or needles[place].text in lowered
    )


CALLED_UP = Column(_called_up)
"""What may stand where the word does."""


def find_phrases(tokens: Tokens, texts: Sequence[str]) -> tuple[dict[str, Span], ...]:
    """Return, for each unit of some documents, what kinds of phrase it holds and where.

    Units without a text hold none, nor do those of more than `LONGEST` characters. Places
    count from the unit's start.

    Parameters
    ----------
    tokens
        Of the documents.
    texts
        Of their units.
    """
    called, bounds = tokens.row.column(CALLED_UP), tokens.bounds.tolist()
    return tuple(
        _find(text, {*chain.from_iterable(called[first:last].tolist())})
        for text, first, last in zip(texts, bounds[:-1], bounds[1:], strict=True)
    )


def _find(paragraph: str, places: Iterable[int]) -> dict[str, Span]:
    if not 0 < len(paragraph) <= LONGEST:
        return {}
    lowered, found, index = paragraph.lower(), dict[str, Span](), _index()
    expressions = list(index.openings) if index.opening.match(lowered) else []
    for needle in map(index.needles.__getitem__, sorted(places)):
        if needle.text in lowered and (not needle.at_end or lowered.endswith(needle.text)):
            expressions += needle.expressions
    for name, find in expressions:
        if name not in found and (match := find(paragraph)):
            found[name] = Span(match.start(), match.end())
    return found


@cache
def _role_of(name: str) -> int:
    """Return the place among `ROLES` of the role that a phrase speaks for."""
    return next(ROLES.index(phrase.role) for phrase in phrases() if phrase.name == name)


def roles_of(found: Sequence[Iterable[str]]) -> Bools:
    """Return which roles the phrases of each paragraph speak for; shape (paragraphs, roles).

    >>> roles_of([["story_label"], []]).nonzero()
    (array([0]), array([2]))
    """
    spoken = np.zeros((len(found), len(ROLES)), np.bool_)
    for index, names in enumerate(found):
        for name in names:
            spoken[index, _role_of(name)] = True
    return spoken
