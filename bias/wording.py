"""What the models may see of a sentence: its words, with every name hidden.

Names of people, parties, outlets, places, faiths and peoples become one
placeholder before anything is learnt or scored, so that swapping one for
another cannot move a number. A capitalised word is a name unless the news also
writes it in lower case and it stands where any word would be capitalised: at a
sentence's start or in a headline in title case. Words of the list
`identity_terms` are hidden however they are written.
"""

from collections.abc import Container, Iterator, Sequence
from functools import cache
from itertools import compress
from operator import not_

from bias.article import Document, Sentence
from bias.lexicon import shipped_list
from bias.remembered import Remembered
from bias.segment import key_of

NAME = "⟨name⟩"
NUMBER = "⟨number⟩"
TITLE_CASE_SHARE = 0.7
"""Share of capitalised words from which a sentence counts as title case (set by hand)."""
TITLE_CASE_WORDS = 3
"""Fewer long words than this say nothing about the case of a sentence."""
LONG = 4
"""Letters of a long word; short ones stay lower case in titles."""
SHOUTED = 5
"""Letters from which a word in capitals is a word and not an abbreviation."""

ONE_SEX = {
    woman: man
    for pair in (
        "she he", "her his", "hers his", "him his", "herself himself", "she's he's",
        "she'd he'd", "she'll he'll", "woman man", "women men", "girl boy", "girls boys",
        "lady gentleman", "ladies gentlemen", "female male", "females males", "mother father",
        "mothers fathers", "mom dad", "moms dads", "wife husband", "wives husbands",
        "widow widower", "widows widowers", "daughter son", "daughters sons", "sister brother",
        "sisters brothers", "grandmother grandfather", "granddaughter grandson", "aunt uncle",
        "aunts uncles", "niece nephew", "nieces nephews", "girlfriend boyfriend", "queen king",
        "queens kings", "princess prince", "mrs mr", "mrs. mr.", "ms mr", "ms. mr.", "ma'am sir",
        "actress actor", "actresses actors", "waitress waiter", "businesswoman businessman",
        "spokeswoman spokesman", "congresswoman congressman", "congresswomen congressmen",
        "chairwoman chairman", "policewoman policeman", "feminine masculine",
    )
    for woman, man in (pair.split(" "),)
}  # fmt: skip
"""Words of either sex and the one that stands for both. `her` is `him` and `his`, so all
three are one; the form kept is the commoner in news."""
SIDES = frozenset({"left", "right"})
_BEFORE_SIDES = frozenset(
    {
        "the", "far", "hard", "extreme", "radical", "religious", "christian", "secular", "new",
        "old", "american", "'s",
    }
)  # fmt: skip
"""After these words left and right mostly are sides of politics; `the right to vote` is lost."""

_AFTER_SIDES = frozenset({"wing", "winger", "wingers"})
_STATE_COLOURS = frozenset({"red", "blue"})
_QUOTES = dict.fromkeys(("“", "”", "''", "``", "«", "»"), '"') | {"‘": "'", "’": "'"}
_PARTICLES = frozenset({"de", "von", "van", "bin", "al", "la", "der", "del"})
_ONE_LETTER_WORDS = frozenset("AI")


def mask(surfaces: Sequence[str], keys: Sequence[str], known: Container[str]) -> list[str]:
    """Return a sentence's keys with names and numbers replaced.

    Parameters
    ----------
    surfaces, keys
        Of the sentence's tokens, as written and as looked up.
    known
        Words that the news writes in lower case.

    Returns
    -------
    list of str
        Neighbouring names are joined, so that one name is as good as two.

    Examples
    --------
    >>> words = "Yesterday Joe Biden slammed 3 senators".split()
    >>> mask(words, [word.lower() for word in words], {"yesterday", "slammed", "senators"})
    ['yesterday', '⟨name⟩', 'slammed', '⟨number⟩', 'senators']
    """
    in_names = _places_in_names(surfaces, keys)
    masked = [*map(_SETTLED.__getitem__, surfaces)]
    for place in in_names:
        masked[place] = ""
    unsure = [*compress(range(len(masked)), map(not_, masked))]
    if not unsure:
        return masked
    free, hidden = is_title_case(surfaces), identity_words()
    opening = all(map(_is_mark, surfaces[: unsure[0]]))
    out, done = list[str](), 0
    for place in unsure:
        out += masked[done:place]
        key = NAME if place in in_names or is_side(keys, place) else one_sex(keys[place])
        word = mask_word(surfaces[place], key, known, hidden, free or opening)
        if word == NAME and _links_names(out, surfaces, place):
            out.pop()
        if word != NAME or out[-1:] != [NAME]:
            out.append(word)
        opening, done = False, place + 1
    return out + masked[done:]


def _settled(surface: str) -> str:
    """Mask what is the same wherever it stands but in a name; empty for any other."""
    key = key_of(surface)
    if surface[0].isdigit():
        return NUMBER
    if _is_mark(surface):
        return _QUOTES.get(key, key)
    if "-" in key or key in SIDES or key in _STATE_COLOURS or not surface.islower():
        return ""
    key = one_sex(key)
    return "" if key in identity_words() else key


def _is_mark(surface: str) -> bool:
    return not surface[0].isalnum() and not surface[1:2].isalpha()


_SETTLED = Remembered(_settled)


def _places_in_names(surfaces: Sequence[str], keys: Sequence[str]) -> set[int]:
    """Return the places in capitalised names of several words, such as `New Zealand`."""
    starts, found = _names_by_two_words(), set[int]()
    for place in compress(range(len(keys) - 1), map(starts.__contains__, keys)):
        key = keys[place]
        for name in starts[key].get(keys[place + 1], ()):
            end = place + len(name)
            if tuple(keys[place:end]) == name and surfaces[end - 1][0].isupper():
                found.update(range(place + (key == "the"), end))
    return found


@cache
def _names_by_two_words() -> dict[str, dict[str, list[tuple[str, ...]]]]:
    """Return the names of several words by their first word, then their second."""
    found: dict[str, dict[str, list[tuple[str, ...]]]] = {}
    for first, names in names_by_first_word().items():
        for name in names:
            found.setdefault(first, {}).setdefault(name[1], []).append(name)
    return found


@cache
def names_by_first_word() -> dict[str, list[tuple[str, ...]]]:
    """Return the names of several words on the list `identity_terms`, by their first word."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for term in shipped_list("identity_terms").terms:
        for form in term.forms():
            if len(form) > 1:
                found.setdefault(form[0], []).append(form)
    return found


def _links_names(out: Sequence[str], surfaces: Sequence[str], place: int) -> bool:
    """Tell whether the last key stands inside a name: `de`, or the point of an initial."""
    if len(out) < 2 or out[-2] != NAME:
        return False
    initial = len(surfaces[place - 2]) == 1 and surfaces[place - 2].isupper()
    return out[-1] in _PARTICLES or (out[-1] == "." and initial)


def one_sex(key: str) -> str:
    """Return the word that stands for both sexes, also inside a compound.

    >>> one_sex("she"), one_sex("anti-woman"), one_sex("tree")
    ('he', 'anti-man', 'tree')
    """
    if "-" in key:
        return "-".join(ONE_SEX.get(part, part) for part in key.split("-"))
    return ONE_SEX.get(key, key)


def mask_word(
    surface: str, key: str, known: Container[str], hidden: frozenset[str], free: bool
) -> str:
    """Mask one word; `free` says that any word would be capitalised here.

    >>> mask_word("Savage", "savage", {"savage"}, frozenset(), free=False)
    '⟨name⟩'
    """
    if surface[0].isdigit():
        return NUMBER
    if key == NAME or holds_identity(key, hidden):
        return NAME
    if surface.islower() and "-" not in key:
        return key
    if not surface.isupper() and surface[1:] != surface[1:].lower():
        return NAME  # anti-Trump, McDonald
    if not surface[0].isupper() or surface in _ONE_LETTER_WORDS or key.startswith("i'"):
        return key
    if surface.isupper() and len(surface) > 1:
        free = len(surface) >= SHOUTED
    return key if free and key in known else NAME


def is_side(keys: Sequence[str], place: int) -> bool:
    """Tell whether the word at `place` is a side of politics: the left, the right, red states.

    >>> is_side(["the", "right", "loses"], 1), is_side(["all", "right"], 1)
    (True, False)
    """
    after = keys[place + 1] if place + 1 < len(keys) else ""
    if keys[place] in SIDES:
        return after in _AFTER_SIDES or (place > 0 and keys[place - 1] in _BEFORE_SIDES)
    return keys[place] in _STATE_COLOURS and after in ("state", "states")


def holds_identity(key: str, hidden: Container[str]) -> bool:
    """Tell whether a word or a part of a compound is an identity term, as in `anti-Trump`."""
    return key in hidden or ("-" in key and any(part in hidden for part in key.split("-")))


def is_title_case(surfaces: Sequence[str]) -> bool:
    """Tell whether most longer words after the first begin with a capital."""
    cases = [*map(_CASES.__getitem__, surfaces[1:])]
    capitals = cases.count("capital")
    long = capitals + cases.count("small")
    return long >= TITLE_CASE_WORDS and capitals >= TITLE_CASE_SHARE * long


def _case_of(surface: str) -> str:
    """Return how a longer word begins, `capital` or `small`; empty for any other token."""
    if len(surface) < LONG or not surface[0].isalpha():
        return ""
    return "capital" if surface[0].isupper() else "small"


_CASES = Remembered(_case_of)


@cache
def identity_words() -> frozenset[str]:
    """Return the single words of the list `identity_terms`, in every form."""
    terms = shipped_list("identity_terms").terms
    return frozenset(form[0] for term in terms for form in term.forms() if len(form) == 1)


def masked_sentences(
    document: Document, sentences: Sequence[Sentence], known: Container[str]
) -> Iterator[list[str]]:
    """Yield the masked keys of each sentence."""
    for sentence in sentences:
        words = slice(sentence.first, sentence.last)
        yield mask(document.forms[words], document.keys[words], known)
