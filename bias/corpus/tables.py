"""Analyses as tidy tables: one row an article, a paragraph, a sentence, a cue.

What the charts draw and what the CSV files hold is the same. Undefined
numbers are NaN, empty cells in CSV.
"""

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bias.corpus.deviations import MEASURES
from bias.corpus.groups import INSERT_KINDS
from bias.outputs.record import DECIMALS, identity_of

if TYPE_CHECKING:
    import pandas as pd

    from bias.analysis import Analysis, LabelledParagraph

ARTICLE = ("article", "id", "headline", "outlet", "date", "url", "source", "words", "bias", "low",
           "high", "band", "without_inserts", "reason", "inserts", "cues")  # fmt: skip
PARAGRAPH = ("article", "paragraph", "start", "end", "role", "probability", "topic", "words")
SENTENCE = ("article", "sentence", "paragraph", "part", "role", "start", "end", "bias",
            "quoted_share")  # fmt: skip
CUE = ("article", "cue", "start", "end", "text", "part", "feature", "category", "voice", "weight",
       "probability", "note")  # fmt: skip


OURS = frozenset({*ARTICLE, "why", "page", "group", "given"})
"""Columns of the articles table, in a report's at least."""
_OUR_KINDS = ("score_", "percentile_", "inserts_", "extra_")


@dataclass(frozen=True)
class Tables:
    """The tidy tables of one or several articles, joined by `article`."""

    articles: "pd.DataFrame"
    """With a `score_*` column per score, `percentile_*` per score and measure of the heat map,
    and the caller's own columns."""
    paragraphs: "pd.DataFrame"
    sentences: "pd.DataFrame"
    cues: "pd.DataFrame"


def tables_of(analyses: Mapping[str, "Analysis"]) -> Tables:
    """Return the tables of some analyses, by the name each article goes under."""
    named = list(analyses.items())
    return Tables(
        frame_of([article_row(name, analysis) for name, analysis in named], ARTICLE),
        frame_of([row for named_one in named for row in _paragraph_rows(*named_one)], PARAGRAPH),
        frame_of([row for named_one in named for row in _sentence_rows(*named_one)], SENTENCE),
        frame_of([row for named_one in named for row in _cue_rows(*named_one)], CUE),
    )


def frame_of(rows: list[dict[str, Any]], columns: tuple[str, ...] = ARTICLE) -> "pd.DataFrame":
    """Return rows as a table; with these columns when there are none.

    Numbers are rounded once, where they are shown or written.
    """
    import pandas as pd

    return pd.DataFrame(rows) if rows else pd.DataFrame(columns=list(columns))


def csv_of(frame: "pd.DataFrame") -> bytes:
    """Return a table as CSV: numbers rounded, what is undefined left empty."""
    from bias.outputs.forms import as_csv

    plain = frame.round(DECIMALS).astype(object)
    table = as_csv(list(frame.columns), plain.where(plain.notna(), None).to_dict("records"))
    return table.header + table.content


def article_row(name: str, analysis: "Analysis") -> dict[str, Any]:
    """Return an article's row of the articles table."""
    article, rating = analysis.article, analysis.rating
    scores = {f"score_{key}": value for key, value in analysis.scores.items()}
    ranks = {
        f"percentile_{key}": analysis.percentiles.get(key, math.nan)
        for key in dict.fromkeys(("bias", *analysis.scores, *MEASURES))
    }
    kinds = Counter(kind for paragraph in analysis.paragraphs for kind in insert_kinds(paragraph))
    row = {
        "article": name,
        **identity_of(article, analysis.headline),
        "words": analysis.words,
        "bias": _float(rating.bias),
        "low": _float(rating.low),
        "high": _float(rating.high),
        "band": rating.band,
        "without_inserts": _float(rating.without_inserts),
        "reason": rating.reason,
        "inserts": kinds.total(),
        **{f"inserts_{kind}": kinds[kind] for kind in INSERT_KINDS},
        "cues": len(analysis.cues),
        **scores,
        **ranks,
    }
    return row | {own_column(key): value for key, value in article.extra.items()}


def own_column(name: str) -> str:
    """Return what a column of the input's own is called beside ours.

    >>> own_column("section"), own_column("percentile_bias")
    ('section', 'extra_percentile_bias')
    """
    return f"extra_{name}" if name in OURS or name.startswith(_OUR_KINDS) else name


def insert_kinds(paragraph: "LabelledParagraph") -> list[str]:
    """Return the kind of every insert that a paragraph is or holds."""
    roles = (paragraph.role, *(stretch.role for stretch in paragraph.label.stretches))
    return [role for role in roles if role in INSERT_KINDS]


def _float(value: float | None) -> float:
    return math.nan if value is None else float(value)


def _paragraph_rows(name: str, analysis: "Analysis") -> Iterator[dict[str, Any]]:
    document = analysis.document
    for index, (paragraph, cut) in enumerate(
        zip(analysis.paragraphs, document.paragraphs, strict=True)
    ):
        words = sum(token.kind == "word" for token in document.tokens_of(cut))
        yield _row(PARAGRAPH, paragraph, article=name, paragraph=index, words=words)


def _sentence_rows(name: str, analysis: "Analysis") -> Iterator[dict[str, Any]]:
    document, roles = analysis.document, [paragraph.label for paragraph in analysis.paragraphs]
    quoted = analysis.reading.quoted
    for index, (rated, cut) in enumerate(zip(analysis.sentences, document.sentences, strict=True)):
        is_body = rated.part == "body"
        role = roles[rated.paragraph].role_of(rated) if is_body else "headline"
        share = float(quoted[cut.first : cut.last].mean())
        own = {"article": name, "sentence": index, "role": role, "quoted_share": share}
        yield _row(SENTENCE, rated, **own)


def _cue_rows(name: str, analysis: "Analysis") -> Iterator[dict[str, Any]]:
    for index, cue in enumerate(analysis.cues):
        yield _row(CUE, cue, article=name, cue=index)


def _row(columns: tuple[str, ...], part: object, **own: Any) -> dict[str, Any]:
    """Return a row: a part's attributes by column, but for what is given beside it."""
    return {name: own[name] if name in own else getattr(part, name) for name in columns}
