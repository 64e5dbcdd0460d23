"""How many of BASIL's lexical spans the loaded terms meet.

Nothing is learnt from BASIL. A span is found when a cue overlaps it; a cue is right
when it overlaps a span. The interval is a bootstrap over events, as the three
articles on one event share their words.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from bias.corpus.intervals import bootstrap
from bias.document.article import Article
from bias.document.document import Document
from bias.document.judged import score_sentences
from bias.document.segment import segment
from bias.features.loaded.here import judge
from bias.features.loaded.meant import find_loaded
from bias.lists.hits import Match
from bias.models.tokens import shipped_token_model
from bias.words.cut import Span

if TYPE_CHECKING:
    import pandas as pd

SEED = 0


def basil_rows(path: Path) -> list[tuple[Any, ...]]:
    """Return name, set, precision, recall, F1 and number of spans, for lists and for cues.

    `path` is the folder that holds `basil`.
    """
    import pandas as pd

    sentences = pd.read_csv(path / "basil" / "sentences.csv.gz")
    spans = pd.read_csv(path / "basil" / "spans.csv.gz")
    spans = spans[(spans["bias"] == "lex") & (spans["offsets_match"] == 1)]
    gold = {
        key: [Span(int(s), int(e)) for s, e in zip(rows["start"], rows["end"], strict=True)]
        for key, rows in spans.groupby(["article", "sent_no"])
    }
    counts = np.concatenate(list(_counts(sentences, gold)))
    rows: list[tuple[Any, ...]] = []
    for number, name in enumerate(("our lists", "cues as shown")):
        table = counts[:, [0, 1 + 3 * number, 2 + 3 * number, 3 + 3 * number, 7]]
        by_event = [table[table[:, 0] == event] for event in np.unique(table[:, 0])]
        sums = np.array([part.sum(axis=0) for part in by_event])
        low, high = bootstrap(lambda drawn: _figures(drawn)[2], sums, seed=SEED)
        where = f"basil, lexical spans (F1 {low:.3f} to {high:.3f})"
        rows.append((name, where, *_figures(table), int(table[:, 4].sum())))
    return rows


def _counts(sentences: "pd.DataFrame", gold: dict[Any, list[Span]]) -> Iterator[Any]:
    """Yield per sentence: event, then cues, right cues and found spans, twice; spans."""
    events = {event: number for number, event in enumerate(sentences["event_id"].unique())}
    columns = ("event_id", "article", "sent_no", "text")
    for event, article, number, text in zip(*(sentences[c] for c in columns), strict=True):
        marked = gold.get((article, number), [])
        document = segment(Article(body=str(text)))
        if document.text != text:
            continue
        ours = [_compare(cues, marked) for cues in (_listed(document), _shown(document))]
        yield np.array([[events[event], *ours[0], *ours[1], len(marked)]])


def _compare(cues: list[Span], marked: list[Span]) -> tuple[int, int, int]:
    """Return the number of cues, of those that meet a span, and of spans that meet a cue."""
    right = sum(any(cue.meets(span) for span in marked) for cue in cues)
    found = sum(any(cue.meets(span) for cue in cues) for span in marked)
    return len(cues), right, found


def _listed(document: Document) -> list[Span]:
    return [_span(document, match) for match in find_loaded(document, document.sentences)]


def _shown(document: Document) -> list[Span]:
    log_odds = score_sentences(document).log_odds
    found = judge(shipped_token_model(), document, document.sentences, log_odds)
    return [_span(document, hit.match) for hit in found]


def _span(document: Document, match: Match) -> Span:
    return Span(int(document.starts[match.first]), int(document.ends[match.last - 1]))


def _figures(table: Any) -> tuple[float, float, float]:
    _, cues, right, found, spans = table.sum(axis=0)
    precision, recall = right / max(cues, 1), found / max(spans, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)
