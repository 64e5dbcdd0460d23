"""Quotation marks and apostrophes that an export turned into question marks."""

import re

_OPENING = re.compile(r"(?:^|(?<=[\s(\[—–-]))[?\ufffd](?=\w)", re.MULTILINE)
_PAIR = re.compile(
    r"(?:^|(?<=[\s(\[—–-]))[?\ufffd](?=\w)([^?\ufffd\n]{2,2000}(?:(?<=\w)[?\ufffd](?=\w)[^?\ufffd\n]{1,2000}){0,40}[\w,.!;:—–-]\??)"
    r"[?\ufffd](?=[\s)\],.;:—–-]|$)",
    re.MULTILINE,
)
_APOSTROPHE = re.compile(r"(?<=[A-Za-z])[?\ufffd](?=(?:s|t|re|ve|ll|d|m)(?![\w=&]))")


def with_lost_marks(text: str) -> str:
    """Return a text with the marks that its question marks must have been.

    No question begins with its mark: one that does shows that marks were lost.

    >>> with_lost_marks("?We lost the council?s vote,? said Fox. Why?")
    '“We lost the council’s vote,” said Fox. Why?'
    """
    if "?" not in text and "\ufffd" not in text:
        return text
    if not _OPENING.search(text) and "\ufffd" not in text:
        return text
    return _APOSTROPHE.sub("’", _PAIR.sub(r"“\1”", text))
