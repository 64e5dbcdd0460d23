"""What tells reporting from opinion in an article: its words and a few measures of its manner.

Only the story counts, and its words only where the outlet speaks: a quoted "I think" is the
speaker's. Opinion judges: so three measures say how much the outlet's own sentences do. Partisan
news that is written as a report is told from reporting by little else.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from bias.document.masked import Masked
from bias.features.base import rate
from bias.lists.identity import NAME, NUMBER
from bias.models.sentences import SentenceScores
from bias.rating.measures import FRAGMENT, QUOTED
from bias.reading import Reading
from bias.words.numbered import Counted, WordGroups
from bias.words.types import Bools
from bias.words.vocabulary import shipped_vocabulary

_PER_100: Mapping[str, Sequence[str]] = {
    "first_person": ("i", "my", "me", "mine", "myself", "i'm", "i've", "i'd", "i'll"),
    "first_person_plural": (
        "we", "our", "us", "ours", "ourselves", "we're", "we've", "we'd", "we'll",
    ),
    "reader": ("you", "your", "yours", "you're", "you've", "you'll"),
    "names": (NAME,),
    "numbers": (NUMBER,),
}  # fmt: skip
"""Measures that are rates, and the words that they count."""


@dataclass(frozen=True, eq=False)
class Style:
    """One article as the genre model sees it."""

    counts: Counted
    """Words of the story in the outlet's voice, names hidden."""
    measures: Mapping[str, float]
    """By name, see `measure_style`; NaN where undefined."""
    words: int
    """Tokens of the story, quoted ones too, names joined."""


def measure_style(reading: Reading) -> Style:
    """Measure an article's story.

    Returns
    -------
    Style
        Its measures: `first_person`, `first_person_plural`, `reader`, `names` and `numbers`
        per 100 tokens of the outlet's voice; `questions`, a share of its sentences;
        `sentence_length` in tokens; `quoted`, the share of the story in direct speech;
        `reports`, report verbs with a source per 100 tokens; `length`, natural
        logarithm of the tokens (after Krüger et al. 2017, who tell the two genres by
        pronouns, questions, quotations and verbs of saying); `judging` and `partisan`, means of
        what the sentence model says of the outlet's sentences; `judging_share`, of them that it
        takes for biased.
    """
    words, quoted = reading.masked, reading.quoted_shares
    told = reading.is_body & (words.lengths >= FRAGMENT)
    total, outlet = int(words.lengths[told].sum()), told & (quoted < QUOTED)
    counts = words.counted(outlet)
    measures = _manner(words, outlet, counts) | {
        "quoted": rate(float((words.lengths * quoted)[told].sum()), total, 1),
        "reports": rate(len(reading.reports), total),
        "length": math.log(total or 1),
        **_judging(reading.sentence_scores, outlet),
    }
    return Style(counts, measures, total)


def _manner(words: Masked, outlet: Bools, counts: Counted) -> dict[str, float]:
    total, sentences = counts.total, int(np.count_nonzero(outlet))
    asks = np.zeros(words.count, dtype=np.bool_)
    asks[words.sentence[words.numbers == words.vocabulary["?"]]] = True
    return {
        **{name: rate(count, total) for name, count in _groups().count(counts).items()},
        "questions": rate(int(np.count_nonzero(asks & outlet)), sentences, 1),
        "sentence_length": rate(total, sentences, 1),
    }


def _judging(scores: SentenceScores, outlet: Bools) -> dict[str, float]:
    """Return how much the outlet's sentences judge; NaN where it has none."""
    if not outlet.any():
        return dict.fromkeys(("judging", "judging_share", "partisan"), math.nan)
    log_odds = scores.log_odds[outlet]
    return {
        "judging": float(log_odds.mean()),
        "judging_share": float((log_odds > 0).mean()),
        "partisan": float(scores.partisan[outlet].mean()),
    }


@cache
def _groups() -> WordGroups:
    return WordGroups(shipped_vocabulary(), _PER_100)
