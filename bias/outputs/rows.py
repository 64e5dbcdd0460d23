"""One record as rows: of a flat table, and of the tidy tables."""

from typing import Any

from bias.outputs.record import Record

UNIT_COLUMNS = {
    "paragraphs": (
        "article", "article_number", "number", "start", "end", "role", "probability", "topic",
        "text",
    ),
    "sentences": ("article", "article_number", "number", "start", "end", "part", "bias", "text"),
    "cues": (
        "article", "article_number", "number", "start", "end", "text", "part", "feature",
        "category", "voice", "weight", "probability",
    ),
}  # fmt: skip
"""Columns of the tidy tables below `articles`."""
TEXT_COLUMNS = frozenset({
    "id", "headline", "outlet", "date", "url", "source", "rating_band", "rating_reason",
    "lean_reason", "article", "text", "role", "topic", "part", "feature", "category", "voice",
})  # fmt: skip
WHOLE_COLUMNS = frozenset({"article_number", "number", "start", "end"})
"""Columns of whole numbers; every other one that holds no text holds decimals."""
EXTRA = "extra"
"""The input's own columns in a record, and the beginning of their names in a table."""
_IDENTITY = ("id", "headline", "outlet", "date", "url", "source")
_RATING = ("bias", "low", "high", "band", "without_inserts", "reason")


def flat_row(record: Record) -> dict[str, Any]:
    """Return one record as one row: identity, rating, lean, scores, features.

    Rating columns are called `rating_bias`, `rating_low` and so on, the lean
    `lean_left`, `lean_center`, `lean_right` with `lean_reason`, scores
    `score_headline` and so on; features keep their names. The input's own columns, where the record
    has them, stand together in one cell, `extra`.
    """
    row = {name: record[name] for name in _IDENTITY}
    row |= {f"rating_{name}": record["rating"][name] for name in _RATING}
    row |= {f"lean_{side}": value for side, value in record["lean"].items()}
    row["lean_reason"] = record["lean_reason"]
    row |= {f"score_{name}": value for name, value in record["scores"].items()}
    row |= record["features"]
    if EXTRA in record:
        row[EXTRA] = record[EXTRA]
    return row


def tidy_rows(record: Record, number: int) -> dict[str, list[dict[str, Any]]]:
    """Return one record as rows of the tidy tables.

    Parameters
    ----------
    record
        Its id stands in every row.
    number
        Of the article in its run. It stands in every row, too: ids may come twice.
    """
    text, flat = record["text"], flat_row(record)
    tables = {"articles": [{"id": flat.pop("id"), "article_number": number} | flat]}
    for name, columns in UNIT_COLUMNS.items():
        tables[name] = []
        for position, row in enumerate(record[name]):
            place = {"article": record["id"], "article_number": number, "number": position}
            full = place | {"text": text[row["start"] : row["end"]]} | row
            tables[name].append({column: full[column] for column in columns})
    return tables
