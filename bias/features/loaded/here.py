"""Which words are loaded here: listed ones that are meant so, and others in no list.

The lists say what may be loaded, the token model how likely experts would mark it
in this sentence. What the model calls literal is dropped; a word of no list that
it is sure enough of is added.
"""

import math
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bias.document.document import Document, Sentence, Voice
from bias.features.loaded.lists import is_meant, loaded_lexicon
from bias.features.loaded.meant import is_denied
from bias.lists.terms import Match, Term
from bias.models.tokens import (
    CONTEXT,
    FLOOR,
    TokenModel,
    WordScores,
    shipped_token_model,
    surroundings,
)
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


def find_here(reading: Reading) -> Iterator[LoadedTerm]:
    """Yield the loaded terms of the story, sentence by sentence."""
    model, document, sentences = shipped_token_model(), reading.document, reading.body_sentences
    starts = [sentence.first for sentence in document.sentences]
    listed = loaded_lexicon().find_each(document.keys, [(s.first, s.last) for s in sentences])
    for sentence, matches in zip(sentences, listed, strict=True):
        number = bisect_right(starts, sentence.first) - 1
        log_odds = float(reading.sentence_scores.log_odds[number])
        yield from _judge(model, document, sentence, log_odds, matches)


def judge_sentence(
    model: TokenModel, document: Document, sentence: Sentence, log_odds: float
) -> Iterator[LoadedTerm]:
    """Yield the loaded terms of one sentence: those of the lists, then the others.

    Parameters
    ----------
    model
        How likely a word is marked.
    document, sentence
        Where to look.
    log_odds
        Of the sentence, from the sentence model.
    """
    listed = loaded_lexicon().find(document.tokens, sentence.first, sentence.last)
    return _judge(model, document, sentence, log_odds, listed)


def _judge(
    model: TokenModel,
    document: Document,
    sentence: Sentence,
    log_odds: float,
    listed: Sequence[Match],
) -> Iterator[LoadedTerm]:
    """Yield the loaded terms of a sentence of which it is known what the lists hold."""
    look = _Look(model, document, sentence, WordScores(model, document, sentence), log_odds)
    taken: set[int] = set()
    for match in listed:
        taken.update(range(match.first, match.last))
        here, as_outlet = look.judge(match)
        plain = match.last - match.first == 1 and as_outlet < LITERAL_BELOW
        if not plain and is_meant(document, sentence.first, sentence.last, match):
            yield LoadedTerm(match, sentence, document.tokens[match.first].voice, here)
    least = model.least_score(UNLISTED_FROM, log_odds)
    for index in look.scores.above(least):
        if index not in taken:
            match = Match(index, index + 1, _unlisted(document.tokens[index].key, 0.0))
            here, as_outlet = look.judge(match)
            if as_outlet >= UNLISTED_FROM and not is_denied(document, sentence.first, match):
                match = replace(match, term=replace(match.term, weight=as_outlet))
                yield LoadedTerm(match, sentence, document.tokens[index].voice, here)


@dataclass(frozen=True, slots=True)
class _Look:
    """One sentence as the token model sees it."""

    model: TokenModel
    document: Document
    sentence: Sentence
    scores: WordScores
    log_odds: float

    def judge(self, match: Match) -> tuple[float, float]:
        """Return the probability of a term's likeliest word, and what it were unquoted.

        NaN where every word is written like a name, of which the model knows nothing.
        """
        pairs = [
            self._judge_word(index, match.term.weight)
            for index in range(match.first, match.last)
            if self.document.tokens[index].kind == "word" and self.scores[index] > FLOOR
        ]
        return max(pairs, default=(math.nan, math.nan))

    def _judge_word(self, index: int, weight: float) -> tuple[float, float]:
        around = surroundings(
            self.document, self.sentence, self.scores, index, self.log_odds, weight
        )
        here = self.model.probability(around)
        if not around[_QUOTED]:
            return here, here
        return here, self.model.probability([*around[:_QUOTED], 0.0, *around[_QUOTED + 1 :]])


def _unlisted(key: str, probability: float) -> Term:
    """Return an entry for a word that stands in no list."""
    return Term(key, "form", "", probability, UNLISTED_NOTE, "token model", UNLISTED, 0)
