"""`nltk.Text` without NLTK's downloads: stop words and sentence ends are ours."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

import nltk.text
from nltk.collocations import BigramAssocMeasures, BigramCollocationFinder
from nltk.lm import MLE
from nltk.lm.preprocessing import padded_everygram_pipeline
from nltk.util import tokenwrap

from bias.words.classes import FUNCTION_WORDS

ENDS = frozenset(".!?")
LEAST_OFTEN, SHORTEST = 2, 3
"""A collocation stands so often, its words have so many letters: as in `nltk.Text`."""


class Text(nltk.text.Text):  # type: ignore[misc]
    """Words for concordances, collocations, contexts and plots, as NLTK's book has them.

    Parameters
    ----------
    tokens
        Words and marks, such as `bias.nltk.CorpusReader.words` gives.
    name
        What it is called.

    Examples
    --------
    >>> Text("the sea wall held and the sea wall stood , said the board".split()).collocation_list()
    [('sea', 'wall')]
    """

    def __init__(self, tokens: Iterable[str], name: str | None = None) -> None:
        super().__init__(list(tokens), name)

    def collocation_list(self, num: int = 20, window_size: int = 2) -> list[tuple[str, str]]:
        """Return the pairs of words that stand together oftener than chance has it, surest first.

        Pairs of at least `LEAST_OFTEN` occurrences, ranked by the likelihood ratio; function words
        and short ones are in none.
        """
        finder = BigramCollocationFinder.from_words(self.tokens, window_size)
        finder.apply_freq_filter(LEAST_OFTEN)
        finder.apply_word_filter(_says_little)
        best: list[tuple[str, str]] = finder.nbest(BigramAssocMeasures.likelihood_ratio, num)
        return best

    def generate(
        self, length: int = 100, text_seed: list[str] | None = None, random_seed: int = 42
    ) -> str:
        """Return, and print as NLTK does, random words of a trigram model of the text."""
        words = list[str]()
        while len(words) < length:
            drawn = self._trigrams.generate(length, text_seed=text_seed, random_seed=random_seed)
            whole = drawn[: drawn.index("</s>")] if "</s>" in drawn else drawn
            words += [word for word in whole if word != "<s>"]
            random_seed += 1
        made: str = tokenwrap([*(text_seed or []), *words[:length]])
        nltk.text.safe_print(made)
        return made

    @cached_property
    def _trigrams(self) -> Any:
        """A trigram model of its sentences."""
        model = MLE(3)
        model.fit(*padded_everygram_pipeline(3, list(_sentences(self.tokens))))
        return model


def _says_little(word: str) -> bool:
    return len(word) < SHORTEST or word.lower() in FUNCTION_WORDS


def _sentences(tokens: Iterable[str]) -> Iterator[list[str]]:
    """Yield stretches that end with a full stop, question or exclamation mark."""
    sentence = list[str]()
    for token in tokens:
        sentence.append(token)
        if token in ENDS:
            yield sentence
            sentence = []
    yield sentence
