"""Quotation marks of other scripts, typed inches, and marks that all turn one way."""

import re

_GLYPHS = str.maketrans({
    "〝": "“", "〞": "”", "〟": "”", "「": "“", "」": "”", "『": "“", "』": "”", "｢": "“", "｣": "”",
    "﹁": "“", "﹂": "”", "﹃": "“", "﹄": "”", "《": "“", "》": "”", "〈": "“", "〉": "”",
    "❝": "“", "❞": "”", "❛": "‘", "❜": "’", "⹂": "„",
    "ʺ": '"', "״": '"', "˝": '"', "ʼ": "’", "＂": '"',
})  # fmt: skip
_ANGLES = [
    re.compile(
        rf"{a}(?:\u00a0|\u202f)?(?=\S)([^{a}{b}\n]{{1,4000}})(?<=\S)(?:\u00a0|\u202f)?{b}(?!\w)"
    )
    for a, b in ("‹›", "›‹", "❮❯", "«»", "»«")
]
"""Angles that embrace words, whichever way they point; arrows have a blank beside them."""
_DOUBLED = re.compile(r"´´|``(?=[^`\n]{1,2000}``)")
"""Two accents typed for a double mark; TeX closes with two apostrophes."""
_LOW_SINGLE = re.compile(
    r"(?<!\w)‚(?=\w)([^‚‘’\n]{1,2000}(?:(?<=\w)’(?=\w)[^‚‘’\n]{1,2000}){0,40})[‘’](?!\w)"
)
_LOW_HIGH = re.compile("„([^„“”\n]{1,4000})[“”]")
_INCHES = re.compile(r"(?<!\d)[″‶]")
_FEET = re.compile(r"(?<!\d)[′‵]")
_ACCENT = re.compile(r"(?<=[A-Za-z])[´`](?=(?:s|t|re|ve|ll|d|m)\b)")
"""don´t, it`s."""
_TYPED = re.compile(r"<<(?=\S)([^<>\n]{1,2000})>>")
_LOW = re.compile(r",,(?=\w)([^\n,]{1,2000}(?:,(?!,)[^\n,]{1,2000}){0,20}?,?)(?:''|[“”\"])")
_ODD = re.compile("[˝‚〝-〟「-』《-》〈〉｢｣﹁-﹄‹›«»❛-❞❮❯⹂„ʺ״ʼ＂″‶′‵´`]|<<|,,")
_OPEN_ONLY = re.compile(r"(?<=\S)“(?=[\s,.;:!?)—–-]|$)")
_CLOSED_ONLY = re.compile(r"(?:^|(?<=[\s(—–]))”(?=\w)")
_SINGLE = re.compile(r"(?:^|(?<=[\s(]))’(?=[A-Za-z])(?=(?:[^’‘\n]|\b’\b){1,2000}?[,.!?]’(?!\w))")
_ELIDED = re.compile(r"’(?:em|til|till|tis|twas|cause|n|round|bout|cuz|s)\b", re.IGNORECASE)


def usual_marks(text: str) -> str:
    """Return a text whose quotation marks are those of English print, or straight ones.

    >>> usual_marks("‹We lost,› said Fox. ″I know.″")
    '“We lost,” said Fox. "I know."'
    >>> usual_marks("”We lost,” said Fox.")
    '"We lost," said Fox.'
    """
    if _ODD.search(text):
        text = _LOW_SINGLE.sub(r"‘\1’", _DOUBLED.sub('"', text))
        text = _ACCENT.sub("’", _FEET.sub("'", _INCHES.sub('"', text.translate(_GLYPHS))))
        text = _LOW.sub(r"“\1”", _TYPED.sub(r"“\1”", text))
        for pattern in _ANGLES:
            text = pattern.sub(r"“\1”", text)
        text = _LOW_HIGH.sub(r"“\1”", text)
    if "”" in text or "“" in text or "’" in text:
        text = "\n".join(map(_turned, text.split("\n")))
    return text


def _turned(line: str) -> str:
    """Return a paragraph whose marks all turn one way with straight ones."""
    if "“" not in line and line.count("”") > 1 and "„" not in line and _CLOSED_ONLY.search(line):
        line = line.replace("”", '"')
    elif "”" not in line and line.count("“") > 1 and "„" not in line and _OPEN_ONLY.search(line):
        line = line.replace("“", '"')
    if "’" in line and "‘" not in line and "“" not in line:
        line = _SINGLE.sub(_opening, line)
    return line


def _opening(match: re.Match[str]) -> str:
    """Return an opening mark, or the apostrophe that stands for something left out."""
    return "’" if _ELIDED.match(match.string, match.start()) else "‘"
