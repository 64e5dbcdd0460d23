"""Words with wildcards: `tax*`, `wom?n`, `*gate`, as rows of token patterns.

`*` stands for any characters or none, `?` for just one; both may end a word,
begin it or stand inside. A pattern is cut by the same rules as the text.
"""

import re
from collections.abc import Iterable, Iterator

from bias.words.cut import keys_of

LONGEST_KEY = 100
"""Longer words match no pattern: keeps the time for any text linear."""
MOST_WORDS = 30
"""In one phrase: the walk along a text may go so far from each of its words. A judgement of
2026-11-23: entries of term lists have a few words."""
_STARS = re.compile(r"\*+")
_STAND_INS = str.maketrans({"*": "\u2d30", "?": "\u2d31"})
"""Letters of a script no English text has: a tokeniser keeps them inside words."""
_BACK = str.maketrans({"\u2d30": "*", "\u2d31": "?"})
_MOST_STARS = 2
"""In one word; more would make the search slow and no list needs them."""


def pattern_words(pattern: str) -> tuple[str, ...]:
    """Cut a pattern as a text is cut, wildcards kept.

    >>> pattern_words("Tax* cut?")
    ('tax*', 'cut?')
    """
    single = _STARS.sub("*", pattern)
    return tuple(key.translate(_BACK) for key in keys_of(single.translate(_STAND_INS)))


def has_wildcard(word: str) -> bool:
    """Tell whether a word is a pattern.

    >>> has_wildcard("tax*"), has_wildcard("tax")
    (True, False)
    """
    return "*" in word or "?" in word


def fault_of(pattern: str) -> str:
    """Return why a pattern can stand in no list; empty when it can.

    >>> fault_of("*")
    'consists of wildcards alone and would match every word'
    """
    words = pattern_words(pattern)
    if not words:
        return "is empty"
    if len(words) > MOST_WORDS:
        return f"has {len(words)} words, at most {MOST_WORDS} are allowed"
    if any(not word.strip("*?") for word in words):
        return "consists of wildcards alone and would match every word"
    if any(word.count("*") > _MOST_STARS for word in words):
        return f"has more than {_MOST_STARS} stars in one word"
    if any(word.endswith("'s*") for word in words):
        return "can never be found: a text's 's is cut off as a word of its own; write it without"
    if pattern_words(f"x {pattern} x")[1:-1] != words:
        return f"is cut into {list(words)} and can never be found in a text"
    return ""


def compiled(word: str) -> re.Pattern[str]:
    """Return one word pattern as a regular expression over a whole key."""
    parts = {"*": ".*", "?": "."}
    return re.compile("".join(parts.get(c) or re.escape(c) for c in word), re.DOTALL)


def fixed_ends(word: str) -> tuple[str, str]:
    """Return what a word must begin and end with.

    >>> fixed_ends("un*able"), fixed_ends("*gate"), fixed_ends("tax*")
    (('un', 'able'), ('', 'gate'), ('tax', ''))
    """
    pieces = re.split(r"[*?]", word)
    return pieces[0], pieces[-1]


def heads(key: str, lengths: Iterable[int]) -> Iterator[str]:
    """Yield the beginnings of a key that have one of these lengths, given in rising order."""
    for length in lengths:
        if length > len(key):
            return
        yield key[:length]
