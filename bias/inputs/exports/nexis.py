"""Nexis: the old plain text with its centred heads, and Nexis Uni, also from Word files."""

import re
from collections.abc import Iterator, Sequence

from bias.inputs.exports.fields import COPYRIGHT, DATE, Exported, blocks_of

_SEPARATOR = re.compile(
    r"^[ \t]*(?:\d+ of \d+ DOCUMENTS?|DOCUMENT \d+ OF \d+|Document \d+ of \d+|End of Document)"
    r"[ \t]*$",
    re.MULTILINE,
)
_LENGTH = re.compile(r"^[ \t]*length:\s*[\d.,]+ words", re.IGNORECASE | re.MULTILINE)
_OTHER = re.compile(
    r"^[ \t]*(?:(?:load-date|publication-type|language|section|byline|dateline):"
    r"|end of document|\d+ of \d+ documents?\s*$)",
    re.IGNORECASE | re.MULTILINE,
)
_NAMES = {
    "byline": "authors", "headline": "headline", "section": "section", "length": "length",
    "dateline": "dateline", "highlight": "highlight", "url": "url", "body": "body",
    "load-date": "load_date", "language": "language", "publication-type": "publication_type",
    "graphic": "graphic", "subject": "subject", "organization": "organization",
    "company": "company", "ticker": "ticker", "industry": "industry", "geographic": "geographic",
    "person": "person", "city": "city", "state": "state", "country": "country",
    "document-type": "document_type", "series": "series", "type": "type", "notes": "notes",
    "journal-code": "journal_code", "correction": "correction", "correction-date": "correction",
    "pub-type": "publication_type", "acc-no": "number", "disclaimer": "disclaimer",
    "classification": "classification", "location": "location",
}  # fmt: skip
"""Its labels, and what they are called here."""
_ABOVE = frozenset(
    {"byline", "headline", "section", "length", "dateline", "highlight", "body", "series", "url"}
)
"""Labels that stand above the story; all others end it."""
_LABEL = re.compile(rf"({'|'.join(_NAMES)})(?::\s*(.*)|$)", re.IGNORECASE)
_COVER = re.compile(
    r"(?:user name|date and time|job number|client/matter|search terms|search type|narrowed by|"
    r"content type|news\s+-none-|-none-|documents? \(\d+\)|page \d+ of \d+|\d+\.\s)",
    re.IGNORECASE,
)


def is_nexis(text: str) -> bool:
    """Tell a text that Nexis exported by its labels."""
    return _LENGTH.search(text) is not None and _OTHER.search(text) is not None


def read_nexis(text: str) -> list[Exported]:
    """Return the articles of an export; what has no story, such as a cover, is none."""
    parts = map(blocks_of, _SEPARATOR.split(text))
    return [found for found in map(_read, parts) if found.body]


def _read(blocks: Sequence[list[str]]) -> Exported:
    head, labels, story, tail = _sections(blocks)
    fields = dict([*_values(tail), *_values(labels)])
    headline, outlet, date = _head(head, "headline" in fields)
    found = {"outlet": outlet, "date": date, **fields}
    given = found.pop("headline", "")
    found.pop("body", None)
    kept = {name: value for name, value in found.items() if value}
    return Exported(given or headline, "\n\n".join("\n".join(block) for block in story), kept)


def _sections(
    blocks: Sequence[list[str]],
) -> tuple[list[list[str]], list[str], list[list[str]], list[str]]:
    """Return head, lines of labels above the story, the story, lines of those below it."""
    head, labels, story, tail = list[list[str]](), list[str](), list[list[str]](), list[str]()
    for block in blocks:
        lines, goes_on = list[str](), False
        for line in block:
            label = _LABEL.fullmatch(line)
            name = label[1].lower() if label and _is_label(label) else ""
            if tail or (name and name not in _ABOVE) or (labels and _is_end(line)):
                tail.append(line)
            elif label and name and not story:
                labels.append(line if name != "body" else "body:")
                lines += [label[2]] if name == "body" and label[2] else []
                goes_on = name != "body"
            elif goes_on:
                labels.append(line)
            else:
                lines.append(line)
        if lines:
            (story if labels else head).append(lines)
    return head, labels, story, tail


def _is_label(label: re.Match[str]) -> bool:
    """Tell a label from a line that only begins so: without a colon it stands alone."""
    return label[2] is not None or label[1].lower() in (
        "body", "graphic", "classification", "notes", "correction",
    )  # fmt: skip


def _is_end(line: str) -> bool:
    return COPYRIGHT.match(line) is not None and len(line.split()) < 20


def _values(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield what each label says; a line without one goes on with the label before."""
    name, parts = "", list[str]()
    for line in lines:
        if (label := _LABEL.fullmatch(line)) and _is_label(label):
            yield name, " ".join(parts)
            name, parts = _NAMES[label[1].lower()], [label[2] or ""]
        else:
            parts.append(line)
    yield name, " ".join(parts)


def _head(blocks: Sequence[list[str]], has_headline: bool) -> tuple[str, str, str]:
    """Return headline, outlet and day: the outlet is right above the day."""
    lines = _without_cover(blocks)
    day = next((n for n, line in enumerate(lines) if DATE.match(line)), len(lines))
    above = [line for line in lines[:day] if not COPYRIGHT.search(line)]
    below = [line for line in lines[day + 1 :] if not COPYRIGHT.search(line)]
    date = match[0] if day < len(lines) and (match := DATE.match(lines[day])) else ""
    outlet = above[-1] if above else ""
    if has_headline:
        return "", outlet, date
    if below and not (len(above) > 1 and len(below[-1].split()) < 4):
        return below[-1], outlet, date
    return above[0] if len(above) > 1 else "", outlet, date


def _without_cover(blocks: Sequence[list[str]]) -> list[str]:
    """Return the lines of the head, a headline of several lines as one."""
    joined = [
        line
        for block in blocks
        for line in ([" ".join(block)] if not any(map(_is_fact, block)) else block)
    ]
    last = max((n for n, line in enumerate(joined) if _COVER.match(line)), default=-1)
    return joined[last + 1 :]


def _is_fact(line: str) -> bool:
    """Tell a line that is no piece of a headline."""
    return bool(DATE.match(line) or COPYRIGHT.search(line) or _COVER.match(line))
