"""Which listed terms stand in a sentence and are meant there."""

from bias.document.document import Document
from bias.features.loaded.meant import is_denied, is_part_of_name
from bias.lists.terms import Lexicon, Match, shipped_lexicon

LOADED_LISTS: tuple[str, ...] = (
    "loaded_verbs",
    "loaded_labels",
    "hyperbole",
    "intensifiers",
    "sneers",
    "presuppositions",
    "euphemisms",
)
"""The lists whose entries are cues; one category each."""
LITERAL_LIST = "exceptions"
"""Longer phrases with a plain sense: they win by length and yield nothing."""


def find_loaded(document: Document, first: int, last: int) -> list[Match]:
    """Return the loaded terms of a stretch of tokens, leftmost and longest.

    Phrases with a plain sense (`free radical`), denied terms (`never a thug`)
    and proper names (`Jane Savage`) are left out.

    Parameters
    ----------
    document
        The article.
    first, last
        The stretch `document.tokens[first:last]`: a sentence, or the headline.
    """
    found = loaded_lexicon().find(document.tokens, first, last)
    return [match for match in found if is_meant(document, first, last, match)]


def is_meant(document: Document, first: int, last: int, match: Match) -> bool:
    """Tell whether an entry of the lists, found in a stretch of tokens, is loaded there."""
    return (
        match.term.category != "literal"
        and not is_denied(document, first, match)
        and not is_part_of_name(document, first, last, match)
    )


def loaded_lexicon() -> Lexicon:
    """Return the lists as one lexicon."""
    return shipped_lexicon(LITERAL_LIST, *LOADED_LISTS)
