"""Inflected forms of an English lemma, by rule, with the irregulars listed.

Rules err on the side of forms nobody writes ("hunted" for a noun used as a
verb costs nothing); what matters is that no form people do write is missed.
"""

import re
from functools import cache
from importlib import resources
from typing import Literal

PartOfSpeech = Literal["v", "n", "a", ""]

_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")
_CONSONANT_Y = re.compile(r"[^aeiou]y$")
_DOUBLING = re.compile(r"^[^aeiou]*(?:qu)?[aeiou][bdgklmnprt]$")
"""One short vowel and one final consonant: slam, slammed."""


def inflections(lemma: str, part_of_speech: PartOfSpeech) -> frozenset[str]:
    """Return every form of a lemma, the lemma included.

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
        forms = irregular or {_with_s(lemma)}
    elif part_of_speech == "a":
        forms = irregular or _compared(lemma)
    else:
        forms = set()
    return frozenset({lemma, *forms})


def _with_s(word: str) -> str:
    if _SIBILANT.search(word):
        return word + "es"
    return word[:-1] + "ies" if _CONSONANT_Y.search(word) else word + "s"


def _verb_forms(lemma: str) -> set[str]:
    stem = _stem(lemma)
    past = _past(lemma, stem)
    return {_with_s(lemma), past, stem + "ing"}


def _stem(lemma: str) -> str:
    if lemma.endswith("ie"):
        return lemma[:-2] + "y"
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        return lemma[:-1]
    return lemma + lemma[-1] if _DOUBLING.search(lemma) else lemma


def _past(lemma: str, stem: str) -> str:
    if _CONSONANT_Y.search(lemma):
        return lemma[:-1] + "ied"
    return lemma + "d" if lemma.endswith("e") else stem + "ed"


def _compared(lemma: str) -> set[str]:
    if len(lemma) > 7:
        return set()
    if _CONSONANT_Y.search(lemma):
        return {lemma[:-1] + "ier", lemma[:-1] + "iest"}
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    stem = stem + stem[-1] if stem == lemma and _DOUBLING.search(lemma) else stem
    return {stem + "er", stem + "est"}


@cache
def _irregulars() -> dict[tuple[str, PartOfSpeech], set[str]]:
    """Read the irregular forms: lemma, part of speech, forms, tab-separated."""
    table: dict[tuple[str, PartOfSpeech], set[str]] = {}
    text = resources.files("bias.segmentation").joinpath("irregulars.tsv").read_text("utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            lemma, part_of_speech, forms = line.split("\t")
            table[lemma, part_of_speech] = set(forms.split())  # type: ignore[index]
    return table
