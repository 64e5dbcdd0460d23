"""Several articles as the corpus report needs them: tables made once."""

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from bias.codebook import in_words
from bias.corpus.deviations import deviation_table
from bias.corpus.distinctive import TermCounts, distinctive_terms
from bias.corpus.frames import frames_table
from bias.corpus.groups import NOT_GIVEN, group_table, keys_of
from bias.corpus.own_lists import own_rates
from bias.corpus.timeline import span_of, time_table
from bias.showing import Shows

if TYPE_CHECKING:
    import pandas as pd

MOST_GROUPS = 80
"""More groups than this are in the table, and only the largest in the pictures."""


@dataclass(frozen=True, repr=False)
class Corpus(Shows):
    """Several articles, and what they are compared by."""

    articles: "pd.DataFrame"
    """As in `bias.corpus.tables.Tables`; where some articles have no pages of
    their own, a column `page` says which do."""
    by: str = "outlet"
    title: str | None = None
    top: int = 10
    terms: TermCounts = field(default_factory=TermCounts)
    """Of the articles, by the value of `by`; see `bias.corpus.groups.raw_key`."""
    linked: str = "html"
    """Which kind of page the reading lists lead to: `html`, `pdf` or `png`."""

    @cached_property
    def keys(self) -> "pd.Series":
        """Return the group of every article."""
        return keys_of(self.articles, self.by)

    @cached_property
    def groups(self) -> "pd.DataFrame":
        """Return one row per group, with intervals."""
        return group_table(self.articles, self.by)

    @cached_property
    def given(self) -> "pd.DataFrame":
        """Return the rows of the groups that are a value, not the lack of one."""
        return self.groups[self.groups["given"]]

    @cached_property
    def shown(self) -> "pd.DataFrame":
        """Return the groups that are drawn: the largest, at most `MOST_GROUPS`."""
        largest = self.groups.nlargest(MOST_GROUPS, "articles", keep="first").index
        return self.groups[self.groups.index.isin(largest)]

    @cached_property
    def small(self) -> "pd.DataFrame":
        """Return the groups too small for pictures of each; none where they are nearly all."""
        few = self.given["few"].astype(bool)
        return self.given[few] if (~few).sum() > 1 else self.given.iloc[:0]

    @cached_property
    def pictured(self) -> "pd.DataFrame":
        """Return the groups that heat map and panels draw: `shown`, but without `small`."""
        large = self.groups[~self.groups.index.isin(self.small.index)]
        kept = large.nlargest(MOST_GROUPS, "articles", keep="first").index
        return large[large.index.isin(kept)]

    @cached_property
    def ratings(self) -> "pd.DataFrame":
        """Return group and rating of every article."""
        return self.articles[["bias"]].assign(group=self.keys)

    @cached_property
    def deviations(self) -> "pd.DataFrame":
        """Return how far each group lies from the news, measure by measure."""
        return deviation_table(self.articles, self.keys)

    @cached_property
    def frames(self) -> "pd.DataFrame":
        """Return which policy frames each group has more or less than all articles."""
        return frames_table(self.articles, self.keys)

    @cached_property
    def periods(self) -> "pd.DataFrame":
        """Return one row per period, with intervals; empty without dates."""
        return time_table(self.articles)

    @cached_property
    def distinctive(self) -> "pd.DataFrame":
        """Return the loaded terms that set groups apart."""
        raw = self.articles[self.by].fillna("").astype(str)
        names = dict(zip(raw, self.keys, strict=True))
        counts = self.terms.joined(names)
        frame = distinctive_terms(counts)
        return frame[frame["group"] != NOT_GIVEN].reset_index(drop=True)

    @cached_property
    def scores(self) -> list[str]:
        """Return the names of the scores."""
        columns = self.articles.columns
        return [name.removeprefix("score_") for name in columns if name.startswith("score_")]

    @cached_property
    def lists(self) -> list[str]:
        """Return the rates of the user's lists, of quoted words too."""
        return own_rates(self.articles.columns)

    @property
    def compared(self) -> bool:
        """Say whether there are groups to compare."""
        return len(self.given) > 1

    @property
    def unit(self) -> str:
        """Return what one group is called."""
        return "period" if self.by == "date" else in_words(self.by)

    def counted(self, number: int) -> str:
        """Name a number of groups.

        >>> import pandas as pd
        >>> Corpus(pd.DataFrame()).counted(2)
        '2 outlets'
        """
        return f"{number:,} {self.unit}{'s' * (number != 1)}"

    def without_pages(self) -> "Corpus":
        """Return the same, none of whose articles has a page of its own to lead to."""
        return replace(self, articles=self.articles.assign(page=False))

    def heading(self) -> str:
        """Return the title, the caller's or one that counts."""
        return self.title or f"Bias summary: {len(self.articles):,} articles"

    def facts(self) -> str:
        """Say who was read, in one line."""
        rated = int(self.articles["bias"].notna().sum())
        span = span_of(self.articles)
        told = "no dates given" if span is None else " to ".join(map(str, dict.fromkeys(span)))
        return f"{len(self.articles):,} articles, {rated:,} rated · {self._sorted()} · {told}"

    def _sorted(self) -> str:
        """Say how many groups there are, and how many articles are in none."""
        lacking = len(self.articles) - int(self.given["articles"].sum())
        if not len(self.given):
            return f"{self.unit} not given"
        told = f", {lacking:,} article{'s' * (lacking != 1)} without one" if lacking else ""
        return self.counted(len(self.given)) + told

    def bands(self) -> str:
        """Say how many articles fall in each band."""
        counts = self.articles["band"].value_counts()
        named = [f"{counts[band]:,} {band}" for band in ("low", "moderate", "high")
                 if band in counts]  # fmt: skip
        return ", ".join(named)

    def first_to_read(self) -> "pd.DataFrame":
        """Return the articles with the highest ratings."""
        return in_reading_order(self.articles, highest=True).head(self.top)

    def calmest(self) -> "pd.DataFrame":
        """Return the articles with the lowest ratings that are not among the first to read."""
        ordered = in_reading_order(self.articles, highest=False)
        return ordered[~ordered.index.isin(self.first_to_read().index)].head(self.top)


def in_reading_order(articles: "pd.DataFrame", highest: bool) -> "pd.DataFrame":
    """Return the articles rated without reserve, by rating, then by name."""
    rated = articles[articles["bias"].notna() & articles["reason"].isna()]
    return rated.sort_values(["bias", "article"], ascending=[not highest, True])
