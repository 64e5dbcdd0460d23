"""Findings as lines: for people and editors, and for GitHub's checks."""

from collections.abc import Iterable, Iterator

from bias.desk.finding import Finding

_KINDS = {"error": "error", "warning": "warning", "note": "notice"}
"""Our levels in GitHub's words."""


def as_text(findings: Iterable[Finding]) -> Iterator[str]:
    """Yield `path:line:column: category: message` for each."""
    for finding in findings:
        place = f"{finding.path}:{finding.place.line}:{finding.place.column}"
        yield f"{place}: {finding.category}: {finding.message}"


def as_github(findings: Iterable[Finding]) -> Iterator[str]:
    """Yield workflow commands, which GitHub shows beside the lines they are about."""
    for finding in findings:
        place = finding.place
        where = {
            "file": finding.path, "line": place.line, "endLine": place.end_line,
            "col": place.column, "endColumn": place.end_column, "title": finding.category,
        }  # fmt: skip
        if place.line != place.end_line:
            del where["col"], where["endColumn"]
        told = ",".join(f"{name}={_property(str(value))}" for name, value in where.items())
        yield f"::{_KINDS[finding.level]} {told}::{_data(finding.message)}"


def _data(text: str) -> str:
    r"""Escape what would end a command.

    >>> _data("50 %\nand")
    '50 %25%0Aand'
    """
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
