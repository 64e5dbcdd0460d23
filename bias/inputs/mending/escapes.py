r"""Line ends that came as a backslash and a letter, and the codes of e-mail."""

import re
from quopri import decodestring

_BREAK = re.compile(r"\\r\\n|\\n")
_CODE = re.compile(r"(?:\\u[0-9a-fA-F]{4})+")
_CARRIAGE = re.compile("_x000[Dd]_\n?")
"""How spreadsheets write a carriage return."""
_MARK = re.compile(r"\\([\"'/])")


_EMAIL_CODE = re.compile(r"=(?:C[23]|D[01]|E[0-9A-F])=[89AB][0-9A-F]|=(?:20|3D)\b")
_SOFT_BREAK = re.compile(r"\S=\n")
FEWEST_SOFT = 3
"""Lines that end in "=", as those of e-mail do, where there is no other code."""


def printable(text: str) -> str:
    r"""Return a text without the codes of e-mail (quoted-printable).

    >>> printable("The caf=C3=A9 was shut for g=\nood.")
    'The café was shut for good.'
    """
    if "=" not in text:
        return text
    if not _EMAIL_CODE.search(text) and len(_SOFT_BREAK.findall(text)) < FEWEST_SOFT:
        return text
    return decodestring(text.encode()).decode("utf-8", "replace")


def unescaped(text: str) -> str:
    r"""Return a text with the line ends and marks that its escapes stand for.

    >>> unescaped(r"A headline\n\nA line.\n\n\u201cA quotation,\u201d he said.")
    'A headline\n\nA line.\n\n“A quotation,” he said.'
    """
    if "_x000" in text:
        text = _CARRIAGE.sub("\n", text)
    if "\\" not in text:
        return text
    breaks = len(_BREAK.findall(text))
    if "\\n\\n" in text or "\\r\\n" in text or (breaks > 1 and breaks > text.count("\n")):
        text = _MARK.sub(r"\1", _BREAK.sub("\n", text).replace("\\t", " "))
    elif text.count('\\"') > 1:
        text = _MARK.sub(r"\1", text)
    return _CODE.sub(_decoded, text)


def _decoded(match: re.Match[str]) -> str:
    codes = bytes.fromhex(match[0].replace("\\u", ""))
    return codes.decode("utf-16-be", "replace")
