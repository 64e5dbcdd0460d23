"""Analyses as tidy tables: one row an article, a paragraph, a sentence, a cue.

What the charts draw and what the CSV files hold is the same. Undefined
numbers are NaN, empty cells in CSV.
"""

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bias.corpus.deviations import MEASURES
from bias.corpus.groups import INSERT_KINDS
from bias.outputs.record import DECIMALS

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
    """Return rows as a table, numbers rounded; with these columns when there are none."""
    import pandas as pd

    frame = pd.DataFrame(rows) if rows else pd.DataFrame(columns=list(columns))
    floats = frame.select_dtypes("float").columns
    frame[floats] = frame[floats].round(DECIMALS)
    return frame


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
    return {
        "article": name,
        "id": article.id,
        "headline": analysis.headline,
        "outlet": article.outlet,
        "date": article.date,
        "url": article.url,
        "source": article.source,
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
        **{key: value for key, value in article.extra.items() if key not in ARTICLE},
    }


def insert_kinds(paragraph: "LabelledParagraph") -> list[str]:
    """Return the kind of every insert that a paragraph is or holds."""
    roles = (paragraph.role, *(stretch.role for stretch in paragraph.label.stretches))
    return [role for role in roles if role in INSERT_KINDS]


def _float(value: float | None) -> float:
    return math.nan if value is None else float(value)


def _paragraph_rows(name: str, analysis: "Analysis") -> list[dict[str, Any]]:
    document = analysis.document
    return [
        {
            "article": name,
            "paragraph": index,
            "start": paragraph.start,
            "end": paragraph.end,
            "role": paragraph.role,
            "probability": float(paragraph.probability),
            "topic": paragraph.topic,
            "words": sum(token.kind == "word" for token in document.tokens_of(cut)),
        }
        for index, (paragraph, cut) in enumerate(
            zip(analysis.paragraphs, document.paragraphs, strict=True)
        )
    ]


def _sentence_rows(name: str, analysis: "Analysis") -> list[dict[str, Any]]:
    document = analysis.document
    return [
        {
            "article": name,
            "sentence": index,
            "paragraph": rated.paragraph,
            "part": rated.part,
            "role": analysis.paragraphs[rated.paragraph].label.role_of(rated)
            if rated.part == "body"
            else "headline",
            "start": rated.start,
            "end": rated.end,
            "bias": float(rated.bias),
            "quoted_share": _quoted_share([t.voice for t in document.tokens_of(cut)]),
        }
        for index, (rated, cut) in enumerate(
            zip(analysis.sentences, document.sentences, strict=True)
        )
    ]


def _quoted_share(voices: list[str]) -> float:
    return voices.count("quoted") / len(voices) if voices else math.nan


def _cue_rows(name: str, analysis: "Analysis") -> list[dict[str, Any]]:
    return [
        {
            "article": name,
            "cue": index,
            "start": cue.start,
            "end": cue.end,
            "text": cue.text,
            "part": cue.part,
            "feature": cue.feature,
            "category": cue.category,
            "voice": cue.voice,
            "weight": float(cue.weight),
            "probability": float(cue.probability),
            "note": cue.note,
        }
        for index, cue in enumerate(analysis.cues)
    ]
