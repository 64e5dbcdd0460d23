"""Probability that experts mark a word as loaded, in its sentence.

Every word has one number of its own; the words beside it, the sentence, the
voice and the term lists add to it. So each probability is a sum that can be
traced. `bias/models/data/tokens.md` is the model's card.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import repeat
from operator import mul

from bias.document.document import Document, Sentence
from bias.document.names import NAME, identity_words, is_side, is_title_case, mask_word
from bias.models.files import read_model, shipped
from bias.models.linear import log_odds as as_log_odds
from bias.models.linear import logistic
from bias.words.cut import key_of
from bias.words.remembered import Remembered

FORMAT, VERSION = "bias-tokens", 1
FLOOR = -5.0
"""Score of a name, and the least that a neighbour may have: 1 in 150."""
LETTERS = (2, 3, 4, 5)
"""Lengths of the letter groups that stand for a word never seen."""
CONTEXT = ("word", "sentence", "before", "after", "quoted", "marked", "weight", "listed")
"""What a probability is made of: the word's own score, its sentence's log-odds, the words
beside it, whether it stands in direct speech, how many quotation marks touch it, the
weight of the list entry it belongs to, and whether there is one."""
_MARKS = frozenset("\"'“”‘’")


@dataclass(frozen=True)
class TokenModel:
    """How likely words are marked, with and without their surroundings."""

    words: Mapping[str, float]
    """Log-odds of each known word without context. Names, identity terms, left and right are
    not among them; words of either sex, such as she and he, have one number."""
    letters: Mapping[str, float]
    """What each group of letters adds for a word that is not known; `""` is the base."""
    weights: Mapping[str, float]
    """Of `CONTEXT`, and `base`."""
    top: float
    """The highest score of any word."""

    def word_score(self, key: str) -> float:
        """Return a word's own log-odds; by its letters when it is not known."""
        known = self.words.get(key)
        if known is not None:
            return known
        return self.letters[""] + sum(self.letters.get(group, 0.0) for group in letters_of(key))

    def word_scores(self, document: Document, sentence: Sentence) -> dict[int, float]:
        """Return each word's own score by token index; a name has `FLOOR`."""
        scores, tokens = WordScores(self, document, sentence), document.tokens
        words = (i for i in range(sentence.first, sentence.last) if tokens[i].kind == "word")
        return {index: scores[index] for index in words}

    @cached_property
    def own_scores(self) -> Remembered[float]:
        """What `word_score` gives for each key, remembered."""
        return Remembered(self.word_score)

    @cached_property
    def names(self) -> Remembered[tuple[bool, bool]]:
        """Whether a word, as written, is a name: where its capital tells, and where it does not."""
        return Remembered(self._name_alone)

    def _name_alone(self, surface: str) -> tuple[bool, bool]:
        key, hidden = key_of(surface), identity_words()
        inside = mask_word(surface, key, self.words, hidden, free=False)
        return inside == NAME, mask_word(surface, key, self.words, hidden, free=True) == NAME

    def least_score(self, probability: float, log_odds: float) -> float:
        """Return the own score below which no neighbour lifts an unlisted word so far.

        Parameters
        ----------
        probability
            To be reached outside direct speech.
        log_odds
            Of the sentence.
        """
        weights = self.weights
        help_beside = max(0.0, self.top) * (weights["before"] + weights["after"])
        rest = weights["base"] + weights["sentence"] * log_odds + help_beside
        return max(FLOOR, (as_log_odds(probability) - rest) / weights["word"])

    def probability(self, surroundings: Sequence[float]) -> float:
        """Return the probability from what `surroundings` gives."""
        return logistic(sum(map(mul, self._context_weights, surroundings), self.weights["base"]))

    @cached_property
    def _context_weights(self) -> tuple[float, ...]:
        return tuple(self.weights[name] for name in CONTEXT)


def letters_of(key: str) -> set[str]:
    """Return the groups of letters of a word, ends marked.

    >>> sorted(letters_of("a"))
    ['<a', '<a>', 'a>']
    """
    marked = f"<{key[:LONGEST]}>"
    return {marked[i : i + n] for n in LETTERS for i in range(len(marked) - n + 1)}


LONGEST = 40
"""Letters of a word that are looked at; no English word is longer."""


class WordScores(dict[int, float]):
    """Each word's own score in one sentence, by token index; a name has `FLOOR`.

    A table that fills itself: whether a word is a name is worked out for those that are
    asked for only, and few are.

    Parameters
    ----------
    model
        What gives the scores.
    document, sentence
        Where the words stand.
    """

    def __init__(self, model: TokenModel, document: Document, sentence: Sentence) -> None:
        super().__init__()
        self._model, self._document, self._sentence = model, document, sentence

    def __missing__(self, index: int) -> float:
        key, known = self._document.keys[index], self._model.words
        if key in known and self._document.forms[index][0].islower():
            score = known[key]
        else:
            score = FLOOR if self._is_name(index) else self._model.own_scores[key]
        self[index] = score
        return score

    def above(self, least: float) -> list[int]:
        """Return the words that score more than `least`, which is at least `FLOOR`, in order."""
        first, last = self._sentence.first, self._sentence.last
        known = map(self._model.words.get, self._document.keys[first:last], repeat(math.inf))
        likely = [index for index, score in enumerate(known, first) if score > least]
        tokens = self._document.tokens
        return [i for i in likely if tokens[i].kind == "word" and self[i] > least]

    def _is_name(self, index: int) -> bool:
        """Tell whether `bias.document.names` hides a word."""
        inside, free = self._model.names[self._document.forms[index]]
        if inside != free and (index == self._opening or self._is_titled):
            inside = free
        keys = self._document.keys
        left = keys[index - 1] if index > self._sentence.first else ""
        return inside or is_side([left, keys[index]], 1)

    @cached_property
    def _opening(self) -> int:
        """The first word or number, where any word would be capitalised."""
        tokens, sentence = self._document.tokens, self._sentence
        return next(i for i in range(sentence.first, sentence.last) if tokens[i].kind != "mark")

    @cached_property
    def _is_titled(self) -> bool:
        return is_title_case(self._document.forms[self._sentence.first : self._sentence.last])


def surroundings(
    document: Document,
    sentence: Sentence,
    scores: Mapping[int, float],
    index: int,
    log_odds: float,
    weight: float,
) -> tuple[float, ...]:
    """Return what `CONTEXT` names, for one word.

    Parameters
    ----------
    document, sentence
        Where it stands.
    scores
        From `TokenModel.word_scores`.
    index
        Of its token.
    log_odds
        Of the sentence, from the sentence model.
    weight
        Of the list entry that it belongs to; 0 when there is none.
    """
    tokens = document.tokens
    before = _beside(document, sentence, scores, index, -1)
    after = _beside(document, sentence, scores, index, 1)
    touching = [i for i in (index - 1, index + 1) if sentence.first <= i < sentence.last]
    marked = sum(tokens[i].kind == "mark" and tokens[i].key[0] in _MARKS for i in touching)
    quoted = float(tokens[index].voice == "quoted")
    return (
        scores[index], log_odds, before, after, quoted, float(marked), weight, float(weight > 0),
    )  # fmt: skip


REACH = 4
"""Tokens to either side among which the next word is looked for."""


def _beside(
    document: Document, sentence: Sentence, scores: Mapping[int, float], index: int, step: int
) -> float:
    """Return the score of the next word to one side, at least `FLOOR`."""
    for place in range(index + step, index + step * (REACH + 1), step):
        if not sentence.first <= place < sentence.last:
            break
        if document.tokens[place].kind == "word":
            return max(FLOOR, scores[place])
    return FLOOR


@cache
def shipped_token_model() -> TokenModel:
    """Return the model that comes with the package."""
    names = ("words", "letters", "weights", "top")
    record = read_model(shipped("tokens.json.gz"), FORMAT, VERSION, names)
    return TokenModel(**{name: record[name] for name in names})
