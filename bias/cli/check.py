"""`bias check` and `bias inserts`: what a desk looks at before an article goes out."""

import csv
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from bias.analysis import analyze_document
from bias.cli.batch import Batch
from bias.cli.models import user_models
from bias.desk.accepted import Accepting
from bias.desk.finding import Finding, Placing
from bias.desk.formats import as_github, as_text
from bias.desk.mark import Marked
from bias.desk.sarif import as_sarif
from bias.desk.settings import Settings, find_settings, read_settings, share_of
from bias.desk.told import marked
from bias.document.document import Document
from bias.outputs.record import number
from bias.shown.harmless import counted, harmless
from bias.why.outside import Outside, outside

FOUND = 1
INSERT = ("id", "role", "topic", "probability", "text")
"""Columns of `bias inserts`."""
SHOWN = 72
"""Letters of an insert that the table shows; CSV holds all."""


def run_check(options: Namespace) -> int:
    """Print what an editor would look at; 1 when something is found or an input is refused."""
    settings = read_settings(options.config) if options.config else find_settings(Path.cwd())
    fail_above = settings.fail_above
    if options.fail_above is not None:
        fail_above = share_of(options.fail_above, "--fail-above")
    batch, models = Batch(options), user_models(options)
    function = partial(
        _marked,
        how=(dict(settings.categories), fail_above, settings.strength),
        repeats=batch.repeats(),
        model=models,
    )
    tally = _Tally(fail_above)
    found = tally.counting(batch.results(function), settings)
    if options.format == "sarif":
        print(as_sarif(found))
    else:
        for line in (as_github if options.format == "github" else as_text)(found):
            print(harmless(line))
    if not options.quiet:
        print(f"bias: {tally.told()}", file=sys.stderr)
    return FOUND if tally.failed or batch.refused else 0


def _marked(
    document: Document, how: tuple[dict[str, bool], float | None, float], **own: Any
) -> Marked:
    return marked(analyze_document(document, **own), *how)


class _Tally:
    """Counts what goes past."""

    def __init__(self, fail_above: float | None) -> None:
        self._fail_above = fail_above
        self._articles = self._touched = self._findings = 0
        self.failed = False

    def counting(self, articles: Iterable[Marked], settings: Settings) -> Iterator[Finding]:
        """Yield what is found and not accepted, article by article."""
        placing, accepting = Placing(), Accepting(settings.accepted)
        for article in articles:
            left = accepting.left(placing.findings(article), placing.source)
            self._articles += 1
            self._touched += bool(left)
            self._findings += len(left)
            self.failed |= any(self._fails(finding) for finding in left)
            yield from left

    def _fails(self, finding: Finding) -> bool:
        return self._fail_above is None or finding.level == "error"

    def told(self) -> str:
        """Say how much was checked and found."""
        found = counted(self._findings, "finding")
        return f"{counted(self._articles, 'article')} checked, {found} in {self._touched}"


def run_inserts(options: Namespace) -> int:
    """Print what is not part of the story, as a table or as CSV; 1 when an input was refused."""
    batch = Batch(options)
    function = partial(_inserts, repeats=batch.repeats(), off_topic=options.off_topic)
    rows = (row for rows in batch.results(function) for row in rows)
    if options.format == "csv":
        writer = csv.DictWriter(sys.stdout, INSERT, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    else:
        for row in rows:
            print(_line(row))
    return int(bool(batch.refused))


def _inserts(document: Document, off_topic: bool, **own: Any) -> list[dict[str, object]]:
    analysis = analyze_document(document, **own)
    return [
        _row(part, analysis.article.id, analysis.text)
        for part in outside(analysis)
        if part.topic == "off" or not off_topic
    ]


def _row(part: Outside, name: str, text: str) -> dict[str, object]:
    values = (name, part.role, part.topic, number(part.probability), part.of(text))
    return dict(zip(INSERT, values, strict=True))


def _line(row: dict[str, object]) -> str:
    topic = f", {row['topic']} topic" if row["topic"] else ""
    text = " ".join(str(row["text"]).split())
    text = text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
    sure = "" if row["probability"] is None else f"{row['probability']:.2f}"
    return harmless(f"{row['id']}  {row['role']}{topic}  {sure}  {text}")
