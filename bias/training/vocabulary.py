"""Give new words a number: `python -m bias.training vocabulary`, after new entries of lists.

A word's number is its line in `bias/models/data/words.txt`. Lines are only ever added, for models
are written in their order.
"""

from collections.abc import Collection, Iterable
from pathlib import Path

from bias.errors import UsageError
from bias.lists.terms import shipped_list, shipped_names
from bias.words.vocabulary import shipped_vocabulary

WORDS = Path(__file__).parents[1] / "models" / "data" / "words.txt"


def listed_words() -> set[str]:
    """Return every word of the shipped lists, in every form."""
    terms = (term for name in shipped_names() for term in shipped_list(name).terms)
    return {word for term in terms for form in term.forms() for word in form}


def add_words(words: Iterable[str], path: Path = WORDS) -> list[str]:
    """Add the words that a vocabulary lacks at its end, in alphabetical order; return them.

    Parameters
    ----------
    words
        Keys, as `bias.words.cut.key_of` gives them.
    path
        One word a line.
    """
    known = path.read_text("utf-8").splitlines()
    added = sorted(set(words).difference(known))
    path.write_text("".join(f"{word}\n" for word in (*known, *added)), "utf-8", newline="\n")
    return added


def give_numbers(words: Collection[str]) -> None:
    """Give numbers to the words of a model that is to be trained.

    Raises `UsageError` when some were new: what was read before does not know their numbers.
    """
    if any(word not in shipped_vocabulary() for word in words):
        raise UsageError(f"{len(add_words(words))} new words got a number. Run it again.")
