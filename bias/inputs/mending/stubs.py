"""What an answer of a news service puts where it cuts a text off."""

import re

CUT_OFF = re.compile(r"\[\+?\d{1,7} chars\]")
_ATTACHED = re.compile(rf"(?<=\S)\s*({CUT_OFF.pattern})\s*$")


def set_apart(body: str) -> str:
    """Return a story in which a note like “[+1873 chars]” is a paragraph of its own.

    >>> set_apart("The dam must … [+1873 chars]").splitlines()
    ['The dam must …', '', '[+1873 chars]']
    """
    return _ATTACHED.sub(r"\n\n\1", body) if body.rstrip().endswith("chars]") else body
