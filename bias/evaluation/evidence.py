"""Whether what is shown first is what a careful reader marks: `Analysis.evidence` on real articles.

A shown cue is right when it shares a character with a stretch that the reader marked before any
tool was run. One reader, few articles: the intervals are wide. Beside it stand cues that other
readers judged one by one, each read with the weights of other outlets.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from bias.analysis import Analysis, analyze
from bias.corpus.intervals import bootstrap
from bias.document.document import Cue
from bias.evaluation.measures import auc
from bias.evidence.select import LEAST
from bias.labelled.judged_cues import GOOD, WRONG, read_judged
from bias.labelled.stretches import Marked, read_marked
from bias.models.by_word import Floats
from bias.models.linear import log_odds
from bias.words.cut import Span

if TYPE_CHECKING:
    import pandas as pd

SLANTED = frozenset({"headline", "loaded_terms", "framing"})
"""Features whose cues are signs of slant."""
SEED = 0
Row = tuple[str, str, float, float, float, int]


def evaluate_evidence(data: Path) -> "pd.DataFrame":
    """Compare what is shown with what a reader marked.

    Parameters
    ----------
    data
        The folder that holds `slant_stretches` and the sets of `bias.labelled.judged_cues`.

    Returns
    -------
    pandas.DataFrame
        Columns part, measure, value, low, high, n; the part set aside first. 95 % bootstrap over
        articles.
    """
    import pandas as pd

    marked = list(read_marked(data))
    read = [(one, analyze(one.article)) for one in marked]
    rows: list[Row] = []
    for part, is_check in (("set aside", True), ("in view", False)):
        rows += _rows(part, [pair for pair in read if pair[0].is_check == is_check])
    rows += _judged_rows(data)
    return pd.DataFrame(rows, columns=["part", "measure", "value", "low", "high", "n"])


def _rows(part: str, read: Sequence[tuple[Marked, Analysis]]) -> list[Row]:
    """Return the figures of some articles."""
    slanted = np.array([_counts(*pair) for pair in read if pair[0].slant > 0])
    calm = np.array([[len(a.evidence), 1.0] for one, a in read if one.slant == 0])
    shown, right, stretches, by_any, by_shown, first = slanted.T
    ratios = {
        "shown cues that touch a marked stretch": (right, shown),
        "marked stretches touched by a slant cue": (by_any, stretches),
        "marked stretches touched by a shown cue": (by_shown, stretches),
        "articles whose first sentence is marked": (first, np.ones(len(first))),
        "cues shown in an article of slant 0": (calm[:, 0], calm[:, 1]),
    }
    rows = [_ratio(part, name, *pair) for name, pair in ratios.items()]
    slants = np.array([one.slant for one, _ in read], dtype=float)
    ratings = np.array([a.rating.bias or 0.0 for _, a in read])
    low, high = bootstrap(_rank_correlation, slants, ratings, seed=SEED)
    told = "Spearman of rating and slant"
    return [*rows, (part, told, _rank_correlation(slants, ratings), low, high, len(read))]


def _judged_rows(data: Path) -> list[Row]:
    """Return the figures of judged cues, with outlets left out."""
    from bias.training.evidence import Cases, out_of_fold

    cases = Cases.of([*read_judged(data)])
    odds, judged = out_of_fold(cases), np.array(cases.judgements)
    good, shown = cases.is_good, odds >= log_odds(LEAST)
    low, high = bootstrap(auc, good, odds, seed=SEED)
    part = "judged cues, outlets left out"
    measure = "AUC of good against weak and wrong"
    rows: list[Row] = [(part, measure, auc(good, odds), low, high, len(good))]
    for name, chosen in (("all", np.ones_like(shown)), ("likely enough to be shown", shown)):
        for judgement in (GOOD, WRONG):
            is_so = (judged[chosen] == judgement).astype(float)
            rows.append(_ratio(part, f"{judgement}, of {name}", is_so, np.ones(len(is_so))))
    return rows


def _counts(one: Marked, analysis: Analysis) -> tuple[float, ...]:
    """Count what is shown and marked in one article.

    Cues shown, right ones, stretches, those touched by any and by a shown cue, and whether the
    outlet's sentence that ranks first is marked.
    """
    spans, shown = one.spans(analysis.text), analysis.evidence
    cues = [c for c in analysis.cues if c.feature in SLANTED and c.voice == "outlet"]
    return (
        len(shown),
        sum(_meets_any(cue, spans) for cue in shown),
        len(spans),
        sum(_meets_any(span, cues) for span in spans),
        sum(_meets_any(span, shown) for span in spans),
        float(_meets_any(_first_sentence(analysis), spans)),
    )


def _meets_any(span: Span, others: Sequence[Span] | Sequence[Cue]) -> bool:
    return any(span.meets(other) for other in others)


def _first_sentence(analysis: Analysis) -> Span:
    """Return the outlet's sentence of headline and story that is likeliest judged biased."""
    reading = analysis.reading
    odds = np.where(reading.quoted_shares > 0.5, -np.inf, reading.sentence_scores.log_odds)
    return reading.told.sentences[int(odds.argmax())]


def _ratio(part: str, name: str, upper: Floats, lower: Floats) -> Row:
    low, high = bootstrap(_quotient, upper, lower, seed=SEED)
    return part, name, _quotient(upper, lower), low, high, int(lower.sum())


def _quotient(upper: Floats, lower: Floats) -> float:
    return float(upper.sum() / max(lower.sum(), 1))


def _rank_correlation(first: Floats, second: Floats) -> float:
    from scipy.stats import spearmanr

    return float(spearmanr(first, second)[0])
