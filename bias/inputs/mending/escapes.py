r"""Line ends that came as a backslash and a letter, as from a text that was escaped twice."""

import re

_BREAK = re.compile(r"\\r\\n|\\n")
_CODE = re.compile(r"(?:\\u[0-9a-fA-F]{4})+")
_CARRIAGE = re.compile("_x000[Dd]_\n?")
"""How spreadsheets write a carriage return."""
_MARK = re.compile(r"\\([\"'/])")


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
    return _CODE.sub(_decoded, text)


def _decoded(match: re.Match[str]) -> str:
    codes = bytes.fromhex(match[0].replace("\\u", ""))
    return codes.decode("utf-16-be", "replace")
