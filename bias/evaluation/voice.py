"""Whose words: voice and kind of marked stretches, on the `quotations` set.

Gold stretches are given without their marks, long ones as their first and last
words; both ends are looked up in the stretch's own paragraph. A token is gold
`quoted` when it starts inside a direct stretch. Kinds are compared between each
gold stretch and the found one that covers most of it.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from bias.document.article import Article
from bias.document.document import Document
from bias.document.segment import segment
from bias.labelled.files import read_lines
from bias.words.cut import Span

if TYPE_CHECKING:
    import pandas as pd

FILE = "articles_dev.jsonl.gz"
KINDS = ("direct", "scare", "title")
MISSED = "none"


def evaluate_voice(path: Path) -> "pd.DataFrame":
    """Return token accuracy of `voice` and F1 per kind of marked stretch.

    `path` is the `quotations` folder, or its parent.

    Returns
    -------
    pandas.DataFrame
        Columns measure, value, n.
    """
    import pandas as pd

    tokens: list[bool] = []
    kinds: list[tuple[str, str]] = []
    unplaced = 0
    folder = path if (path / FILE).exists() else path / "quotations"
    for row in read_lines(folder / FILE):
        document = segment(Article(row["headline"], "\n\n".join(row["paragraphs"])))
        placed = locate(row, document)
        unplaced += len(row["marked"]) - len(placed)
        gold = [(span, mark["kind"]) for span, mark in placed]
        tokens += _agreements(document, gold)
        kinds += [(kind, found_kind(document, span)) for span, kind in gold]
    scores = [(f"F1, kind {kind}", *f1_of(kinds, kind)) for kind in KINDS]
    macro = sum(score for _, score, _ in scores) / len(scores)
    rows = [
        ("token accuracy of voice", sum(tokens) / len(tokens), len(tokens)),
        *scores,
        ("macro F1 of kind", macro, len(kinds)),
        ("gold stretches not found in their paragraph", float(unplaced), len(kinds) + unplaced),
    ]
    return pd.DataFrame(rows, columns=["measure", "value", "n"])


def locate(row: dict[str, Any], document: Document) -> list[tuple[Span, dict[str, Any]]]:
    """Return the marks of a row of `quotations` that can be placed, and where each stands."""
    placed, cursor = [], dict.fromkeys(range(-1, len(document.paragraphs)), 0)
    for mark in row["marked"]:
        number = mark["p"]
        unit = document.paragraphs[number] if number >= 0 else document.headline
        span = _find(document.text[unit.start : unit.end], mark["text"], cursor[number])
        if span is not None:
            cursor[number] = span.end
            placed.append((Span(unit.start + span.start, unit.start + span.end), mark))
    return placed


def _find(text: str, wanted: str, after: int) -> Span | None:
    """Find a stretch, or its first and last words, from `after` on or else anywhere."""
    head, ellipsis, tail = wanted.partition(" … ")
    for begin in (after, 0):
        start = text.find(head, begin)
        end = text.find(tail, start + len(head)) + len(tail) if ellipsis else start + len(head)
        if start >= 0 and end > start:
            return Span(start, end)
    return None


def _agreements(document: Document, gold: list[tuple[Span, str]]) -> list[bool]:
    direct = [span for span, kind in gold if kind == "direct"]
    return [
        (token.voice == "quoted") == any(s.start <= token.start < s.end for s in direct)
        for token in document.tokens
        if token.kind != "mark"
    ]


def found_kind(document: Document, gold: Span) -> str:
    """Return the kind of the found stretch that overlaps this one most."""

    def overlap(q: Span) -> int:
        return min(q.end, gold.end) - max(q.start, gold.start)

    best = max(document.quotations, key=overlap, default=None)
    return best.kind if best and overlap(best) > 0 else MISSED


def f1_of(pairs: list[tuple[str, str]], kind: str) -> tuple[float, int]:
    """Return the F1 of a kind over pairs of what was marked and what was found, and its number."""
    true = sum(gold == found == kind for gold, found in pairs)
    gold_n, found_n = (sum(pair[i] == kind for pair in pairs) for i in (0, 1))
    return 2 * true / (gold_n + found_n) if gold_n + found_n else float("nan"), gold_n
