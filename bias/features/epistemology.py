"""Epistemology: how surely a text speaks, and what it takes for granted.

Hedges hold back (Hyland 2005), boosters shut out doubt (Hyland 2005), factive
verbs presuppose that their complement is true (Hooper 1975), implicatives imply
whether it came about (Karttunen 1971), assertives say who claims it (Hooper
1975). Recasens et al. (2013) found these to be the words that Wikipedia's
editors change when they remove slant.
"""

import math
from collections import Counter
from collections.abc import Iterable

from bias.features.base import Evidence, Extractor, Measure, cues_of, rate
from bias.features.loaded.meant import nouns_for_verbs, parts_of_names
from bias.lists.groups import EPISTEMIC
from bias.lists.terms import Term
from bias.reading import Reading

PUSHING = frozenset({"booster", "factive", "implicative"})
"""Classes that claim or presuppose truth; hedges pull the other way."""
LEAST_WORDS = 50
"""Below so many words of the outlet's own the score says nothing."""
HEDGE_SHARE = 0.25
"""How much of a hedge's weight is taken off: told apart partisan from wire
copy as well as no hedges at all, and better than whole ones (AUC 0.63, 0.64
and 0.58 on 772 articles, 2026-11-22)."""
PLAIN_RATE = 0.25
"""Net push per 100 words of calm reporting: between median and upper quartile
of 324 wire articles, 2026-11-22."""
PUSH_RATE = 0.7
"""How far above `PLAIN_RATE` the score reaches 1 - 1/e = 0.63."""

_CATEGORIES = ("hedge", "booster", "factive", "assertive", "implicative")


def _extract(reading: Reading) -> Evidence:
    """Measure words of certainty and doubt in the story; names and nouns (`a claim`) are none."""
    document, bounds, words = reading.told, reading.body_bounds, reading.outlet_words
    found = document.listed(EPISTEMIC).within(bounds)
    found = found.where(~parts_of_names(document, bounds, found))
    found = found.where(~nouns_for_verbs(document, bounds, found))
    outlet = found.where(~document.quoted[found.firsts]).terms()
    counts = Counter(term.category for term in outlet)
    features = {f"{name}s_per_100_words": rate(counts[name], words) for name in _CATEGORIES}
    cues = cues_of(document, found, "body", "epistemology")
    return Evidence(_score(outlet, words), features, cues)


def _score(outlet: Iterable[Term], words: int) -> float:
    """Return how far claims outweigh reserve, 0 to 1; NaN for too few words."""
    if words < LEAST_WORDS:
        return math.nan
    net = math.fsum(map(_push, outlet))
    return 1 - math.exp(-max(0.0, rate(net, words) - PLAIN_RATE) / PUSH_RATE)


def _push(term: Term) -> float:
    """Return the term's weight, with the sign of its class; assertives count nothing."""
    if term.category in PUSHING:
        return term.weight
    return -HEDGE_SHARE * term.weight if term.category == "hedge" else 0.0


def _measure(name: str, words: str, direction: str, source: str) -> Measure:
    definition = f"{words}, in the outlet's own voice, per 100 of its words."
    column = f"{name}s_per_100_words"
    return Measure(column, definition, "per 100 words", 0.0, math.inf, direction, source)


EPISTEMOLOGY = Extractor(
    name="epistemology",
    score_name="epistemology",
    definition=(
        "How far boosters, factives and implicatives in the outlet's own voice outweigh hedges: "
        "claims told as settled."
    ),
    measures=(
        _measure(
            "hedge", "Words that hold back commitment (may, perhaps, seems)",
            "more: more reserve", "own list after Hyland 2005",
        ),
        _measure(
            "booster", "Words that shut out doubt (clearly, of course, no doubt)",
            "more: less room for doubt", "own list after Hyland 2005",
        ),
        _measure(
            "factive", "Words that take what follows for a fact (realize, reveal)",
            "more: more is taken for granted", "own list after Hooper 1975",
        ),
        _measure(
            "assertive", "Verbs that say who claims it (say, claim, insist)",
            "more: more is attributed", "own list after Hooper 1975",
        ),
        _measure(
            "implicative", "Verbs that imply success or failure (manage to, fail to, stoop to)",
            "more: more is implied", "own list after Karttunen 1971",
        ),
    ),
    extract=_extract,
)  # fmt: skip
