"""Factiva: articles with two-letter labels, or with their fields as bare lines."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from bias.inputs.exports.fields import COPYRIGHT, DATE, Exported, blocks_of

_NUMBER = r"Document [A-Z][A-Z0-9]{3,9}0{2}\d{8}\w{5,12}"
_END = re.compile(rf"^[ \t]*(?:AN[ \t]*\n?[ \t]*)?{_NUMBER}[ \t]*$", re.MULTILINE)
_TAGS = {
    "HD": "headline", "BY": "authors", "PD": "date", "SN": "outlet", "LP": "lead", "TD": "body",
    "SE": "section", "CLM": "column", "CR": "credit", "WC": "length", "ET": "time", "SC": "code",
    "ED": "edition", "PG": "pages", "VOL": "volume", "LA": "language", "CY": "copyright",
    "CT": "contact", "RF": "reference", "CO": "company", "IN": "industry", "NS": "subject",
    "RE": "region", "IPC": "codes", "IPD": "codes", "PUB": "publisher", "AN": "number",
    "ART": "captions",
}  # fmt: skip
"""Its labels, and what they are called here."""
_TAG = re.compile(rf"^[ \t]*({'|'.join(_TAGS)})(?:[ \t]{{2,}}|\t|[ \t]*$)", re.MULTILINE)
_TAGGED = re.compile(r"^[ \t]*(?:LP|TD)(?:[ \t]{2,}|\t|[ \t]*$)", re.MULTILINE)
_HEAD_TAG = re.compile(r"^[ \t]*HD(?:[ \t]{2,}|\t|[ \t]*$)", re.MULTILINE)
_KEPT = frozenset({"outlet", "date", "authors", "section", "column", "language", "pages"})
_WORDS = re.compile(r"\d[\d,]* words")
_CODE = re.compile(r"[A-Z][A-Z0-9]{2,9}")
_BY = re.compile(r"by\s", re.IGNORECASE)


def is_factiva(text: str) -> bool:
    """Tell a text that Factiva exported by its labels or document numbers."""
    if _HEAD_TAG.search(text) and _TAGGED.search(text):
        return True
    return (
        _END.search(text) is not None
        and re.search(rf"^{_WORDS.pattern}\s*$", text, re.M) is not None
    )


def read_factiva(text: str) -> list[Exported]:
    """Return the articles of an export."""
    read = _read_tagged if _HEAD_TAG.search(text) else _read_bare
    return [found for found in map(read, _END.split(text)) if found.body]


def _read_tagged(part: str) -> Exported:
    fields = dict(_values(part))
    body = "\n\n".join(filter(None, (fields.get("lead"), fields.get("body"))))
    kept = {name: fields[name] for name in _KEPT if fields.get(name)}
    return Exported(" ".join(fields.get("headline", "").split()), body, kept)


def _values(part: str) -> Iterator[tuple[str, str]]:
    tags = [*_TAG.finditer(part)]
    ends = [*(tag.start() for tag in tags), len(part)]
    for tag, end in zip(tags, ends[1:], strict=True):
        yield _TAGS[tag[1]], part[tag.end() : end].strip()


def _read_bare(part: str) -> Exported:
    """Read an article whose fields are lines: headline, author, words, day, outlet, code."""
    lines = [line for block in blocks_of(part) for line in block]
    at = next((n for n, line in enumerate(lines) if _WORDS.fullmatch(line)), None)
    if at is None:
        return Exported("", "")
    titles = [line for line in lines[:at] if not _BY.match(line)]
    authors = [line for line in lines[:at] if _BY.match(line)]
    facts = _facts(lines[at + 1 :])
    day = next((DATE.match(line) for line in facts if DATE.match(line)), None)
    names = [line for line in facts if not _is_code(line)]
    fields = {
        "outlet": names[0] if names else "",
        "date": day[0] if day else "",
        "authors": authors[0].split(maxsplit=1)[1] if authors else "",
    }
    body = _story(part, facts[-1] if facts else lines[at])
    kept = {name: value for name, value in fields.items() if value}
    return Exported(titles[-1] if titles else "", body, kept)


def _facts(lines: Sequence[str]) -> list[str]:
    """Return the lines of the head, up to the copyright."""
    above = [*takewhile(lambda line: not COPYRIGHT.match(line), lines)]
    return [*lines[: len(above) + 1]] if len(above) < len(lines) else above[:5]


def _is_code(line: str) -> bool:
    """Tell a line of the head that does not name the outlet."""
    return bool(
        DATE.match(line)
        or _CODE.fullmatch(line)
        or COPYRIGHT.match(line)
        or re.fullmatch(r"\d{1,2}:\d\d(?: \w+)?|\d+|[A-Z]?\d+|English", line)
    )


def _story(part: str, last: str) -> str:
    """Return what follows the last line of the head."""
    _, _, rest = part.partition(last)
    return rest.strip()
