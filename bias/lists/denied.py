"""Whether a clause takes a charge away: `nobody was betrayed`, `denies it is a sham`."""

from collections.abc import Sequence

from bias.lists.hits import Match

NEGATORS = frozenset({"not", "never", "no", "nor", "neither", "cannot", "without", "hardly"})
_BETWEEN = frozenset(
    {"a", "an", "any", "as", "be", "been", "being", "exactly", "particularly", "really", "so",
     "some", "such", "that", "the", "to", "very"}
)  # fmt: skip
"""May stand between the negation and the word it denies."""
REACH = 3
"""Words between at most: `not to be a thug`."""
CLAUSE = 12
"""Words between a clause's denial and the word, at most. A judgement of 2026-11-30."""
_ENDS = frozenset(
    {".", ";", ":", "!", "?", "—", "–", ",", "(", ")", "and", "but", "because", "although",
     "though", "while", "when", "after", "before", "since", "if", "unless", "who", "which",
     "whose", "where", "why", "how", "what", "whether", "“", "”", '"'}
)  # fmt: skip
"""No denial reaches past these."""
_NOBODY = frozenset({"nothing", "nobody", "none", "neither"})
_BE = frozenset(
    {"is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "did", "does", "do",
     "will", "would", "isn't", "wasn't"}
)  # fmt: skip
_DONE = frozenset({"acted", "anyone", "anything", "done", "ever", "found", "or", "said"})
"""May stand between the verb of a denied subject and the word: `nobody did anything shameful`."""
_TURNED = frozenset(
    {"but", "doubt", "fewer", "idea", "less", "longer", "matter", "mere", "more", "other",
     "ordinary", "question", "reason", "secret", "short", "wonder"}
)  # fmt: skip
"""After `no` or `nothing` these deny nothing: `nothing but a sham`, `no doubt`."""
_CALL = frozenset(
    {"accuse", "accused", "accuses", "brand", "branded", "call", "called", "calling", "calls",
     "consider", "considered", "considers", "describe", "described", "describes", "find", "found",
     "label", "labelled", "labeled", "regard", "regarded"}
)  # fmt: skip
_DENY = frozenset({"deny", "denies", "denied", "denying", "disputes", "disputed"})
_CLAIMED = frozenset(
    {"a", "an", "accusations", "allegations", "any", "anything", "are", "be", "been", "being",
     "charges", "claims", "is", "it's", "suggestions", "that", "was", "were"}
)  # fmt: skip
"""One of them shows that a claim follows `denies`, and no thing that is taken for granted."""
_CLEAR = frozenset(
    {"absolve", "absolved", "absolves", "acquit", "acquits", "acquitted", "cleared",
     "clearing", "clears", "exonerated", "exonerates"}
)  # fmt: skip
_EVIDENCE = frozenset({"evidence", "hint", "indication", "proof", "sign", "signs", "trace"})
_OUT = frozenset({"rule", "ruled", "rules", "ruling"})
_DENYING = NEGATORS | _NOBODY | _DENY | _CLEAR | _OUT


def is_denied(keys: Sequence[str], first: int, match: Match) -> bool:
    """Tell whether a negation stands just before a match, or its clause denies it.

    Parameters
    ----------
    keys
        Of an article, or of a headline alone.
    first
        Index of the first token that may deny it, as a rule its sentence's.
    match
        Indices into `keys`.

    Examples
    --------
    >>> from bias.lists.terms import Term
    >>> sham = Match(4, 5, Term("sham", "form", "", 1.0, "", "", "loaded_label", 1))
    >>> is_denied(("but", "she", "says", "it's", "sham"), 0, sham)
    False
    >>> is_denied(("mayor", "denies", "it", "is", "sham"), 0, sham)
    True
    """
    return _is_just_before(keys, first, match) or _is_in_clause(keys, first, match.first)


def may_deny(key: str) -> bool:
    """Tell whether a word may deny what follows: where none does, nothing is denied.

    >>> may_deny("nobody"), may_deny("isn't"), may_deny("port")
    (True, True, False)
    """
    return key in _DENYING or _is_negation(key)


def _is_just_before(keys: Sequence[str], first: int, match: Match) -> bool:
    start = max(first, match.first - 1 - REACH)
    for position in range(match.first - 1, start - 1, -1):
        key = keys[position]
        if _is_negation(key):
            return True
        if key not in _BETWEEN:
            return False
    return False


def _is_negation(key: str) -> bool:
    return key in NEGATORS or key.endswith("n't")


def _is_in_clause(keys: Sequence[str], first: int, at: int) -> bool:
    """Look for a denial from the word back to where its clause begins."""
    for place in range(at - 1, max(first, at - 1 - CLAUSE) - 1, -1):
        key = keys[place]
        if key in _ENDS:
            return False
        before = keys[place - 1] if place > first else ""
        between = keys[place + 1 : at]
        if _denies(key, before, between):
            is_twice = key in _DENY | _CLEAR and _is_negation(before)
            return not is_twice
    return False


def _denies(key: str, before: str, between: Sequence[str]) -> bool:
    """Tell whether a word, with the one before and those up to the charge, denies it."""
    if key in _NOBODY or (key == "no" and between):
        return _is_denied_subject(key, between)
    if key == "one" and before == "no":
        return _is_denied_subject("nobody", between)
    if key in _CALL:
        return _is_negation(before)
    if key in _DENY:
        return before not in _BE and (not between or not _CLAIMED.isdisjoint(between))
    if key in _CLEAR:
        return "of" in between
    return key in _OUT and between[:1] == ["out"]


def _is_denied_subject(key: str, between: Sequence[str]) -> bool:
    """Tell whether a word is said of nobody: `none of them was corrupt`."""
    if between and between[0] in _TURNED:
        return False
    if key == "no" and between[0] in _EVIDENCE:
        return between[1:2] in (["of"], ["that"])
    verb = max((place for place, word in enumerate(between) if word in _BE), default=-1)
    if verb < 0 and key == "no":
        return False
    rest = between[verb + 1 :]
    return all(word in _BETWEEN or word in _DONE or word.endswith("ly") for word in rest)
