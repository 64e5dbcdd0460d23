"""Findings as SARIF 2.1.0, the format of code scanning."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from bias.codebook import in_words
from bias.desk.finding import Finding
from bias.desk.mark import RATING
from bias.report.html.kinds import MEANINGS
from bias.version import __version__

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_RATED = "Readers are likely to judge the article biased."


def as_sarif(findings: Iterable[Finding]) -> str:
    """Return one run with all findings; equal findings give equal text."""
    found = list(findings)
    rules = sorted({finding.category for finding in found})
    driver = {
        "name": "bias",
        "semanticVersion": __version__,
        "rules": [_rule(category) for category in rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, rules) for finding in found],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)


def _rule(category: str) -> dict[str, Any]:
    told = _RATED if category == RATING else MEANINGS[category]
    return {
        "id": category,
        "name": in_words(category).title().replace(" ", ""),
        "shortDescription": {"text": told},
    }


def _result(finding: Finding, rules: Sequence[str]) -> dict[str, Any]:
    place = finding.place
    region = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
        "snippet": {"text": finding.text},
    }
    where = {"artifactLocation": {"uri": _address(finding.path)}, "region": region}
    return {
        "ruleId": finding.category,
        "ruleIndex": rules.index(finding.category),
        "level": finding.level,
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": where}],
    }


def _address(path: str) -> str:
    """Return a path as an address, relative where the path is.

    >>> _address("drafts/über uns.md")
    'drafts/%C3%BCber%20uns.md'
    """
    plain = Path(path)
    return plain.as_uri() if plain.is_absolute() else quote(plain.as_posix())
