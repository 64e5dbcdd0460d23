"""Loaded terms: words that judge what they name, and whose words they are.

Measured in the story's paragraphs; only the outlet's own voice counts toward
the score, as a loaded word inside direct speech is the speaker's. Words of no
list are cues and have a rate of their own; every other figure counts the lists.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from bias.document.document import Cue
from bias.features.base import Evidence, Extractor, Measure, cue_of, rate
from bias.features.loaded.here import LoadedTerm, find_here
from bias.features.loaded.speakers import speaker_at
from bias.lists.hits import bounds_of
from bias.reading import Reading

CALM_RATE = 0.35
"""Weighted loaded terms per 100 words that calm reporting has anyway: between
median (0.24) and upper quartile (0.39) of 324 wire articles, 2026-11-22."""
RANT_RATE = 1.0
"""How far above `CALM_RATE` the score reaches 1 - 1/e = 0.63: the top tenth of
369 partisan articles begins at 1.15, the top hundredth at 2.0."""

_OWN = "own lists; idea: Recasens et al. 2013, Spinde et al. 2021"
_MORE = "more: more judging words"
_MODEL = "token model, `bias/models/data/tokens.md`"
PEAK_WORDS = 25
"""A paragraph with fewer of the outlet's words has no rate of its own."""
CATEGORIES = {
    "loaded_verb": "loaded_verbs",
    "loaded_label": "loaded_labels",
    "hyperbole": "hyperboles",
    "intensifier": "intensifiers",
    "sneer": "sneers",
    "presupposition": "presuppositions",
    "euphemism": "euphemisms",
}
"""Category of a list, and its measure's name."""


def _extract(reading: Reading) -> Evidence:
    """Measure the story's loaded terms."""
    found = find_here(reading)
    listed = [hit for hit in found if hit.listed]
    own = [hit for hit in found if hit.voice == "outlet" and not _is_reported(reading, hit)]
    outlet = [hit for hit in own if hit.listed]
    said = sum(hit.voice == "quoted" for hit in listed)
    words, quoted = reading.outlet_words, reading.quoted_words
    weighted = rate(_weight(outlet), words)
    features = {
        "loaded_terms_per_100_words": rate(len(outlet), words),
        "quoted_loaded_terms_per_100_words": rate(said, quoted),
        "reported_loaded_terms_per_100_words": rate(
            len(listed) - len(outlet) - said, reading.reported_words
        ),
        "quoted_loaded_share": rate(said, len(listed), per=1),
        "loaded_weight_per_100_words": weighted,
        "loaded_sentence_share": _sentence_share(reading, outlet),
        "loaded_paragraph_peak_per_100_words": _peak(reading, outlet),
        "unlisted_loaded_per_100_words": rate(len(own) - len(outlet), words),
        "loaded_probability_per_100_words": rate(_probability(own), words),
        **_category_rates(outlet, words),
    }
    return Evidence(loaded_score(weighted), features, _cues(reading, found))


def _is_reported(reading: Reading, hit: LoadedTerm) -> bool:
    """Tell whether the text lays a term at somebody's door, without quotation marks."""
    return bool(reading.reported.mask[hit.match.first])


def _probability(found: Iterable[LoadedTerm]) -> float:
    """Add up the probabilities of the outlet's terms; a name in capitals adds nothing."""
    return math.fsum(hit.probability for hit in found if not math.isnan(hit.probability))


def loaded_score(weighted: float) -> float:
    """Turn weighted loaded terms per 100 words into the score: 0 calm, toward 1 a rant.

    >>> loaded_score(CALM_RATE), round(loaded_score(CALM_RATE + RANT_RATE), 2)
    (0.0, 0.63)
    """
    if math.isnan(weighted):
        return weighted
    return 1 - math.exp(-max(0.0, weighted - CALM_RATE) / RANT_RATE)


def _weight(found: Iterable[LoadedTerm]) -> float:
    return math.fsum(hit.match.term.weight for hit in found)


def _category_rates(outlet: Sequence[LoadedTerm], words: int) -> dict[str, float]:
    counts = Counter(hit.match.term.category for hit in outlet)
    return {
        f"{name}_per_100_words": rate(counts[category], words)
        for category, name in CATEGORIES.items()
    }


def _sentence_share(reading: Reading, outlet: Sequence[LoadedTerm]) -> float:
    """Share of the sentences with words of the outlet's that hold a loaded one."""
    spoken = int(np.count_nonzero(reading.outlet_words_in(reading.body_bounds)))
    return rate(len({hit.sentence for hit in outlet}), spoken, per=1)


def _peak(reading: Reading, outlet: Sequence[LoadedTerm]) -> float:
    """Return the highest weighted rate of one paragraph; NaN when all are short."""
    weights: defaultdict[int, float] = defaultdict(float)
    for hit in outlet:
        weights[hit.sentence.paragraph] += hit.match.term.weight
    words_of = reading.outlet_words_in(bounds_of(reading.told.paragraphs)).tolist()
    rates = [
        rate(weights[number], words) for number, words in enumerate(words_of) if words >= PEAK_WORDS
    ]
    return max(rates, default=math.nan)


def _cues(reading: Reading, found: Iterable[LoadedTerm]) -> tuple[Cue, ...]:
    return tuple(_cue(reading, hit) for hit in found)


def _cue(reading: Reading, hit: LoadedTerm) -> Cue:
    """Return a term's cue; a quoted or reported one names its speaker."""
    document, match = reading.told, hit.match
    cue = cue_of(document, match, "body", "loaded_terms", probability=hit.probability)
    speaker = speaker_at(reading, cue) if hit.voice == "quoted" else None
    if _is_reported(reading, hit):
        speaker = reading.reported.speaker_at(match.first)
    return replace(cue, note=f"{cue.note}; said by {speaker.name}") if speaker else cue


def _per_100(name: str, definition: str, source: str = _OWN, direction: str = _MORE) -> Measure:
    return Measure(name, definition, "per 100 words", 0.0, math.inf, direction, source)


def _category_measure(name: str, words: str) -> Measure:
    definition = f"{words} in the outlet's own voice, per 100 of its words."
    return _per_100(f"{name}_per_100_words", definition)


MEASURES = (
    _per_100(
        "loaded_terms_per_100_words",
        "Loaded terms of all kinds in the story's paragraphs, in the outlet's own voice, "
        "per 100 of the outlet's words.",
    ),
    _per_100(
        "quoted_loaded_terms_per_100_words",
        "Loaded terms inside direct speech, per 100 quoted words; undefined without quotations.",
        direction="more: the people quoted speak more strongly; not the outlet's slant",
    ),
    _per_100(
        "reported_loaded_terms_per_100_words",
        "Loaded terms in what the text reports without quotation marks (critics see a charade), "
        "per 100 such words; undefined without any.",
        direction="more: the people reported speak more strongly; not the outlet's slant",
    ),
    Measure(
        "quoted_loaded_share",
        "Share of the story's loaded terms that stand inside direct speech; undefined without "
        "loaded terms.",
        "share", 0.0, 1.0, "more: the outlet leaves strong words to those it quotes", _OWN,
    ),
    _per_100(
        "loaded_weight_per_100_words",
        "The same as loaded terms, each counted by its weight: how surely the word judges.",
        "own; weights checked on BABE, Spinde et al. 2021",
    ),
    Measure(
        "loaded_sentence_share",
        "Share of the sentences with words of the outlet's own that hold a loaded term of its own.",
        "share", 0.0, 1.0, "more: slant is spread over the article", _OWN,
    ),
    _per_100(
        "loaded_paragraph_peak_per_100_words",
        "Weighted loaded terms per 100 words in the most loaded paragraph of at least "
        f"{PEAK_WORDS} of the outlet's words.",
        direction="more: at least one paragraph is strongly worded",
    ),
    _per_100(
        "unlisted_loaded_per_100_words",
        "Words of no list that judge here by their wording and their sentence, in the outlet's "
        "own voice, per 100 of its words; counted nowhere else.",
        _MODEL,
    ),
    _per_100(
        "loaded_probability_per_100_words",
        "How many of 100 of the outlet's words experts would mark: the probabilities of its loaded "
        "terms, listed or not, added up.",
        _MODEL,
    ),
    _category_measure("loaded_verbs", "Verbs that judge the act they tell (slam, cave, concoct)"),
    _category_measure("loaded_labels", "Nouns and adjectives that judge what they name"),
    _category_measure("hyperboles", "Words of size, ruin or war beyond the facts in hand"),
    _category_measure("intensifiers", "Adverbs that show the writer's own feeling"),
    _category_measure("sneers", "Mocking names and turns of phrase, `so-called` included"),
    _category_measure("presuppositions", "Words that take a contested point for granted"),
    _category_measure("euphemisms", "Contested names that soften or harden what they name"),
)  # fmt: skip

LOADED_TERMS = Extractor(
    name="loaded_terms",
    score_name="loaded",
    definition="How loaded the words of the story are, in the outlet's own voice.",
    measures=MEASURES,
    extract=_extract,
)
