"""Loaded terms: words that judge what they name, and whose words they are.

Measured in the story's paragraphs; only the outlet's own voice counts toward
the score, as a loaded word inside direct speech is the speaker's.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bias.article import Cue, Document, Sentence, Token, Voice
from bias.features.base import Evidence, Extractor, Measure, Reading, cue_of, rate
from bias.features.term_context import is_denied, is_part_of_name
from bias.lexicon import Lexicon, Match, shipped_lexicon

LOADED_LISTS: tuple[str, ...] = (
    "loaded_verbs",
    "loaded_labels",
    "hyperbole",
    "intensifiers",
    "sneers",
    "presuppositions",
    "euphemisms",
)
"""The lists whose entries are cues; one category each."""
LITERAL_LIST = "exceptions"
"""Longer phrases with a plain sense: they win by length and yield nothing."""
CALM_RATE = 0.35
"""Weighted loaded terms per 100 words that calm reporting has anyway: between
median (0.24) and upper quartile (0.39) of 324 wire articles, 2026-11-22."""
RANT_RATE = 1.0
"""How far above `CALM_RATE` the score reaches 1 - 1/e = 0.63: the top tenth of
369 partisan articles begins at 1.15, the top hundredth at 2.0."""
PEAK_WORDS = 25
"""A paragraph with fewer of the outlet's words has no rate of its own."""

_CATEGORIES = {
    "loaded_verb": "loaded_verbs",
    "loaded_label": "loaded_labels",
    "hyperbole": "hyperboles",
    "intensifier": "intensifiers",
    "sneer": "sneers",
    "presupposition": "presuppositions",
    "euphemism": "euphemisms",
}
"""Category of a list, and its measure's name."""


def find_loaded(document: Document, first: int, last: int) -> list[Match]:
    """Return the loaded terms of a stretch of tokens, leftmost and longest.

    Phrases with a plain sense (`free radical`), denied terms (`never a thug`)
    and proper names (`Jane Savage`) are left out.

    Parameters
    ----------
    document
        The article.
    first, last
        The stretch `document.tokens[first:last]`: a sentence, or the headline.
    """
    return [
        match
        for match in _lexicon().find(document.tokens, first, last)
        if match.term.category != "literal"
        and not is_denied(document, first, match)
        and not is_part_of_name(document, first, last, match)
    ]


def _lexicon() -> Lexicon:
    return shipped_lexicon(LITERAL_LIST, *LOADED_LISTS)


@dataclass(frozen=True, slots=True)
class _Found:
    """One loaded term of the story, with the sentence it stands in."""

    match: Match
    sentence: Sentence
    voice: Voice


def _extract(reading: Reading) -> Evidence:
    """Measure the story's loaded terms."""
    document = reading.document
    found = list(_find(document, reading.body_sentences))
    outlet = [hit for hit in found if hit.voice == "outlet"]
    weighted = rate(_weight(outlet), len(reading.outlet_words))
    features = {
        "loaded_terms_per_100_words": rate(len(outlet), len(reading.outlet_words)),
        "quoted_loaded_terms_per_100_words": rate(
            len(found) - len(outlet), len(reading.quoted_words)
        ),
        "loaded_weight_per_100_words": weighted,
        "loaded_sentence_share": _sentence_share(reading, outlet),
        "loaded_paragraph_peak_per_100_words": _peak(reading, outlet),
        **_category_rates(outlet, len(reading.outlet_words)),
    }
    return Evidence(loaded_score(weighted), features, _cues(document, found))


def loaded_score(weighted: float) -> float:
    """Turn weighted loaded terms per 100 words into the score: 0 calm, toward 1 a rant.

    >>> loaded_score(CALM_RATE), round(loaded_score(CALM_RATE + RANT_RATE), 2)
    (0.0, 0.63)
    """
    if math.isnan(weighted):
        return weighted
    return 1 - math.exp(-max(0.0, weighted - CALM_RATE) / RANT_RATE)


def _find(document: Document, sentences: Iterable[Sentence]) -> Iterator[_Found]:
    for sentence in sentences:
        for match in find_loaded(document, sentence.first, sentence.last):
            yield _Found(match, sentence, document.tokens[match.first].voice)


def _weight(found: Iterable[_Found]) -> float:
    return math.fsum(hit.match.term.weight for hit in found)


def _category_rates(outlet: Sequence[_Found], words: int) -> dict[str, float]:
    counts = Counter(hit.match.term.category for hit in outlet)
    return {
        f"{name}_per_100_words": rate(counts[category], words)
        for category, name in _CATEGORIES.items()
    }


def _sentence_share(reading: Reading, outlet: Sequence[_Found]) -> float:
    """Share of the sentences with words of the outlet's that hold a loaded one."""
    spoken = sum(
        bool(_outlet_words(reading.document.tokens_of(sentence)))
        for sentence in reading.body_sentences
    )
    return rate(len({hit.sentence for hit in outlet}), spoken, per=1)


def _peak(reading: Reading, outlet: Sequence[_Found]) -> float:
    """Return the highest weighted rate of one paragraph; NaN when all are short."""
    weights: defaultdict[int, float] = defaultdict(float)
    for hit in outlet:
        weights[hit.sentence.paragraph] += hit.match.term.weight
    rates = [
        rate(weights[index], words)
        for index in reading.paragraphs_with("body")
        if (words := _outlet_words(reading.document.tokens_of(reading.document.paragraphs[index])))
        >= PEAK_WORDS
    ]
    return max(rates, default=math.nan)


def _outlet_words(tokens: Iterable[Token]) -> int:
    return sum(token.kind == "word" and token.voice == "outlet" for token in tokens)


def _cues(document: Document, found: Iterable[_Found]) -> tuple[Cue, ...]:
    return tuple(cue_of(document, hit.match, "body", "loaded_terms") for hit in found)


_OWN = "own lists; idea: Recasens et al. 2013, Spinde et al. 2021"
_MORE = "more: more judging words"


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
