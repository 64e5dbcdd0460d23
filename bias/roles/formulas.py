"""Lines whose form alone gives their role away, read from `formulas.txt`, and captions.

The model weighs what a line has in common with others; these are known by heart, and a page says
them word for word. None is a sentence of a story.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import cast

from bias.document.unmarked.turns import is_shouted
from bias.roles.context import Scene
from bias.roles.polls import find_polls
from bias.roles.role import ROLES, Role
from bias.words.classes import common_words

CERTAIN = 0.95
"""Probability of the role of such a line (set by hand)."""
MOST_WORDS = 90
"""Words of one: consent notices have some sixty."""
FEWEST_TURNS = 3
"""Turns of speakers from which an article is a transcript, or an interview."""
LONGEST = 600
"""Characters that are matched."""

_IN_PROSE = (
    "ookie", "onsent", "rivacy", "artners", "ubscri", "ournalism", "rowser", "rights reserved",
    "ermission", "pyright", "(Photo", "(photo", "(Picture", "(Image", "/", "redit", "hoto:",
    "his field", "opt out", "his poll", "agree to", "our poll",
)  # fmt: skip
"""One of these stands in each such line that reads like a sentence of some length."""
_PULLED = re.compile(r"\bpull\W?(?:ed\W?)?quotes?\b", re.IGNORECASE)
_TIME = re.compile(
    r"\W*(?:just now|now|\d{1,2}[:.]\d\d|\d{1,2} ?[ap]\.?m|(?:\d+|an?) ?\w{1,7} ago)\b",
    re.IGNORECASE,
)
_HEAD = re.compile(r"\[(?P<role>\w{2,20})\] (?P<note>.+)")
_NAME = r"(?-i:[A-Z])[\w'’-]{1,20}(?: (?-i:[A-Z])[\w.'’-]{0,20}){1,3}"
_MONTH = (
    "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_AGENCY = (
    r"getty(?: images)?|reuters|ap|afp|epa|upi|pa|(?:the )?(?:press association|associated press)|"
    r"bloomberg|shutterstock|alamy|istock"
)
_GIVEN = (
    r"handout|supplied|file|file (?:photo|image|picture)|courtesy[^()]*|getty images|"
    r"pixabay|unsplash|flickr|wikimedia[^()]*|shutterstock|istock|alamy|"
    r"(?:photo|picture|image|pic|credit|illustration)s?(?::| by| courtesy|/)[^()]*"
)
_CREDITED = re.compile(
    rf"[(\[](?:{_GIVEN}|{_NAME} ?/ ?[^()]{{2,60}}|[^()]{{2,40}} ?/ ?(?:{_AGENCY}))[)\]]\W*$"
    rf"|(?:^|[.!?] |\| ?)(?:photo|picture|image|credit|photograph|illustration)"
    rf"(?:\s*(?::|\.{{3}}|…)|s?:? by)\s*{_NAME}.{{0,60}}$"
    rf"|(?:^|[.!?] )(?:credit|photo|image|photograph|picture)(?::|\.{{3}}|…) ?.{{2,60}}$"
    rf"|[.!?] ?(?:©|\(c\)) ?.{{2,50}}$"
    rf"|[.!?] {_NAME} ?/ ?(?-i:[A-Z])[\w ./&-]{{1,50}}$"
    rf"|[.!?] (?-i:[A-Z][A-Z .'’-]{{3,40}}/[A-Z][A-Z .'’-]{{1,40}})$"
    rf"|\| ?(?:photo|courtesy|credit|image|picture)\b.{{0,60}}$",
    re.IGNORECASE,
)
"""How a caption ends."""
_CREDIT_SIGNS = re.compile("[/()|©…:]|\\.{3}|[Cc]redit")
_SPOKEN = re.compile(r"[“\"].*[”\"]|\b(?:said|told|says|added)\b")
_NAMES = re.compile(rf"{_NAME}(?:, {_NAME})?,? (?:and|&) {_NAME}".replace("(?-i:", "(?:"))
_ANNOUNCES = [ROLES.index("promo_story"), ROLES.index("promo_media")]
"""Roles whose phrases say that a caption is a video's, or another story's."""
CAPTION = "ends in a picture's credit"


@cache
def _formulas() -> tuple[re.Pattern[str], dict[str, tuple[Role, str]]]:
    """Return what matches any formula, and of each of its groups the role and the note."""
    text = resources.files("bias.roles").joinpath("formulas.txt").read_text("utf-8")
    told, parts = dict[str, tuple[Role, str]](), list[str]()
    for section in text.split("\n\n")[1:]:
        head, *lines = section.strip().split("\n")
        match = cast("re.Match[str]", _HEAD.fullmatch(head))
        name = f"r{len(told)}"
        told[name] = (cast("Role", match["role"]), match["note"])
        either = "|".join(f"(?:{line})" for line in lines)
        parts.append(f"(?P<{name}>{either.replace('NAME', _NAME).replace('MONTH', _MONTH)})")
    marks = r"[^\w(\[“‘\"'—–♬©📸📷🎥-]{0,6}"
    return re.compile(rf"{marks}(?:{'|'.join(parts)})\W{{0,6}}", re.IGNORECASE), told


def formula_of(text: str) -> tuple[Role, str] | None:
    """Return the role that a line's form gives it, and why; None for any other.

    >>> formula_of("Skip to main content")
    ('residue', 'is what a page, a player or an archive writes of itself')
    >>> formula_of("The council will vote in May.")
    """
    if len(text) > LONGEST:
        return None
    pattern, told = _formulas()
    if match := pattern.fullmatch(text):
        return told[cast("str", match.lastgroup)]
    if _CREDIT_SIGNS.search(text) and _CREDITED.search(text) and not _SPOKEN.search(text):
        return "credit", CAPTION
    return None


def find_formulas(scene: Scene) -> Iterator[tuple[int, Role]]:
    """Yield the units that are such lines, each with its role, and lines known by them."""
    found = dict(_formulas_in(scene))
    yield from found.items()
    yield from _beside(scene, found)
    yield from find_polls(scene)
    yield from ((unit, "residue") for unit in _pulled(scene))
    yield from ((unit, "body") for unit in _turns(scene))


def _beside(scene: Scene, found: dict[int, Role]) -> Iterator[tuple[int, Role]]:
    """Yield the question above a poll's answers, and the title below the time of an entry."""
    looks = scene.looks
    for unit, role in found.items():
        for beside in (unit - 1, unit + 1) if role == "engagement" else ():
            if (
                beside not in found
                and looks.texts[beside : beside + 1]
                and looks.texts[beside][-1:] == "?"
            ):
                yield beside, role
        title, entry = unit + 1, unit + 2
        if role == "residue" and _TIME.match(looks.texts[unit]) and entry < looks.headline(unit):
            is_title = looks.bare[title] and not looks.ends_sentence[title]
            if is_title and title not in found and looks.ends_sentence[entry]:
                yield title, "subhead"


def _turns(scene: Scene) -> Iterator[int]:
    """Yield the turns of speakers in articles that hold some of them."""
    looks, first = scene.looks, 0
    for document in scene.documents:
        end = first + len(document.paragraphs)
        turns = [unit for unit in range(first, end) if is_shouted(looks.texts[unit])]
        if len(turns) >= FEWEST_TURNS:
            yield from (unit for unit in turns if not scene.spoken[unit, 1:].any())
        first = end + 1


def _formulas_in(scene: Scene) -> Iterator[tuple[int, Role]]:
    looks = scene.looks
    short = ((looks.counts <= MOST_WORDS) & ~looks.is_headline).nonzero()[0].tolist()
    for unit in short:
        text = looks.texts[unit]
        if not (looks.bare[unit] or any(word in text for word in _IN_PROSE)):
            continue
        found = formula_of(text)
        announces = found and found[1] == CAPTION and scene.spoken[unit, _ANNOUNCES].any()
        is_story = _NAMES.fullmatch(text) and _are_no_authors(scene, unit, text)
        if found and not announces and not is_story:
            yield unit, found[0]


def _are_no_authors(scene: Scene, unit: int, names: str) -> bool:
    """Tell names that the story has, or that are common words, from those of a byline."""
    whole, words = scene.find(unit)[0].text, [name for name in names.split() if len(name) > 3]
    common = sum(name.lower() in common_words() for name in words)
    return 2 * common >= len(words) or any(whole.count(n) > names.count(n) for n in words)


def _pulled(scene: Scene) -> Iterator[int]:
    """Yield what a web page pulls out of the story and shows large: it is told twice."""
    first = 0
    for document in scene.documents:
        for place, block in enumerate(document.article.blocks):
            if _PULLED.search(block.classes) or (block.aside and scene.echoed[first + place]):
                yield first + place
        first += len(document.paragraphs) + 1
