"""Who acts and who is acted upon: the names on either side of a headline's main verb.

`US Ditched by Partner` and `Partner Ditches US` tell the same story with another
hero. Headlines drop the helping verb, so a participle counts as a passive when
`by` follows, or when its verb always takes an object and none is there.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bias.document.columns import WORD
from bias.features.headline.names import Name, name_at
from bias.features.headline.terms import terms_in
from bias.features.headline.words import Headline, key_at
from bias.words.classes import FUNCTION_WORDS, common_words, word_set

_BE = word_set("be")
_DONE_TO = word_set("done_to")
"""Participles that say of their subject that something was done to it."""
_IRREGULAR = word_set("participles")
"""Participles without `-ed`; only those that differ from the past tense."""
_BETWEEN = word_set("between")
_PREPOSITIONS = word_set("prepositions")
"""After these a name is no subject."""
_TITLES = word_set("titles")
_NO_VERB = word_set("no_verb")
"""Words in -s and -ed that are no verbs."""
_NOUN_ENDINGS = ("ss", "'s", "ions", "ians", "ists", "ees", "ments", "ities", "ings", "ives", "us")
_BREAKS = frozenset({":", ".", "!", "?", ";", "|", "-", "--", "—", "–", ","})
_AFTER = word_set("after_passive") | {"to", "of", "into", "out", "without", "under", "when"}
"""Words after a participle that begin no object."""
REACH = 12
"""Tokens after a participle in which `by` is looked for."""


@dataclass(frozen=True, slots=True)
class Action:
    """What the first name of a headline does, or what is done to it."""

    verb: int
    """Index of the verb's token."""
    agent: Name | None
    """Who acts; None where the headline leaves it out or names nobody."""
    patient: Name | None
    """Who is acted upon."""
    told: bool = True
    """The headline says who acts, by name or not."""

    @property
    def passive(self) -> bool:
        """The one acted upon comes before the verb."""
        return self.patient is not None and self.patient.first < self.verb

    @property
    def note(self) -> str:
        """Say in a few words who is on which side."""
        if self.passive:
            by = "by another named actor" if self.agent else "by one without a name"
            return f"done to the first-named actor, {by if self.told else 'no actor told'}"
        upon = " to another named one" if self.patient else ""
        return f"done by the first-named actor{upon}"


def find_action(headline: Headline, names: Sequence[Name]) -> Action | None:
    """Return the action that the headline's first name takes part in.

    Parameters
    ----------
    headline
        Of the article.
    names
        Its names, of `find_names`.

    Returns
    -------
    Action or None
        None where no name comes before a verb that can be told as active or passive.
    """
    if not names:
        return None
    keys, first = headline.keys, names[0]
    led = key_at(keys, first.first - 1) in _PREPOSITIONS
    verb = None if led else _verb_after(headline, first.last)
    if verb is None:
        return None
    if _is_passive(keys, first.last, verb):
        by = _by(keys, verb)
        agent = _next_name(keys, by + 1, names) if by else None
        return Action(verb, agent, first, told=by > 0)
    if _is_finite(keys[verb]) or _is_loaded(headline, verb):
        return Action(verb, first, _next_name(keys, verb + 1, names))
    return None


def _verb_after(headline: Headline, place: int) -> int | None:
    """Return the word after helping verbs and adverbs; None at a break."""
    keys = headline.keys
    while (key := key_at(keys, place)) in _BE or key.endswith("ly"):
        place += 1
    if not key or headline.kinds[place] != WORD or key in FUNCTION_WORDS or key == "'s":
        return None
    return place


def _is_passive(keys: Sequence[str], start: int, verb: int) -> bool:
    key, following = keys[verb], key_at(keys, verb + 1)
    participle = key.endswith("ed") or key in _IRREGULAR or key in _DONE_TO
    if not participle or key in _NO_VERB:
        return False
    helped = not _BE.isdisjoint(keys[start:verb])
    objectless = key in _DONE_TO and following in _AFTER
    return helped or following == "by" or objectless


def _is_loaded(headline: Headline, verb: int) -> bool:
    """Tell whether it is a verb of the term lists."""
    found = terms_in(headline.keys, headline.few, verb)
    return any(term.first == verb and term.term.category == "loaded_verb" for term in found)


def _is_finite(key: str) -> bool:
    """Tell whether it looks like a verb in the present or the past tense.

    >>> _is_finite("walks"), _is_finite("walking")
    (True, False)
    """
    if key in _NO_VERB or not key.endswith(("s", "ed")) or key.endswith(_NOUN_ENDINGS):
        return False
    return key in common_words() or key.removesuffix("s") in common_words()


def _by(keys: Sequence[str], verb: int) -> int:
    """Return where `by` stands in the verb's clause; 0 without one."""
    for place, key in enumerate(keys[verb + 1 : verb + REACH], start=verb + 1):
        if key in _BREAKS:
            return 0
        if key == "by":
            return place
    return 0


def _next_name(keys: Sequence[str], place: int, names: Sequence[Name]) -> Name | None:
    while (key := key_at(keys, place)) in _BETWEEN or key in _TITLES:
        place += 1
    return name_at(names, place)
