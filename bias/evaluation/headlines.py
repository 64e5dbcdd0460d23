"""Headline score and devices, on the `headline_devices` set.

First the headlines that are kept for checking, read with the shipped models, which learnt nothing
from them; then the others, each read with a model that learnt nothing from its outlet. Slant is
scored as area under the ROC curve, clearly slanted (2 or 3) against neutral (0), and as rank
correlation with all four grades. A device counts as found in a headline when at least one cue of
its category stands there; gold and found devices inside quoted words count as well.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from bias.corpus.intervals import bootstrap, share
from bias.document.document import Cue
from bias.evaluation.clickbait import evaluate_clickbait
from bias.evaluation.measures import auc
from bias.features.base import MINOR, Evidence
from bias.features.headline.devices import DEVICES
from bias.features.headline.gap import THRESHOLD
from bias.labelled.headlines import CHECK, folder_of, labelled_headlines, split_headlines
from bias.labelled.marks import marked_sentences
from bias.models.headline import shipped_headline_model
from bias.training.headline_devices import Example, fit_model, split_examples

if TYPE_CHECKING:
    import pandas as pd

AUC = "AUC of the score, slant 2 or 3 against 0"
BASELINE = "baseline: bag of words fitted on BABE's sentences"
LEFT_OUT = ", outlets left out"
"""Ends the measures of the headlines that are learnt from."""
ANY = "any judging device"
JUDGING = frozenset(
    {
        "loaded_verb", "loaded_label", "hyperbole", "sarcasm", "named_target", "presupposition",
    }
)  # fmt: skip
"""Devices that judge rather than tease; readers' and found ones may differ in kind."""

Result = tuple[str, float, float, float, int]
"""Measure, value, low and high end of its 95 % interval, number of cases."""
COLUMNS = ("measure", "value", "low", "high", "n")
BEYOND = frozenset({"stronger", "unsupported"})
"""What readers say of a headline that goes beyond its story; their `other` is left out. They
agree only moderately (kappa 0.55 to 0.60) and the cases are few, so the intervals are wide."""


@dataclass(frozen=True, eq=False)
class Judged:
    """Labelled headlines and what was found in them."""

    rows: Sequence[dict[str, Any]]
    read: Sequence[Evidence]
    kind: str
    """Ends the names of their measures."""

    @cached_property
    def slant(self) -> NDArray[np.int64]:
        """Of each, 0 to 3."""
        return np.array([int(row["slant"]) for row in self.rows])

    @cached_property
    def score(self) -> NDArray[np.float64]:
        """Of each, 0 to 1."""
        return np.array([evidence.score for evidence in self.read])

    def table(self, path: Path) -> Iterator[Result]:
        """Yield every measure; `path` is the folder of the labelled sets, for a baseline."""
        for row in (*self._slant(path), *self._devices(), self._voice(), *self._gap()):
            name, value, low, high, count = row
            yield f"{name}{self.kind}", value, low, high, count

    def _slant(self, path: Path) -> Iterator[Result]:
        """Yield how well the score ranks, and how well a plain baseline does."""
        clear = self.slant != 1
        slanted, score = self.slant[clear] >= 2, self.score[clear]
        yield _result(AUC, auc, slanted, score)
        yield _result(
            "Spearman correlation of the score with slant", _spearman, self.slant, self.score
        )
        if (path / "babe").is_dir():
            texts = [row["headline"] for row, told in zip(self.rows, clear, strict=True) if told]
            yield _result(f"{AUC}, {BASELINE}", auc, slanted, _bag_of_words(path, texts))

    def _devices(self) -> Iterator[Result]:
        """Yield precision and recall of any judging device, and of each."""
        kinds = {ANY: JUDGING, **{device: frozenset({device}) for device in DEVICES}}
        for name, wanted in kinds.items():
            gold = [any(d["device"] in wanted for d in row["devices"]) for row in self.rows]
            found = [any(cue.category in wanted for cue in e.cues) for e in self.read]
            yield from _share_rows(f", {name}", np.array(gold), np.array(found))
        for name in (*sorted(JUDGING), "scare_quotes"):
            there = [any(d["device"] == name for d in row["devices"]) for row in self.rows]
            drawn = [
                any(c.category == name and c.weight >= MINOR for c in e.cues) for e in self.read
            ]
            kept = [told for told, is_drawn in zip(there, drawn, strict=True) if is_drawn]
            yield f"precision, {name}, drawn on paper", *share(sum(kept), len(kept)), len(kept)

    def _voice(self) -> Result:
        """Return how often a device that readers marked too has the voice they gave it."""
        right = [
            cue.voice == told["voice"]
            for row, evidence in zip(self.rows, self.read, strict=True)
            for told in row["devices"]
            for cue in [*_same(row["headline"], told, evidence.cues)][:1]
        ]
        return "voice of found devices is right", *share(sum(right), len(right)), len(right)

    def _gap(self) -> Iterator[Result]:
        """Yield how well three measures tell a headline that goes beyond its story."""
        told = np.array([row["gap"] or "" for row in self.rows])
        for name, sign in (("headline_unsupported_names", 1), ("headline_lead_overlap", -1)):
            values = np.array([sign * evidence.features[name] for evidence in self.read])
            known, direction = ~np.isnan(values) & (told != ""), "more" if sign > 0 else "less"
            title = f"AUC of {direction} {name} for a gap"
            yield _result(title, auc, told[known] != "none", values[known])
        gaps = np.array([evidence.features["headline_gap"] for evidence in self.read])
        known = ~np.isnan(gaps) & (told != "other") & (told != "")
        gaps, beyond = gaps[known], np.isin(told[known], sorted(BEYOND))
        yield from _share_rows(" of headline_gap", beyond, gaps >= THRESHOLD)
        yield _result("AUC of headline_gap", auc, beyond, gaps)


def evaluate_headlines(path: Path) -> "pd.DataFrame":
    """Return the score's AUC and rank correlation, and precision and recall per device.

    `path` is the `headline_devices` folder, its parent, or one of its files: that alone is then
    read, with the shipped models.

    Returns
    -------
    pandas.DataFrame
        Columns measure, value, low, high (95 %), n; NaN where nothing is there to count.
        Intervals are Wilson's for shares, else bootstrapped.
    """
    import pandas as pd

    table = [row for judged in _judged(path) for row in judged.table(folder_of(path).parent)]
    own, clickbait = pd.DataFrame(table, columns=COLUMNS), evaluate_clickbait(path)
    return pd.concat([own, clickbait], ignore_index=True) if len(clickbait) else own


def _judged(path: Path) -> Iterator[Judged]:
    """Yield the headlines kept for checking, then the others; or those of one file."""
    folder = folder_of(path)
    if path.is_file() or not (folder / CHECK).is_file():
        rows = [*labelled_headlines(path)]
        yield Judged(rows, [*map(_read, rows)], "")
        return
    learnt, kept = split_headlines(folder.parent)
    yield Judged(kept, [*map(_read, kept)], "")
    yield Judged(learnt, left_out(learnt), LEFT_OUT)


def _read(row: dict[str, Any]) -> Evidence:
    return Example.of(row).read(shipped_headline_model())


def left_out(rows: Sequence[dict[str, Any]]) -> list[Evidence]:
    """Return what is found in headlines, each read with a model that knows none of its outlet."""
    examples = [*map(Example.of, rows)]
    read = dict[int, Evidence]()
    for inside, outside in split_examples(examples):
        model = fit_model([examples[place] for place in inside])
        read |= {place: examples[place].read(model) for place in outside.tolist()}
    return [read[place] for place in range(len(rows))]


def _same(headline: str, told: dict[str, Any], cues: Sequence[Cue]) -> Iterator[Cue]:
    """Yield the cues of a device that touch the words on which readers marked it."""
    start = headline.find(told["text"])
    end = start + len(told["text"])
    return (c for c in cues if c.category == told["device"] and c.start < end and c.end > start)


def _bag_of_words(path: Path, texts: Sequence[str]) -> NDArray[np.float64]:
    """Return the log-odds of bias of some texts by a plain bag of words of BABE's sentences."""
    from sklearn.feature_extraction.text import CountVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline

    babe = marked_sentences(path)
    model = make_pipeline(CountVectorizer(), LogisticRegression(max_iter=2000))
    model.fit(babe["text"], babe["label_bias"] == "Biased")
    return np.asarray(model.decision_function(texts))


def _result(
    name: str, measure: Callable[..., float], gold: NDArray[Any], score: NDArray[Any]
) -> Result:
    return name, measure(gold, score), *bootstrap(measure, gold, score), len(gold)


def _share_rows(name: str, gold: NDArray[Any], called: NDArray[Any]) -> Iterator[Result]:
    both = int((gold & called).sum())
    for kind, total in (("precision", int(called.sum())), ("recall", int(gold.sum()))):
        yield f"{kind}{name}", *share(both, total), total


def _spearman(one: NDArray[Any], other: NDArray[Any]) -> float:
    """Return the correlation of ranks; NaN where one side never varies."""
    import pandas as pd

    ranks = pd.DataFrame({"one": one, "other": other}).rank()
    return float(ranks["one"].corr(ranks["other"])) if len(ranks) > 1 else math.nan
