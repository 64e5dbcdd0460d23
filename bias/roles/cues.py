"""Phrases that give a paragraph's role away, read from `cues.txt`."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import chain
from typing import cast

from bias.document.document import Document
from bias.roles.role import Role
from bias.words.classes import FUNCTION_WORDS
from bias.words.cut import Span
from bias.words.types import Column

_Find = Callable[[str], re.Match[str] | None]
_HEAD = re.compile(r"\[(?P<name>\w+)\] (?P<role>\w+): (?P<note>.+)")


@dataclass(frozen=True, slots=True)
class Pattern:
    """One expression of a phrase."""

    needles: tuple[str, ...]
    """One of these stands in lower case wherever it matches; empty: unknown."""
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
    bound = "|".join(f"(?:{line})" for line in lines if line.startswith("^"))
    loose = [line for line in lines if not line.startswith("^")]
    patterns = ([Pattern((), _compile(bound), bound=True)] if bound else []) + [
        _pattern(x) for x in loose
    ]
    return Phrase(head["name"], cast("Role", head["role"]), head["note"], tuple(patterns))


def _pattern(line: str) -> Pattern:
    needles, arrow, expression = line.rpartition(" => ")
    return Pattern(tuple(needles.split(", ")) if arrow else (), _compile(expression))


def _compile(expression: str) -> re.Pattern[str]:
    return re.compile(expression, re.IGNORECASE | re.DOTALL)


LONGEST = 20_000
"""Characters beyond which a paragraph is not searched: it is the story whatever it holds,
and as long as a whole article, so that no neighbour is judged by it; some expressions
would take the square of its length."""
STUB_LENGTH = 5
"""Letters by which a needle's long word is looked up among the words of an article."""
_LETTERS = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class _Needle:
    text: str
    expressions: tuple[tuple[str, _Find], ...]
    """What it stands for, with the phrase's name."""

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
    """The others, by a word or mark at their edge: it may be part of a longer word."""
    opening: re.Pattern[str]
    """Matches where any expression does that is bound to a paragraph's start; most hold none."""
    openings: tuple[tuple[str, _Find], ...]
    """Those expressions, with the phrase's name."""


@cache
def _index() -> _Index:
    """Read the needles of all phrases."""
    pairs = [(phrase.name, pattern) for phrase in phrases() for pattern in phrase.patterns]
    bound = [(name, pattern) for name, pattern in pairs if pattern.bound]
    table: dict[str, list[tuple[str, _Find]]] = {}
    for name, pattern in pairs:
        for needle in pattern.needles:
            table.setdefault(needle, []).append((name, pattern.find))
    needles = tuple(_Needle(text, tuple(found)) for text, found in table.items())
    opening = _compile("|".join(f"(?:{pattern.expression.pattern})" for _, pattern in bound))
    openings = tuple((name, pattern.find) for name, pattern in bound)
    index = _Index(needles, {}, {}, {}, opening, openings)
    for place, text in enumerate(table):
        _file(index, text, place)
    return index


def _file(index: _Index, text: str, place: int) -> None:
    """Enter a needle under a long word, or under its most telling short one, or its first mark."""
    words = sorted(_LETTERS.findall(text), key=lambda word: (word in FUNCTION_WORDS, -len(word)))
    stubs = sorted(word[:STUB_LENGTH] for word in words if len(word) >= STUB_LENGTH)
    part = words[0] if words else text[0]
    if stubs:
        index.by_stub.setdefault(stubs[0], []).append(place)
    elif text.startswith(part) or text.endswith(part):
        index.by_part.setdefault(part, []).append(place)
    else:
        index.by_word.setdefault(part, []).append(place)


def _called_up(word: str) -> tuple[int, ...]:
    """Return the needles that a word of an article calls up, by their place in the order.

    >>> [_index().needles[place].text for place in _called_up("Ads")]
    []
    >>> [_index().needles[place].text for place in _called_up("Subscribers")]
    ['subscribe']
    """
    index, lowered = _index(), word.lower()
    runs = [lowered] if lowered.isascii() and lowered.isalpha() else _LETTERS.findall(lowered)
    found = [places for part, places in index.by_part.items() if part in lowered]
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


def find_phrases(document: Document) -> tuple[dict[str, Span], ...]:
    r"""Return, for each paragraph of a document, what kinds of phrase it holds and where.

    Paragraphs of more than `LONGEST` characters hold none. Places count from the
    paragraph's start.

    Examples
    --------
    >>> from bias.document.article import Article
    >>> from bias.document.segment import segment
    >>> find_phrases(segment(Article(body="RELATED: Mayor quits\n\nThe mayor quit.")))
    ({'story_label': Span(start=0, end=8), 'story_gap': Span(start=0, end=9)}, {})
    """
    called = document.column(CALLED_UP).tolist()
    return tuple(
        _find(p.of(document.text), set(chain.from_iterable(called[p.first : p.last])))
        for p in document.paragraphs
    )


def _find(paragraph: str, places: Iterable[int]) -> dict[str, Span]:
    if len(paragraph) > LONGEST:
        return {}
    lowered, found, index = paragraph.lower(), dict[str, Span](), _index()
    expressions = list(index.openings) if index.opening.match(paragraph) else []
    for needle in map(index.needles.__getitem__, sorted(places)):
        if needle.text in lowered:
            expressions += needle.expressions
    for name, find in expressions:
        if name not in found and (match := find(paragraph)):
            found[name] = Span(match.start(), match.end())
    return found


@cache
def speaks_for_story(name: str) -> bool:
    """Tell whether a phrase speaks for `body`, so that it raises no doubt."""
    return any(phrase.name == name and phrase.role == "body" for phrase in phrases())
