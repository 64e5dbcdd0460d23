"""One article as the report pages need it: words and tables made once."""

import math
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from bias.charts.style import capital, number, signed, undefined
from bias.codebook import in_words
from bias.corpus.tables import Tables, tables_of
from bias.rating.beside import genre_phrase, lean_phrase
from bias.why.strongest import Numbered, strongest

if TYPE_CHECKING:
    from bias.analysis import Analysis
    from bias.rating.rate import Driver, Rating

BASE = "base"
"""The driver that every article has alike; it says nothing about this one."""
MOST_DRIVERS = 3
LEAST_MOVED = 0.1
"""Log-odds; what moved the rating less is told only where nothing moved it more."""
NO_HEADLINE = "(no headline)"
LEAST_BY_LENGTH = 0.05
"""What length adds to a rating is told from here on."""


@dataclass(frozen=True)
class Subject:
    """One article and how much of its evidence is listed."""

    analysis: "Analysis"
    top: int = 10

    @cached_property
    def evidence(self) -> tuple[Numbered, ...]:
        """Return the listed cues, strongest first."""
        return strongest(self.analysis, self.top)

    @cached_property
    def tables(self) -> Tables:
        """Return the article's tidy tables."""
        return tables_of({self.analysis.article.id: self.analysis})

    @property
    def title(self) -> str:
        """Return the headline, or words for its absence."""
        return self.analysis.headline or NO_HEADLINE

    def facts(self) -> str:
        """Return outlet, date, length and id in one line."""
        article = self.analysis.article
        words = self.analysis.words
        length = f"{words:,} word{'s' * (words != 1)}"
        known = (article.outlet or "outlet not given", article.date, length, article.id)
        return " · ".join(str(fact) for fact in known if fact)

    def finding(self) -> str:
        """Say how sure the rating is, and how it compares."""
        rating, place = self.analysis.rating, self.analysis.place("bias")
        if rating.bias is None:
            return rating.reason or "No reason given."
        sure = ""
        if rating.low is not None and rating.high is not None:
            sure = f"90 % interval {number(rating.low)} to {number(rating.high)}"
        stands = (
            f"{place.words} of real news articles (grey hill){self._among_like()}" if place else ""
        )
        by = self.analysis.rated_by
        own = f"by a model of your own, {by}" if by else ""
        return "; ".join(part for part in (sure, stands, own, rating.reason) if part)

    def _among_like(self) -> str:
        """Say where the rating stands among articles of like length."""
        rank = self.analysis.percentiles_by_length.get("bias", math.nan)
        if undefined(rank):
            return ""
        return f", {rank:.0f} % of those of {self.analysis.length}"

    def manner(self) -> str:
        """Say what kind of piece it is; empty when it is too short to tell."""
        phrase = genre_phrase(self.analysis.values)
        return f"{capital(phrase)}." if phrase else ""

    def resemblance(self) -> str:
        """Say whose wording it resembles, with how often that is right; empty where unsure."""
        lean = self.analysis.lean
        phrase = lean_phrase(lean) if lean else ""
        return f"{capital(phrase)}." if phrase else ""


DRIVERS = {
    "article_length": "length",
    "article_wording": "vocabulary",
    "framing": "suggestion",
    "headline": "headline devices",
    "loaded": "loaded terms",
    "names_per_100": "names",
    "numbers_per_100": "figures",
    "partisan_wording": "partisan wording",
    "partisan_wording_spread": "uneven wording",
    "quoted_share": "share of quotation",
    "sentence_bias_headline": "wording of the headline",
    "sentence_bias_lead": "wording of the opening",
    "sentence_bias_outlet": "wording in the outlet’s voice",
    "sentence_bias_share": "share of slanted sentences",
    "sentence_bias_top": "strongest sentences",
    "sentence_length": "length of sentences",
}
"""What the rating looks at, in words."""


LESS = {
    "framing": "little",
    "headline": "few",
    "loaded": "few",
    "names_per_100": "few",
    "numbers_per_100": "few",
    "partisan_wording": "little",
    "quoted_share": "small",
    "sentence_bias_share": "small",
}
"""The word before a driver's name where the article has less of it than most."""


def _told(driver: "Driver") -> str:
    """Name a driver, and say where the article has less of it than most."""
    name = DRIVERS.get(driver.feature, in_words(driver.feature))
    if driver.deviation >= 0:
        return name
    less = LESS.get(driver.feature)
    return f"{less} {name}" if less else f"{name} (little)"


def drivers(rating: "Rating") -> str:
    """Say what moved the rating, strongest first; empty when nothing is known."""
    known = [d for d in rating.drivers if d.feature != BASE]
    known = [d for d in known if abs(d.contribution) >= LEAST_MOVED] or known
    ups = [d for d in known if d.contribution > 0][:MOST_DRIVERS]
    downs = [d for d in known if d.contribution < 0][:MOST_DRIVERS]
    told = [
        f"{verb} {', '.join(f'{_told(d)} {signed(d.contribution)}' for d in group)}"
        for verb, group in (("Raised by", ups), ("lowered by" if ups else "Lowered by", downs))
        if group
    ]
    return f"{'; '.join(told)} (log-odds).{at_length(rating)}" if told else ""


def at_length(rating: "Rating") -> str:
    """Say what the rating would be at average length, where that is another; else nothing."""
    usual = rating.at_average_length
    if usual is None or rating.bias is None or abs(usual - rating.bias) < LEAST_BY_LENGTH:
        return ""
    return f" At the average length it would be {number(usual)}."
