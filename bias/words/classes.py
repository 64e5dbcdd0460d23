"""Small closed word classes, and the words that newspapers write in lower case."""

import re
from collections.abc import Sequence
from functools import cache
from importlib import resources


@cache
def _sets() -> dict[str, frozenset[str]]:
    text = resources.files("bias.words").joinpath("headline_words.tsv").read_text("utf-8")
    rows = (line.partition("\t") for line in text.splitlines() if not line.startswith("#"))
    return {name: frozenset(words.split(" ")) for name, _, words in rows}


def word_set(name: str) -> frozenset[str]:
    """Return one of the closed word sets of `headline_words.tsv`, by its name there."""
    return _sets()[name]


@cache
def common_words() -> frozenset[str]:
    """Return the words newspapers write lower-case inside sentences."""
    text = resources.files("bias.models.data").joinpath("common_words.txt").read_text("utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(word for line in lines for word in line.split(" "))


FUNCTION_WORDS = word_set("function_words")
"""Words of the language's frame: articles, pronouns, prepositions, helping verbs and their like."""
_SHORT_TITLES = frozenset({"dr", "gov", "mr", "mrs", "ms", "rep", "sen"})


def after_titles(keys: Sequence[str]) -> set[int]:
    """Return the places of words with a short title before them, which so are names.

    >>> after_titles(["dr", ".", "king", "meets", "the", "king"])
    {2}
    """
    titles = [place for place, key in enumerate(keys) if key.rstrip(".") in _SHORT_TITLES]
    after = [place + 2 if keys[place + 1 : place + 2] == ["."] else place + 1 for place in titles]
    return {place for place in after if place < len(keys) and keys[place] != "."}


@cache
def abbreviations() -> frozenset[str]:
    """Return the shortened words that a full stop belongs to, as they are written."""
    return _word_list("abbreviations.txt")


@cache
def sentence_starters() -> frozenset[str]:
    """Return the lower-case words that often begin a sentence and are no names."""
    return _word_list("sentence_starters.txt")


def _word_list(name: str) -> frozenset[str]:
    """Read one of the splitter's word lists; `#` starts a comment."""
    lines = resources.files("bias.words").joinpath(name).read_text("utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\S+", text))


PRONOUNS = _words("he she they it i we who you")
"""Stand for the source named before."""
SKIPPED = _words(
    "also later then once now again has have had is was been be are were did does do not never "
    "often even still since just will would could further earlier both all only first recently "
    "previously repeatedly himself herself themselves can may"
)
"""Auxiliaries and adverbs between a source and its verb."""
PREPOSITIONS = _words(
    "of in at from with for on who which by about under to near during inside outside through "
    "after before as"
)
"""What follows them describes a source and is not its head."""
CUTTERS = _words(
    "that but while because when if although though whether where what why how than so as after "
    "before until since is was are were which"
)
"""A source does not reach back over these."""
NO_VERB_AFTER = _words("to a an the of in for on by with his her their its this any no 's our")
"""After these a word that looks like a report verb is a noun, a participle or an infinitive."""
DETERMINERS = _words(
    "a an the one another some many several other two three most his her their its these those "
    "this no few any our my"
)
"""Begin a description such as "a senior official"."""
HONORIFICS = _words(
    "mr mrs ms dr sen rep gov gen prof rev president senator secretary judge justice sir lord "
    "sens reps lt sgt col capt st"
)
"""Titles; their full stop is part of the name."""
NAME_LINKS = _words("de van von der la al bin del di da el")
"""Lower-case parts of names."""
DATES = _words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december jan feb aug sept oct nov dec last more"
)
"""May stand between a source and its verb; capitalised, but no names."""
BODIES = _words(
    "house news court department party committee senate congress university post times street "
    "states county city state agency bureau office administration council union center institute "
    "foundation association act democrats republicans reuters press kingdom program more"
)
"""Last words of names that are not a person's."""
NO_NAMES = PREPOSITIONS | CUTTERS | DETERMINERS | DATES | PRONOUNS | SKIPPED | sentence_starters()
"""Capitalised at the head of a sentence, these are no names."""
