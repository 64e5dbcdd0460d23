"""Faults of term lists that reading them does not show.

Entries that come twice or can never be found, names of groups and persons
among loaded terms, and lists that do not say what they are.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from bias.errors import LexiconError
from bias.inputs.lists import read_lexicon
from bias.lists.terms import Term, TermList, read_list, shipped_list, shipped_names
from bias.lists.user import Problem
from bias.words.cut import keys_of
from bias.words.vocabulary import shipped_vocabulary

HEADER_KEYS = ("category", "feature", "definition", "source", "licence")
"""What every list says about itself."""
JUDGING_FEATURES = frozenset({"loaded_terms", "headline"})
"""Features whose terms count as slant: names of groups and persons are barred."""
IDENTITY_LIST = "identity_terms"
LITERAL = "literal"
"""Category of the phrases that yield no cue; names may stand in them."""


_Taken = dict[tuple[str, ...], tuple[str, Term]]
"""Each form with the file and the entry that matches it first."""


def check_lists(paths: Sequence[Path] | None = None) -> list[Problem]:
    """Return every fault found in term lists, file by file.

    `paths`: files in any format that `bias.read_lexicon` reads; without any, the lists that ship.

    Returns
    -------
    list of Problem
        Empty when all is well. A file that cannot be read is one problem.
    """
    lists: list[tuple[str, TermList]] = []
    problems: list[Problem] = []
    for file in shipped_names() if paths is None else paths:
        try:
            if isinstance(file, Path) and file.suffix.lower() != ".tsv":
                problems += read_lexicon(file).problems
                continue
            terms = shipped_list(file) if isinstance(file, str) else read_list(file)
        except LexiconError as error:
            problems.append(Problem(str(file), 0, str(error)))
        else:
            lists.append((f"{file}.tsv" if isinstance(file, str) else str(file), terms))
    return [*problems, *_faults(lists), *(_unnumbered(lists) if paths is None else ())]


def _faults(lists: Sequence[tuple[str, TermList]]) -> Iterator[Problem]:
    identities = shipped_identities()
    taken: dict[str, _Taken] = {}
    for file, terms in lists:
        feature = terms.header.get("feature", "")
        yield from _header_faults(file, terms.header)
        for term in terms.terms:
            messages = [*_cell_faults(term), *_form_faults(term)]
            messages += _repetitions(term, file, taken.setdefault(feature, {}))
            if feature in JUDGING_FEATURES and term.category != LITERAL:
                messages += _identity_faults(term, identities)
            yield from (Problem(file, term.line, message) for message in messages)


def _unnumbered(lists: Sequence[tuple[str, TermList]]) -> Iterator[Problem]:
    """Yield the entries of shipped lists that are never found: a word of theirs has no number."""
    known = shipped_vocabulary().keys()
    for file, terms in lists:
        for term in terms.terms:
            for word in sorted({word for form in term.forms() for word in form} - known):
                yield Problem(
                    file,
                    term.line,
                    f"{word!r} of {term.term!r} has no number and is never found. "
                    "Run 'python -m bias.training vocabulary'.",
                )


def _header_faults(file: str, header: dict[str, str]) -> Iterator[Problem]:
    for key in HEADER_KEYS:
        if not header.get(key):
            yield Problem(file, 0, f"the header lacks {key!r}. Add a line '# {key}: ...' on top.")


def _cell_faults(term: Term) -> Iterator[str]:
    for column, value in (("note", term.note), ("source", term.source)):
        if not value:
            yield f"{term.term!r} has no {column}. Say it in a few words."
    if term.match == "lemma" and not term.pos:
        yield f"{term.term!r} is a lemma without part of speech. Write v, n or a, or match 'form'."


def _form_faults(term: Term) -> Iterator[str]:
    """Yield a message for an entry whose words no text is ever cut into."""
    keys, edges = keys_of(term.term), (term.term[0], term.term[-1])
    inside = keys_of(f"x {term.term} x")[1:-1]
    if inside != keys or "*" in term.term or keys[0] in ("'s", "n't") or _is_mark(edges):
        yield (
            f"{term.term!r} is cut into {list(keys)} and can never be found in a text. "
            "Write whole words, without wildcards, and no mark at either end."
        )


def _is_mark(edges: Iterable[str]) -> bool:
    return any(not (edge.isalnum() or edge == ".") for edge in edges)


def _repetitions(term: Term, file: str, taken: _Taken) -> list[str]:
    """Return the message for an entry that an earlier one hides; note its own forms.

    Lists that grammar tells apart may share a word: to `lie`, a `lie`.
    """
    owner, first = taken.get(keys_of(term.term), ("", None))
    for form in term.forms():
        taken.setdefault(form, (file, term))
    if first is None or (owner != file and first.pos != term.pos):
        return []
    where = f"{first.term!r} in {owner}, line {first.line}"
    return [f"{term.term!r} is already matched by {where}. Remove one."]


class Identities:
    """The identity terms, ready to be looked for in other terms.

    `terms`: as a rule those of the list `identity_terms`.
    """

    def __init__(self, terms: Iterable[Term]) -> None:
        self._forms = frozenset(form for term in terms for form in term.forms())
        self._longest = max(len(form) for form in self._forms)

    def names_in(self, keys: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        """Yield every identity term inside a row of token keys."""
        for start in range(len(keys)):
            for end in range(start + 1, min(len(keys), start + self._longest) + 1):
                if keys[start:end] in self._forms:
                    yield keys[start:end]


def shipped_identities() -> Identities:
    """Return the identity terms that come with the package."""
    return Identities(shipped_list(IDENTITY_LIST).terms)


def _identity_faults(term: Term, identities: Identities) -> list[str]:
    """Return a message for each identity term inside a loaded one."""
    return [
        f"{term.term!r} holds the identity term {' '.join(name)!r}: names of groups and "
        "persons are no evidence of slant. Remove the entry."
        for name in identities.names_in(keys_of(term.term))
    ]
