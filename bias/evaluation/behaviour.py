"""How the sentence model behaves: calm at facts, awake to loaded words, blind to who is named.

The tests are the CheckList of Horych et al. (NAACL 2025) for classifiers of biased sentences.
Sentences of BABE are judged by models that did not see them.
"""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from bias.corpus.intervals import share
from bias.errors import UsageError
from bias.evaluation.unseen import Calls, Unseen
from bias.words.types import Bools

if TYPE_CHECKING:
    import pandas as pd

FOLDER = "checklist-bias"
RIVALS = {
    "ha_ft": "RoBERTa taught by BABE",
    "magpie": "MAGPIE",
    "sa_ft": "RoBERTa taught by Anno-lexical",
}
"""Published classifiers whose answers come with the tests."""
PAIRS = {"loaded": "text_loaded_joined", "places": "text_place", "pronouns": "text_pronoun"}
"""Tests in which a sentence is changed, and the column of the changed one."""
Row = tuple[Any, ...]


@dataclass(frozen=True)
class Answers:
    """What one classifier answered in one test."""

    model: str
    counted: Bools
    """Cases that count: where an original is changed, it was judged rightly."""
    expected: Bools
    """Cases in which the answer is the one wanted."""


def evaluate_behaviour(data: Path) -> "pd.DataFrame":
    """Run the behavioural tests on the sentence model, and count its rivals' answers.

    Parameters
    ----------
    data
        The folder that holds `checklist-bias` and `babe`.

    Returns
    -------
    pandas.DataFrame
        Columns test, group, model, value, low, high, n: the share of cases answered as wanted with
        its 95 % interval (Wilson), and how many cases count. Group `half set aside` was in nobody's
        view while the model was chosen.
    """
    import pandas as pd

    calls = Unseen.of(data).calls
    rows = [row for name in ("factual", "prejudice", *PAIRS) for row in rows_of(data, name, calls)]
    return pd.DataFrame(rows, columns=["test", "group", "model", "value", "low", "high", "n"])


def rows_of(data: Path, name: str, calls: Calls) -> Iterator[Row]:
    """Yield the rows of one test: of all its cases, of those set aside, and of each group."""
    table = read_test(data, name)
    ours = _pair_answers(table, name, calls) if name in PAIRS else _answers(table, calls)
    groups = _groups(table, name)
    for answers in (ours, *_rivals(table)):
        for group, chosen in groups.items():
            kept = answers.counted & chosen
            if count := int(kept.sum()):
                shares = share(int(answers.expected[kept].sum()), count)
                yield name, group, answers.model, *shares, count


def read_test(data: Path, name: str) -> "pd.DataFrame":
    """Return the cases of one test; raise `UsageError` where they are not there."""
    import pandas as pd

    file = data / FOLDER / f"{name}.csv.gz"
    if not file.is_file():
        raise UsageError(f"{file}: there is no such file. Give --data PATH.")
    return pd.read_csv(file)


def is_set_aside(text: str) -> bool:
    """Tell whether cases of a question, template or original are kept for the end; half are."""
    return zlib.crc32(text.encode()) % 2 == 1


def _groups(table: "pd.DataFrame", name: str) -> dict[str, Bools]:
    """Return which cases belong to each group that is shown."""
    everyone = np.ones(len(table), dtype=np.bool_)
    if name == "prejudice":
        labels = table["expect"] + ", " + table["category"].str.lower()
        aside = table["template"].map(is_set_aside).to_numpy()
        whole = {expect: (table["expect"] == expect).to_numpy() for expect in set(table["expect"])}
        found = {f"{expect}, all": kept for expect, kept in sorted(whole.items())}
        found |= {
            f"{expect}, half set aside": kept & aside for expect, kept in sorted(whole.items())
        }
    else:
        labels = table["kind"] if name == "factual" else table["expect"]
        texts = table["text"].str.split("?").str[0] if name == "factual" else table["text_orig"]
        found = {"all": everyone, "half set aside": texts.map(is_set_aside).to_numpy()}
    kinds = sorted(set(labels))
    return found | {kind: (labels == kind).to_numpy() for kind in kinds if len(kinds) > 1}


def _answers(table: "pd.DataFrame", calls: Calls) -> Answers:
    everyone = np.ones(len(table), dtype=np.bool_)
    return Answers("bias", everyone, calls(table["text"]) == _wanted(table))


def _pair_answers(table: "pd.DataFrame", name: str, calls: Calls) -> Answers:
    """Return answers to changed sentences; a pair counts where the original is judged rightly."""
    before = calls(table["text_orig"])
    after = calls(table[PAIRS[name]], table["text_orig"])
    if name == "loaded":
        return Answers("bias", ~before, after)
    return Answers("bias", before == _wanted(table), after == before)


def _rivals(table: "pd.DataFrame") -> Iterator[Answers]:
    """Yield what the published classifiers answered; a pair that they skipped is empty."""
    wanted = _wanted(table)
    for column, model in RIVALS.items():
        said = table[f"pred_{column}"].to_numpy(float)
        yield Answers(model, ~np.isnan(said), said == wanted)


def _wanted(table: "pd.DataFrame") -> Bools:
    """Return which cases should be called biased."""
    if "label_babe_revised" in table:
        return np.asarray(table["label_babe_revised"] == 1)
    return np.asarray(table["expect"] == "biased")
