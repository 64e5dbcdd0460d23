"""Link texts of other stories glued behind a name.

Some pages print behind a person's name a box of links: the full name, the
headlines, and the word MORE, all without a stop and mostly without a space where
the name ends and the first headline begins ("Mayor Ann Example Ann Mary ExampleCity budget
passes Voters wait MORE said").
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bias.roles.look import Find, Look

_PARTICLES = frozenset(("al", "bin", "da", "de", "del", "der", "di", "du", "la", "van", "von"))
"""Small words inside names."""

_PAUSE = re.compile(r"[,;:!?]|[–—]")
"""Stands between two mentions of a name in prose, never inside a box of links."""

END = "MORE"
"""What such a box ends with."""
MOST_WORDS = 150
"""Words within which the box ends, or it is none."""
NAME_REACH = 8
"""How many words before the glued one the same name stands."""
LEAST_NAME = 3
"""Letters of the shortest name."""
SAME_START = 5
"""Letters that two spellings of one name have in common."""


def find_links(look: Look) -> Iterator[Find]:
    """Yield every box of links."""
    forms, done = look.forms, 0
    for end in [i for i, form in enumerate(forms) if form.endswith(END)]:
        found = _repeated_name(look, forms, max(done, end - MOST_WORDS), end, done)
        if found is not None:
            name, again = found
            first, title = look.starts[name + 1], look.starts[min(again + 1, end)]
            note = "link texts of other stories glued behind a name"
            yield Find(first, look.ends[end], "promo_story", title, "shape", note, any_voice=True)
        done = end + 1


def _repeated_name(
    look: Look, forms: Sequence[str], first: int, end: int, done: int
) -> tuple[int, int] | None:
    """Return where a name stands and where it stands again, glued if anywhere; None if nowhere."""
    spaced: list[tuple[int, int]] = []
    for again in range(first, end + 1):
        name = _name_before(forms, again, done)
        if name is not None and not _PAUSE.search(_between(look, name, again)):
            if forms[name] != forms[again]:
                return name, again
            spaced.append((name, again))
    within = [pair for pair in spaced if pair[0] < spaced[0][1] <= pair[1]]
    return max(within, default=None)


def _between(look: Look, first: int, last: int) -> str:
    """Return the text from the end of one word to the start of another."""
    return look.text[look.ends[first] : look.starts[last]]


def _name_before(forms: Sequence[str], again: int, done: int) -> int | None:
    """Return where the name stands that a word begins with or says again; None if it does not."""
    word = forms[again]
    if len(word) < LEAST_NAME or not word[0].isupper():
        return None
    is_glued = _is_glued(word)
    for back in range(again - 1, max(done, again - NAME_REACH) - 1, -1):
        if (is_glued and _begins_with(word, forms[back])) or forms[back] == word:
            return back if again - back > 1 or is_glued else None
        if not (forms[back][0].isupper() or forms[back] in _PARTICLES):
            return None
    return None


def _is_glued(word: str) -> bool:
    """Tell whether something new begins inside the word."""
    return any(
        before.islower() and not (after.islower() or after == "-")
        for before, after in pairwise(word)
    )


def _begins_with(word: str, name: str) -> bool:
    """Tell whether a glued word begins with a name, or with another spelling of it."""
    if len(name) < LEAST_NAME or not name[0].isupper():
        return False
    if len(word) <= len(name):
        return False
    if word.startswith(name):
        return not word[len(name)].islower()
    return len(name) > SAME_START and word[:SAME_START] == name[:SAME_START]
