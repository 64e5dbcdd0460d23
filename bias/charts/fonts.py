"""The reports' fonts: those that come with matplotlib, so nothing is fetched.

STIX sets the article, DejaVu Sans the numbers and labels. A character that no
font has, or that needs shaping these pages cannot do, is written in words: a
box that says nothing would hide it.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Literal

Face = Literal["serif", "serif-bold", "serif-italic", "sans", "sans-bold"]

FILES: dict[Face, tuple[str, ...]] = {
    "serif": ("STIXGeneral", "DejaVuSerif", "DejaVuSans"),
    "serif-bold": ("STIXGeneralBol", "DejaVuSerif-Bold", "DejaVuSans-Bold"),
    "serif-italic": ("STIXGeneralItalic", "DejaVuSerif-Italic", "DejaVuSans"),
    "sans": ("DejaVuSans",),
    "sans-bold": ("DejaVuSans-Bold",),
}
"""By face: the font file to try first, then those to fall back on."""
LETTERS = frozenset({"Lu", "Ll", "Lt", "Lo", "Lm", "Mn", "Mc", "Nd"})
_SPACES = re.compile(r"\s+")


@cache
def font_path(name: str) -> Path:
    """Return where matplotlib keeps a font."""
    import matplotlib

    return Path(matplotlib.get_data_path()) / "fonts" / "ttf" / f"{name}.ttf"


@cache
def _advances(name: str) -> dict[str, float]:
    """Return the width of every character a font has, in ems."""
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    with TTFont(font_path(name), lazy=True) as font:
        metrics, em = font["hmtx"].metrics, font["head"].unitsPerEm
        return {chr(code): metrics[glyph][0] / em for code, glyph in font.getBestCmap().items()}


def font_runs(text: str, face: Face) -> Iterator[tuple[str, str]]:
    """Yield `(font, stretch)`: the text cut so that each font has its characters."""
    for name, characters in groupby(text, key=lambda c: _font_for(c, face)):
        yield name, "".join(characters)


@cache
def _font_for(character: str, face: Face) -> str:
    names = FILES[face]
    return next((name for name in names if character in _advances(name)), names[-1])


def width_of(text: str, face: Face, size: float) -> float:
    """Return how wide a text is set, in points."""
    return size * sum(_width(character, face) for character in text)


@cache
def _width(character: str, face: Face) -> float:
    return _advances(_font_for(character, face)).get(character, 0.0)


@cache
def printable(text: str, face: Face = "serif") -> str:
    """Return a text these fonts can set, the rest in words.

    Line ends become blanks; invisible characters go; emoji become their
    Unicode names and unsettable scripts a count, both in square brackets.

    >>> printable("Vote 🙂 now")
    'Vote [slightly smiling face] now'
    >>> printable("the paper 人民日报 said")
    'the paper [4 CJK characters] said'
    """
    text = _SPACES.sub(" ", text)
    kinds = groupby(text, key=lambda character: _kind(character, face))
    return "".join(_spell(kind, "".join(characters)) for kind, characters in kinds)


@cache
def _kind(character: str, face: Face) -> str:
    """Say how a character is written: as it `is`, not at all, or by what name."""
    if unicodedata.category(character) in {"Cf", "Cc", "Cs", "Co", "Cn"}:
        return ""
    turned = unicodedata.bidirectional(character) in {"R", "AL", "AN"}
    if not turned and any(character in _advances(name) for name in FILES[face]):
        return "is"
    name = unicodedata.name(character, "unnamed sign")
    if unicodedata.category(character) in LETTERS:
        return name.split()[0].split("-")[0]
    return "" if "VARIATION SELECTOR" in name or "MODIFIER" in name else name.lower()


def _spell(kind: str, characters: str) -> str:
    if kind in {"", "is"}:
        return characters if kind else ""
    if kind.islower():
        return f"[{kind}]" if len(characters) == 1 else f"[{kind} ×{len(characters)}]"
    script = kind if kind == "CJK" else kind.capitalize()
    return f"[{len(characters)} {script} character{'s' * (len(characters) > 1)}]"
