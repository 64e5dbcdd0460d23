"""The codebook's entries for what `bias.rating.measures` measures."""

import math

from bias.features.base import Measure

_OWN = "measured for this project"
_MORE = "more of it goes with articles judged biased"
_LESS = "more of it goes with articles judged unbiased"

MEASURES: tuple[Measure, ...] = (
    Measure(
        "sentence_bias_outlet",
        "Mean log-odds that experts judge a sentence biased, over the sentences in the "
        "outlet's own voice.",
        "log-odds", -math.inf, math.inf, _MORE, "Spinde et al. 2021",
    ),
    Measure(
        "sentence_bias_top",
        "Mean log-odds of the most biased quarter of the sentences.",
        "log-odds", -math.inf, math.inf, _MORE, "Spinde et al. 2021",
    ),
    Measure(
        "sentence_bias_lead",
        "Mean log-odds of the first quarter of the sentences.",
        "log-odds", -math.inf, math.inf, _MORE, _OWN,
    ),
    Measure(
        "sentence_bias_share",
        "Share of sentences more likely judged biased than not.",
        "share", 0, 1, _MORE, "Spinde et al. 2021",
    ),
    Measure(
        "sentence_bias_headline",
        "Log-odds that experts judge the headline biased.",
        "log-odds", -math.inf, math.inf, _MORE, _OWN,
    ),
    Measure(
        "partisan_wording",
        "How far the sentences are worded as in partisan or opinion outlets rather than in "
        "wire news; standardised.",
        "deviations", -math.inf, math.inf, _MORE, "distant supervision, Spinde et al. 2021",
    ),
    Measure(
        "partisan_wording_spread",
        "How much that differs from sentence to sentence.",
        "deviations", 0, math.inf, _LESS, _OWN,
    ),
    Measure(
        "article_wording",
        "How far the article's words are those of articles that readers judged "
        "hyperpartisan; names hidden.",
        "log-odds", -math.inf, math.inf, _MORE, "Kiesel et al. 2019",
    ),
    Measure(
        "article_length",
        "Natural logarithm of the number of tokens, between 100 and 2,000.",
        "log tokens", math.log(100), math.log(2000), _MORE, _OWN,
    ),
    Measure(
        "quoted_share",
        "Share of tokens inside direct speech.",
        "share", 0, 1, _LESS, _OWN,
    ),
    Measure(
        "second_person_per_100",
        "You, your.",
        "per 100 tokens", 0, 100, _LESS, _OWN,
    ),
    Measure(
        "sentence_length",
        "Mean number of tokens in a sentence.",
        "tokens", 0, math.inf, _LESS, _OWN,
    ),
    Measure(
        "names_per_100",
        "Names, whoever's.",
        "per 100 tokens", 0, 100, _MORE, _OWN,
    ),
    Measure(
        "numbers_per_100",
        "Numbers.",
        "per 100 tokens", 0, 100, _LESS, _OWN,
    ),
    Measure(
        "brackets_per_100",
        "Opening round brackets.",
        "per 100 tokens", 0, 100, _LESS, _OWN,
    ),
    Measure(
        "dashes_per_100",
        "Dashes.",
        "per 100 tokens", 0, 100, _MORE, _OWN,
    ),
)  # fmt: skip
"""In the order of the rating's features."""
