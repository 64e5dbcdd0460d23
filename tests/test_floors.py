"""Floors under the public benchmarks: a figure that falls below its floor fails.

`floors.tsv` holds each figure as measured and the margin it may lose. Whatever training code
makes is fitted here again and judged on what it did not see, on a small part of the data to be
quick: these are alarms, not the figures to quote, which `bias evaluate` prints. Skipped where
the labelled data are not at hand.
"""

import atexit
import csv
import lzma
import os
from collections.abc import Callable, Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from shutil import copy, rmtree
from tempfile import mkdtemp

import numpy as np
import pytest

from bias.cli.parser import BENCHMARKS

ROOT = Path(__file__).parent.parent
DATA = Path(os.environ.get("BIAS_DATA", ROOT.parent / "shared" / "data"))
ELSEWHERE = {
    "calibration": "the floors of articles",
    "symmetry": "tests/test_symmetry.py",
    "unlike": "tests/test_unlike.py",
}
"""Benchmarks without a floor of their own, and what guards them."""
FEW = 3000
"""Articles that the models of lean and genre are fitted on here."""

pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the labelled data are not at hand")


def rows() -> list[dict[str, str]]:
    """Return the table of floors."""
    with (ROOT / "tests" / "floors.tsv").open(encoding="utf-8", newline="") as file:
        lines = [line for line in file if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t"))


def voice() -> Iterator[tuple[str, float]]:
    """Yield figures of the whole set of quotations."""
    from bias.evaluation.voice import evaluate_voice

    table = evaluate_voice(DATA).set_index("measure")["value"]
    yield "accuracy of voice", table["token accuracy of voice"]
    yield "macro F1 of kind", table["macro F1 of kind"]


def headlines() -> Iterator[tuple[str, float]]:
    """Yield figures of the labelled headlines and of a held-out tenth of clickbait."""
    from bias.evaluation.headlines import AUC, LEFT_OUT, evaluate_headlines

    table = evaluate_headlines(DATA).set_index("measure")["value"]
    yield "AUC, new outlets", table[f"{AUC}{LEFT_OUT}"]
    rank = "Spearman correlation of the score with slant"
    yield "Spearman, new outlets", table[f"{rank}{LEFT_OUT}"]
    yield "accuracy of clickbait", table["accuracy of clickbait, a tenth held out"]


def sentences() -> Iterator[tuple[str, float]]:
    """Yield the figure of the first of five folds, fitted on the others."""
    from bias.evaluation.measures import macro_f1
    from bias.evaluation.sentences import folds
    from bias.labelled.babe import read_babe
    from bias.training.sentences import fit_calibrated

    labelled = read_babe(DATA)
    inside, outside = folds(labelled.biased)[0]
    model = fit_calibrated(labelled.rows, labelled, inside)
    log_odds = model.score([labelled.rows[i] for i in outside])
    yield "macro F1, first fold", macro_f1(labelled.biased[outside], log_odds > 0)


def behaviour() -> Iterator[tuple[str, float]]:
    """Yield figures of the shipped model, which saw the originals of the pairs."""
    from bias.evaluation.behaviour import rows_of
    from bias.evaluation.unseen import Unseen

    calls = Unseen((), {}).calls
    names = ("factual", "prejudice", "loaded", "places", "pronouns")
    rows = (row for name in names for row in rows_of(DATA, name, calls))
    found = {(test, group): value for test, group, model, value, *_ in rows if model == "bias"}
    yield "calm facts", found["factual", "all"]
    yield "calm at groups", found["prejudice", "not biased, all"]
    yield "loaded words, seen", found["loaded", "all"]
    yield "places, seen", found["places", "all"]
    yield "pronouns, seen", found["pronouns", "all"]


def articles() -> Iterator[tuple[str, float]]:
    """Yield figures of a quarter of the articles, of outlets that the model did not see."""
    from sklearn.model_selection import GroupKFold

    from bias.own.figures import figures
    from bias.training.articles import fit, predict, read_hyperpartisan
    from bias.training.house_style import read_house_style

    examples, house = read_hyperpartisan(DATA), read_house_style(DATA)
    outlets = [example.domain for example in examples]
    inside, outside = next(GroupKFold(4).split(outlets, groups=outlets))
    model = fit([examples[i] for i in inside], house)
    scores = np.array([predict(model, examples[i])[0] for i in outside])
    labels = np.array([examples[i].biased for i in outside])
    table = figures(labels, {"bias": scores}).set_index("measure")["value"]
    yield "balanced accuracy, a quarter of the outlets", table["balanced accuracy"]
    yield "AUC, a quarter of the outlets", table["AUC"]


def promo_inserts() -> Iterator[tuple[str, float]]:
    """Yield figures of inserts and their topics, in outlets that the models did not see."""
    from bias.evaluation.promo.inserts import judge_folds
    from bias.evaluation.promo.scores import (
        INSERTS,
        balanced_accuracy,
        count_roles,
        count_topics,
        f1,
    )
    from bias.labelled.inserts import read_real

    judged = judge_folds(read_real(DATA, ["roles_dev"]), [], folds=3)
    topics = balanced_accuracy(count_topics(judged).sum(0))
    yield "F1 of inserts, new outlets", float(f1(count_roles(judged).sum(0), INSERTS))
    yield "balanced accuracy of topics, new outlets", float(topics)


def loaded_terms() -> Iterator[tuple[str, float]]:
    """Yield the F1 of the cues that the shipped lists find, on the words that experts marked."""
    from bias.evaluation import loaded_terms as terms

    marked = terms.read_marked(DATA)
    found = terms._call(marked, terms._ours)
    yield "F1 of the lists", 2 * (found & marked.gold).sum() / (found.sum() + marked.gold.sum())


def sources() -> Iterator[tuple[str, float]]:
    """Yield figures of the shipped model, on articles that it did not see."""
    from bias.evaluation.sources import evaluate_sources

    table = evaluate_sources(DATA).set_index("measure")["value"]
    yield "F1 of cues", table["cue, overlap, F1"]
    yield "F1 of sources", table["source, overlap, F1"]
    yield "F1 of contents", table["content, characters, F1"]
    yield "named speakers", table["named speaker of a direct quotation"]
    yield "speakers of direct speech", table["speaker of direct speech"]
    yield "speakers of indirect claims", table["speaker of an indirect claim"]


@cache
def few_articles() -> Path:
    """Return a folder of data that holds the first few thousand articles of known side."""
    folder = Path(mkdtemp())
    atexit.register(rmtree, folder)
    (folder / "article-bias-prediction").mkdir()
    copy(DATA / "article-bias-prediction" / "outlets.csv", folder / "article-bias-prediction")
    few = folder / "article-bias-prediction" / "articles_0.jsonl.xz"
    whole = DATA / "article-bias-prediction" / "articles_0.jsonl.xz"
    with lzma.open(whole, "rb") as lines, lzma.open(few, "wb", preset=0) as out:
        out.writelines(islice(lines, FEW))
    return folder


def genre() -> Iterator[tuple[str, float]]:
    """Yield the AUC in sections of outlets that the model did not see; then the shipped one's."""
    from sklearn.metrics import roc_auc_score

    from bias.evaluation.genre import _on_check
    from bias.labelled.genre import read_examples, read_judged
    from bias.training.genre import labels_of, out_of_fold

    examples = read_examples(few_articles())
    yield "AUC, new outlets", float(roc_auc_score(labels_of(examples), out_of_fold(examples)))
    found = _on_check([one for one in read_judged(DATA) if one.is_check])
    yield "AUC, judged articles", next(value for _, name, value, *_ in found if name == "AUC")


def frames() -> Iterator[tuple[str, float]]:
    """Yield figures of the shipped model on the check part of the judged articles."""
    from bias.evaluation.frames import _on_check
    from bias.labelled.frames import read_articles

    found = _on_check([text for text in read_articles(DATA) if text.is_check])
    figures = {name: value for _, name, value, *_ in found}
    yield "micro F1, frames that are said", figures["micro F1, frames that are said"]
    yield "macro F1, frames that are said", figures["macro F1, frames that are said"]


def lean() -> Iterator[tuple[str, float]]:
    """Yield how often the side of a known outlet is found, and what is said of new ones right."""
    from bias.labelled.lean import count_grams, read_corpora
    from bias.training.lean import choose, judge_known, judge_new
    from bias.training.lean_calibration import RIGHT, hold_out

    corpus = read_corpora(few_articles())[0]
    grams = count_grams(corpus)
    scores, outside = judge_known(corpus, choose(corpus, grams))
    right = scores.argmax(axis=1) == corpus.sides[outside]
    yield "accuracy, known outlets", float(right.mean())
    new = judge_new(corpus, grams)
    held = hold_out(new, corpus.opinions, corpus.sides, corpus.sources)
    yield "right where it speaks, new outlets", float(held.right[held.said(RIGHT)].mean())


def compare() -> Iterator[tuple[str, float]]:
    """Yield figures of the events that are not of the check part, each read for the first time."""
    from bias.evaluation.compare import APART, measured_apart

    found = {row[1]: row[2] for row in measured_apart(DATA) if row[0] == APART}
    yield "F1 of alignment, new events", found["alignment, F1"]
    yield "AUC of told elsewhere, new events", found["told elsewhere, AUC"]
    yield "conflicts flagged", found["conflicts flagged"]


def evidence() -> Iterator[tuple[str, float]]:
    """Yield how many of the shown cues a reader had marked, in the half that was in view."""
    from bias.evaluation.evidence import evaluate_evidence

    table = evaluate_evidence(DATA)
    seen = table[table["part"] == "in view"].set_index("measure")["value"]
    yield "shown cues right, in view", float(seen["shown cues that touch a marked stretch"])


FIGURES: dict[str, Callable[[], Iterator[tuple[str, float]]]] = {
    "articles": articles,
    "behaviour": behaviour,
    "compare": compare,
    "evidence": evidence,
    "frames": frames,
    "genre": genre,
    "headlines": headlines,
    "lean": lean,
    "loaded-terms": loaded_terms,
    "promo-inserts": promo_inserts,
    "sentences": sentences,
    "sources": sources,
    "voice": voice,
}


@cache
def measured(benchmark: str) -> dict[str, float]:
    """Return the figures of a benchmark."""
    return dict(FIGURES[benchmark]())


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row['benchmark']}, {row['figure']}")
def test_no_figure_falls_below_its_floor(row: dict[str, str]) -> None:
    """Each figure is at least what it was when the table was made, less its margin."""
    value = measured(row["benchmark"])[row["figure"]]
    assert value >= float(row["measured"]) - float(row["margin"])


def test_every_benchmark_has_a_floor() -> None:
    """A new benchmark needs a floor, or a reason why none is here."""
    assert {row["benchmark"] for row in rows()} == set(FIGURES)
    assert set(BENCHMARKS) == set(FIGURES) | set(ELSEWHERE)


def test_floors_are_near_what_was_measured() -> None:
    """No margin is so wide that a drop stays silent."""
    assert all(0 < float(row["margin"]) <= 0.05 for row in rows())
