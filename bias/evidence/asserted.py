"""Whether the outlet says a word of anybody: `editors may be vilified` accuses no one."""

from bisect import bisect_left
from collections.abc import Sequence

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


_VIEW = frozenset(
    {"branded", "cast", "casts", "casting", "characterize", "characterized", "decried", "denounce",
     "denounced", "depict", "depicted", "depicts", "derided", "describe", "described", "dismiss",
     "dismissed", "frame", "framed", "hailed", "labeled", "paint", "painted", "paints", "perceive",
     "perceived", "portray", "portrayed", "portraying", "portrays", "regard", "regarded", "regards",
     "saw", "see", "seen", "sees", "view", "viewed", "views"}
)  # fmt: skip
"""With `as` behind them they tell somebody's view."""
_NOTIONS = frozenset(
    {"accusation", "accusations", "allegation", "allegations", "argument", "belief", "charge",
     "claim", "claims", "complaint", "concern", "fear", "fears", "idea", "impression", "message",
     "notion", "opinion", "perception", "sense", "suggestion", "suspicion", "view", "wisdom"}
)  # fmt: skip
"""With `that` behind them they tell somebody's view, too."""
_CHARGED = frozenset({"accusations", "allegations", "charges", "claims", "complaints"})
"""With `of` behind them they tell what somebody is charged with."""
_NEAR = 3
"""Tokens between such a noun and the charge, at most."""
_CHARGES = frozenset(
    {"accuse", "accused", "accuses", "accusing", "blamed", "blames", "blasted", "blasting",
     "castigated", "condemned", "condemning", "criticized", "criticizes", "criticizing", "faulted",
     "lambasted", "rebuked", "slammed", "slamming"}
)  # fmt: skip
"""With `of`, `for` or `as` behind them they tell what somebody is charged with."""
_NAMES = frozenset(
    {"brand", "branded", "branding", "brands", "call", "called", "calling", "calls", "considered",
     "considers", "deemed", "deems", "dubbed", "label", "labeled", "labeling", "labels", "termed"}
)  # fmt: skip
"""They tell what somebody calls a thing."""
_SAY = frozenset(
    {"argue", "argued", "argues", "believe", "believes", "noted", "notes", "report", "reported",
     "reports", "said", "say", "says", "wrote", "writes"}
)  # fmt: skip
_SOMEBODY = frozenset({"the", "a", "an", "he", "she", "they", "it", "critics", "officials", "some"})
"""How somebody begins, in small letters."""
_CLOSING = 8
"""Tokens at a sentence's end in which `, says historian Brinkley.` is looked for."""
_NAMED = 6
"""Tokens between such a verb and what the thing is called, at most."""
_NOT_NAMING = frozenset({"for", "on", "to", "off", "up", "in", "out", "by", "with"})
"""Behind such a verb: `calls for`, `called on`."""


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
    sentence, keys = document.sentences[int(document.sentence_of[place])], document.keys
    first = sentence.first
    if _is_closed(document.forms[max(place, sentence.last - _CLOSING) : sentence.last]):
        return False
    for at in range(place - 1, max(first, place - REACH) - 1, -1):
        key = keys[at]
        if key in _ENDS:
            return True
        if _is_possible(document, at):
            return False
        if key in _FOUND and _is_denied(keys[max(first, at - 2) : at]):
            return False
        after = keys[at + 1 : place]
        if _is_viewed(key, after) or _is_charged(key, after):
            return False
        if _is_named(key, keys[max(first, at - 2) : at], after):
            return False
    return True


def _is_closed(end: Sequence[str]) -> bool:
    """Tell whether a sentence ends by laying what it says at somebody's door.

    >>> _is_closed(["lionized", ",", "says", "historian", "Brinkley", "."])
    True
    >>> _is_closed(["awful", ",", "HuffPost", "reports", "."])
    True
    >>> _is_closed(["idols", ",", "from", "calls", "and", "reports", "."])
    False
    """
    said = [form for form in end if form not in (".", "”", '"')]
    if "," not in said:
        return False
    behind = said[len(said) - said[::-1].index(",") :]
    if not behind or behind[0] in _SAY:
        return bool(behind)
    is_somebody = behind[0][0].isupper() or behind[0] in _SOMEBODY
    return is_somebody and behind[-1] in _SAY


def _is_viewed(key: str, after: list[str]) -> bool:
    """Tell whether somebody holds a view: `cast them as …`, `the message is that …`.

    >>> _is_viewed("cast", ["them", "as"]), _is_viewed("message", ["is", "that", "the"])
    (True, True)
    >>> _is_viewed("cast", ["a", "vote"])
    False
    """
    return (key in _VIEW and "as" in after) or (key in _NOTIONS and "that" in after[:2])


def _is_charged(key: str, after: list[str]) -> bool:
    """Tell whether somebody is charged with a thing: `accused the mayor of lying`.

    >>> _is_charged("accused", ["the", "mayor", "of"]), _is_charged("accused", ["the", "mayor"])
    (True, False)
    >>> _is_charged("charges", ["of"]), _is_charged("charges", ["of", "a", "new", "and"])
    (True, False)
    """
    if key in _CHARGED:
        return after[:1] == ["of"] and len(after) <= _NEAR
    return key in _CHARGES and not {"of", "for", "as"}.isdisjoint(after)


def _is_named(key: str, before: list[str], after: list[str]) -> bool:
    """Tell whether somebody, and not the writer, calls a thing so: `called him a traitor`.

    >>> _is_named("called", ["who"], ["him", "a"]), _is_named("call", ["i", "would"], ["it", "a"])
    (True, False)
    >>> _is_named("called", ["he"], ["for", "a"]), _is_named("call", ["the"], [",", "had"])
    (False, False)
    """
    if key not in _NAMES or len(after) > _NAMED or "," in after:
        return False
    if {"i", "we"}.intersection(before):
        return False
    return not after or (after[0][0].isalnum() and after[0] not in _NOT_NAMING)


def _is_possible(document: Document, at: int) -> bool:
    """Tell whether a word leaves open what follows; the month of May does not."""
    return document.keys[at] in _POSSIBLE and document.forms[at] != "May"


def _is_denied(before: list[str]) -> bool:
    """Tell whether one of the two words before a verb denies it."""
    return any(key in ("not", "never", "cannot") or key.endswith("n't") for key in before)
