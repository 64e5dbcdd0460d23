"""Words made of others by an ending or a beginning: repulsively of repulsive.

A vocabulary never holds all of them. One that it lacks is as loaded as the word it is made of.
"""

from collections.abc import Container, Iterator

_ENDINGS: dict[str, tuple[str, ...]] = {
    "iness": ("y",), "ness": ("",),
    "ically": ("ic", "ical"), "ily": ("y",), "bly": ("ble",), "ly": ("", "e", "le"),
    "istic": ("ist", "ism", "e", ""), "ical": ("ic", "y"), "ity": ("", "e"),
    "ism": ("", "e", "ist"), "ist": ("", "e", "ism"), "ish": ("", "e"), "like": ("",),
    "ful": ("",), "less": ("",), "able": ("", "e"), "ize": ("",),
    "ier": ("y",), "iest": ("y",), "est": ("", "e"), "er": ("", "e"),
    "ies": ("y",), "es": ("",), "s": ("",),
    "ied": ("y",), "ed": ("", "e"), "ing": ("", "e"),
}  # fmt: skip
"""What may stand in the place of an ending; the longest ending is tried first."""
_DOUBLING = frozenset({"ed", "ing", "er", "est"})
"""Endings before which a consonant may be written twice."""
_BEGINNINGS = ("hyper", "super", "ultra", "over", "un")
"""None that denies: not `non`, for `nonracist` is no slur; *un* mostly judges as well."""
_SHORTEST = 4
"""Letters of a word that others are made of."""
_LONGEST = 40
"""No longer word is looked at; no English word is longer."""
_BY_LENGTH = sorted(_ENDINGS, key=len, reverse=True)


def base_of(word: str, known: Container[str]) -> str | None:
    """Return the known word that a word is made of; None where there is none.

    Parameters
    ----------
    word
        In small letters.
    known
        The words that it may be made of.

    Examples
    --------
    >>> known = {"repulsive", "creepy", "sham", "hype", "kind", "moralistic", "zealous"}
    >>> words = "repulsively", "creepiness", "shamming", "moralistically", "unkind", "overzealous"
    >>> [base_of(word, known) for word in words]
    ['repulsive', 'creepy', 'sham', 'moralistic', 'kind', 'zealous']
    >>> base_of("nonkind", known), base_of("hypes", {"hyp"})
    (None, None)
    """
    if len(word) > _LONGEST:
        return None
    return next((base for base in _bases(word) if len(base) >= _SHORTEST and base in known), None)


def _bases(word: str) -> Iterator[str]:
    """Yield what a word may be made of, the likeliest first."""
    for ending in _BY_LENGTH:
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            yield from (stem + other for other in _ENDINGS[ending])
            if ending in _DOUBLING and stem[-1:] == stem[-2:-1]:
                yield stem[:-1]
    for beginning in _BEGINNINGS:
        if word.startswith(beginning):
            yield word.removeprefix(beginning).removeprefix("-")
