"""Term lists, read and checked for form.

A lexicon is one tab-separated file (`lexicons/README.md` describes it): header
lines `# key: value`, a line of column names, one term a line.
"""

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib import resources
from pathlib import Path
from typing import Literal, cast, get_args

from bias.errors import LexiconError
from bias.words.cut import keys_of
from bias.words.inflect import PartOfSpeech, inflections

MatchKind = Literal["form", "lemma", "phrase", "pattern"]
_LISTED_KINDS = ("form", "lemma", "phrase")
"""Those our own format knows; patterns come from other formats."""
_PARTS_OF_SPEECH = get_args(PartOfSpeech)
COLUMNS = ("term", "match", "pos", "weight", "note", "source")
_COLUMN_LINE = f"{', '.join(COLUMNS)}, parted by tabs"
_PLAINER = "; plainer: "
"""Ends the reason in a note and begins the word that says it neutrally."""


def reason_and_plainer(note: str) -> tuple[str, str]:
    """Part a note into its reason and the plainer word, empty where there is none.

    >>> reason_and_plainer("a verbal attack told as a blow; plainer: criticize")
    ('a verbal attack told as a blow', 'criticize')
    >>> reason_and_plainer("a rude word; plainer: drop; done to the first-named actor")
    ('a rude word; done to the first-named actor', 'drop')
    """
    reason, _, rest = note.partition(_PLAINER)
    plainer, _, more = rest.partition("; ")
    return "; ".join(filter(None, (reason, more))), plainer


@dataclass(frozen=True, slots=True)
class Term:
    """One entry of a lexicon."""

    term: str
    """Lower case; a phrase has blanks between its words."""
    match: MatchKind
    """`form`: just so; `lemma`: in every inflection; `phrase`: several words;
    `pattern`: with wildcards, see `bias.lists.patterns`."""
    pos: PartOfSpeech
    """How it inflects: v(erb), n(oun), a(djective); empty: not at all.

    In a phrase a verb inflects its first word, a noun its last."""
    weight: float
    """How strongly one occurrence counts, above 0 and at most 1."""
    note: str
    """Why it is here, in words a reader understands; may end with `; plainer: WORD`."""
    source: str
    """Who said so: a study, a style guide, or `own`."""
    category: str
    """The list's own, such as `loaded_verb`."""
    line: int
    """Where it stands in its file."""

    @property
    def plainer(self) -> str | None:
        """A neutral word or two that may stand instead, not inflected; None where none is safe.

        >>> shipped_list("loaded_verbs").terms[0].plainer
        'criticize'
        """
        return reason_and_plainer(self.note)[1] or None

    def forms(self) -> set[tuple[str, ...]]:
        """Return every row of token keys that this entry matches."""
        keys = keys_of(self.term)
        if self.match == "form" or not self.pos:
            return {keys}
        if self.match == "lemma":
            return {keys_of(form) for form in inflections(self.term, self.pos)}
        if self.pos == "v":
            return {(*keys_of(form), *keys[1:]) for form in inflections(keys[0], "v")}
        return {(*keys[:-1], *keys_of(form)) for form in inflections(keys[-1], self.pos)}


@dataclass(frozen=True, slots=True)
class TermList:
    """One lexicon file, read and checked for form."""

    name: str
    """The file's stem."""
    header: dict[str, str]
    """`category`, `feature`, `definition`, `source`, `licence`."""
    terms: tuple[Term, ...]
    digest: str
    """SHA-256 of the file's bytes, first 12 hex digits."""


def parse_list(text: str, where: str, name: str) -> TermList:
    """Read one list in our format.

    Raises
    ------
    LexiconError
        Naming file and line, for a missing column, an unknown match kind, a
        weight outside (0, 1], or a term that is not lower case.
    """
    header: dict[str, str] = {}
    terms: list[Term] = []
    has_columns = False
    for number, line in enumerate(text.splitlines(), start=1):
        if line.startswith("#") and not has_columns:
            key, _, value = line.lstrip("# ").partition(":")
            header[key.strip()] = value.strip()
        elif line.strip() and not has_columns:
            has_columns = _check_columns(line, where, number)
        elif line.strip() and not line.startswith("#"):
            terms.append(_parse_term(line, header.get("category", name), where, number))
    if not has_columns:
        raise LexiconError(f"{where}: no line of column names. Write {_COLUMN_LINE}.")
    return TermList(name, header, tuple(terms), sha256(text.encode()).hexdigest()[:12])


def has_own_columns(text: str) -> bool:
    """Tell whether the first line that is no remark names the columns of our format."""
    lines = (line for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return tuple(_cells(next(lines, ""))) == COLUMNS


def _check_columns(line: str, where: str, number: int) -> bool:
    columns = _cells(line)
    if tuple(columns) != COLUMNS:
        raise LexiconError(
            f"{where}, line {number}: the columns are {columns!r}. Write {_COLUMN_LINE}."
        )
    return True


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("\t")]


def _parse_term(line: str, category: str, where: str, number: int) -> Term:
    cells = _cells(line)
    if len(cells) != len(COLUMNS):
        raise LexiconError(
            f"{where}, line {number}: {len(cells)} cells, expected {len(COLUMNS)}, parted by tabs."
        )
    term, match, pos, weight, note, source = cells
    _check_term(term, match, where, number)
    if match not in _LISTED_KINDS:
        raise LexiconError(
            f"{where}, line {number}: match {match!r}. Allowed: {', '.join(_LISTED_KINDS)}."
        )
    if pos not in _PARTS_OF_SPEECH:
        raise LexiconError(f"{where}, line {number}: pos {pos!r}. Allowed: v, n, a or nothing.")
    kind, part_of_speech = cast(MatchKind, match), cast(PartOfSpeech, pos)
    value = _parse_weight(weight, where, number)
    return Term(term, kind, part_of_speech, value, note, source, category, number)


def _check_term(term: str, match: str, where: str, number: int) -> None:
    words = len(keys_of(term))
    if not words:
        raise LexiconError(f"{where}, line {number}: no term. Write one word or several.")
    if term != term.lower():
        raise LexiconError(
            f"{where}, line {number}: term {term!r} is not lower case. Write {term.lower()!r}."
        )
    if (match == "phrase") != (words > 1):
        raise LexiconError(
            f"{where}, line {number}: term {term!r} has {words} word(s) and match "
            f"{match!r}. Use 'phrase' for several words, 'form' or 'lemma' for one."
        )


def _parse_weight(weight: str, where: str, number: int) -> float:
    try:
        value = float(weight)
    except ValueError:
        value = 0.0
    if not 0 < value <= 1:
        raise LexiconError(
            f"{where}, line {number}: weight {weight!r}. Write a number above 0 and at most 1."
        )
    return value


def read_list(path: Path) -> TermList:
    """Read a list from a user's file."""
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"{path}: cannot be read as UTF-8 text ({error}).") from error
    return parse_list(text, str(path), path.stem)


@cache
def shipped_list(name: str) -> TermList:
    """Return one of the lists that come with the package.

    Raises
    ------
    LexiconError
        When there is no such list; the message names those there are.
    """
    if name not in shipped_names():
        raise LexiconError(f"Unknown lexicon {name!r}. Available: {', '.join(shipped_names())}.")
    text = resources.files("bias.lexicons").joinpath(f"{name}.tsv").read_text("utf-8")
    return parse_list(text, f"lexicons/{name}.tsv", name)


@cache
def shipped_names() -> tuple[str, ...]:
    """Return the names of the lists that come with the package."""
    files = resources.files("bias.lexicons").iterdir()
    return tuple(sorted(f.name[:-4] for f in files if f.name.endswith(".tsv")))
