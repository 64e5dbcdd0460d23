"""Loaded terms: words that judge what they name, and whose words they are.

Measured in the story's paragraphs; only the outlet's own voice counts toward
the score, as a loaded word inside direct speech is the speaker's. Words of no
list are cues and have a rate of their own; every other figure counts the lists.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bias.document.document import Cue
from bias.features.base import Evidence, Extractor, cue_of, rate
from bias.features.loaded.here import UNLISTED, LoadedTerm, find_here
from bias.features.loaded.measures import CATEGORIES, MEASURES, PEAK_WORDS
from bias.features.loaded.speakers import speaker_at
from bias.reading import Reading

CALM_RATE = 0.35
"""Weighted loaded terms per 100 words that calm reporting has anyway: between
median (0.24) and upper quartile (0.39) of 324 wire articles, 2026-11-22."""
RANT_RATE = 1.0
"""How far above `CALM_RATE` the score reaches 1 - 1/e = 0.63: the top tenth of
369 partisan articles begins at 1.15, the top hundredth at 2.0."""


def _extract(reading: Reading) -> Evidence:
    """Measure the story's loaded terms."""
    found = list(find_here(reading))
    listed = [hit for hit in found if hit.listed]
    outlet = [hit for hit in listed if hit.voice == "outlet"]
    words, quoted = reading.outlet_words, reading.quoted_words
    weighted = rate(_weight(outlet), words)
    features = {
        "loaded_terms_per_100_words": rate(len(outlet), words),
        "quoted_loaded_terms_per_100_words": rate(len(listed) - len(outlet), quoted),
        "quoted_loaded_share": rate(len(listed) - len(outlet), len(listed), per=1),
        "loaded_weight_per_100_words": weighted,
        "loaded_sentence_share": _sentence_share(reading, outlet),
        "loaded_paragraph_peak_per_100_words": _peak(reading, outlet),
        "unlisted_loaded_per_100_words": rate(_count_unlisted(found), words),
        "loaded_probability_per_100_words": rate(_probability(found), words),
        **_category_rates(outlet, words),
    }
    return Evidence(loaded_score(weighted), features, _cues(reading, found))


def _count_unlisted(found: Iterable[LoadedTerm]) -> int:
    return sum(hit.match.term.category == UNLISTED and hit.voice == "outlet" for hit in found)


def _probability(found: Iterable[LoadedTerm]) -> float:
    """Add up the probabilities of the outlet's terms; a name in capitals adds nothing."""
    return math.fsum(
        hit.probability
        for hit in found
        if hit.voice == "outlet" and not math.isnan(hit.probability)
    )


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
    spoken = sum(reading.count_outlet_words(sentence) > 0 for sentence in reading.body_sentences)
    return rate(len({hit.sentence for hit in outlet}), spoken, per=1)


def _peak(reading: Reading, outlet: Sequence[LoadedTerm]) -> float:
    """Return the highest weighted rate of one paragraph; NaN when all are short."""
    weights: defaultdict[int, float] = defaultdict(float)
    for hit in outlet:
        weights[hit.sentence.paragraph] += hit.match.term.weight
    rates = [
        rate(weights[index], words)
        for index in reading.paragraphs_with("body")
        if (words := _outlet_words(reading, index)) >= PEAK_WORDS
    ]
    return max(rates, default=math.nan)


def _outlet_words(reading: Reading, index: int) -> int:
    """Count the outlet's words in a paragraph of the story; those of inserts are left out."""
    if not reading.roles[index].stretches:
        return reading.count_outlet_words(reading.document.paragraphs[index])
    tokens = reading.story_tokens(index)
    return sum(token.kind == "word" and token.voice == "outlet" for token in tokens)


def _cues(reading: Reading, found: Iterable[LoadedTerm]) -> tuple[Cue, ...]:
    return tuple(_cue(reading, hit) for hit in found)


def _cue(reading: Reading, hit: LoadedTerm) -> Cue:
    """Return a term's cue; a quoted one names its speaker."""
    document, match = reading.document, hit.match
    cue = cue_of(document, match, "body", "loaded_terms", probability=hit.probability)
    speaker = speaker_at(reading, cue) if hit.voice == "quoted" else None
    return replace(cue, note=f"{cue.note}; said by {speaker.name}") if speaker else cue


LOADED_TERMS = Extractor(
    name="loaded_terms",
    score_name="loaded",
    definition="How loaded the words of the story are, in the outlet's own voice.",
    measures=MEASURES,
    extract=_extract,
)
