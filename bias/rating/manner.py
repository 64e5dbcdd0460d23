"""What tells reporting from opinion in an article: its words and a few measures of its manner.

Only the story counts, and its words only where the outlet speaks: a quoted "I think" is the
speaker's. Nothing here measures slant, so that the genre is not the rating in other words.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from bias.document.names import NAME, NUMBER
from bias.features.base import rate
from bias.reading import Reading

FRAGMENT = 4
"""A sentence of fewer tokens is a fragment and is not counted among the sentences."""
QUOTED = 0.5
"""A sentence with this share of its tokens in direct speech is the speaker's."""

_SINGULAR = ("i", "my", "me", "mine", "myself", "i'm", "i've", "i'd", "i'll")
_PLURAL = ("we", "our", "us", "ours", "ourselves", "we're", "we've", "we'd", "we'll")
_READER = ("you", "your", "yours", "you're", "you've", "you'll")


@dataclass(frozen=True)
class Style:
    """One article as the genre model sees it."""

    counts: Counter[str]
    """Masked keys of the story in the outlet's voice."""
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
        pronouns, questions, quotations and verbs of saying).
    """
    told, shares = _story(reading)
    total = sum(map(len, told))
    outlet = [keys for keys, share in zip(told, shares, strict=True) if share < QUOTED]
    counts = Counter(chain.from_iterable(outlet))
    quoted = sum(len(keys) * share for keys, share in zip(told, shares, strict=True))
    measures = _manner(counts, outlet) | {
        "quoted": rate(quoted, total, 1),
        "reports": rate(len(reading.reports), total),
        "length": math.log(total or 1),
    }
    return Style(counts, measures, total)


def _story(reading: Reading) -> tuple[list[Sequence[str]], list[float]]:
    """Return the masked keys of each sentence of the story, and its quoted share."""
    scores = reading.sentence_scores
    told, shares = list[Sequence[str]](), list[float]()
    for number in reading.body_sentence_numbers:
        if len(scores[number].keys) >= FRAGMENT:
            told.append(scores[number].keys)
            shares.append(reading.quoted_shares[number])
    return told, shares


def _manner(counts: Counter[str], outlet: Sequence[Sequence[str]]) -> dict[str, float]:
    total = counts.total()

    def per_100(*keys: str) -> float:
        return rate(sum(counts[key] for key in keys), total)

    return {
        "first_person": per_100(*_SINGULAR),
        "first_person_plural": per_100(*_PLURAL),
        "reader": per_100(*_READER),
        "names": per_100(NAME),
        "numbers": per_100(NUMBER),
        "questions": rate(sum("?" in keys for keys in outlet), len(outlet), 1),
        "sentence_length": rate(total, len(outlet), 1),
    }
