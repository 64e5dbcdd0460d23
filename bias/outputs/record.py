"""The record: one analysis as plain data, as the contract lays it down."""

import hashlib
import json
import math
import platform
from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from bias.lists.terms import shipped_list, shipped_names
from bias.models.lean import SIDES, Lean
from bias.rating.own import digests_of
from bias.version import __version__

if TYPE_CHECKING:
    from bias.analysis import Analysis

SCHEMA_VERSION = "1.1"
LIBRARIES = ("lxml", "numpy", "trafilatura")
"""What is installed beside the package and has a say in numbers or in what is read."""
DECIMALS = 4
"""Numbers are rounded so: finer differences mean nothing."""


def record_of(analysis: "Analysis") -> dict[str, Any]:
    """Return the record of one analysis; undefined numbers are None."""
    article = analysis.article
    return {
        "id": article.id,
        "headline": analysis.headline,
        "outlet": article.outlet,
        "date": article.date,
        "url": article.url,
        "source": article.source,
        "schema_version": SCHEMA_VERSION,
        "text": analysis.text,
        "rating": _rating(analysis),
        "lean": _lean(analysis.lean),
        "scores": _plain(analysis.scores),
        "features": _plain(analysis.values),
        "percentiles": _plain(analysis.percentiles),
        "paragraphs": [
            {
                "start": p.start,
                "end": p.end,
                "role": p.role,
                "probability": _number(p.probability),
                "topic": p.topic,
            }
            for p in analysis.paragraphs
        ],
        "sentences": [
            {"start": s.start, "end": s.end, "part": s.part, "bias": _number(s.bias)}
            for s in analysis.sentences
        ],
        "cues": [
            {
                "start": c.start,
                "end": c.end,
                "text": c.text,
                "part": c.part,
                "feature": c.feature,
                "category": c.category,
                "voice": c.voice,
                "weight": _number(c.weight),
                "probability": _number(c.probability),
            }
            for c in analysis.cues
        ],
        "frames": {},
        "meta": provenance(analysis.lexicons, digests_of(analysis.models)),
    }


def _lean(lean: Lean | None) -> dict[str, float | None]:
    return {side: None if lean is None else _number(lean.probability(side)) for side in SIDES}


def _rating(analysis: "Analysis") -> dict[str, Any]:
    rating = analysis.rating
    return {
        "bias": _number(rating.bias),
        "low": _number(rating.low),
        "high": _number(rating.high),
        "band": rating.band,
        "without_inserts": _number(rating.without_inserts),
        "drivers": [
            {"feature": d.feature, "contribution": _number(d.contribution)} for d in rating.drivers
        ],
        "reason": rating.reason,
    }


def _plain(values: Mapping[str, float]) -> dict[str, float | None]:
    return {name: _number(value) for name, value in values.items()}


def _number(value: float | None) -> float | None:
    """Round a number; NaN and None both become None."""
    if value is None or math.isnan(value):
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
