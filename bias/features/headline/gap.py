"""The headline against its story: whether the body carries what it says.

The probability that a headline goes beyond its story has two named parts: its content
words that the story's opening never uses, names among them, and the weight of loaded
words that the story does not repeat.
"""

import math
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from functools import cache

import numpy as np

from bias.document.columns import KEY, WORD
from bias.document.document import Cue, Document
from bias.features.base import rate
from bias.features.headline.names import Name
from bias.features.headline.terms import terms_in
from bias.features.headline.words import Headline
from bias.lists.few import Few
from bias.lists.groups import EPISTEMIC, REPORT
from bias.lists.index import listed_words
from bias.models.linear import logistic
from bias.reading import Reading
from bias.words.classes import FUNCTION_WORDS, common_words
from bias.words.cut import key_of
from bias.words.types import Column, Row

LEAD_PARAGRAPHS = 3
"""Paragraphs of the story that the headline is held against."""
OPENING_PARAGRAPHS = 4
"""Paragraphs of the story that readers had before them."""
LOADED = frozenset({"loaded_verb", "loaded_label", "hyperbole", "sarcasm"})
"""Devices that rest on words, so that the body can be searched for the same."""
PLAIN_SAYING = 0.3
"""Report verbs of more weight dramatise and attribute little; the list's own edge is 0.4."""
GAPS = (
    "headline_loaded_gap",
    "headline_unsupported_names",
    "headline_loaded_words_in_body",
    "headline_flat_claims",
    "headline_lead_overlap",
    "headline_gap",
)
INTERCEPT = -3.2
PART_WEIGHTS: Mapping[str, float] = {"missing_words": 0.49, "missing_loaded": 1.0}
"""Log-odds that readers find the headline stronger than its story or unsupported by it, per
word and per unit of weight: logistic regression on headline_devices, all 196 headlines
whose gap is not `other`, 2026-11-22."""
MOST: Mapping[str, float] = {"missing_words": 6.0, "missing_loaded": 1.5}
"""Where a part is cut off: a long headline is not ever more unsupported."""
THRESHOLD = 0.3
"""From here a headline is said to go beyond its story; as many as readers name (2026-11-22)."""
UNSUPPORTED_NAME = "unsupported_name"
"""Category of the cue on a name that the story never mentions."""
NAME_WEIGHT = 0.15
"""Of that cue, which so is marked but not drawn on paper: alone it says little (AUC 0.57 on
headlines of headline_devices left out, 2026-11-30)."""
_STEM = 5
"""Letters by which forms of a word are known as one: `regulate`, `regulation`."""
_ENDINGS = {"s": ("es", "s"), "d": ("ed",), "g": ("ing",)}
"""By the last letter."""
_SHORTEST = 5
"""Letters of a word of which an ending may be taken."""
_AS_LONG = 3
"""So many times the headline's length the lead is looked into for a hedge."""


def _base(word: str) -> str:
    """Return a rough base form of a word's key, so that `claims` meets `claimed`.

    >>> _base("Claims"), _base("Claimed"), _base("Jones")
    ('claim', 'claim', 'jones')
    """
    key = key_of(word)
    for ending in _ENDINGS.get(key[-1], ()) if len(key) >= _SHORTEST else ():
        base = key.removesuffix(ending)
        if base != key and base in common_words():
            return base
    return key


def same_word(key: str) -> str:
    """Return what forms of one word share.

    >>> same_word("regulation") == same_word("regulate")
    True
    """
    return key[:_STEM]


def _root(word: str) -> str:
    """Return what the forms of a word share, as far as readers' judgements went by it.

    >>> _root("Regulations"), _root("regulated")
    ('regul', 'regul')
    """
    return same_word(_base(word))


BASE = Column(_base)
ROOT = Column(_root)


Loaded = Sequence[tuple[Collection[str], float]]
"""Of each loaded device of the outlet: the base forms of its content words, and its weight."""


def against_story(
    reading: Reading | None, headline: Headline, cues: Sequence[Cue], names: Sequence[Name]
) -> tuple[dict[str, float], tuple[Cue, ...]]:
    """Return the measures of `GAPS`, and a cue for each name that the story never mentions.

    Parameters
    ----------
    reading, headline
        Of the article.
    cues
        The headline's devices.
    names
        The headline's sure names.

    Returns
    -------
    measures
        All NaN without a story.
    cues
        None without a story.
    """
    if reading is None or not reading.words:
        return dict.fromkeys(GAPS, math.nan), ()
    unsupported = tuple(_unsupported(reading, headline, names))
    share = len(unsupported) / len(names) if names else math.nan
    return _measure(reading, headline, cues, share), unsupported


def _measure(
    reading: Reading, headline: Headline, cues: Sequence[Cue], unsupported: float
) -> dict[str, float]:
    document, place = reading.told, reading.opening(LEAD_PARAGRAPHS)
    words = int(np.count_nonzero(document.is_word[place]))
    if not words:
        return dict.fromkeys(GAPS, math.nan)
    lead = document.row.where(place)
    keys = lead.column(KEY).tolist()
    content = _content(headline)
    loaded = [(_within(content, headline, cue), cue.weight) for cue in _loaded(cues)]
    values = (
        loaded_rate(headline, cues) - rate(_lead_weight(document, place, keys), words, per=10),
        unsupported,
        _share_repeated(reading, loaded),
        _flat_claim(headline, keys[: len(headline) * _AS_LONG]),
        _overlap({*content.values()}, lead),
        _beyond_story(reading, content.values(), loaded),
    )
    return dict(zip(GAPS, values, strict=True))


def _unsupported(reading: Reading, headline: Headline, names: Sequence[Name]) -> Iterator[Cue]:
    """Yield a cue for each of the headline's sure names of which the story has no word."""
    if not names:
        return
    roots = [{*map(_root, headline.forms[name.first : name.last])} for name in names]
    said = _said(reading.told.row.where(reading.story), ROOT, set().union(*roots))
    for name, own in zip(names, roots, strict=True):
        if said.isdisjoint(own):
            yield headline.cue(
                name.first, name.last, UNSUPPORTED_NAME, NAME_WEIGHT, "the story never mentions it"
            )


def _said(words: Row, forms: Column, asked: set[str]) -> set[str]:
    """Return which of some words stand in a row, in a form such as `BASE`."""
    return asked.intersection(words.column(forms).tolist())


def loaded_rate(headline: Headline, cues: Iterable[Cue]) -> float:
    """Return the outlet's loaded weight per ten words of the headline."""
    return rate(sum(cue.weight for cue in _loaded(cues)), headline.words, per=10)


def _loaded(cues: Iterable[Cue]) -> Iterator[Cue]:
    """Yield the outlet's loaded devices."""
    return (cue for cue in cues if cue.category in LOADED and cue.voice == "outlet")


def _content(headline: Headline) -> dict[int, str]:
    """Return the base form of each content word, by its place in the headline."""
    return {
        place: _base(headline.forms[place])
        for place, (key, kind) in enumerate(zip(headline.keys, headline.kinds, strict=True))
        if kind == WORD and key not in FUNCTION_WORDS and key != "'s"
    }


def _within(content: Mapping[int, str], headline: Headline, cue: Cue) -> list[str]:
    """Return those of the content words that stand in a cue."""
    return [content[place] for place in headline.places(cue) if place in content]


def _lead_weight(document: Document, place: slice, keys: Sequence[str]) -> float:
    """Return the weight of the lead's loaded terms in the outlet's voice."""
    found, quoted = Few.of(document.all_listed, place.start, place.stop), document.quoted[place]
    return sum(m.term.weight for m in terms_in(keys, found) if not quoted[m.first])


def _share_repeated(reading: Reading, loaded: Loaded) -> float:
    """Share of the loaded devices of which the story has a word too."""
    if not loaded:
        return math.nan
    asked = {word for words, _ in loaded for word in words}
    said = _said(reading.told.row.where(reading.story), BASE, asked)
    return sum(not said.isdisjoint(words) for words, _ in loaded) / len(loaded)


def _flat_claim(headline: Headline, opening: Sequence[str]) -> float:
    """1 where the headline asserts what the lead hedges or attributes, else 0."""
    hedges = _qualifiers()
    flat = hedges.isdisjoint(headline.keys) and "?" not in headline.keys
    return float(flat and "quoted" not in headline.voices and not hedges.isdisjoint(opening))


@cache
def _qualifiers() -> Set[str]:
    """Return hedges and plain words of saying, in every form."""
    hedges = {word for word, t in listed_words(EPISTEMIC).items() if t.category == "hedge"}
    saying = {word for word, t in listed_words(REPORT).items() if t.weight <= PLAIN_SAYING}
    return hedges | saying | {"according", "alleged", "allegedly", "claim", "claims", "claimed"}


def _overlap(content: set[str], lead: Row) -> float:
    """Share of the headline's content words that stand in the lead."""
    return len(_said(lead, BASE, content)) / len(content) if content else math.nan


def _beyond_story(reading: Reading, content: Collection[str], loaded: Loaded) -> float:
    """Return P(headline is stronger than its story or unsupported by it)."""
    opening = reading.told.row.where(reading.opening(OPENING_PARAGRAPHS))
    said = _said(opening, ROOT, {*map(same_word, content)})
    return support_gap(support_parts(content, loaded, said))


def support_parts(content: Iterable[str], loaded: Loaded, story: Set[str]) -> dict[str, float]:
    """Return the two parts, each cut off.

    Parameters
    ----------
    content
        Base forms of the headline's content words.
    loaded
        Of each loaded device of the outlet: the same, and its weight.
    story
        `same_word` of every word of the story's opening.
    """
    lacking = {word for word in content if same_word(word) not in story}
    weights = (weight for words, weight in loaded if story.isdisjoint(map(same_word, words)))
    parts = {"missing_words": float(len(lacking)), "missing_loaded": sum(weights)}
    return {name: min(MOST[name], value) for name, value in parts.items()}


def support_gap(parts: Mapping[str, float]) -> float:
    """Return P(headline goes beyond its story), 0 to 1.

    >>> round(support_gap({"missing_words": 0.0, "missing_loaded": 0.0}), 2)
    0.04
    """
    return logistic(INTERCEPT + sum(PART_WEIGHTS[name] * parts[name] for name in PART_WEIGHTS))
