"""One record: its spans against its text, its numbers against a second measurement."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from bias.analysis import Analysis
from bias.document.article import Article
from bias.outputs.record import SCHEMA_VERSION, Record

SPANS = ("paragraphs", "sentences", "cues")
NOT_MEASURED = frozenset({"extra", "mended", "meta", "source"})
"""Of a record: what was read, or how; a second measurement reads the text as it was analysed."""
PAGE = re.compile(r"(?:^https?://|\.x?html?\b|\.warc\b)", re.IGNORECASE)
"""Sources whose layout has a say in the numbers, and does not stand in the record."""
SHOWN = 60
"""Letters of a value that is told."""


def misplaced(record: Record) -> Iterator[str]:
    """Yield what of a record's spans does not stand in its text."""
    text = record["text"]
    for name in SPANS:
        for place, span in enumerate(record[name]):
            if not 0 <= span["start"] < span["end"] <= len(text):
                told = f"{span['start']}-{span['end']} of {len(text)} characters"
                yield f"{name}[{place}] stands outside the text: {told}"
            elif span.get("text", said := text[span["start"] : span["end"]]) != said:
                yield f"{name}[{place}] is {_told(span['text'])}, and there stands {_told(said)}"
    for index in record["evidence"]:
        if not 0 <= index < len(record["cues"]):
            yield f"evidence names cue {index}, and there are {len(record['cues'])}"


def remeasured(record: Record, analyze: Callable[[Article], Analysis]) -> Iterator[str]:
    """Yield where a record says something else than its text measured again; the first only."""
    again = analyze(article_of(record)).to_dict()
    for name in again:
        if name not in NOT_MEASURED and (found := _differs(name, record.get(name), again[name])):
            yield found
            return


def is_of_page(record: Record) -> bool:
    """Tell whether a record is of a web page, whose numbers its text alone does not give again.

    >>> is_of_page({"source": "news/a.html.gz"}), is_of_page({"source": "news/a.txt"})
    (True, False)
    """
    return PAGE.search(record["source"]) is not None


def article_of(record: Record) -> Article:
    """Return the article of a record, as it was analysed."""
    headline, text = record["headline"] or "", record["text"]
    body = text[len(headline) :].lstrip("\n") if text.startswith(headline) else text
    named = {name: record[name] for name in ("id", "outlet", "date", "url", "source")}
    return Article(headline=headline, body=body, **named)


def made_by_another(meta: Mapping[str, Any], now: Mapping[str, Any]) -> str:
    """Say what made an output and is not installed here; empty where all is the same.

    Parameters
    ----------
    meta, now
        What `bias.outputs.record.provenance` gave then, and gives here.
    """
    if meta.get("version") != now["version"]:
        return f"version {meta.get('version')} made it, this is {now['version']}"
    for kind in ("model", "lexicons"):
        then, here = meta.get(kind, {}), now[kind]
        if changed := sorted(k for k in then.keys() | here.keys() if then.get(k) != here.get(k)):
            more = f" and {len(changed) - 1} more" if len(changed) > 1 else ""
            return f"made with another {kind} {changed[0]}{more} than is here"
    return ""


def is_record(line: Any) -> bool:
    """Tell whether a line of JSON is a record of this schema."""
    return isinstance(line, dict) and line.get("schema_version") == SCHEMA_VERSION


def _differs(path: str, then: Any, now: Any) -> str:
    """Name the first place in which two values differ; empty where they are equal."""
    if isinstance(then, dict) and isinstance(now, dict) and then.keys() == now.keys():
        found = (_differs(f"{path}.{name}", then[name], now[name]) for name in now)
        return next(filter(None, found), "")
    if isinstance(then, list) and isinstance(now, list) and len(then) == len(now):
        found = (
            _differs(f"{path}[{place}]", *two)
            for place, two in enumerate(zip(then, now, strict=True))
        )
        return next(filter(None, found), "")
    return "" if then == now else f"{path} is {_told(then)}, measured again {_told(now)}"


def _told(value: Any) -> str:
    said = repr(value)
    return said if len(said) <= SHOWN else f"{said[: SHOWN - 1]}…"
