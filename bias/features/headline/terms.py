"""Loaded words of a headline: the term lists, read with headline grammar.

Headlines use short verbs that are also nouns ("Blasts", "Attacks"). A verb of
the lists that stands where only a noun can stand is no loaded verb; it may
still be a loaded label ("his lies").
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bias.document.document import Document
from bias.features.headline.words import key_at
from bias.lists.few import Few
from bias.lists.groups import HEADLINE, HEADLINE_NOUNS
from bias.lists.hits import Match
from bias.lists.identity import SIDES, identity_words
from bias.words.classes import FUNCTION_WORDS, common_words, word_set

_NO_TERMS = frozenset({"literal", "forward_reference"})
DETERMINERS = word_set("determiners")
_PREPOSITIONS = word_set("prepositions")
_NOUN_TOO = word_set("noun_too")
"""Lemmas whose base form and s-form are as often nouns in headlines."""
_AFTER_NOUNS = word_set("after_nouns")
_PEOPLE = word_set("people")
"""Plurals without an s."""
_FORCES = word_set("forces")
"""With these in the headline the figures of speech below are facts."""
_OPENING = frozenset("\"'“‘«")
_FIGURATIVE = frozenset({"loaded_verb", "hyperbole"})
_ILLNESSES = word_set("illnesses")
"""That a drug crushes one of these is a plain fact."""
_VOTING = word_set("voting")
_DASHES = frozenset("-–")
_MOST_DIGITS = 3
"""Of how many points one side scored."""


def category_of(match: Match) -> str:
    """Return the headline device that a list's category stands for.

    A mocking name is a label; a mocking turn of phrase is sarcasm.
    """
    category = match.term.category
    if category == "sneer":
        return "loaded_label" if match.term.pos else "sarcasm"
    return "hyperbole" if category == "intensifier" else category


def find_terms(document: Document, first: int, last: int) -> list[Match]:
    """Return the loaded terms of the tokens `[first, last)`, false friends dropped."""
    few = Few.of(document.all_listed, first, last)
    found = terms_in(document.keys[first:last], few)
    return [Match(match.first + first, match.last + first, match.term) for match in found]


def terms_in(keys: Sequence[str], few: Few, first: int = 0) -> list[Match]:
    """Return the loaded terms of a few words, read from the one at `first` on."""
    matches = few.find(HEADLINE, first, len(keys))
    if not matches:
        return []
    setting = _Setting.of(keys, first)
    found = (_settle(match, setting, few) for match in matches)
    return [match for match in found if match is not None]


def plain_places(keys: Sequence[str], few: Few) -> set[int]:
    """Return the tokens that are plain here: in a plain phrase, or in a charge that is reported.

    A verb of storms is plain too where there is a storm, and one of battles against an illness.
    """
    setting = _Setting.of(keys, 0)
    plain = {*range(setting.charged_from, len(keys))}
    for match in few.find(HEADLINE, 0, len(keys)):
        literal = match.term.category in _NO_TERMS
        if literal or setting.is_physical(match):
            plain.update(range(match.first, match.last))
    return plain


@dataclass(frozen=True, slots=True)
class _Setting:
    """What a match is judged by, found once for all matches of a few words."""

    keys: Sequence[str]
    first: int
    """Place of the word that is read first."""
    forceful: bool
    """A storm or the like stands in it, or how a game ended: that one slams a coast, that a team
    crushes another, is a plain fact."""
    charged_from: int
    """Place from which on all is somebody's charge, reported: accused of hypocrisy."""

    @classmethod
    def of(cls, keys: Sequence[str], first: int) -> "_Setting":
        read = keys[first:]
        before = read[: read.index("of")] if "of" in read else ()
        charged = any(key.startswith("accus") for key in before)
        start = first + len(before) + 1 if charged else len(keys)
        return cls(keys, first, not _FORCES.isdisjoint(read) or _is_game(read), start)

    def is_physical(self, match: Match) -> bool:
        """Tell whether a verb is meant as it stands, or is how all speak of games."""
        figurative = match.term.category in _FIGURATIVE
        return figurative and (self.forceful or self._strikes_illness(match.last))

    def _strikes_illness(self, place: int) -> bool:
        """Tell whether an illness stands there and ends its noun: no cancer research."""
        last = place
        while self.key_at(last) in _ILLNESSES:
            last += 1
        after = self.key_at(last)
        return last > place and (not after[:1].isalnum() or after in FUNCTION_WORDS)

    def after(self, place: int) -> str:
        """Return the word at a place, or the one after it where a quotation opens there."""
        key = self.key_at(place)
        opens = key[:1] in _OPENING and not key[1:2].isalpha()
        return self.key_at(place + 1) if opens else key

    def key_at(self, place: int) -> str:
        """Return a word; empty where none is read."""
        return key_at(self.keys, place) if place >= self.first else ""


def _is_game(keys: Sequence[str]) -> bool:
    """Tell whether words hold the result of a game and speak of no vote.

    >>> _is_game(["crush", "hawks", "6", "-", "1"]), _is_game(["senate", "52", "-", "48"])
    (True, False)
    """
    scores = zip(keys, keys[1:], keys[2:], strict=False)
    found = any(d in _DASHES and _is_score(a) and _is_score(b) for a, d, b in scores)
    return found and _VOTING.isdisjoint(keys)


def _is_score(key: str) -> bool:
    return key.isdigit() and len(key) <= _MOST_DIGITS


def _settle(match: Match, setting: _Setting, few: Few) -> Match | None:
    """Return the match, the label it is instead, or None."""
    category = match.term.category
    if setting.is_physical(match) or category in _NO_TERMS or match.first >= setting.charged_from:
        return None
    if category != "loaded_verb":
        return match
    label = next(iter(few.find(HEADLINE_NOUNS, match.first, match.last)), None)
    if label and _is_judged_by(label, match, setting):
        return label
    return label if _stands_as_noun(match, setting) else match


def _is_judged_by(label: Match, verb: Match, setting: _Setting) -> bool:
    """Tell whether a word that is a label and a verb is the label: `his lies`, `damning`."""
    key = setting.key_at(verb.first)
    judging = key.endswith("ing") or key == verb.term.term
    determined = setting.key_at(verb.first - 1) in DETERMINERS
    return determined or (judging and label.term.pos == "a")


def _stands_as_noun(match: Match, setting: _Setting) -> bool:
    """Tell whether it stands where only a noun can."""
    key, before = setting.key_at(match.first), setting.key_at(match.first - 1)
    if match.term.match == "phrase" or key.endswith("ed"):
        return False
    if before in DETERMINERS or before[:1].isdigit():
        return True
    if key.endswith("ing"):
        return False
    after = setting.after(match.last)
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
