"""The sentence model on sentences that it was neither taught nor chosen by."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from bias.corpus.intervals import bootstrap, share
from bias.evaluation.measures import Floats, macro_f1
from bias.evaluation.unseen import Unseen, letters

RELABELLED, LATER = "babe-relabelled", "mediabiasdetector-checks"
Row = tuple[Any, ...]


def other_rows(data: Path, unseen: Unseen) -> Iterator[Row]:
    """Yield figures of other labels and other sentences, as far as their sets are at hand.

    `babe-relabelled`: BABE's sentences by the labels that three researchers revised, and sentences
    of the same kind that are not in SG2, by both labels. `mediabiasdetector-checks`: what people
    called fact and opinion in articles of 2024. Rows as of `evaluate_sentences`.
    """
    if (data / RELABELLED).is_dir():
        yield from _relabelled(data / RELABELLED, unseen)
    if (data / LATER).is_dir():
        yield from _later(data / LATER, unseen)


def _relabelled(folder: Path, unseen: Unseen) -> Iterator[Row]:
    import pandas as pd

    table = pd.read_csv(folder / "sentences.csv.gz")
    called = unseen.calls(table["text"])
    is_judged = table["text"].map(lambda text: letters(text) in unseen.fold_of).to_numpy()
    is_new = (table["in_sg2"] == 0).to_numpy()
    cases = (
        ("revised labels", "label_revised", is_judged),
        ("not in SG2, original labels", "label_original", is_new),
        ("not in SG2, revised labels", "label_revised", is_new),
    )
    for group, column, kept in cases:
        labels = (table[column] == 1).to_numpy()[kept]
        ends = bootstrap(macro_f1, labels, called[kept])
        yield "bias", group, "macro F1", macro_f1(labels, called[kept]), *ends, len(labels)


def _later(folder: Path, unseen: Unseen) -> Iterator[Row]:
    import pandas as pd

    table = pd.read_csv(folder / "sentences.csv.gz")
    table = table[table["type"].isin(["fact", "opinion"])]
    scores, is_opinion = unseen.log_odds(table["text"]), (table["type"] == "opinion").to_numpy()
    ends = bootstrap(_auc, is_opinion, scores)
    group = "2024, opinion against fact"
    yield "bias", group, "AUC", _auc(is_opinion, scores), *ends, len(table)
    for name, kept in (("facts", ~is_opinion), ("opinions", is_opinion)):
        shares = share(int((scores[kept] > 0).sum()), int(kept.sum()))
        yield "bias", group, f"share of {name} called biased", *shares, int(kept.sum())


def _auc(labels: "np.ndarray[Any, Any]", scores: Floats) -> float:
    from sklearn.metrics import roc_auc_score

    return float(roc_auc_score(labels, scores)) if 0 < labels.mean() < 1 else np.nan
