"""What the loaded terms are measured by: the codebook's entries."""

import math

from bias.features.base import Measure

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
