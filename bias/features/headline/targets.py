"""Who is attacked, and who is left out: named targets and hidden actors.

A name is a target when the headline's own wording makes it the butt: as the
object of a loaded verb, the subject of a passive or of a verb of disgrace, or
the owner of something judged ("X's lies").
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from bias.features.headline.clauses import DOUBTFUL, Device
from bias.features.headline.names import Name, name_at, name_before
from bias.features.headline.terms import category_of
from bias.features.headline.words import Headline, key_at
from bias.lists.hits import Match
from bias.words.classes import FUNCTION_WORDS, common_words, word_set

ATTACK_WEIGHT = 0.6
"""Verbs of this weight or more make their object a butt."""
SURE_FROM = 0.65
"""From this weight on a word makes the name beside it a butt; of those below readers marked half
(headline_devices, outlets left out, 2026-11-30)."""
SURE = 0.5
"""Weight of the cue on such a butt."""
_BE = word_set("be")
_LINKS = word_set("links")
_BETWEEN = word_set("between")
_DISGRACE = word_set("disgrace")
"""Verbs (by first word) whose subject is the butt."""
_ATTACKS = word_set("attacks")
"""Milder verbs (by first word) whose object is the butt all the same."""
_PLIGHTS = (["under", "fire"], ["in", "hot", "water"])
"""After a name: somebody is under attack."""
_BATTLES = word_set("battles")
_LEADING = word_set("prepositions")
_MONTHS = word_set("months")
_ACTS = word_set("acts")
_AFTER_PASSIVE = word_set("after_passive") | {""}
_HIDING = (
    ["mistakes", "were", "made"],
    ["errors", "were", "made"],
    ["lives", "were", "lost"],
    ["officer-involved", "shooting"],
)

_NO_AGENT = "leaves out who did it"


Stretch = tuple[int, int]
"""The tokens `[first, last)`."""


def find_targets(
    headline: Headline, terms: Sequence[Match], names: Sequence[Name]
) -> Iterator[Device]:
    """Yield the names that the headline's wording attacks, with that wording."""
    for term in terms:
        stretch = _target(headline, term, names)
        if stretch is None or headline.voices[stretch[0]] != headline.voices[term.first]:
            continue
        weight = SURE if term.term.weight >= SURE_FROM else DOUBTFUL
        yield Device(*stretch, "named_target", weight, "a named person or group is the butt")
        label = category_of(term) == "loaded_label" and term.term.pos == "n"
        if label and _owner(headline, term.first, names):
            yield Device(*stretch, "presupposition", DOUBTFUL, "takes the charge for granted")
    yield from _plights(headline.keys, names)


def _plights(keys: Sequence[str], names: Sequence[Name]) -> Iterator[Device]:
    """Yield names said to be under attack: X under fire."""
    for name in names:
        start = name.last
        while key_at(keys, start) in _BE:
            start += 1
        for words in _PLIGHTS:
            end = start + len(words)
            if keys[start:end] == words:
                yield Device(name.first, end, "named_target", 0.5, "is said to be under attack")


def _target(headline: Headline, term: Match, names: Sequence[Name]) -> Stretch | None:
    """Return the tokens of the term with the name it attacks, if it does."""
    category = category_of(term)
    if category == "loaded_verb":
        return _by_verb(headline.keys, term, names)
    if category == "hyperbole" and _first_word(term).endswith(("est", "worst")):
        owner = _owner(headline, term.first, names)
        return (owner.first, term.last) if owner else None
    return _by_label(headline, term, names) if category == "loaded_label" else None


def _by_verb(keys: Sequence[str], verb: Match, names: Sequence[Name]) -> Stretch | None:
    after = _name_after(keys, verb.last, names)
    if after and _attacks(verb) and not _is_battle(keys, verb):
        return verb.first, after.last
    doer = _by_hand_of(keys, verb, names)
    if doer:
        return doer
    before = _name_left(keys, verb.first, names, _BE)
    passive = _attacks(verb) and _is_passive(keys, verb)
    if before and (passive or _disgraces(keys, verb, before)):
        return before.first, verb.last
    return None


def _is_battle(keys: Sequence[str], verb: Match) -> bool:
    """Tell whether it may be meant as it stands: a plan to attack X, destroying X."""
    bare = keys[verb.first].endswith("ing") or keys[verb.first] == verb.term.term
    return verb.term.term in _BATTLES and bare and key_at(keys, verb.first - 1) in FUNCTION_WORDS


def _disgraces(keys: Sequence[str], verb: Match, subject: Name) -> bool:
    """Tell whether it is a verb of disgrace; the bare form needs more than one subject."""
    inflected = keys[verb.first] != _first_word(verb)
    several = keys[subject.last - 1].endswith(("s", "n't"))
    helped = keys[verb.first - 1] in FUNCTION_WORDS
    return _first_word(verb) in _DISGRACE and (inflected or several or helped)


def _by_hand_of(keys: Sequence[str], term: Match, names: Sequence[Name]) -> Stretch | None:
    """Betrayed by X, a failed stunt by X: who did it is the butt."""
    disgraces = category_of(term) == "loaded_label" or _first_word(term) in _DISGRACE
    if not disgraces or key_at(keys, term.last) != "by":
        return None
    doer = _name_after(keys, term.last + 1, names)
    return (term.first, doer.last) if doer else None


def _attacks(verb: Match) -> bool:
    """Tell whether the object is the butt: not of answers, mere drama or deceit."""
    answers = verb.term.term.endswith(" back")
    first = _first_word(verb)
    strong = verb.term.weight >= ATTACK_WEIGHT or first.removesuffix("s") in _ATTACKS
    return strong and not answers and first not in _DISGRACE


def _first_word(verb: Match) -> str:
    return verb.term.term.partition(" ")[0]


def _is_passive(keys: Sequence[str], verb: Match) -> bool:
    """Tell whether it is a participle followed by who did it, why, or nothing."""
    participle = keys[verb.first].endswith(("ed", "n", "t"))
    return participle and key_at(keys, verb.last) in _AFTER_PASSIVE


def _by_label(headline: Headline, label: Match, names: Sequence[Name]) -> Stretch | None:
    """X's lies; Perfidious X; X is a disgrace; X under fire."""
    keys = headline.keys
    before = _owner(headline, label.first, names)
    if before:
        return before.first, label.last
    after = name_at(names, label.last)
    if after and label.term.pos == "a" and _is_meant(keys, after):
        return label.first, after.last
    linked = _subject(keys, label.first, names)
    touching = name_before(names, label.first) if label.term.match == "phrase" else None
    chosen = linked or touching
    if chosen:
        return chosen.first, label.last
    return _by_hand_of(keys, label, names)


def _owner(headline: Headline, place: int, names: Sequence[Name]) -> Name | None:
    """Return the name whose possessive stands at most one word before `place`."""
    for mark in range(place - 1, max(0, place - 3), -1):
        touches = headline.starts[mark] == headline.end(mark - 1)
        if headline.keys[mark] in {"'s", "'"} and touches:
            return name_before(names, mark)
    return None


def _name_after(keys: Sequence[str], place: int, names: Sequence[Name]) -> Name | None:
    while key_at(keys, place) in _BETWEEN:
        place += 1
    return name_at(names, place)


def _name_left(
    keys: Sequence[str], place: int, names: Sequence[Name], skip: frozenset[str]
) -> Name | None:
    """Return the name before `place`, over the words in `skip`; one must be skipped for links."""
    start = place
    while key_at(keys, place - 1) in skip:
        place -= 1
    if skip is not _BE and place == start:
        return None
    return name_before(names, place)


def _is_meant(keys: Sequence[str], name: Name) -> bool:
    """Tell whether an adjective before a name is said of it: not `shocking UN report`."""
    key, following = keys[name.first], key_at(keys, name.last)
    if key in common_words() or key in _MONTHS:
        return False
    verb = following.endswith(("ed", "s")) and not following.endswith("ions")
    return verb or not following[:1].isalnum() or following in FUNCTION_WORDS


def _subject(keys: Sequence[str], place: int, names: Sequence[Name]) -> Name | None:
    """Return the name of which something is said; not X in `the case against X is absurd`."""
    name = _name_left(keys, place, names, _LINKS)
    led = name is not None and key_at(keys, name.first - 1) in _LEADING
    return None if led else name


def find_agentless(headline: Headline, terms: Sequence[Match]) -> Iterator[Device]:
    """Yield passives of loaded or harmful acts that name no actor."""
    keys = headline.keys
    if "by" in keys:
        return
    for verb in terms:
        if verb.term.category == "loaded_verb" and verb.first > 0 and _is_hidden(keys, verb):
            yield Device(verb.first, verb.last, "agentless", 0.3, _NO_AGENT)
    for place, (before, key) in enumerate(pairwise(keys)):
        if key in _ACTS and before in _BE:
            yield Device(place, place + 2, "agentless", 0.3, _NO_AGENT)
    for words in _HIDING:
        if words[0] in keys:
            yield from _hiding(keys, words)


def _hiding(keys: Sequence[str], words: Sequence[str]) -> Iterator[Device]:
    """Yield where some words stand that hide who acted."""
    for place in range(len(keys)):
        if keys[place : place + len(words)] == words:
            yield Device(place, place + len(words), "agentless", 0.5, _NO_AGENT)


def _is_hidden(keys: Sequence[str], verb: Match) -> bool:
    passive = keys[verb.first - 1] in _BE or key_at(keys, verb.last) in {"for", "over"}
    return passive and _attacks(verb) and keys[verb.first].endswith("ed")
