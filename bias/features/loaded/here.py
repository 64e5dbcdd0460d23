"""Which words are loaded here: listed ones that are meant so, and others in no list.

The lists say what may be loaded, the token model how likely experts would mark it
in this sentence. What the model calls literal is dropped; a word of no list that
it is sure enough of is added.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from bias.document.document import VOICES, Document, Sentence, Voice
from bias.features.loaded.meant import is_meant
from bias.features.loaded.words import Places, ScoredWords
from bias.lists.denied import is_denied
from bias.lists.groups import LOADED
from bias.lists.hits import Hits, Match, bounds_of
from bias.lists.terms import Term
from bias.models.tokens import CONTEXT, FLOOR, Floats, TokenModel, shipped_token_model
from bias.reading import Reading

LITERAL_BELOW = 0.1
"""A listed word less likely than this, were it the outlet's, is taken as plain: of the 52 such
words in BABE experts marked 10 %, of the other 2,332 63 % (2026-11-22, sentences left out in
five folds). Phrases stay: the experts marked single words, so the model cannot judge them."""
UNLISTED_FROM = 0.3
"""A word of no list from this probability on is a cue: of the 101 such words in BABE experts
marked 47 %; from 0.2 to 0.3 it is 28 % (2026-11-22)."""
UNLISTED = "unlisted"
"""Category of the words that stand in no list."""
UNLISTED_NOTE = "judging here by its wording and its sentence; in no list"
_QUOTED = CONTEXT.index("quoted")


@dataclass(frozen=True, slots=True)
class LoadedTerm:
    """One loaded term of the story, where it stands."""

    match: Match
    sentence: Sentence
    voice: Voice
    probability: float
    """That experts would mark it here, 0 to 1."""

    @property
    def listed(self) -> bool:
        """It stands in a list."""
        return self.match.term.category != UNLISTED


class Judged(NamedTuple):
    """What the token model says of a term's likeliest word."""

    here: float
    """Probability that experts mark it, 0 to 1; NaN where it is not known."""
    as_outlet: float
    """The same, were it in the outlet's voice."""


_NOT_JUDGED = Judged(math.nan, math.nan)


def find_here(reading: Reading) -> list[LoadedTerm]:
    """Return the loaded terms of the story: those of the lists, then the others."""
    log_odds = reading.sentence_scores.log_odds[reading.is_body]
    return judge(shipped_token_model(), reading.told, reading.body_sentences, log_odds)


def judge(
    model: TokenModel, document: Document, sentences: Sequence[Sentence], log_odds: Floats
) -> list[LoadedTerm]:
    """Return the loaded terms of some sentences: those of the lists, then the others.

    Parameters
    ----------
    model
        How likely a word is marked.
    document, sentences
        Where to look; sentences, or pieces of them, in order.
    log_odds
        Of each sentence, from the sentence model.
    """
    words = ScoredWords.of(model, document, bounds_of(sentences), log_odds)
    hits = document.listed(LOADED).within(words.bounds)
    others = words.above(model.least_scores(UNLISTED_FROM, log_odds))
    others[_tokens_of(hits.firsts, hits.lasts)[0]] = False
    places, weights = others.nonzero()[0], [term.weight for term in hits.terms()]
    judged = _judge(
        model,
        words,
        np.append(hits.firsts, places),
        np.append(hits.lasts, places + 1),
        np.append(weights, np.zeros(len(places))),
    )
    found = [*_listed(words, hits, judged), *_unlisted(words, places, judged[len(hits) :])]
    return _placed(words, sentences, found)


def _tokens_of(firsts: Places, lasts: Places) -> tuple[Places, Places]:
    """Return the tokens of some terms, and which of the terms each belongs to.

    >>> [found.tolist() for found in _tokens_of(np.array([2, 7]), np.array([4, 8]))]
    [[2, 3, 7], [0, 0, 1]]
    """
    sizes = lasts - firsts
    term = np.repeat(np.arange(len(firsts)), sizes)
    return np.arange(len(term)) + (lasts - np.cumsum(sizes))[term], term


def _judge(
    model: TokenModel, words: ScoredWords, firsts: Places, lasts: Places, weights: Floats
) -> list[Judged]:
    """Return the probability of the likeliest word of each of some terms.

    NaN where every word is written like a name, of which the model knows nothing.

    Parameters
    ----------
    model, words
        How likely a word is marked, and the words of the sentences.
    firsts, lasts
        Of each term, the first token and one past the last.
    weights
        Of each in its list; 0 where it stands in none.
    """
    at, term = _tokens_of(firsts, lasts)
    is_judged = words.document.is_word[at] & (words.scores[at] > FLOOR)
    at, term = at[is_judged], term[is_judged]
    around = words.around(at, weights[term])
    here = as_outlet = model.probabilities(around)
    if around[_QUOTED].any():
        around[_QUOTED] = 0.0
        as_outlet = model.probabilities(around)
    likeliest = dict[int, Judged]()
    for number, *pair in zip(term.tolist(), here, as_outlet, strict=True):
        judged = Judged(*pair)
        likeliest[number] = max(judged, likeliest.get(number, judged))
    return [likeliest.get(number, _NOT_JUDGED) for number in range(len(firsts))]


def _listed(
    words: ScoredWords, hits: Hits, judged: Iterable[Judged]
) -> Iterator[tuple[Match, float]]:
    """Yield the entries of the lists that are meant so, and the probability of each."""
    sentences = words.bounds_at(hits.firsts)
    for match, (first, last), found in zip(hits.matches(), sentences, judged, strict=False):
        is_plain = match.last - match.first == 1 and found.as_outlet < LITERAL_BELOW
        if not is_plain and is_meant(words.document, first, last, match):
            yield match, found.here


def _unlisted(
    words: ScoredWords, places: Places, judged: Iterable[Judged]
) -> Iterator[tuple[Match, float]]:
    """Yield those of some words, none of them listed, that are loaded, and their probability."""
    keys, sentences = words.document.keys, words.bounds_at(places)
    for place, (first, _), found in zip(places.tolist(), sentences, judged, strict=True):
        if found.as_outlet >= UNLISTED_FROM:
            match = Match(place, place + 1, _entry(keys[place], found.as_outlet))
            if not is_denied(keys, first, match):
                yield match, found.here


def _entry(key: str, probability: float) -> Term:
    """Return an entry for a word that stands in no list."""
    return Term(key, "form", "", probability, UNLISTED_NOTE, "token model", UNLISTED, 0)


def _placed(
    words: ScoredWords, sentences: Sequence[Sentence], found: Sequence[tuple[Match, float]]
) -> list[LoadedTerm]:
    """Say of each term found in which sentence it stands, and in which voice."""
    firsts = np.array([match.first for match, _ in found], dtype=np.intp)
    numbers, quoted = words.stretch[firsts] // 2, words.document.quoted[firsts]
    return [
        LoadedTerm(match, sentences[number], VOICES[voice], probability)
        for (match, probability), number, voice in zip(
            found, numbers.tolist(), quoted.tolist(), strict=True
        )
    ]
