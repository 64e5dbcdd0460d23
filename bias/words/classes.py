"""Small closed word classes, and the words that newspapers write in lower case."""

from collections.abc import Sequence
from functools import cache
from importlib import resources


@cache
def _sets() -> dict[str, frozenset[str]]:
    text = resources.files("bias.words").joinpath("classes.tsv").read_text("utf-8")
    rows = (line.partition("\t") for line in text.splitlines() if not line.startswith("#"))
    return {name: frozenset(words.split(" ")) for name, _, words in rows}


def word_set(name: str) -> frozenset[str]:
    """Return one of the closed word classes of `classes.tsv`, by its name there."""
    return _sets()[name]


@cache
def common_words() -> frozenset[str]:
    """Return the words newspapers write lower-case inside sentences."""
    text = resources.files("bias.models.data").joinpath("common_words.txt").read_text("utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(word for line in lines for word in line.split(" "))


FUNCTION_WORDS = word_set("function_words")
"""Words of the language's frame: articles, pronouns, prepositions, helping verbs and their like."""
_SHORT_TITLES = word_set("short_titles")


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


PRONOUNS = word_set("source_pronouns")
"""Stand for the source named before."""
SKIPPED = word_set("source_skipped")
"""Auxiliaries and adverbs between a source and its verb."""
PREPOSITIONS = word_set("source_prepositions")
"""What follows them describes a source and is not its head."""
CUTTERS = word_set("source_cutters")
"""A source does not reach back over these."""
NO_VERB_AFTER = word_set("source_no_verb_after")
"""After these a word that looks like a report verb is a noun, a participle or an infinitive."""
DETERMINERS = word_set("source_determiners")
"""Begin a description such as "a senior official"."""
HONORIFICS = word_set("honorifics")
"""Titles; their full stop is part of the name."""
NAME_LINKS = word_set("name_links")
"""Lower-case parts of names."""
DATES = word_set("dates")
"""May stand between a source and its verb; capitalised, but no names."""
BODIES = word_set("bodies")
"""Last words of names that are not a person's."""
NO_NAMES = PREPOSITIONS | CUTTERS | DETERMINERS | DATES | PRONOUNS | SKIPPED | sentence_starters()
"""Capitalised at the head of a sentence, these are no names."""
