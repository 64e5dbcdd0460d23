"""Whether a listed verb is a noun where it stands: `storm claims`, `the lie of the land`.

Rules over closed classes: the words to its left decide, else those to its right. Only words
that may be nouns are asked about, in the forms that nouns have.
"""

from collections.abc import Sequence

import numpy as np

from bias.lists.hits import Match
from bias.lists.terms import Term
from bias.words.classes import word_set
from bias.words.cut import key_of
from bias.words.inflect import inflections
from bias.words.types import Column

_VERBS = frozenset({"loaded_verb", "report_verb", "factive", "assertive", "implicative", "hedge"})
_NOUNS = word_set("verbs_or_nouns")
_NOUN_FORMS = frozenset(form for noun in _NOUNS for form in inflections(noun, "n"))
_JUDGING = word_set("judging_nouns")
"""These charge as nouns, too: `a disgrace`, `his lies`."""
_MOSTLY_NOUNS = word_set("mostly_nouns")
"""Nouns unless the word before says otherwise: `state`, `posts`."""
_DETERMINERS = frozenset(
    {"a", "an", "the", "his", "its", "their", "our", "my", "your", "her", "another", "any", "each",
     "every", "no", "some", "these", "those", "many", "several", "few", "more", "most", "such",
     "fewer", "little", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}
)  # fmt: skip
_PREPOSITIONS = frozenset(
    {"about", "against", "at", "between", "by", "during", "for", "from", "in", "into", "of", "on",
     "over", "under", "with", "without", "despite", "amid", "after", "before"}
)  # fmt: skip
_SUBJECTS = frozenset(
    {"i", "we", "you", "they", "he", "she", "it", "who", "which", "that", "people", "police",
     "men", "women", "children", "critics", "everyone", "nobody"}
)  # fmt: skip
_BEFORE_BASE = frozenset(
    {"to", "will", "would", "can", "could", "may", "might", "must", "shall", "should", "cannot",
     "do", "does", "did", "let", "lets", "help", "helps", "helped", "make", "makes", "made",
     "please", "both", "all"}
)  # fmt: skip
_ADJECTIVES = frozenset(
    {"absurd", "alleged", "big", "bogus", "bold", "cheap", "crude", "false", "fresh", "further",
     "latest", "new", "other", "own", "recent", "repeated", "same", "similar", "true", "wild"}
)  # fmt: skip
"""Common words that describe, and can be no subject."""
_DESCRIBING = ("ful", "less", "ous", "ible")
"""How other such words end."""
_TANKS = frozenset({"tank", "tanks"})
_SHORT = 5
"""Longer words in -ed and -ing are verbs that take an object: `demanding answers`, not `king`."""
_CONTRACTED = ("n't", "'ll", "'d", "'ve", "'re", "'m")
_SKIPPED = frozenset({"also", "just", "never", "not", "now", "often", "still", "then", "even"})
_AFTER = frozenset(
    {"of", "for", "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could",
     "may", "might", "must", "should", "from", "between", "against", "in"}
)  # fmt: skip
"""What follows a noun, and seldom a verb that wants an object."""
_MARKS = frozenset({".", ",", ";", ":", ")", "?", "!"})
_NO_PLURALS = ("ss", "us", "is", "'s")


def _has_noun_form(word: str) -> bool:
    """Tell whether a word is a form of a noun that the lists may hold as a verb.

    >>> _has_noun_form("Claims"), _has_noun_form("claimed")
    (True, False)
    """
    return key_of(word) in _NOUN_FORMS


NOUN_FORM = Column(_has_noun_form, np.bool_)


def is_noun(keys: Sequence[str], first: int, last: int, match: Match) -> bool:
    """Tell whether an entry of a list of verbs is a noun in `keys[first:last]`.

    Parameters
    ----------
    keys
        Of an article, or of a headline alone.
    first, last
        Where the sentence begins and ends.
    match
        The entry, and its indices into `keys`.

    Examples
    --------
    >>> waste = Term("waste", "lemma", "v", 1.0, "", "", "loaded_verb", 1)
    >>> is_noun(("the", "waste", "site"), 0, 3, Match(1, 2, waste))
    True
    >>> is_noun(("they", "waste", "money"), 0, 3, Match(1, 2, waste))
    False
    """
    if match.last - match.first > 1 or not _may_be_noun(keys[match.first], match.term):
        return False
    at = match.first
    left = at - 1
    while left >= first and (keys[left] in _SKIPPED or keys[left].endswith("ly")):
        left -= 1
    before = keys[left] if left >= first else ""
    after = keys[at + 1] if at + 1 < last else "."
    if _is_before_noun(before):
        return True
    if keys[at] == "think":
        return after in _TANKS
    if before == "that" and (keys[at] in _MOSTLY_NOUNS or not keys[at].endswith("s")):
        return not (left > first and _is_plural(keys[left - 1]))
    if before in _SUBJECTS or before in _BEFORE_BASE or before.endswith(_CONTRACTED):
        return False
    if keys[at] in _MOSTLY_NOUNS:
        return not (_is_plural(before) and not keys[at].endswith("s"))
    if _describes(before) or (len(before) > _SHORT and before.endswith(("ed", "ing"))):
        return True
    if after == "that":
        return False
    if keys[at].endswith("s") and not keys[at].endswith("ss"):
        return _is_plural(before) or after in _AFTER or after in _MARKS
    if not before or not before[0].isalpha() or before in ("and", "or"):
        return after in _AFTER
    return not _is_plural(before)


def _is_before_noun(key: str) -> bool:
    """Tell whether a noun, and no verb, follows a word; numbers and possessives are such.

    >>> _is_before_noun("the"), _is_before_noun("mayor's"), _is_before_noun("mayor")
    (True, True, False)
    """
    is_owner = key.endswith("'s") and key[:-2] not in _SUBJECTS
    return key in _DETERMINERS or key in _PREPOSITIONS or key[:1].isdigit() or is_owner


def _describes(key: str) -> bool:
    """Tell an adjective by its ending, or as a common one.

    >>> _describes("shameful"), _describes("false"), _describes("mayor")
    (True, True, False)
    """
    return key in _ADJECTIVES or (len(key) > _SHORT and key.endswith(_DESCRIBING))


def _may_be_noun(key: str, term: Term) -> bool:
    charges = term.category == "loaded_verb" and key in _JUDGING
    return term.category in _VERBS and key in _NOUN_FORMS and not charges


def _is_plural(key: str) -> bool:
    """Tell whether a word looks like the plural of a noun.

    >>> _is_plural("mayors"), _is_plural("congress"), _is_plural("mayor")
    (True, False, False)
    """
    return len(key) > 3 and key.endswith("s") and not key.endswith(_NO_PLURALS)
