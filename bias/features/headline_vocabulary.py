"""The word sets of the headline rules, and the common words of newspapers."""

from collections.abc import Sequence
from functools import cache
from importlib import resources


@cache
def _sets() -> dict[str, frozenset[str]]:
    text = resources.files("bias.features").joinpath("headline_words.tsv").read_text("utf-8")
    rows = (line.partition("\t") for line in text.splitlines() if not line.startswith("#"))
    return {name: frozenset(words.split(" ")) for name, _, words in rows}


def word_set(name: str) -> frozenset[str]:
    """Return one of the closed word sets of `headline_words.tsv`, by its name there."""
    return _sets()[name]


@cache
def common_words() -> frozenset[str]:
    """Return the words newspapers write lower-case inside sentences."""
    text = resources.files("bias.models").joinpath("common_words.txt").read_text("utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(word for line in lines for word in line.split(" "))


FUNCTION_WORDS = word_set("function_words")
"""Words of the language's frame: articles, pronouns, prepositions, helping verbs and their like."""
_SHORT_TITLES = frozenset({"dr", "gov", "mr", "mrs", "ms", "rep", "sen"})


def follows_title(keys: Sequence[str], place: int) -> bool:
    """Tell whether the word at `place` has a short title before it, and so is a name.

    >>> follows_title(["dr", ".", "king", "speaks"], 2), follows_title(["the", "king"], 1)
    (True, False)
    """
    before = place - 2 if place > 1 and keys[place - 1] == "." else place - 1
    return before >= 0 and keys[place] != "." and keys[before].rstrip(".") in _SHORT_TITLES
