"""Characters that nobody sees, and letters of another form than the usual."""

import re
import unicodedata

_UNUSUAL = re.compile("[^\x00-\x7f\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027]")
"""Characters that are neither letters of Europe nor common marks."""
_FORMS = re.compile("[\ufb00-\ufb06\uff01-\uff5e\U0001d400-\U0001d7ff]+")
"""Ligatures, full-width letters, mathematical alphabets."""
_UNSEEN = re.compile(
    "[\u00ad\u034f\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb]"
    "|[\u200c\u200d](?=[\x00-\u024f\u2000-\u206f]|$)"
    "|(?<=[\x00-\u024f\u2000-\u206f])[\u200c\u200d]"
)
"""Joiners stay between letters that need them, and in pictures made of several."""
_HYPHENS = re.compile("\u00ad(?=[ \t]*\n)")


def plain_letters(text: str) -> str:
    """Return a text whose ligatures and full-width letters are plain letters.

    >>> plain_letters("a ﬂawed ﬁasco at the ｏｆｆｉｃｅ")
    'a flawed fiasco at the office'
    """
    if not _UNUSUAL.search(text):
        return text
    return _FORMS.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)


def visible(text: str) -> str:
    r"""Return a text without zero-width characters, soft hyphens and marks of direction.

    A soft hyphen at a line's end is a hyphen: the word goes on in the next line.

    >>> visible("reck\u200bless\u200b plan")
    'reckless plan'
    """
    if not _UNUSUAL.search(text):
        return text
    return _UNSEEN.sub("", _HYPHENS.sub("-", text))
