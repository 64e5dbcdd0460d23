"""Whether a word is said of anybody: `editors may be vilified` accuses no one."""

from bisect import bisect_left

from bias.document.document import Cue, Document

REACH = 14
"""Tokens before a word in which its clause is looked for."""
_ENDS = frozenset({".", ";", ":", "!", "?", "—", "–", "(", ")", "but", "because", "“", "”", '"'})
"""No doubt reaches past these; it does reach past commas, as in a list."""
_POSSIBLE = frozenset({"may", "might", "if", "whether", "unless", "supposing"})
_FOUND = frozenset(
    {"find", "found", "say", "show", "shown", "suggest", "suggested", "conclude", "concluded",
     "prove", "proven", "proved", "mean", "imply", "believe", "claim", "argue", "allege"}
)  # fmt: skip
"""With a negation before and `that` after, they take away what follows."""


def is_asserted(document: Document, cue: Cue) -> bool:
    """Tell whether the outlet says what a cue marks, rather than supposing or denying it.

    Parameters
    ----------
    document
        Headline and story.
    cue
        One of its cues.
    """
    place = bisect_left(document.starts.data, cue.start)
    first = document.sentences[int(document.sentence_of[place])].first
    keys = document.keys
    for at in range(place - 1, max(first, place - REACH) - 1, -1):
        key = keys[at]
        if key in _ENDS:
            return True
        if _is_possible(document, at):
            return False
        if key in _FOUND and _is_denied(keys[max(first, at - 2) : at]):
            return False
    return True


def _is_possible(document: Document, at: int) -> bool:
    """Tell whether a word leaves open what follows; the month of May does not."""
    return document.keys[at] in _POSSIBLE and document.forms[at] != "May"


def _is_denied(before: list[str]) -> bool:
    """Tell whether one of the two words before a verb denies it."""
    return any(key in ("not", "never", "cannot") or key.endswith("n't") for key in before)
