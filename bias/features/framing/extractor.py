"""Framing without loaded words: what is hinted at, mocked, asked, praised or generalised.

The lists and forms say what may frame, the sentence model how slanted the sentence is around it:
a turn of phrase is a cue where both together make it more likely than not. All that is measured
stands in the outlet's own voice.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain

from bias.document.document import Cue
from bias.features.base import Evidence, Extractor, Measure, rate
from bias.features.framing.chances import sentence_odds
from bias.features.framing.compounds import find_compounds
from bias.features.framing.found import Turn
from bias.features.framing.phrases import find_phrases
from bias.features.framing.scare import find_scare_quotes
from bias.features.framing.sentences import find_sentences
from bias.reading import Reading

NAME = "framing"
CALM_RATE = 0.05
RANT_RATE = 0.5
LEAST_WORDS = 50
"""Below so many words of the outlet's own the score says nothing."""
_OWN = "own lists"
_MORE = "more: more is suggested rather than said"
CATEGORIES = {
    "implied_accusation": (
        "implied_accusations", "Hints at something withheld, overlooked or oddly convenient",
    ),
    "irony": ("ironies", "Mock praise and mock surprise"),
    "mind_reading": ("mind_readings", "Statements of what somebody thinks, wants or feels"),
    "generalisation": ("generalisations", "Statements about all of a group, or for everybody"),
    "praise": ("praises", "Words and turns that praise"),
    "epithet": ("epithets", "Names that stress money, power, blemish or hatred"),
    "assertion": ("assertions", "Judgements and calls to act told as beyond dispute"),
    "question": ("body_questions", "Questions that suggest their answer"),
    "contrast": ("contrasts", "Short sentences that set one side against the other"),
    "scare_quotes": ("body_scare_quotes", "Plain words kept at arm's length by marks"),
}  # fmt: skip
"""Category, its measure's name and what it counts."""


def _extract(reading: Reading) -> Evidence:
    """Measure the story's turns of phrase."""
    turns = tuple(_apart(_turns(reading)))
    words = reading.outlet_words
    counts = Counter(turn.category for turn in turns)
    features = {
        f"{name}_per_100_words": rate(counts[category], words)
        for category, (name, _) in CATEGORIES.items()
    }
    features["slanted_sentence_share"] = _share(counts["sentence"], reading)
    likely = math.fsum(turn.probability for turn in turns if turn.category != "sentence")
    return Evidence(_score(likely, words), features, tuple(_cue(reading, t) for t in turns))


def _turns(reading: Reading) -> Iterator[Turn]:
    odds = sentence_odds(reading.sentence_scores.log_odds, reading.quoted_shares)
    return chain(
        find_phrases(reading, odds),
        find_compounds(reading, odds),
        find_scare_quotes(reading, odds),
        find_sentences(reading, odds),
    )


def _apart(turns: Iterable[Turn]) -> Iterator[Turn]:
    """Yield the turns by place; of the same tokens the likeliest, whole sentences aside."""
    taken = set[tuple[int, int]]()
    for turn in sorted(turns, key=lambda t: (t.first, -t.last, -t.probability)):
        place = (turn.first, turn.last)
        if turn.category == "sentence":
            yield turn
        elif place not in taken:
            taken.add(place)
            yield turn


def _share(count: int, reading: Reading) -> float:
    """Return the share of the sentences without direct speech."""
    own = int(((reading.quoted_shares == 0) & reading.is_body).sum())
    return rate(count, own, per=1)


def _score(likely: float, words: int) -> float:
    """Return how densely the story frames, 0 to 1; NaN for too few words."""
    if words < LEAST_WORDS:
        return math.nan
    return 1 - math.exp(-max(0.0, rate(likely, words) - CALM_RATE) / RANT_RATE)


def _cue(reading: Reading, turn: Turn) -> Cue:
    told = reading.told
    start, end = int(told.starts[turn.first]), int(told.ends[turn.last - 1])
    return Cue(
        start, end, told.text[start:end], "body", NAME, turn.category, "outlet", turn.weight,
        turn.note, turn.probability,
    )  # fmt: skip


def _measure(name: str, words: str) -> Measure:
    definition = f"{words} in the outlet's own voice, per 100 of its words."
    return Measure(f"{name}_per_100_words", definition, "per 100 words", 0.0, math.inf, _MORE, _OWN)


FRAMING = Extractor(
    name=NAME,
    score_name=NAME,
    definition=(
        "How densely the story frames without loaded words, in the outlet's own voice: hints, "
        "mockery, guesses at minds, generalities, praise, questions that suggest their answer."
    ),
    measures=(
        *(_measure(name, words) for name, words in CATEGORIES.values()),
        Measure(
            "slanted_sentence_share",
            "Share of the story's sentences without direct speech that are judged slanted as a "
            "whole, with probability 0.8 or more.",
            "share", 0.0, 1.0, "more: more sentences that experts would mark", "sentence model",
        ),
    ),
    extract=_extract,
)  # fmt: skip
