"""The loaded terms that set groups apart.

Log-odds ratios with an informative Dirichlet prior: Monroe, Colaresi and
Quinn, "Fightin' Words", Political Analysis 16(4), 2008, equations 16 and 22.
"""

import math
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bias.corpus.intervals import Z_90
from bias.features.base import MINOR

if TYPE_CHECKING:
    import pandas as pd

    from bias.analysis import Analysis

PRIOR_WORDS = 500.0
"""Weight of the prior, in words: about one article's, as in the paper."""
LEAST_ARTICLES = 3
"""A term must stand in so many of a group's articles: one text's refrain is no habit."""
LEAST_Z = 2.576
"""Two-sided 1 %: the least z at which a term is listed."""
LONGEST_TERM = 40
FEATURES = ("loaded_terms", "headline")
CATEGORIES = frozenset({"loaded_verb", "loaded_label", "hyperbole", "intensifier", "sneer",
                        "euphemism", "presupposition", "unlisted", "clickbait"})  # fmt: skip
"""Of the headline's cues, those that are words and not forms."""
COLUMNS = ("group", "term", "count", "articles", "elsewhere", "log_odds", "low", "high", "z")


@dataclass
class TermCounts:
    """Loaded terms in the outlet's own voice, counted as articles stream past."""

    words: Counter[str] = field(default_factory=Counter)
    """By group: words in the outlet's own voice."""
    terms: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    """By group: occurrences of each term."""
    articles: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    """By group: articles each term stands in."""

    def add(self, group: str, analysis: "Analysis") -> None:
        """Count one article."""
        found = Counter(terms_of(analysis))
        self.terms[group].update(found)
        self.articles[group].update(found.keys())
        self.words[group] += words_of(analysis)

    def joined(self, names: dict[str, str]) -> "TermCounts":
        """Return the counts with groups renamed, those of one name joined."""
        made = TermCounts()
        for group, name in names.items():
            made.words[name] += self.words[group]
            made.terms[name].update(self.terms.get(group, {}))
            made.articles[name].update(self.articles.get(group, {}))
        return made


def words_of(analysis: "Analysis") -> int:
    """Count the outlet's own words where terms are looked for: in headline and story."""
    told = analysis.reading.told
    return int((told.is_word & ~told.quoted).sum())


def terms_of(analysis: "Analysis") -> list[str]:
    """Return an article's loaded terms in the outlet's own voice, in lower case."""
    places = {
        (cue.start, cue.end): cue.text
        for cue in analysis.cues
        if cue.feature in FEATURES
        and cue.category in CATEGORIES
        and cue.voice == "outlet"
        and cue.weight >= MINOR
        and len(cue.text) <= LONGEST_TERM
    }
    return [" ".join(text.casefold().split()) for text in places.values()]


def distinctive_terms(counts: TermCounts) -> "pd.DataFrame":
    """Return the terms each group uses more than all other groups together.

    Returns
    -------
    pandas.DataFrame
        `group`, `term`, `count` (in the group), `articles` (of the group that
        hold it), `elsewhere` (count in all others), `log_odds` with its 90 %
        interval `low` to `high`, and `z`. Only terms in at least
        `LEAST_ARTICLES` articles with z from `LEAST_Z` up; strongest first.
    """
    import pandas as pd

    total: Counter[str] = Counter()
    for terms in counts.terms.values():
        total.update(terms)
    rows = [
        row for group in sorted(counts.terms) for row in _rows(counts, group, total)
    ]  # fmt: skip
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    return frame.sort_values(["group", "z", "term"], ascending=[True, False, True],
                             ignore_index=True)  # fmt: skip


def _rows(counts: TermCounts, group: str, total: Counter[str]) -> list[dict[str, Any]]:
    inside, outside = counts.words[group], counts.words.total() - counts.words[group]
    rows = []
    for term, count in counts.terms[group].items():
        holders = counts.articles[group][term]
        if holders < LEAST_ARTICLES or not outside:
            continue
        rest, prior = total[term] - count, PRIOR_WORDS * total[term] / (inside + outside)
        odds, spread = log_odds(count, inside, rest, outside, prior, PRIOR_WORDS)
        if odds / spread >= LEAST_Z:
            rows.append({"group": group, "term": term, "count": count, "articles": holders,
                         "elsewhere": rest, "log_odds": odds, "low": odds - Z_90 * spread,
                         "high": odds + Z_90 * spread, "z": odds / spread})  # fmt: skip
    return rows


def log_odds(
    count: float, words: float, other: float, others: float, prior: float, priors: float
) -> tuple[float, float]:
    """Return a term's log-odds ratio between two corpora, and its standard deviation.

    Parameters
    ----------
    count, words
        Of the term, and of all words, in the first corpus.
    other, others
        The same in the second.
    prior, priors
        Pseudo-counts of the term and of all words, added to both.

    >>> odds, spread = log_odds(10, 100, 10, 100, 1, 10)
    >>> round(odds, 4), round(spread, 4)
    (0.0, 0.4264)
    """
    first = math.log((count + prior) / (words + priors - count - prior))
    second = math.log((other + prior) / (others + priors - other - prior))
    return first - second, math.sqrt(1 / (count + prior) + 1 / (other + prior))
