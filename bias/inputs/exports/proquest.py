"""ProQuest: articles under lines of underscores, each with its labels."""

import re
from collections.abc import Iterator

from bias.inputs.exports.fields import Exported

_RULE = re.compile(r"^[ \t]*_{10,}[ \t]*$", re.MULTILINE)
_NAMES = {
    "title": "headline", "author": "authors", "publication info": "info", "abstract": "abstract",
    "full text": "body", "publication title": "outlet", "publication date": "date",
    "document url": "url", "section": "section", "subject": "subject",
    "proquest document id": "number", "pages": "pages", "first page": "pages",
}  # fmt: skip
"""Labels that give a field, and what it is called here."""
_OTHERS = (
    "links", "location", "people", "company / organization", "publication year", "year",
    "publisher", "place of publication", "country of publication", "publication subject", "issn",
    "eissn", "source type", "language of publication", "document type", "copyright",
    "last updated", "database", "credit", "dateline", "column", "identifier / keyword",
    "classification", "volume", "issue", "number of pages", "journal subject",
    "business indexing term", "illustration", "accession number", "document feature", "note",
    "alternate title", "edition", "company", "industry", "product name", "dimension",
)  # fmt: skip
_LABEL = re.compile(
    rf"^({'|'.join(map(re.escape, [*_NAMES, *_OTHERS]))})\s*:[ \t]*", re.IGNORECASE | re.MULTILINE
)
_NUMBERED = re.compile(r":?\s*\[[\w ,./-]{1,40}\]$")
"""A note of the edition behind a title."""
_NO_TITLE = re.compile(
    r"document \d+ of \d+|report information.*|table of contents|proquest.*|\d+\.\s.*",
    re.IGNORECASE,
)


def is_proquest(text: str) -> bool:
    """Tell a text that ProQuest exported by its labels."""
    low = text.lower()
    return "proquest document id:" in low or (
        "proquest" in low and "full text:" in low and "publication title:" in low
    )


def read_proquest(text: str) -> list[Exported]:
    """Return the articles of an export; of those without full text, the abstract."""
    return [found for found in map(_read, _RULE.split(text)) if found.body]


def _read(part: str) -> Exported:
    fields = dict(reversed([*_values(part)]))
    headline, body = fields.pop("headline", ""), fields.pop("body", "")
    abstract, info = fields.pop("abstract", ""), fields.pop("info", "")
    fields["outlet"] = (fields.get("outlet") or info).partition(";")[0].strip()
    kept = {name: value for name, value in fields.items() if value}
    return Exported(_NUMBERED.sub("", headline or _title(part)), body or abstract, kept)


def _values(part: str) -> Iterator[tuple[str, str]]:
    """Yield what each label that gives a field says, up to the next label."""
    labels = [*_LABEL.finditer(part)]
    ends = [*(label.start() for label in labels), len(part)]
    for label, end in zip(labels, ends[1:], strict=True):
        name = _NAMES.get(label[1].lower())
        if name:
            yield name, part[label.end() : end].strip()


def _title(part: str) -> str:
    """Return the last line above the labels that names no document number."""
    label = _LABEL.search(part)
    above = part[: label.start() if label else 0].split("\n")
    lines = [line.strip() for line in above if line.strip()]
    return next((line for line in reversed(lines) if not _NO_TITLE.fullmatch(line)), "")
