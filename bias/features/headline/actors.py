"""Who acts and who is acted upon: the names on either side of a headline's main verb.

`US Ditched by Partner` and `Partner Ditches US` tell the same story with another
hero. Headlines drop the helping verb, so a participle counts as a passive when
`by` follows, or when its verb always takes an object and none is there.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bias.document.document import Document, Token
from bias.document.runs import Name, name_at
from bias.features.headline.terms import find_terms
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


def find_action(document: Document, names: Sequence[Name]) -> Action | None:
    """Return the action that the headline's first name takes part in.

    Parameters
    ----------
    document
        The article.
    names
        Its headline's names, of `find_names`.

    Returns
    -------
    Action or None
        None where no name comes before a verb that can be told as active or passive.
    """
    tokens, last = document.tokens, document.headline.last
    if not names:
        return None
    first = names[0]
    start = document.headline.first
    led = first.first > start and tokens[first.first - 1].key in _PREPOSITIONS
    verb = None if led else _verb_after(tokens, first.last, last)
    if verb is None:
        return None
    if _is_passive(tokens, first.last, verb, last):
        by = _by(tokens, verb, last)
        agent = _next_name(tokens, by + 1, last, names) if by else None
        return Action(verb, agent, first, told=by > 0)
    listed = {t.first for t in find_terms(tokens, verb, last) if t.term.category == "loaded_verb"}
    if verb in listed or _is_finite(tokens[verb]):
        return Action(verb, first, _object(tokens, verb, last, names))
    return None


def _verb_after(tokens: Sequence[Token], start: int, last: int) -> int | None:
    """Return the word after helping verbs and adverbs; None at a break."""
    index = start
    while index < last and (tokens[index].key in _BE or tokens[index].key.endswith("ly")):
        index += 1
    if index >= last or tokens[index].kind != "word":
        return None
    key = tokens[index].key
    return None if key in FUNCTION_WORDS or key in {"'s", "'"} else index


def _is_passive(tokens: Sequence[Token], start: int, verb: int, last: int) -> bool:
    key = tokens[verb].key
    participle = key.endswith("ed") or key in _IRREGULAR or key in _DONE_TO
    if not participle or key in _NO_VERB:
        return False
    helped = any(tokens[index].key in _BE for index in range(start, verb))
    following = tokens[verb + 1].key if verb + 1 < last else ""
    return helped or following == "by" or (key in _DONE_TO and not _has_object(tokens, verb, last))


def _has_object(tokens: Sequence[Token], verb: int, last: int) -> bool:
    """Tell whether a noun follows, so that the verb is a past tense."""
    following = tokens[verb + 1].key if verb + 1 < last else ""
    return following not in _AFTER


def _is_finite(token: Token) -> bool:
    """Tell whether it looks like a verb in the present or the past tense."""
    key = token.key
    if key in _NO_VERB or not key.endswith(("s", "ed")) or key.endswith(_NOUN_ENDINGS):
        return False
    return key in common_words() or key.removesuffix("s") in common_words()


def _by(tokens: Sequence[Token], verb: int, last: int) -> int:
    """Return where `by` stands in the verb's clause; 0 without one."""
    for index in range(verb + 1, min(last, verb + REACH)):
        if tokens[index].key in _BREAKS:
            return 0
        if tokens[index].key == "by":
            return index
    return 0


def _object(tokens: Sequence[Token], verb: int, last: int, names: Sequence[Name]) -> Name | None:
    return _next_name(tokens, verb + 1, last, names)


def _next_name(
    tokens: Sequence[Token], index: int, last: int, names: Sequence[Name]
) -> Name | None:
    while index < last and (tokens[index].key in _BETWEEN or tokens[index].key in _TITLES):
        index += 1
    return name_at(names, index)
