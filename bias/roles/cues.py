"""Phrases that give a paragraph's role away, read from `cues.txt`."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import chain
from typing import cast

from bias.roles.role import Role
from bias.words.cut import Span
from bias.words.remembered import Remembered

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
"""Letters by which a needle's word is looked up among the words of an article."""
_LONG_WORD = re.compile(rf"[a-z]{{{STUB_LENGTH},}}")
_SHORT_WORD = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class _Needle:
    text: str
    expressions: tuple[tuple[str, _Find], ...]
    """What it stands for, with the phrase's name."""

    @property
    def is_word(self) -> bool:
        """It stands wherever it is part of a word; another's words may stand without it."""
        return self.text.isalpha()


_Placed = tuple[int, _Needle]
"""A needle and its place in the order of the file."""


@dataclass(frozen=True, slots=True)
class _Index:
    """The needles by what calls them up, so that a text is not searched for all of them."""

    by_stub: dict[str, list[_Placed]]
    """Those with a long word, by how it begins."""
    by_word: dict[str, list[_Placed]]
    """Those with short words only, by their longest."""
    always: list[_Placed]
    """Those of marks only."""
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
        for needle in () if pattern.bound else pattern.needles or ("",):
            table.setdefault(needle, []).append((name, pattern.find))
    opening = _compile("|".join(f"(?:{pattern.expression.pattern})" for _, pattern in bound))
    index = _Index({}, {}, [], opening, tuple((name, pattern.find) for name, pattern in bound))
    for place, (text, found) in enumerate(table.items()):
        placed = place, _Needle(text, tuple(found))
        stubs, words = _stubs(text), _SHORT_WORD.findall(text)
        if stubs:
            index.by_stub.setdefault(stubs[0], []).append(placed)
        elif words:
            index.by_word.setdefault(max(words, key=len), []).append(placed)
        else:
            index.always.append(placed)
    return index


def _stubs(lowered: str) -> list[str]:
    """Return how the longer words of a text begin."""
    return sorted({word[:STUB_LENGTH] for word in _LONG_WORD.findall(lowered)})


def _called_up(form: str) -> tuple[_Placed, ...]:
    """Return the needles that a word of an article calls up: is, or is part of."""
    index, lowered = _index(), form.lower()
    long = [index.by_stub.get(stub, ()) for stub in _stubs(lowered)]
    short = [placed for word, placed in index.by_word.items() if word in lowered]
    found = chain.from_iterable((*long, *short))
    return tuple(pair for pair in found if not pair[1].is_word or pair[1].text in lowered)


_CALLED_UP = Remembered(_called_up)


def find_phrases(paragraphs: Sequence[str], forms: Iterable[str]) -> tuple[dict[str, Span], ...]:
    """Return, for each paragraph's text, what kinds of phrase it holds and where.

    Paragraphs of more than `LONGEST` characters hold none.

    Parameters
    ----------
    paragraphs
        Their texts.
    forms
        All their words as they are written, once or more.

    Examples
    --------
    >>> find_phrases(["RELATED: Mayor quits", "The mayor quit."], ["RELATED"])
    ({'story_label': Span(start=0, end=8), 'story_gap': Span(start=0, end=9)}, {})
    """
    lowered = "\n".join(text for text in paragraphs if len(text) <= LONGEST).lower()
    likely = dict(chain(_index().always, *map(_CALLED_UP.__getitem__, set(forms))))
    needles = [likely[place] for place in sorted(likely)]
    sure = [needle for needle in needles if needle.is_word or needle.text in lowered]
    return tuple(_find(paragraph, sure) for paragraph in paragraphs)


def _find(paragraph: str, needles: Sequence[_Needle]) -> dict[str, Span]:
    if len(paragraph) > LONGEST:
        return {}
    lowered, found, index = paragraph.lower(), dict[str, Span](), _index()
    expressions = list(index.openings) if index.opening.match(paragraph) else []
    for needle in needles:
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
