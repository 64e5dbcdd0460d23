"""Who is attacked, and who is left out: named targets and hidden actors.

A name is a target when the headline's own wording makes it the butt: as the
object of a loaded verb, the subject of a passive or of a verb of disgrace, or
the owner of something judged ("X's lies").
"""

from collections.abc import Iterator, Sequence

from bias.document.document import Document, Token
from bias.document.runs import Name, name_at, name_before
from bias.features.headline.clauses import Device
from bias.features.headline.terms import category_of
from bias.lists.terms import Match
from bias.words.classes import FUNCTION_WORDS, common_words, word_set

ATTACK_WEIGHT = 0.6
"""Verbs of this weight or more make their object a butt."""
_BE = word_set("be")
_LINKS = word_set("links")
_BETWEEN = word_set("between")
_DISGRACE = word_set("disgrace")
"""Verbs (by first word) whose subject is the butt."""
_ATTACKS = word_set("attacks")
"""Milder verbs (by first word) whose object is the butt all the same."""
_PLIGHTS = (("under", "fire"), ("in", "hot", "water"))
"""After a name: somebody is under attack."""
_BATTLES = word_set("battles")
_LEADING = word_set("prepositions")
_MONTHS = word_set("months")
_ACTS = word_set("acts")
_AFTER_PASSIVE = word_set("after_passive") | {""}
_HIDING = (
    ("mistakes", "were", "made"),
    ("errors", "were", "made"),
    ("lives", "were", "lost"),
    ("officer-involved", "shooting"),
)

_NO_AGENT = "leaves out who did it"


def find_targets(
    document: Document, terms: Sequence[Match], names: Sequence[Name]
) -> Iterator[Device]:
    """Yield the names that the headline's wording attacks, with that wording."""
    tokens, first = document.tokens, document.headline.first
    for term in terms:
        span = _target(document, term, names)
        if span is None or tokens[span[0]].voice != tokens[term.first].voice:
            continue
        yield Device(*span, "named_target", 0.5, "a named person or group is the butt")
        label = category_of(term) == "loaded_label" and term.term.pos == "n"
        if label and _owner(tokens, term.first, first, names):
            yield Device(*span, "presupposition", 0.5, "takes the charge for granted")
    yield from _plights(document, names)


def _plights(document: Document, names: Sequence[Name]) -> Iterator[Device]:
    """Yield names said to be under attack: X under fire."""
    tokens, headline = document.tokens, document.headline
    for name in names:
        start = name.last
        while start < headline.last and tokens[start].key in _BE:
            start += 1
        for words in _PLIGHTS:
            if tuple(token.key for token in tokens[start : start + len(words)]) == words:
                end = start + len(words)
                yield Device(name.first, end, "named_target", 0.5, "is said to be under attack")


def _target(document: Document, term: Match, names: Sequence[Name]) -> tuple[int, int] | None:
    """Return the tokens of the term with the name it attacks, if it does."""
    category = category_of(term)
    if category == "loaded_verb":
        return _by_verb(document, term, names)
    if category == "hyperbole" and _first_word(term).endswith(("est", "worst")):
        owner = _owner(document.tokens, term.first, document.headline.first, names)
        return (owner.first, term.last) if owner else None
    return _by_label(document, term, names) if category == "loaded_label" else None


def _by_verb(document: Document, verb: Match, names: Sequence[Name]) -> tuple[int, int] | None:
    tokens, headline = document.tokens, document.headline
    after = _name_after(tokens, verb.last, headline.last, names)
    if after and _attacks(verb) and not _is_battle(tokens, verb):
        return verb.first, after.last
    doer = _by_hand_of(tokens, verb, headline.last, names)
    if doer:
        return doer
    before = _name_left(tokens, verb.first, headline.first, names, _BE)
    passive = _attacks(verb) and _is_passive(tokens, verb, headline.last)
    if before and (passive or _disgraces(tokens, verb, before)):
        return before.first, verb.last
    return None


def _is_battle(tokens: Sequence[Token], verb: Match) -> bool:
    """Tell whether it may be meant as it stands: a plan to attack X, destroying X."""
    bare = tokens[verb.first].key.endswith("ing") or tokens[verb.first].key == verb.term.term
    before = tokens[verb.first - 1].key if verb.first else ""
    return verb.term.term in _BATTLES and bare and before in FUNCTION_WORDS


def _disgraces(tokens: Sequence[Token], verb: Match, subject: Name) -> bool:
    """Tell whether it is a verb of disgrace; the bare form needs more than one subject."""
    inflected = tokens[verb.first].key != _first_word(verb)
    several = tokens[subject.last - 1].key.endswith(("s", "n't"))
    helped = tokens[verb.first - 1].key in FUNCTION_WORDS
    return _first_word(verb) in _DISGRACE and (inflected or several or helped)


def _by_hand_of(
    tokens: Sequence[Token], term: Match, last: int, names: Sequence[Name]
) -> tuple[int, int] | None:
    """Betrayed by X, a failed stunt by X: who did it is the butt."""
    disgraces = category_of(term) == "loaded_label" or _first_word(term) in _DISGRACE
    if not disgraces or term.last >= last or tokens[term.last].key != "by":
        return None
    doer = _name_after(tokens, term.last + 1, last, names)
    return (term.first, doer.last) if doer else None


def _attacks(verb: Match) -> bool:
    """Tell whether the object is the butt: not of answers, mere drama or deceit."""
    answers = verb.term.term.endswith(" back")
    first = _first_word(verb)
    strong = verb.term.weight >= ATTACK_WEIGHT or first.removesuffix("s") in _ATTACKS
    return strong and not answers and first not in _DISGRACE


def _first_word(verb: Match) -> str:
    return verb.term.term.partition(" ")[0]


def _is_passive(tokens: Sequence[Token], verb: Match, last: int) -> bool:
    """Tell whether it is a participle followed by who did it, why, or nothing."""
    following = tokens[verb.last].key if verb.last < last else ""
    participle = tokens[verb.first].key.endswith(("ed", "n", "t"))
    return participle and following in _AFTER_PASSIVE


def _by_label(document: Document, label: Match, names: Sequence[Name]) -> tuple[int, int] | None:
    """X's lies; Perfidious X; X is a disgrace; X under fire."""
    tokens, headline = document.tokens, document.headline
    before = _owner(tokens, label.first, headline.first, names)
    if before:
        return before.first, label.last
    after = name_at(names, label.last)
    if after and label.term.pos == "a" and _is_meant(tokens, after, headline.last):
        return label.first, after.last
    linked = _subject(tokens, label.first, headline.first, names)
    touching = name_before(names, label.first) if label.term.match == "phrase" else None
    chosen = linked or touching
    if chosen:
        return chosen.first, label.last
    return _by_hand_of(tokens, label, headline.last, names)


def _owner(tokens: Sequence[Token], index: int, first: int, names: Sequence[Name]) -> Name | None:
    """Return the name whose possessive stands at most one word before `index`."""
    for mark in range(index - 1, max(first, index - 3), -1):
        touches = tokens[mark].start == tokens[mark - 1].end
        if tokens[mark].key in {"'s", "'"} and touches:
            return name_before(names, mark)
    return None


def _name_after(
    tokens: Sequence[Token], index: int, last: int, names: Sequence[Name]
) -> Name | None:
    while index < last and tokens[index].key in _BETWEEN:
        index += 1
    return name_at(names, index)


def _name_left(
    tokens: Sequence[Token], index: int, first: int, names: Sequence[Name], skip: frozenset[str]
) -> Name | None:
    """Return the name before `index`, over the words in `skip`; one must be skipped for links."""
    start = index
    while index > first and tokens[index - 1].key in skip:
        index -= 1
    if skip is not _BE and index == start:
        return None
    return name_before(names, index)


def _is_meant(tokens: Sequence[Token], name: Name, last: int) -> bool:
    """Tell whether an adjective before a name is said of it: not `shocking UN report`."""
    key = tokens[name.first].key
    if key in common_words() or key in _MONTHS:
        return False
    following = tokens[name.last].key if name.last < last else ""
    verb = following.endswith(("ed", "s")) and not following.endswith("ions")
    return verb or not following[:1].isalnum() or following in FUNCTION_WORDS


def _subject(tokens: Sequence[Token], index: int, first: int, names: Sequence[Name]) -> Name | None:
    """Return the name of which something is said; not X in `the case against X is absurd`."""
    name = _name_left(tokens, index, first, names, _LINKS)
    led = name is not None and name.first > first and tokens[name.first - 1].key in _LEADING
    return None if led else name


def find_agentless(document: Document, terms: Sequence[Match]) -> Iterator[Device]:
    """Yield passives of loaded or harmful acts that name no actor."""
    tokens, first, last = document.tokens, document.headline.first, document.headline.last
    if any(tokens[i].key == "by" for i in range(first, last)):
        return
    for verb in terms:
        if (
            verb.term.category == "loaded_verb"
            and verb.first > first
            and _is_hidden(tokens, verb, last)
        ):
            yield Device(verb.first, verb.last, "agentless", 0.3, _NO_AGENT)
    for index in range(first + 1, last):
        if tokens[index].key in _ACTS and tokens[index - 1].key in _BE:
            yield Device(index - 1, index + 1, "agentless", 0.3, _NO_AGENT)
    for words in _HIDING:
        for index in range(first, last - len(words) + 1):
            if all(tokens[index + i].key == word for i, word in enumerate(words)):
                yield Device(index, index + len(words), "agentless", 0.5, _NO_AGENT)


def _is_hidden(tokens: Sequence[Token], verb: Match, last: int) -> bool:
    following = tokens[verb.last].key if verb.last < last else ""
    passive = tokens[verb.first - 1].key in _BE or following in {"for", "over"}
    return passive and _attacks(verb) and tokens[verb.first].key.endswith("ed")
