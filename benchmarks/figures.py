"""Run the evaluations, save their tables, and refill the README's figures from them.

    python benchmarks/figures.py --data DATA             # everything that the README shows
    python benchmarks/figures.py --data DATA --only voice
    python benchmarks/figures.py                         # refill from the saved tables

Tables, and plots where one says more, lie in `docs/figures`. What has no table there yet has
no line in the README.
"""

import argparse
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from bias.cli import main as bias
from bias.cli.parser import BENCHMARKS

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "docs" / "figures"
RUN = (
    "voice", "headlines", "loaded-terms", "promo-inserts", "sentences", "articles", "genre",
    "compare", "frames",
)  # fmt: skip
"""Run when none is named: what the README shows. `calibration` and `symmetry` are shown in
`docs/rating.md`; `lean` reads all of article-bias-prediction three times."""
BLOCK = re.compile(r"(<!-- figures -->\n).*(<!-- /figures -->)", re.DOTALL)
Line = tuple[str, str, str]
"""What, figure, baseline."""


class Saved:
    """One benchmark's table."""

    def __init__(self, name: str) -> None:
        self.table = pd.read_csv(FOLDER / f"{name}.csv")

    def row(self, **where: str) -> "pd.Series[float]":
        """Return the first row that has these values."""
        chosen = self.table
        for column, value in where.items():
            chosen = chosen[chosen[column] == value]
        if chosen.empty:
            raise SystemExit(f"no row {where} in a table of {FOLDER}. Run its evaluation again.")
        return chosen.iloc[0]

    def figure(self, column: str = "value", **where: str) -> str:
        """Return a figure with its interval, if it has one."""
        row = self.row(**where)
        told = f"{row[column]:.3f}"
        if "low" in row and pd.notna(row["low"]):
            told += f" ({row['low']:.3f} to {row['high']:.3f})"
        return told


def articles(table: Saved) -> Iterator[Line]:
    """Yield the line of whole articles."""

    def told(model: str, measure: str) -> str:
        splits = ("articles at random", "outlets left out")
        where = {"model": model, "text": "paragraphs", "measure": measure}
        return "; ".join(table.figure(split=split, **where) for split in splits)

    measures = ("accuracy", "balanced accuracy", "AUC")
    ours = ", ".join(f"{name} {told('bias', name)}" for name in measures)
    count = table.row(model="bias")["n"]
    what = f"articles judged hyperpartisan ({count}, ten folds: at random; outlets left out)"
    yield what, ours, f"bag of words, accuracy {told('bag of words', 'accuracy')}"


def sentences(table: Saved) -> Iterator[Line]:
    """Yield the line of sentences."""
    count = table.row(model="bias", group="all")["n"]
    ours, bag = (
        table.figure(model=model, group="all", measure="macro F1")
        for model in ("bias", "bag of words")
    )
    yield (
        f"sentences judged biased (BABE, {count}, five folds)",
        f"macro F1 {ours}",
        (f"bag of words {bag}"),
    )


def loaded_terms(table: Saved) -> Iterator[Line]:
    """Yield the line of words: the token model against lists, over all outlets."""

    def told(terms: str) -> str:
        return table.figure("f1", terms=terms, outlets="all")

    count = table.row(terms="our lists")["words"]
    ours = (
        f"token model F1 {told('token model, 5 folds by sentence')}; outlets left out "
        f"{told('token model, 5 folds by outlet')}"
    )
    lists = {
        "our lists alone": "our lists",
        "BABE's list": "BABE's list",
        "VADER's": "VADER's list",
    }
    others = "; ".join(f"{name} {told(terms)}" for name, terms in lists.items())
    yield f"words marked as biased (BABE, {count} words)", ours, others


def promo_inserts(table: Saved) -> Iterator[Line]:
    """Yield the lines of inserts and of web pages."""

    def told(name: str) -> str:
        return table.figure("f1", measure=name)

    ours = f"F1 {told('promo insert')}; bare headlines {told('promo insert, bare_inserts_dev')}"
    cues = (f"baseline cue phrases{more}" for more in ("", ", bare_inserts_dev"))
    base = f"cue phrases {'; '.join(told(name) for name in cues)}"
    yield (
        "promo inserts, check outlets (132 articles; two choices were made with it in view)",
        f"F1 {told('check outlets, promo insert')}",
        "",
    )
    yield "promo inserts (837 articles; 202 with bare headlines; outlets left out)", ours, base
    pages = ("web pages, scrapinghub, 4-grams", "web pages, l3s, 4-grams")
    counts = "; ".join(str(table.row(measure=f"{name}: ours")["n"]) for name in pages)
    found = "; ".join(told(f"{name}: ours") for name in pages)
    peer = "; ".join(told(f"{name}: trafilatura") for name in pages)
    yield f"article text of web pages ({counts} pages)", f"F1 {found}", f"trafilatura {peer}"


def headlines(table: Saved) -> Iterator[Line]:
    """Yield the lines of slant and of clickbait."""
    area, rank = "AUC of the score, slant 2 or 3 against 0", "Spearman correlation of the score"
    bag = f"{area}, baseline: bag of words fitted on BABE's sentences"
    ours = (
        f"AUC {table.figure(measure=area)}; Spearman {table.figure(measure=f'{rank} with slant')}"
    )
    count = table.row(measure=area)["n"]
    yield (
        f"headline slanted or neutral ({count} headlines)",
        ours,
        (f"bag of words {table.figure(measure=bag)}"),
    )
    held_out = "accuracy of clickbait, a tenth held out"
    yield (
        "headline is clickbait (a tenth held out)",
        f"accuracy {table.figure(measure=held_out)}",
        "",
    )


def genre(table: Saved) -> Iterator[Line]:
    """Yield the line of reporting and opinion."""
    for test in dict.fromkeys(table.table["test"]):
        found, constant = (
            table.figure(test=test, measure=name)
            for name in ("macro F1", "macro F1, always opinion")
        )
        yield f"reporting or opinion ({test})", f"macro F1 {found}", f"always opinion {constant}"


def voice(table: Saved) -> Iterator[Line]:
    """Yield the line of quotations."""
    ours, kind = (
        table.figure(measure=name) for name in ("token accuracy of voice", "macro F1 of kind")
    )
    yield (
        "whose words: voice of tokens (40 articles)",
        (f"accuracy {ours}; kind of mark, macro F1 {kind}"),
        "",
    )


def compare(table: Saved) -> Iterator[Line]:
    """Yield the lines of sentences that tell the same, and of events."""
    part = "check part"
    count = table.row(test=part, measure="alignment, F1")["n"]
    ours, plain = (
        table.figure(test=part, measure=f"alignment, F1{more}") for more in ("", " of TF-IDF")
    )
    told, cosine = (
        table.figure(test=part, measure=f"told elsewhere, AUC{more}") for more in ("", " of TF-IDF")
    )
    yield (
        f"sentences of three outlets that tell the same (10 events, {count} pairs)",
        f"F1 {ours}; told elsewhere, AUC {told}",
        f"TF-IDF {plain}; {cosine}",
    )
    same = {"measure": "pairs of articles of one event, F1"}
    basil, month = (
        table.figure(test=test, **same) for test in ("basil, shuffled", f"triples by month, {part}")
    )
    yield "articles put to their events (BASIL; of a month)", f"F1 of pairs {basil}; {month}", ""


def frames(table: Saved) -> Iterator[Line]:
    """Yield the lines of policy frames: those that are said, and all fourteen in folds."""
    check, folds = (
        f"semeval23-task3-en, {part}" for part in ("check part, as shipped", "five folds")
    )
    count = table.row(test=check)["n"]
    said = [
        table.figure(test=check, measure=f"{name} F1, frames that are said")
        for name in ("micro", "macro")
    ]
    every = table.row(test=folds)["n"]
    ours, plain = (
        "; ".join(
            table.figure(test=folds, measure=f"{name} F1{more}") for name in ("micro", "macro")
        )
        for more in ("", ", bag of words")
    )
    yield (
        f"policy frames that are said, of {count} articles set aside (micro, macro F1)",
        "; ".join(said),
        "",
    )
    yield f"all fourteen policy frames ({every} articles, five folds: micro, macro F1)", ours, plain


def evidence(table: Saved) -> Iterator[Line]:
    """Yield the line of what is shown first, the part set aside."""
    part = {"part": "set aside"}
    right, found, calm = (
        table.figure(measure=measure, **part)
        for measure in (
            "shown cues that touch a marked stretch", "marked stretches touched by a shown cue",
            "cues shown in an article of slant 0",
        )
    )  # fmt: skip
    yield (
        "evidence against a reader's marks (slant_stretches, 19 articles set aside)",
        f"shown cues that touch a mark {right}; marks touched {found}; shown when calm {calm}",
        "",
    )


def sources(table: Saved) -> Iterator[Line]:
    """Yield the line of who says what."""
    data = {"data": "polnear, dev"}
    cue, source, content = (
        table.figure(measure=measure, **data)
        for measure in ("cue, overlap, F1", "source, overlap, F1", "content, characters, F1")
    )
    named = table.figure(measure="named speaker of a direct quotation", **data)
    yield (
        "who says what (PolNeAR, development part)",
        f"F1 of cues {cue}, of sources {source}, of contents {content}; named speaker {named}",
        "our rules before 0.679, 0.674",
    )


LINES = {
    "articles": articles,
    "sentences": sentences,
    "loaded-terms": loaded_terms,
    "promo-inserts": promo_inserts,
    "headlines": headlines,
    "genre": genre,
    "voice": voice,
    "evidence": evidence,
    "sources": sources,
    "compare": compare,
    "frames": frames,
}


def refill(readme: Path) -> None:
    """Write the saved figures between the README's markers."""
    text = readme.read_text("utf-8")
    if not BLOCK.search(text):
        raise SystemExit(f"{readme}: no lines <!-- figures --> and <!-- /figures -->.")
    rows = ["| what | figure (95 % interval) | baseline | command |", "| --- | --- | --- | --- |"]
    for name, lines in LINES.items():
        if (FOLDER / f"{name}.csv").exists():
            command = f"`bias evaluate {name} --data DATA`"
            rows += [
                " ".join(("|", " | ".join((*line, command)), "|")) for line in lines(Saved(name))
            ]
    filled = BLOCK.sub(lambda found: found[1] + "\n".join(rows) + "\n" + found[2], text)
    readme.write_text(filled, "utf-8")


def main() -> None:
    """Evaluate when there are data, then refill."""
    parser = argparse.ArgumentParser(description="Refill the README's figures.")
    parser.add_argument("--data", type=Path, help="folder with the labelled data sets")
    parser.add_argument("--only", nargs="+", choices=BENCHMARKS, default=RUN)
    options = parser.parse_args()
    for name in options.only if options.data else ():
        start = time.process_time()
        if bias(["evaluate", name, "--data", str(options.data), "-o", str(FOLDER)]):
            raise SystemExit(f"bias evaluate {name} failed.")
        print(f"{name}: {time.process_time() - start:.0f} s of processor time")
    refill(ROOT / "README.md")


if __name__ == "__main__":
    main()
