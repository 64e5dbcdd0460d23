"""Probability that experts mark a word as loaded, in its sentence.

Every word has one number of its own; the words beside it, the sentence, the
voice and the term lists add to it. So each probability is a sum that can be
traced. `bias/models/tokens.md` is the model's card.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from bias.article import Document, Sentence
from bias.linear import log_odds as as_log_odds
from bias.linear import logistic
from bias.model_file import read_model, shipped
from bias.remembered import Remembered
from bias.wording import (
    NAME,
    identity_words,
    is_side,
    is_title_case,
    mask_word,
)

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
        tokens, keys, forms = document.tokens, document.keys, document.forms
        known, unsure = self.words.get, list[int]()
        scores: dict[int, float] = {}
        for index in range(sentence.first, sentence.last):
            if tokens[index].kind == "word":
                score = known(keys[index])
                if score is None or not forms[index][0].islower():
                    unsure.append(index)
                scores[index] = self._unknown[keys[index]] if score is None else score
        if unsure:
            scores |= dict.fromkeys(_names(document, sentence, unsure, self.words), FLOOR)
        return scores

    @cached_property
    def _unknown(self) -> Remembered[float]:
        return Remembered(self.word_score)

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
        total = self.weights["base"]
        for name, value in zip(CONTEXT, surroundings, strict=True):
            total += self.weights[name] * value
        return logistic(total)


def letters_of(key: str) -> set[str]:
    """Return the groups of letters of a word, ends marked.

    >>> sorted(letters_of("a"))
    ['<a', '<a>', 'a>']
    """
    marked = f"<{key[:LONGEST]}>"
    return {marked[i : i + n] for n in LETTERS for i in range(len(marked) - n + 1)}


LONGEST = 40
"""Letters of a word that are looked at; no English word is longer."""


def _names(
    document: Document, sentence: Sentence, chosen: Sequence[int], known: Mapping[str, float]
) -> set[int]:
    """Return those of the chosen tokens that `bias.wording` hides."""
    tokens, keys, hidden = document.tokens, document.keys, identity_words()
    surfaces = document.forms[sentence.first : sentence.last]
    first = next(i for i in range(sentence.first, sentence.last) if tokens[i].kind != "mark")
    titled = list(chosen) != [first] and is_title_case(surfaces)
    names = set()
    for index in chosen:
        surface, key = surfaces[index - sentence.first], keys[index]
        masked = mask_word(surface, key, known, hidden, titled or index == first)
        left = keys[index - 1] if index > sentence.first else ""
        if masked == NAME or is_side([left, key], 1):
            names.add(index)
    return names


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
    before, after = _beside(scores, sentence, index, -1), _beside(scores, sentence, index, 1)
    touching = [i for i in (index - 1, index + 1) if sentence.first <= i < sentence.last]
    marked = sum(tokens[i].kind == "mark" and tokens[i].key[0] in _MARKS for i in touching)
    quoted = float(tokens[index].voice == "quoted")
    return (
        scores[index], log_odds, before, after, quoted, float(marked), weight, float(weight > 0),
    )  # fmt: skip


REACH = 4
"""Tokens to either side among which the next word is looked for."""


def _beside(scores: Mapping[int, float], sentence: Sentence, index: int, step: int) -> float:
    """Return the score of the next word to one side, at least `FLOOR`."""
    for distance in range(1, REACH + 1):
        place = index + step * distance
        if not sentence.first <= place < sentence.last:
            break
        if place in scores:
            return max(FLOOR, scores[place])
    return FLOOR


@cache
def shipped_token_model() -> TokenModel:
    """Return the model that comes with the package."""
    names = ("words", "letters", "weights", "top")
    record = read_model(shipped("tokens.json.gz"), FORMAT, VERSION, names)
    return TokenModel(**{name: record[name] for name in names})
