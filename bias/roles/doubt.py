"""The first pass: which paragraphs are the story at once, and which deserve a second look."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from bias.document.document import Document
from bias.models.by_word import Floats
from bias.models.lines import probabilities
from bias.roles.page import is_set_apart
from bias.roles.shape import Looks
from bias.roles.words import Counts
from bias.words.types import Bools

STORY_WORDS = 150
"""From here on a paragraph is the story whatever phrases it holds: in promo_inserts 2 of
1,200 paragraphs of another role are as long, and an article without paragraph breaks is
one long paragraph with everybody's phrases in it (2026-11-22)."""
SURELY_BODY = 0.97
"""Probability of `body` by its words alone from which long prose without a phrase needs no second
look (2026-11-30, outlets left out: so are 31 of 18,800 annotated paragraphs of another role)."""
ECHO = (25, 400)
"""Characters of a line that is looked for in the article's other paragraphs (set by hand)."""
_AROUND = " \t\"'“”‘’…."


def are_doubtful(
    documents: Sequence[Document], looks: Looks, spoken: Bools, line_odds: Floats, repeated: Bools
) -> Bools:
    """Tell which paragraphs deserve a second look.

    Parameters
    ----------
    documents, looks
        Some articles, and their units.
    spoken
        Which roles the phrases of each unit speak for.
    line_odds
        Log odds of the roles by each one's words alone.
    repeated
        Which stand somewhere else too, in their article or in the outlet's others.
    """
    given_away = raises_doubt(spoken)
    doubtful = looks.bare | repeated | (probabilities(line_odds)[:, 0] < SURELY_BODY)
    doubtful[_sole(looks)] = False
    doubtful |= given_away
    doubtful[_set_apart(documents)] = True
    doubtful &= (looks.counts < STORY_WORDS) & ~looks.is_headline
    return doubtful


def raises_doubt(spoken: Bools) -> Bools:
    """Tell which units hold a phrase that speaks for another role than the story."""
    doubt: Bools = np.logical_or.reduce(spoken[:, 1:], axis=1)
    return doubt


def are_echoed(documents: Sequence[Document]) -> Bools:
    """Tell which units say what stands in a longer paragraph of their article too."""
    echoed = list[bool]()
    for document in documents:
        said = [p.of(document.text).strip(_AROUND) for p in document.paragraphs]
        body, count = document.text[document.headline.end :], Counter(said)
        fits = (ECHO[0] <= len(words) <= ECHO[1] for words in said)
        echoed += [
            fit and body.count(words) > count[words] for words, fit in zip(said, fits, strict=True)
        ]
        echoed.append(False)
    return np.array(echoed, np.bool_)


def _sole(looks: Looks) -> Counts:
    """Return the paragraphs of prose that are all there is of their article: its story."""
    firsts = looks.firsts[looks.headlines - looks.firsts == 1]
    sole: Counts = firsts[~looks.bare[firsts]]
    return sole


def _set_apart(documents: Sequence[Document]) -> list[int]:
    """Return the paragraphs that web pages mark as something beside the story."""
    apart, first = list[int](), 0
    for document in documents:
        blocks = document.article.blocks
        apart += [first + i for i, block in enumerate(blocks) if is_set_apart(block)]
        first += len(document.paragraphs) + 1
    return apart
