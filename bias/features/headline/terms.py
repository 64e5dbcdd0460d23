"""Loaded words of a headline: the term lists, read with headline grammar.

Headlines use short verbs that are also nouns ("Blasts", "Attacks"). A verb of
the lists that stands where only a noun can stand is no loaded verb; it may
still be a loaded label ("his lies").
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from bias.document.names import SIDES, identity_words
from bias.features.headline.words import find_in, key_at
from bias.lists.terms import Lexicon, Match, shipped_list
from bias.words.classes import FUNCTION_WORDS, common_words, word_set

LITERAL = ("headline_plain", "exceptions", "forward_references")
"""Phrases in which a listed word is plain, such as `disaster relief`, or another device,
such as `the real reason`."""
_NO_TERMS = frozenset({"literal", "forward_reference"})
VERBS = ("headline_verbs", "loaded_verbs")
LABELS = ("headline_labels", "loaded_labels")
OTHERS = (
    "headline_hyperbole",
    "headline_sneers",
    "sneers",
    "hyperbole",
    "intensifiers",
    "presuppositions",
)
LEAST_WEIGHT = {
    "loaded_verb": 0.5,
    "loaded_label": 0.55,
    "hyperbole": 0.4,
    "intensifier": 0.45,
    "sneer": 0.6,
    "presupposition": 0.5,
}
"""Terms below are too mild to call a device in a headline."""

DETERMINERS = word_set("determiners")
_PREPOSITIONS = word_set("prepositions")
_NOUN_TOO = word_set("noun_too")
"""Lemmas whose base form and s-form are as often nouns in headlines."""
_AFTER_NOUNS = word_set("after_nouns")


_PEOPLE = word_set("people")
"""Plurals without an s."""
_FORCES = word_set("forces")
"""With these in the headline the figures of speech below are facts."""
_FIGURATIVE = frozenset({"loaded_verb", "hyperbole"})


@cache
def headline_lexicon() -> Lexicon:
    """Return all lists as one: plain phrases first, then the headline's own, then the general."""
    return _lexicon(*LITERAL, *VERBS, *LABELS, *OTHERS)


@cache
def listed_words() -> frozenset[str]:
    """Return every single word of the lists, in every form: none of them is a name."""
    forms = (form for term in headline_lexicon().terms for form in term.forms())
    return frozenset(form[0] for form in forms if len(form) == 1)


@cache
def _nouns() -> Lexicon:
    return _lexicon(*LABELS)


def _lexicon(*names: str) -> Lexicon:
    terms = (term for name in names for term in shipped_list(name).terms)
    return Lexicon(term for term in terms if term.weight >= LEAST_WEIGHT.get(term.category, 0.0))


def category_of(match: Match) -> str:
    """Return the headline device that a list's category stands for.

    A mocking name is a label; a mocking turn of phrase is sarcasm.
    """
    category = match.term.category
    if category == "sneer":
        return "loaded_label" if match.term.pos else "sarcasm"
    return "hyperbole" if category == "intensifier" else category


def find_terms(keys: Sequence[str], first: int = 0, last: int | None = None) -> list[Match]:
    """Return the loaded terms of `keys[first:last]`, false friends dropped."""
    keys = keys[first:last]
    matches = find_in(headline_lexicon(), keys)
    if not matches:
        return []
    setting = _Setting.of(keys)
    found = (_settle(match, setting) for match in matches)
    return [Match(m.first + first, m.last + first, m.term) for m in found if m is not None]


@dataclass(frozen=True, slots=True)
class _Setting:
    """What a match is judged by, found once for all matches of a stretch."""

    keys: Sequence[str]
    """Of the stretch."""
    forceful: bool
    """A storm or the like stands in it: that it slams a coast is a plain fact."""
    charged_from: int
    """Place from which on all is somebody's charge, reported: accused of hypocrisy."""

    @classmethod
    def of(cls, keys: Sequence[str]) -> "_Setting":
        before = keys[: keys.index("of")] if "of" in keys else ()
        charged = any(key.startswith("accus") for key in before)
        start = len(before) + 1 if charged else len(keys)
        return cls(keys, not _FORCES.isdisjoint(keys), start)


def _settle(match: Match, setting: _Setting) -> Match | None:
    """Return the match, the label it is instead, or None."""
    physical = setting.forceful and match.term.category in _FIGURATIVE
    if physical or match.term.category in _NO_TERMS or match.first >= setting.charged_from:
        return None
    if match.term.category != "loaded_verb":
        return match
    label = next(iter(find_in(_nouns(), setting.keys, match.first, match.last)), None)
    if label and _is_judged_by(label, match, setting.keys):
        return label
    return label if _stands_as_noun(match, setting.keys) else match


def _is_judged_by(label: Match, verb: Match, keys: Sequence[str]) -> bool:
    """Tell whether a word that is a label and a verb is the label: `his lies`, `damning`."""
    key = keys[verb.first]
    judging = key.endswith("ing") or key == verb.term.term
    determined = key_at(keys, verb.first - 1) in DETERMINERS
    return determined or (judging and label.term.pos == "a")


def _stands_as_noun(match: Match, keys: Sequence[str]) -> bool:
    """Tell whether it stands where only a noun can."""
    key, before = keys[match.first], key_at(keys, match.first - 1)
    if match.term.match == "phrase" or key.endswith("ed"):
        return False
    if before in DETERMINERS:
        return True
    if key.endswith("ing"):
        return False
    after = key_at(keys, match.last)
    bare, noun_too = key == match.term.term, match.term.term.removesuffix("s") in _NOUN_TOO
    followed = not after[:1].isalnum() or after in _AFTER_NOUNS
    return (
        before in _PREPOSITIONS
        or (noun_too and followed)
        or (bare and _is_modifier(before))
        or (bare and noun_too and not _takes_bare_verb(before))
    )


def _is_modifier(before: str) -> bool:
    """Tell whether a noun follows this word, so that no bare verb can.

    A bare verb follows a plural, a name, a helping verb or a mark.
    """
    lone = not _may_be_name(before) and not before.endswith(("s", "ly"))
    return lone and before not in FUNCTION_WORDS and before not in _PEOPLE


def _takes_bare_verb(before: str) -> bool:
    """Tell whether this is a plural, a name, a helping verb, a mark, or nothing."""
    return (
        not before[:1].isalnum()
        or _may_be_name(before)
        or before.endswith("s")
        or before in FUNCTION_WORDS
        or before in _PEOPLE
    )


def _may_be_name(key: str) -> bool:
    """Tell whether a word names somebody or a side; its letters have no say in it."""
    return key in SIDES or key in identity_words() or key not in common_words()
