"""What tells one outlet's wording from another's: house style and side, not slant.

Hundreds of labelled articles cannot tell what makes an article partisan from what makes it an
outlet's own: dashes, explaining prose, favourite topics. Partisan outlets of both sides all
are partisan, so what differs between them is style, topic and side. Those directions are
taken out of the article's words before weights are learnt from them (nuisance attribute
projection, Solomonoff, Campbell and Boardman 2005). No news desk has a part in it: on news
desks `bias.evaluation.calm` counts false alarms.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bias.document.article import Article
from bias.errors import UsageError
from bias.labelled.real_articles import read_articles, reading_of
from bias.models.by_word import Floats
from bias.rating.measures import ScoredSentences
from bias.training.article_words import SPAN, word_matrix, word_rarity
from bias.training.wording import outlet_kinds

PARTISAN = ("left", "right")
"""Kinds of outlet that are read."""
PER_OUTLET = 25
FEWEST = 8
"""Articles that an outlet needs for a mean."""
DIRECTIONS = 20
"""That are taken out (5, 10 and 20 tried on the labelled articles, 2026-11-23)."""


@dataclass(frozen=True)
class HouseStyle:
    """Mean words of partisan outlets."""

    places: dict[str, int]
    """Column of each word."""
    means: Floats
    """A row for each outlet."""

    def directions(self, words: Sequence[str], scale: Floats) -> Floats:
        """Return orthonormal rows: what differs most between outlets, in scaled words."""
        means = self.means[:, [self.places[word] for word in words]] * scale
        _, sizes, found = np.linalg.svd(means - means.mean(axis=0), full_matrices=False)
        return np.asarray(found[sizes > SPAN * sizes.max()][:DIRECTIONS])


def read_house_style(data: Path) -> HouseStyle:
    """Read a few articles of every partisan outlet.

    `data` is the folder that holds `article-bias-prediction`.
    """
    sources = {source for source, kind in outlet_kinds().items() if kind in PARTISAN}
    counts: dict[str, list[dict[str, int]]] = {}
    for row in read_articles(data, PER_OUTLET, sources):
        counts.setdefault(row.source, []).append(published_words(row.article))
    places = {word: place for place, word in enumerate(word_rarity())}
    enough = [counts[source] for source in sorted(counts) if len(counts[source]) >= FEWEST]
    if len(enough) < 2:
        raise UsageError(
            f"{data}: {len(enough)} partisan outlets with {FEWEST} articles or more in "
            "article-bias-prediction, expected two at least. Give the whole set."
        )
    means = [word_matrix(found, places).mean(axis=0) for found in enough]
    return HouseStyle(places, np.concatenate([np.asarray(mean) for mean in means]))


def published_words(article: Article) -> dict[str, int]:
    """Count an article's masked keys, page furniture left out, as the rating does."""
    return ScoredSentences.of(reading_of(article)).counted.by_word()
