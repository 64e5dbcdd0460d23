"""The head of an e-mail above an article that was sent or forwarded in one."""

import re
from email.utils import parsedate_to_datetime

from bias.inputs.exports.fields import iso_date

MOST_LINES = 40
"""Lines of a head, at most."""
_FIELD = re.compile(r"\*?([A-Z][A-Za-z-]{1,30})\*?:\*?[ \t]*(.*)")
_NAMES = frozenset(
    {"from", "to", "cc", "bcc", "subject", "date", "sent", "reply-to", "sender", "return-path",
     "message-id", "received", "mime-version", "content-type", "content-transfer-encoding",
     "list-unsubscribe", "delivered-to", "importance", "attachments", "in-reply-to", "references"}
)  # fmt: skip
_SENT = frozenset({"from", "to", "date", "sent"})
"""One of them stands beside every subject."""
_RULE = re.compile(
    r"[-_=> ]{2,}.{0,40}?(?:forwarded|original) message.{0,20}|begin forwarded message:?|"
    r"-{5,}|_{5,}",
    re.IGNORECASE,
)
_ANSWER = re.compile(r"(?:(?:re|fwd?|aw|wg)\s*:\s*)+", re.IGNORECASE)


def without_envelope(text: str) -> tuple[str, dict[str, str]]:
    r"""Return a text without the head of its e-mail, and the head's `headline` and `date`.

    >>> without_envelope("From: a@b.example\nSubject: Fwd: Ferry Returns\nTo: c\n\nIt sailed.")
    ('It sailed.', {'headline': 'Ferry Returns'})
    """
    lines = text.lstrip().split("\n")
    found, last, at = dict[str, str](), "", 0
    while at < min(len(lines), MOST_LINES):
        line = lines[at]
        field = _FIELD.fullmatch(line.strip())
        if field and field[1].lower() in _NAMES | {last}:
            last = field[1].lower()
            found.setdefault(last, field[2].strip())
        elif found and line[:1] in (" ", "\t") and line.strip():
            found[last] = f"{found[last]} {line.strip()}".strip()
        elif found and not field and not line.strip():
            break
        elif not (not found and (not line.strip() or _RULE.fullmatch(line.strip()))):
            return text, {}
        at += 1
    if not found.get("subject") or _SENT.isdisjoint(found):
        return text, {}
    told = {"headline": _ANSWER.sub("", found["subject"])}
    if day := found.get("date") or found.get("sent"):
        told["date"] = _day(day)
    return "\n".join(lines[at:]).strip(), told


def _day(date: str) -> str:
    """Return a day as ISO writes it; what is no date as it is."""
    try:
        return parsedate_to_datetime(date).date().isoformat()
    except (TypeError, ValueError, IndexError):
        return iso_date(re.sub(r"^\w+,\s*", "", date))
