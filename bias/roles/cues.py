"""Phrases that give a paragraph's role away, read from `cues.txt`."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import chain
from typing import cast

from bias.article import Span
from bias.roles.role import Role

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
_WORD = re.compile(rf"[a-z]{{{STUB_LENGTH},}}")


@dataclass(frozen=True, slots=True)
class _Needle:
    text: str
    expressions: tuple[tuple[str, _Find], ...]
    """What it stands for, with the phrase's name."""


@cache
def _needles() -> dict[str, list[tuple[int, _Needle]]]:
    """Return the needles by their stub, with their place in the order of the file."""
    table: dict[str, list[tuple[str, _Find]]] = {}
    for phrase in phrases():
        for pattern in phrase.patterns:
            for needle in pattern.needles or ("",):
                table.setdefault(needle, []).append((phrase.name, pattern.find))
    by_stub: dict[str, list[tuple[int, _Needle]]] = {}
    for place, (text, found) in enumerate(table.items()):
        stub = next(iter(_stubs(text)), "")
        by_stub.setdefault(stub, []).append((place, _Needle(text, tuple(found))))
    return by_stub


def _stubs(lowered: str) -> list[str]:
    """Return how the longer words of a text begin."""
    return sorted({word[:STUB_LENGTH] for word in _WORD.findall(lowered)})


def find_phrases(paragraphs: Sequence[str]) -> tuple[dict[str, Span], ...]:
    """Return, for each paragraph's text, what kinds of phrase it holds and where.

    Paragraphs of more than `LONGEST` characters hold none.

    >>> find_phrases(["RELATED: Mayor quits", "The mayor quit."])
    ({'story_label': Span(start=0, end=8), 'story_gap': Span(start=0, end=9)}, {})
    """
    lowered = "\n".join(text for text in paragraphs if len(text) <= LONGEST).lower()
    by_stub = _needles()
    likely = chain.from_iterable(by_stub.get(stub, ()) for stub in ("", *_stubs(lowered)))
    placed = {place: needle for place, needle in likely if needle.text in lowered}
    needles = tuple(placed[place] for place in sorted(placed))
    return tuple(_find(paragraph, needles) for paragraph in paragraphs)


def _find(paragraph: str, needles: tuple[_Needle, ...]) -> dict[str, Span]:
    if len(paragraph) > LONGEST:
        return {}
    lowered, found = paragraph.lower(), {}
    for needle in needles:
        if needle.text in lowered:
            for name, find in needle.expressions:
                if name not in found and (match := find(paragraph)):
                    found[name] = Span(match.start(), match.end())
    return found


@cache
def speaks_for_story(name: str) -> bool:
    """Tell whether a phrase speaks for `body`, so that it raises no doubt."""
    return any(phrase.name == name and phrase.role == "body" for phrase in phrases())
