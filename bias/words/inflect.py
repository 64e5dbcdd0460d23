"""Inflected forms of an English lemma, by rule, with the irregulars listed.

Rules err on the side of forms nobody writes ("hunted" for a noun used as a
verb costs nothing); what matters is that no form people do write is missed.
Where usage is divided, both forms are given.
"""

import re
from functools import cache
from importlib import resources
from typing import Literal

PartOfSpeech = Literal["v", "n", "a", ""]

_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")
_HARD_CH = re.compile(r"[aeo]rch$")
"""Monarchs or marches, oligarchs or torches: both are given."""
_CONSONANT_O = re.compile(r"[^aeiou]o$")
"""Heroes, but bozos: both are given."""
_CONSONANT_Y = re.compile(r"[^aeiou]y$")
_DOUBLING = re.compile(r"^[^aeiou]*(?:qu)?[aeiou][bdgklmnprtz]$")
"""One short vowel and one final consonant: slam, slammed."""
_STRESSED_END = frozenset(
    [
        "abet", "abhor", "acquit", "admit", "allot", "annul", "begin", "commit", "compel",
        "concur", "confer", "control", "debar", "defer", "demur", "deter", "dispel", "distil",
        "emit", "excel", "expel", "extol", "forget", "impel", "incur", "infer", "inter", "occur",
        "omit", "outfit", "patrol", "permit", "prefer", "propel", "rebel", "rebut", "recap",
        "recur", "refer", "regret", "remit", "repel", "submit", "transfer", "transmit", "upset",
    ]
)  # fmt: skip
"""Longer verbs that double too, as the last syllable is stressed."""
_LONGEST_COMPARED = 7
"""Adjectives of more letters compare with "more", not with -er."""


def inflections(lemma: str, part_of_speech: PartOfSpeech) -> frozenset[str]:
    """Return every form of a lemma, the lemma included.

    Parameters
    ----------
    lemma
        One lower-case word, hyphens allowed.
    part_of_speech
        `v`: third person, past, participles; `n`: plural; `a`: comparison;
        empty: the lemma alone.

    Examples
    --------
    >>> sorted(inflections("slam", "v"))
    ['slam', 'slammed', 'slamming', 'slams']
    >>> sorted(inflections("crony", "n"))
    ['cronies', 'crony']
    >>> sorted(inflections("ugly", "a"))
    ['uglier', 'ugliest', 'ugly']
    """
    irregular = _irregulars().get((lemma, part_of_speech))
    if part_of_speech == "v":
        forms = irregular or _verb_forms(lemma)
    elif part_of_speech == "n":
        forms = irregular or _plurals(lemma)
    elif part_of_speech == "a":
        forms = irregular or _compared(lemma)
    else:
        forms = set()
    return frozenset({lemma, *forms})


def _plurals(noun: str) -> set[str]:
    if noun.endswith("man"):
        return {noun + "s", noun[:-2] + "en"}
    if noun.endswith("sis"):
        return {noun[:-2] + "es"}
    return _with_s(noun)


def _with_s(word: str) -> set[str]:
    if _HARD_CH.search(word) or _CONSONANT_O.search(word):
        return {word + "s", word + "es"}
    if _SIBILANT.search(word):
        return {word + "es"}
    return {word[:-1] + "ies"} if _CONSONANT_Y.search(word) else {word + "s"}


def _verb_forms(lemma: str) -> set[str]:
    stem = _stem(lemma)
    return {*_with_s(lemma), _past(lemma, stem), stem + "ing"}


def _stem(lemma: str) -> str:
    if lemma.endswith("ie"):
        return lemma[:-2] + "y"
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        return lemma[:-1]
    if lemma.endswith("ic"):
        return lemma + "k"
    return lemma + lemma[-1] if _doubles(lemma) else lemma


def _doubles(lemma: str) -> bool:
    return lemma in _STRESSED_END or bool(_DOUBLING.search(lemma.rpartition("-")[2]))


def _past(lemma: str, stem: str) -> str:
    if _CONSONANT_Y.search(lemma):
        return lemma[:-1] + "ied"
    return lemma + "d" if lemma.endswith("e") else stem + "ed"


def _compared(lemma: str) -> set[str]:
    if len(lemma) > _LONGEST_COMPARED:
        return set()
    if _CONSONANT_Y.search(lemma):
        return {lemma[:-1] + "ier", lemma[:-1] + "iest"}
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    stem = stem + stem[-1] if stem == lemma and _DOUBLING.search(lemma) else stem
    return {stem + "er", stem + "est"}


def lemma_of_irregular(form: str) -> str:
    """Return the lemma of an irregular form, such as a past tense; any other word as it is.

    >>> lemma_of_irregular("met"), lemma_of_irregular("children"), lemma_of_irregular("voted")
    ('meet', 'child', 'voted')
    """
    return _lemmas().get(form, form)


@cache
def _lemmas() -> dict[str, str]:
    """Return the lemma of each irregular form; of several, the first."""
    lemmas: dict[str, str] = {}
    for (lemma, _), forms in _irregulars().items():
        for form in sorted(forms):
            lemmas.setdefault(form, lemma)
    return lemmas


@cache
def _irregulars() -> dict[tuple[str, PartOfSpeech], set[str]]:
    """Read the irregular forms: lemma, part of speech, forms, tab-separated."""
    table: dict[tuple[str, PartOfSpeech], set[str]] = {}
    text = resources.files("bias.words").joinpath("irregulars.tsv").read_text("utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            lemma, part_of_speech, forms = line.split("\t")
            table[lemma, part_of_speech] = set(forms.split())  # type: ignore[index]
    return table
