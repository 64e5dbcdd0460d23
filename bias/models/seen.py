"""Which texts the shipped models learnt from, as short hashes: what their figures flatter.

The file holds four bytes of a hash a text and no text. A text that nobody learnt from is taken
for one of them once in about 1,400,000 times (3,117 sentences among 2**32 hashes); measured on
real texts in `bias/models/data/seen.md`.
"""

import hashlib
import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bias.models.files import Form, read_model, shipped

FORM = Form("bias-seen", 1, ("sentences", "articles"))
FILE = "seen.json.gz"
BYTES = 4
OPENING = 200
"""Letters and digits by which a text is known: furniture below it changes nothing."""

Bools = NDArray[np.bool_]
Hashes = NDArray[np.int64]


def text_hash(text: str) -> int | None:
    """Return a number for a text's opening; None for a text without letters and digits.

    Case, spacing, quotation marks and layout have no say.

    >>> text_hash("“Ferry”  sails.") == text_hash("Ferry sails") != text_hash("Ferry sinks")
    True
    """
    plain = unicodedata.normalize("NFKC", text[: 4 * OPENING]).casefold()
    letters = "".join(filter(str.isalnum, plain))[:OPENING]
    if not letters:
        return None
    return int.from_bytes(hashlib.sha256(letters.encode("utf-8")).digest()[:BYTES], "big")


def hashes_of(texts: Iterable[str]) -> Hashes:
    """Return the hashes of some texts, each once, rising."""
    found = {number for text in texts if (number := text_hash(text)) is not None}
    return np.array(sorted(found), np.int64)


def learnt_from(kind: str, texts: Iterable[str]) -> Bools:
    """Say of each text whether the shipped model learnt from it.

    Parameters
    ----------
    kind
        `sentences` or `articles`: which model.
    texts
        Sentences, or the bodies of articles.

    Returns
    -------
    numpy.ndarray
        Shape (n,), one a text. Only texts that people labelled count, not the unlabelled news
        behind the word vectors.
    """
    known = _shipped(kind)
    return np.array([text_hash(text) in known for text in texts], np.bool_)


@cache
def _shipped(kind: str) -> frozenset[Any]:
    fields = read_model(shipped(FILE), FORM)
    return frozenset(fields.array(kind, largest=float(2 ** (8 * BYTES))).tolist())
