"""Words that stand where those of a list stand: proposed for a person to accept or strike.

Neighbours are found by the word vectors of `bias.models.wording`, learnt from news without any
label, among the words that the person's own articles have.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from bias.document.article import Article
from bias.document.segment import cut_together
from bias.errors import UsageError
from bias.inputs.lists.check import shipped_identities
from bias.lists.terms import Term
from bias.lists.user import UserLexicon
from bias.models.wording import Floats, shipped_wording
from bias.words.classes import FUNCTION_WORDS

TOP = 30
"""Words proposed for each category unless asked otherwise."""
NEAREST = 3
"""A word is as near as the mean of so many of the list's words: one chance neighbour is not
enough, and a list of several senses has no middle (set by hand, 2026-11-30)."""
LEAST_SIMILARITY = 0.4
"""Below, what is proposed is seldom fit: of the words proposed for eight of a list of ours, the
same list has 12 % at 0.5, 29 % at 0.6 and 41 % at 0.8 (14 lists, eight draws each, 2026-11-30)."""
LEAST_ARTICLES = 2
"""A word of one article alone is not proposed."""
COLUMNS = ("term", "category", "pos", "weight", "note", "source")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A word that may belong to a category of a list."""

    term: str
    category: str
    similarity: float
    """Mean cosine with the nearest words of the list, -1 to 1."""
    like: tuple[str, ...]
    """Those words, the nearest first."""
    count: int
    """How often it stands in the articles."""
    articles: int
    """How many of them hold it."""

    @property
    def note(self) -> str:
        """Why it is proposed."""
        times = f"{self.count} times in {self.articles} articles"
        return f"like {', '.join(self.like)} ({self.similarity:.2f}); {times}"


def suggest(
    lexicon: UserLexicon, articles: Iterable[Article], top: int = TOP
) -> tuple[Proposal, ...]:
    """Propose words for a list from articles.

    Parameters
    ----------
    lexicon
        From `bias.read_lexicon`; a few words of each category are enough.
    articles
        May be a stream.
    top
        At most so many for each category.

    Returns
    -------
    tuple of Proposal
        Category by category, the nearest first, from `LEAST_SIMILARITY` up. A word of the list, in
        whatever form its entries match, a function word, and a name of a group or person is never
        among them.

    Raises
    ------
    UsageError
        None of the list's words has a vector.
    """
    counts, holders = _counted(articles)
    wording = shipped_wording()
    words = wording.words[: len(wording.learnt)]
    homes = [_homes(lexicon, word) for word in words]
    free = _free(words, homes, holders)
    found = [
        proposal
        for category in lexicon.categories
        if (seeds := np.flatnonzero([category in home for home in homes])).size
        for proposal in _nearest(category, words, wording.learnt, seeds, free, top, counts, holders)
    ]
    if not any(homes):
        raise UsageError(
            f"{lexicon.source or lexicon.name}: no word of it is among the {len(words):,} that "
            "have a vector. Add some that newspapers use, in lower case; phrases have none."
        )
    return tuple(found)


def _counted(articles: Iterable[Article]) -> tuple[Counter[str], Counter[str]]:
    """Return how often each word stands in the articles, and in how many."""
    counts, holders = Counter[str](), Counter[str]()
    for document in cut_together(articles):
        counts.update(document.keys)
        holders.update(set(document.keys))
    return counts, holders


def _homes(lexicon: UserLexicon, word: str) -> frozenset[str]:
    """Return the categories that have a word."""
    return frozenset(match.term.category for match in lexicon.find([word]))


def _free(
    words: tuple[str, ...], homes: list[frozenset[str]], holders: Counter[str]
) -> "np.typing.NDArray[np.intp]":
    """Return the places of the words that may be proposed."""
    identities = shipped_identities()
    return np.flatnonzero(
        [
            holders[word] >= LEAST_ARTICLES
            and not home
            and word[:1].isalpha()
            and word not in FUNCTION_WORDS
            and not any(identities.names_in((word,)))
            for word, home in zip(words, homes, strict=True)
        ]
    )


def _nearest(
    category: str,
    words: tuple[str, ...],
    vectors: Floats,
    seeds: "np.typing.NDArray[np.intp]",
    free: "np.typing.NDArray[np.intp]",
    top: int,
    counts: Counter[str],
    holders: Counter[str],
) -> Iterator[Proposal]:
    """Yield the nearest of the free words to the seeds."""
    alike = vectors[free] @ vectors[seeds].T
    best = np.argsort(-alike, axis=1, kind="stable")[:, :NEAREST]
    score = np.take_along_axis(alike, best, axis=1).mean(axis=1)
    for row in np.argsort(-score, kind="stable")[:top]:
        word = words[free[row]]
        like = tuple(words[seeds[i]] for i in best[row])
        if score[row] < LEAST_SIMILARITY:
            return
        yield Proposal(word, category, float(score[row]), like, counts[word], holders[word])


def as_list(lexicon: UserLexicon, proposals: Iterable[Proposal]) -> str:
    """Return a list with the proposals below its own entries, as `bias.read_lexicon` reads it.

    A line is struck by taking it out, or by a `#` before it.
    """
    told = (
        "# strike below what does not belong (take the line out, or put # before it); the rest is",
        "# the list",
    )
    return "\n".join(
        [
            "\t".join(COLUMNS),
            *("\t".join(_cells(term)) for term in lexicon.terms),
            *told,
            *(f"{p.term}\t{p.category}\t\t1\t{p.note}\tproposed" for p in proposals),
            "",
        ]
    )


def _cells(term: Term) -> tuple[str, ...]:
    weight, note = f"{term.weight:g}", " ".join(term.note.split())
    return (term.term, term.category, term.pos, weight, note, term.source)
