"""Parts of the record: an analysis as plain data, as the contract lays it down."""

import hashlib
import json
import platform
from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from bias.lists.terms import shipped_list, shipped_names
from bias.version import __version__

if TYPE_CHECKING:
    from bias.document.article import Article
    from bias.document.document import Cue, Part
    from bias.models.lean import Lean
    from bias.rating.rate import Rating
    from bias.roles import ParagraphRole
    from bias.words.cut import Span

Record = dict[str, Any]

SCHEMA_VERSION = "1.1"
LIBRARIES = (
    "feedparser", "ftfy", "lxml", "markdown-it-py", "numpy", "openpyxl", "python-docx", "striprtf",
    "trafilatura",
)  # fmt: skip
"""What is installed beside the package and has a say in numbers or in what is read."""
DECIMALS = 4
"""Numbers are rounded so: finer differences mean nothing."""


def identity_of(article: "Article", headline: str, keep_columns: bool = False) -> Record:
    """Return what tells an article from others: its headline as analysed, the rest as read.

    `keep_columns`: with the input's own columns, under `extra`.
    """
    extra = {"extra": dict(article.extra)} if keep_columns else {}
    return {
        "id": article.id,
        "headline": headline,
        "outlet": article.outlet,
        "date": article.date,
        "url": article.url,
        "source": article.source,
        **extra,
    }


def rating_of(rating: "Rating") -> Record:
    """Return a rating with what drove it."""
    return {
        "bias": number(rating.bias),
        "low": number(rating.low),
        "high": number(rating.high),
        "band": rating.band,
        "without_inserts": number(rating.without_inserts),
        "drivers": [
            {"feature": d.feature, "contribution": number(d.contribution)} for d in rating.drivers
        ],
        "reason": rating.reason,
    }


def lean_of(lean: "Lean | None") -> Record:
    """Return the probability of each side; None where that is unsure."""
    from bias.models.lean import SIDES

    return {side: None if lean is None else number(lean.probability(side)) for side in SIDES}


def paragraph_of(span: "Span", label: "ParagraphRole") -> Record:
    """Return one paragraph of the body with its role."""
    return {
        "start": span.start,
        "end": span.end,
        "role": label.role,
        "probability": number(label.probability),
        "topic": label.topic,
    }


def sentence_of(span: "Span", part: "Part", bias: float) -> Record:
    """Return one sentence with its probability."""
    return {"start": span.start, "end": span.end, "part": part, "bias": number(bias)}


def cue_of(cue: "Cue") -> Record:
    """Return one piece of evidence with its place."""
    return {
        "start": cue.start,
        "end": cue.end,
        "text": cue.text,
        "part": cue.part,
        "feature": cue.feature,
        "category": cue.category,
        "voice": cue.voice,
        "weight": number(cue.weight),
        "probability": number(cue.probability),
    }


def numbers(values: Mapping[str, float]) -> dict[str, float | None]:
    """Return named numbers, undefined ones as None."""
    return {name: number(value) for name, value in values.items()}


def number(value: float | None) -> float | None:
    """Round a number; NaN and None both become None.

    >>> number(0.123456), number(float("nan"))
    (0.1235, None)
    """
    if value is None or value != value:
        return None
    return round(float(value), DECIMALS)


def provenance(
    lexicons: Mapping[str, str] = MappingProxyType({}),
    models: Mapping[str, str] = MappingProxyType({}),
) -> dict[str, Any]:
    """Return what produces the numbers: version, digests of models and term lists.

    Parameters
    ----------
    lexicons
        The user's own lists: name and digest; they stand behind the shipped ones.
    models
        The user's own models, likewise.
    """
    return {
        "version": __version__,
        "model": {**model_digests(), **models},
        "lexicons": {**lexicon_digests(), **lexicons},
    }


def run_provenance(
    lexicons: Mapping[str, str] = MappingProxyType({}),
    models: Mapping[str, str] = MappingProxyType({}),
) -> dict[str, Any]:
    """Return what the records of a run depend on, the versions of libraries included."""
    from importlib.metadata import version

    libraries = {name: version(name) for name in LIBRARIES}
    return provenance(lexicons, models) | {
        "schema_version": SCHEMA_VERSION,
        "python": platform.python_version(),
        "libraries": libraries,
    }


@cache
def lexicon_digests() -> dict[str, str]:
    """Return the SHA-256 of every shipped term list, first 12 hex digits."""
    return {name: shipped_list(name).digest for name in shipped_names()}


@cache
def model_digests() -> dict[str, str]:
    """Return the SHA-256 of every shipped model file, first 12 hex digits."""
    files = sorted(resources.files("bias.models.data").iterdir(), key=lambda file: file.name)
    return {
        file.name: hashlib.sha256(file.read_bytes()).hexdigest()[:12]
        for file in files
        if file.name.endswith((".json", ".gz", ".csv"))
    }


def schema() -> dict[str, Any]:
    """Return the JSON Schema of the record."""
    text = resources.files("bias.outputs").joinpath("record.schema.json").read_text("utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded
