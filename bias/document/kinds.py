"""Whose words a marked stretch holds: speech, a term at a distance, a title.

Every stretch shows some signs; each sign speaks for or against direct speech,
scare quotes and titles by its weight, and the kind with the most wins.
"""

import re
from collections.abc import Iterator
from functools import cache

from bias.document.around import REACH, WINDOW, around, end_of, first_of
from bias.document.document import Part, QuotationKind
from bias.document.marks import Stretch
from bias.lists.groups import REPORT
from bias.lists.index import listed_words
from bias.words.cut import Span

KINDS: tuple[QuotationKind, ...] = ("direct", "scare", "title")
NEAR = 7
"""Words within which a report verb counts as just before or after."""
NEAR_MEDIA = (8, 5)
"""Words before and after a stretch within which a media word counts."""
NEAR_CAPITALS = 10
"""Words before a stretch that are looked at for capitals."""
PLAIN = 0.1
"""Weight of the report verbs that only report, such as "said"."""

WEIGHTS: dict[str, tuple[float, float, float]] = {
    "after one direct in its sentence": (0.6, -0.7, 0.2),
    "after one scare in its sentence": (0.0, 0.0, 0.0),
    "after one title in its sentence": (-0.4, -0.4, 0.8),
    "always": (0.8, 0.3, -1.0),
    "capitalised and begins with an article": (-0.1, -0.2, 0.3),
    "capitalised beside a media word": (-1.1, -0.9, 2.0),
    "capitalised like a title": (-1.4, -1.3, 2.7),
    "determiner before": (0.2, 0.1, -0.4),
    "fills the sentence": (1.1, -0.4, -0.7),
    "first or second person": (0.5, 0.0, -0.5),
    "full sentences": (0.0, -0.1, 0.1),
    "in the headline": (0.0, 0.0, 0.0),
    "long": (0.8, -0.5, -0.3),
    "media word near": (-0.5, -0.1, 0.6),
    "naming before": (-0.6, 1.4, -0.8),
    "one or two words": (-0.7, 1.3, -0.6),
    "opens the sentence": (1.1, -0.7, -0.4),
    "other report verb after": (-0.2, 0.4, -0.2),
    "other report verb before": (0.6, -0.2, -0.4),
    "other report verb just after": (0.0, 0.2, -0.2),
    "other report verb just before": (0.9, -1.1, 0.1),
    "owner before": (-0.4, 0.2, 0.2),
    "plain report verb after": (-0.2, -0.4, 0.5),
    "plain report verb before": (1.4, -0.6, -0.7),
    "plain report verb just after": (1.0, -0.7, -0.4),
    "plain report verb just before": (1.7, -1.3, -0.4),
    "predicate": (0.7, -0.2, -0.5),
    "six to nine words": (1.0, -0.5, -0.5),
    "speech lead": (0.5, -0.4, -0.1),
    "stands before its noun": (-1.3, 0.5, 0.8),
    "starts upper case": (0.1, 0.5, -0.6),
    "three to five words": (-0.4, 0.0, 0.4),
    "verb inside": (0.9, -0.6, -0.2),
}
"""Sign: weight for direct, scare, title. Logistic regression (L2, C = 1) on 413 stretches of
40 articles and 180 more short stretches, read and labelled; fitted on 2026-11-22."""

_WORDS = re.compile(r"[^\W\d_][\w'’-]*")
_RUNS = re.compile(r"\w+")
_PERSONS = frozenset(_RUNS.findall("I We we You you My my Our our Your your me us"))
_PERSON_ENDING = re.compile(r"['’](?:(?<=\w.)(?:m|re|ve|ll|d)|(?<=n.)t)\b")
_VERBS = frozenset(
    _RUNS.findall(
        "is are was were am be been has have had do does did will would can could should must "
        "may might need want know going get got make take"
    )
)
_VERB_ENDING = re.compile(r"['’][sS]\b")
_MEDIA = frozenset(
    _RUNS.findall(
        "show shows program programme film films movie movies book books song songs series "
        "episode episodes column essay album albums novel memoir documentary sitcom magazine host "
        "hosts hosted anchor podcast video single hit aired airs starred starring titled entitled "
        "author authors nicknamed Act bill NBC ABC CBS PBS HBO MSNBC CNN Fox BBC Netflix Broadway "
        "published"
    )
)
_NAMING = re.compile(
    r"\b(?:called|calls|known as|dubbed|termed?|terms|words?|phrases?|label(?:ed|led)?"
    r"|nicknamed|branded|labels|named|titled|entitled|concept of|idea of|self-styled)"
    r"(?: an?| the)?:?,?$",
    re.I,
)
_NAMING_ENDS = frozenset(
    _RUNS.findall(
        "called calls as dubbed terme termed terms word words phrase phrases label labeled "
        "labelled nicknamed branded labels named titled entitled of styled"
    )
)
"""One of these is among the last two words there."""
_DETERMINERS = frozenset(
    _RUNS.findall("a an the any these those such no their its his her some more of")
)
_OWNER = re.compile(r"(?:\w['’]s|s['’])$")
_PREDICATES = frozenset(_RUNS.findall("as was were is are be been it"))
_NOUN_NEXT = re.compile(
    r"\s(?!(?:and|or|but|to|of|in|on|for|by|as|at|with|that|when|if|is|was|are|were|has|had|have"
    r"|who|while|from|because|about|after|before|he|she|they|it|will|would|said|says)\b)[a-z]"
)
_BEFORE_NOUN = frozenset(
    _RUNS.findall("a an the of to his her its their our this that any no in for")
)
_SMALL = frozenset(_RUNS.findall("a an the of and or in on to for with at by from is as"))
_LONGEST_LEAD = 24
"""Characters before a stretch, blanks aside, within which its lead stands."""


def kind_of(
    text: str, unit: Span, stretch: Stretch, part: Part, before: tuple[int, QuotationKind] | None
) -> QuotationKind:
    """Return whose words a stretch holds: the kind its signs speak for.

    A stretch whose closing mark is missing is always speech. Parameters as in
    `signs_of`.
    """
    if not stretch.closed:
        return "direct"
    direct = scare = title = 0.0
    for sign in signs_of(text, unit, stretch, part, before):
        for_direct, for_scare, for_title = WEIGHTS[sign]
        direct, scare, title = direct + for_direct, scare + for_scare, title + for_title
    totals = (direct, scare, title)
    return KINDS[totals.index(max(totals))]


def signs_of(
    text: str, unit: Span, stretch: Stretch, part: Part, before: tuple[int, QuotationKind] | None
) -> list[str]:
    """Return the names of the signs that one stretch shows; keys of `WEIGHTS`.

    Parameters
    ----------
    text, unit, stretch, part
        The stretch and its paragraph, or the headline.
    before
        Where the stretch before it in the paragraph ended, and its kind.
    """
    inner = text[stretch.inner.start : min(stretch.inner.end, stretch.inner.start + 4 * REACH)]
    inner = inner[: end_of(inner, 4 * WINDOW)]
    words = _WORDS.findall(inner)
    left, right = around(text, unit, stretch)
    signs = ["always", _length_sign(len(words))]
    signs += _sentence_signs(inner)
    signs += _title_signs(words, left, right)
    signs += _report_signs(left, right)
    signs += _lead_signs(left, right)
    if before and stretch.start - before[0] < len(left):
        signs.append(f"after one {before[1]} in its sentence")
    if part == "headline":
        signs.append("in the headline")
    elif stretch.end == unit.end and _opens_sentence(left):
        signs.append("fills the sentence")
    return signs


def _length_sign(words: int) -> str:
    if words <= 2:
        return "one or two words"
    return "three to five words" if words <= 5 else "six to nine words" if words <= 9 else "long"


def _sentence_signs(inner: str) -> Iterator[str]:
    runs, has_apostrophe = _RUNS.findall(inner), "’" in inner or "'" in inner
    if not _PERSONS.isdisjoint(runs) or (has_apostrophe and _PERSON_ENDING.search(inner)):
        yield "first or second person"
    if not _VERBS.isdisjoint(map(str.lower, runs)) or (
        has_apostrophe and _VERB_ENDING.search(inner)
    ):
        yield "verb inside"
    if inner[-1:] in "!?" or ". " in inner:
        yield "full sentences"


def _title_signs(words: list[str], left: str, right: str) -> Iterator[str]:
    before, after = NEAR_MEDIA
    media = not (
        _MEDIA.isdisjoint(_RUNS.findall(left)[-before:])
        and _MEDIA.isdisjoint(_RUNS.findall(right)[:after])
    )
    if _title_shaped(words) and not _in_capitals(left):
        if len(words) > 1:
            yield "capitalised like a title"
        if media:
            yield "capitalised beside a media word"
        if words[0].lower() in ("the", "a"):
            yield "capitalised and begins with an article"
    elif words and words[0][0].isupper():
        yield "starts upper case"
    if media:
        yield "media word near"


def _title_shaped(words: list[str]) -> bool:
    """Tell whether every word that is not small is capitalised."""
    return 0 < len(words) <= 9 and all(w[0].isupper() or w in _SMALL for w in words)


def _in_capitals(left: str) -> bool:
    """Tell whether the words before are capitalised too, as in a headline."""
    words = _WORDS.findall(left)[-NEAR_CAPITALS:]
    return sum(w[0].isupper() for w in words) > 2 and _title_shaped(words)


def _report_signs(left: str, right: str) -> Iterator[str]:
    before, after = first_of(left, NEAR), end_of(right, NEAR)
    for where, context in (("just before", left[before:]), ("before", left[:before])):
        kind = _reports(context)
        if kind:
            yield f"{kind} {where}"
            break
    for where, context in (("just after", right[:after]), ("after", right[after:])):
        kind = _reports(context)
        if kind:
            yield f"{kind} {where}"
            break


def _lead_signs(left: str, right: str) -> Iterator[str]:
    """Yield the sign of what stands directly before."""
    lead, is_parted = left.rstrip()[-_LONGEST_LEAD:], left[-1:].isspace()
    words = _RUNS.findall(lead)
    word = words[-1] if words and lead.endswith(words[-1]) else ""
    if not _NAMING_ENDS.isdisjoint(map(str.lower, words[-2:])) and _NAMING.search(lead):
        yield "naming before"
    elif is_parted and _OWNER.search(lead):
        yield "owner before"
    elif is_parted and word.lower() in _DETERMINERS:
        yield "determiner before"
        if _NOUN_NEXT.match(right):
            yield "stands before its noun"
    elif word == "that" or lead.endswith((",", ":")):
        yield "speech lead"
    elif is_parted and word in _PREDICATES:
        yield "predicate"
    elif _opens_sentence(left):
        yield "opens the sentence"


def _opens_sentence(left: str) -> bool:
    """Tell whether nothing of a sentence stands before."""
    lead = left.rstrip()
    blanks = left[len(lead) :]
    return not left or "\n" in blanks or (bool(blanks and lead) and lead[-1] in ".!?:\"”’'")


def _reports(context: str) -> str:
    """Name the strongest report verb of a context; nouns that look alike are left out."""
    lower, found = context.lower(), ""
    if not lower:
        return ""
    if "according to" in lower:
        return "plain report verb"
    words, forms, previous = _WORDS.findall(lower), report_verbs(), ""
    for word in () if forms.keys().isdisjoint(words) else words:
        weight = forms.get(word)
        if weight and previous not in _BEFORE_NOUN:
            if weight <= PLAIN:
                return "plain report verb"
            found = "other report verb"
        previous = word
    return found


@cache
def report_verbs() -> dict[str, float]:
    """Return every form of the report verbs of one word, with its weight."""
    return {word: term.weight for word, term in listed_words(REPORT).items()}
