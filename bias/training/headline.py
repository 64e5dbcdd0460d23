"""Fit the headline style model, which tells comment from report by a headline's build.

The label is the outlet's kind, not a reading of each headline: outlets that
mostly argue against outlets that mostly report, each side of politics among
both. Names, topics and identity terms are masked before anything is counted
(`bias.features.headline.shapes`), so the outlets' subjects are not
learnt, only how their headlines are built.
"""

import re
from pathlib import Path

from bias.features.headline.shapes import shapes_of
from bias.features.headline.words import Headline
from bias.labelled.files import kept_out, read_news
from bias.models.files import write_model
from bias.models.style import FORM, grams_of

COMMENT = frozenset(
    {
        "American Spectator", "CNN - Editorial", "Daily Beast", "Daily Kos", "Guest Writer",
        "Guest Writer - Left", "Guest Writer - Right", "HuffPost", "Jacobin", "Media Matters",
        "Mother Jones", "National Review", "Reason", "Salon", "Slate", "The Federalist",
        "Townhall", "Vox",
    }
)  # fmt: skip
"""Sources of Article-Bias-Prediction whose headlines mostly argue."""
REPORT = frozenset(
    {
        "ABC News", "Associated Press", "BBC News", "Bloomberg", "CBS News", "CNBC",
        "NPR Online News", "New York Times - News", "Politico", "Reuters", "The Hill", "USA TODAY",
        "Wall Street Journal - News",
    }
)  # fmt: skip
"""Sources whose headlines mostly report."""
MODEL = "headline.json"
INVERSE_PENALTY = 0.1
"""C of the logistic regression; chosen on headline_devices, half of its outlets, 2026-11-22."""
LEAST_COUNT = 10
"""Headlines a shape must occur in."""
LEAST_WEIGHT = 0.02
"""Smaller weights are left out of the file; they move no score by a percent."""
_GENRE_LABEL = re.compile(r"^\W*(?:OPINION|ANALYSIS|EXCLUSIVE)\s*:\s*", re.IGNORECASE)


def _headlines(data: Path) -> dict[str, bool]:
    """Return the headlines to learn from, and whether each argues; test sets are kept out."""
    without = kept_out(data)
    return {
        _GENRE_LABEL.sub("", str(row["title"])): row["source"] in COMMENT
        for row in read_news(data)
        if row["source"] in COMMENT | REPORT and row["ID"] not in without
    }


def _fit(headlines: list[str], argues: list[bool]) -> dict[str, float]:
    from sklearn.feature_extraction.text import CountVectorizer
    from sklearn.linear_model import LogisticRegression

    counter = CountVectorizer(analyzer=list, min_df=LEAST_COUNT, binary=True)
    table = counter.fit_transform(grams_of(shapes_of(h)) for h in Headline.alone(headlines))
    fitted = LogisticRegression(C=INVERSE_PENALTY, max_iter=400, class_weight="balanced")
    fitted.fit(table, argues)
    named = zip(counter.get_feature_names_out(), fitted.coef_[0], strict=True)
    weights = {str(name): round(float(w), 3) for name, w in named if abs(w) >= LEAST_WEIGHT}
    return {"": round(float(fitted.intercept_[0]), 3), **weights}


def write(data: Path, folder: Path) -> None:
    """Fit the model and write it; headlines of `headline_devices` are kept out of it."""
    headlines = _headlines(data)
    card = {
        "source": "Article-Bias-Prediction (Baly et al. 2020), headlines",
        "headlines": len(headlines),
    }
    weights = _fit(list(headlines), list(headlines.values()))
    write_model(folder / MODEL, FORM, {**card, "weights": weights})
