"""How likely a careful reader would show a cue as evidence of the outlet's own slant.

Its sentence, its weight, its kind and the article around it add up; what each counts was learnt
from cues that readers judged: see `bias/models/data/evidence.md`.
"""

import math
from bisect import bisect_right
from collections.abc import Mapping

from bias.document.document import Cue
from bias.features.framing.chances import chance
from bias.models.evidence import shipped_evidence
from bias.models.linear import logistic
from bias.models.pairs import Sum
from bias.reading import Reading

WHOLE = "sentence"
"""Category of sentences slanted as a whole."""
SENTENCE = 0.6
"""What such a sentence keeps of its probability: words point, a sentence does not. A judgement of
2026-11-30."""
CERTAIN = 0.99
"""Weights of lists are no certainties."""
ALONE = frozenset({"headline"})
"""Kinds that are judged by themselves: a headline may slant over a calm story."""
TURN = 0.7
"""What is left of the probability of hints, irony and other turns of phrase: readers called three
in four of them good or weak, and no measure told which."""
CALMEST = -1.0
"""An article's mean log-odds count from here on: one harsh sentence in a calm report stands out."""
MOST_ODDS = 6.0
"""Log-odds of a sentence, at most."""
QUOTED = 0.5
"""From this share of direct speech on, a sentence is the speaker's."""
KINDS = {
    "loaded_terms": (
        "loaded_label", "loaded_verb", "intensifier", "hyperbole", "sneer", "unlisted",
    ),
    "framing": ("sentence", "question"),
    "attribution": ("loaded_report_verb",),
}  # fmt: skip
"""Categories that count by themselves; the others of a feature count together."""


def kind_of(cue: Cue) -> str:
    """Return what a cue counts as: its category, or its feature."""
    return cue.category if cue.category in KINDS.get(cue.feature, ()) else cue.feature


class Likelihood:
    """Of the cues of one article.

    Parameters
    ----------
    reading
        Of the article.
    model
        What the measures count; the shipped one unless given.
    """

    def __init__(self, reading: Reading, model: Sum | None = None) -> None:
        self._model = model or shipped_evidence()
        self._starts = [sentence.start for sentence in reading.told.sentences]
        odds = reading.sentence_scores.log_odds.clip(-MOST_ODDS, MOST_ODDS)
        own = reading.is_body & (reading.quoted_shares < QUOTED)
        self._article = max(CALMEST, float(odds[own].mean()) if own.any() else 0.0)
        self._odds: list[float] = odds.tolist()

    def of(self, cue: Cue) -> float:
        """Return the probability that a careful reader would show a cue, 0 to 1."""
        if kind_of(cue) == "framing":
            return TURN * self.marked(cue)
        weights, measures = self._model.weights, self.measures(cue)
        added = sum(weights.get(name, 0.0) * value for name, value in measures.items())
        return logistic(self._model.base + added)

    def measures(self, cue: Cue) -> Mapping[str, float]:
        """Return what is known of a cue, and 1 for the kind that it is of."""
        kind = kind_of(cue)
        is_alone = kind in ALONE
        return {
            "sentence": self.at(cue),
            "weight": self.marked(cue) if is_alone else cue.weight,
            "article": 0.0 if is_alone else self._article,
            f"kind {kind}": 1.0,
        }

    def marked(self, cue: Cue) -> float:
        """Return the probability that a cue is rightly marked, 0 to 1."""
        if cue.feature == "framing" and cue.category == WHOLE:
            return SENTENCE * cue.probability
        if not math.isnan(cue.probability):
            return cue.probability
        return chance(min(cue.weight, CERTAIN), self.at(cue))

    def at(self, cue: Cue) -> float:
        """Return the log-odds that experts judge its sentence biased."""
        place = self._place(cue)
        return self._odds[place] if place >= 0 else 0.0

    def begins(self, cue: Cue) -> bool:
        """Tell whether a cue stands where its sentence begins."""
        place = self._place(cue)
        return place >= 0 and self._starts[place] == cue.start

    def _place(self, cue: Cue) -> int:
        return bisect_right(self._starts, cue.start) - 1
