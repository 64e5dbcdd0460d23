"""What a reader of any format hands over: entries, and what it left out."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from bias.lists.patterns import fault_of, has_wildcard, pattern_words
from bias.lists.terms import MatchKind, Term
from bias.lists.user import MOST_ENTRIES, Problem, check_size
from bias.words.inflect import PartOfSpeech


@dataclass(frozen=True, slots=True)
class Entry:
    """One word, phrase or pattern as the file has it."""

    text: str
    category: str
    """Already fit for a column's name, see `column_word`."""
    line: int
    note: str = ""
    weight: float = 1.0
    pos: PartOfSpeech = ""
    """How it inflects; a pattern does not."""
    source: str = ""


@dataclass
class Gathered:
    """The entries of one file, and the faults found on the way."""

    file: str
    entries: list[Entry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def report(self, line: int, message: str) -> None:
        """Note a fault that does not keep the rest from being used."""
        self.problems.append(Problem(self.file, line, message))


def usable_terms(found: Gathered) -> tuple[Term, ...]:
    """Turn entries into terms; those that cannot match or come twice are reported."""
    check_size(found.file, "entries", len(found.entries), MOST_ENTRIES)
    terms: dict[tuple[str, tuple[str, ...]], Term] = {}
    for entry in found.entries:
        words = pattern_words(entry.text)
        first = terms.get((entry.category, words))
        if fault := fault_of(entry.text):
            found.report(entry.line, f"{entry.text!r} {fault}; it is left out.")
        elif first:
            found.report(
                entry.line,
                f"{entry.text!r} stands in {entry.category!r} already, line {first.line}; "
                "it counts once.",
            )
        else:
            terms[entry.category, words] = _term(entry, words)
    return tuple(terms.values())


def _term(entry: Entry, words: Iterable[str]) -> Term:
    text = " ".join(words)
    return Term(
        term=text,
        match=_match_of(text, entry.pos),
        pos=entry.pos,
        weight=entry.weight,
        note=entry.note,
        source=entry.source,
        category=entry.category,
        line=entry.line,
    )


def _match_of(text: str, pos: PartOfSpeech) -> MatchKind:
    if has_wildcard(text):
        return "pattern"
    if " " in text:
        return "phrase"
    return "lemma" if pos else "form"
