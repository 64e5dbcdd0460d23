"""Whether a listed turn of phrase is plainly meant where it stands, or told as somebody's."""

from collections.abc import Sequence

from bias.lists.hits import Match

_OURSELVES = frozenset({"i", "i'm", "i'd", "i've", "we", "we're", "we'd", "we've"})
"""Who speaks knows their own mind: "we have no interest in politics"."""
_BETWEEN = frozenset(
    {"also", "always", "am", "are", "do", "have", "just", "never", "really", "still", "was", "were"}
)
_BEFORE = {
    "shining example": frozenset({"how", "of this", "of that", "of what", "of how", "of why"}),
    "shining examples": frozenset({"of this", "of that", "of what", "of how", "of why"}),
}
"""What follows these where they only name an instance."""
_APART = frozenset({"of all things"})
"""These mock only where a mark or a stop follows: "scorn for all things red" is no mockery."""
_WHO = frozenset({"he", "she", "they", "it", "critics", "supporters", "opponents", "some"})
_SAY = frozenset(
    {"argue", "argued", "argues", "believe", "believed", "believes", "claim", "claimed", "claims",
     "contend", "contends", "insist", "insisted", "insists", "say", "said", "says", "suggest",
     "suggests", "think", "thinks"}
)  # fmt: skip
REACH = 8
"""Tokens behind a turn of phrase within which an aside says whose it is: ", they claim,"."""


def is_meant(keys: Sequence[str], first: int, last: int, match: Match) -> bool:
    """Tell whether a turn of phrase does not frame: it is plainly meant, or told as somebody's.

    Parameters
    ----------
    keys
        Of the article.
    first, last
        Its sentence: the tokens `[first, last)`.
    match
        Indices into `keys`.
    """
    phrase = " ".join(keys[match.first : match.last])
    behind = keys[match.last : last]
    if match.term.category == "mind_reading" and _is_our_own(keys, first, match.first):
        return True
    if phrase in _APART and behind and behind[0][0].isalpha():
        return True
    plain = _BEFORE.get(phrase)
    if plain and (behind[0:1] == ["how"] or " ".join(behind[:2]) in plain):
        return True
    return _is_told_aside(behind[:REACH])


def _is_our_own(keys: Sequence[str], first: int, at: int) -> bool:
    """Tell whether the subject just before is the writer."""
    place = at - 1
    while place > first and keys[place] in _BETWEEN:
        place -= 1
    return place >= first and keys[place] in _OURSELVES


def _is_told_aside(behind: Sequence[str]) -> bool:
    """Tell whether an aside between commas says whose words these are.

    >>> _is_told_aside([",", "they", "claim", ",", "is"]), _is_told_aside([",", "he", "ran", ","])
    (True, False)
    """
    return any(
        behind[place] == "," and behind[place + 1] in _WHO and behind[place + 2] in _SAY
        for place in range(len(behind) - 3)
    )
