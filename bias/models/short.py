"""How far the rating of a few words lies from that of the whole article they begin.

Learnt from the first 25, 50 and 100 words of labelled articles, with outlets left out
(`bias/training/short.py`); figures in `bias/models/data/articles.md`. The model says how sure
its weights are; this says what so little text leaves open.
"""

import math
from dataclasses import dataclass
from functools import cache

from bias.models.files import Form, read_model, shipped

FORM = Form("bias-short", 1, ("margins",))
FILE = "short.json"
ENOUGH = 200
"""Words from which nothing is added: between the longest cut and these it fades."""


@dataclass(frozen=True)
class Short:
    """The least half width of a 90 % interval, by length."""

    margins: tuple[tuple[int, float], ...]
    """Words and log-odds, the fewest words first, and 0 at `ENOUGH`."""

    def margin(self, words: int) -> float:
        """Return the least half width for so many words, in log-odds.

        >>> [Short(((25, 3.0), (100, 1.0), (200, 0.0))).margin(n) for n in (10, 50, 300)]
        [3.0, 2.0, 0.0]
        """
        (before, above), *rest = self.margins
        if words <= before:
            return above
        for at, margin in rest:
            if words <= at:
                share = math.log(words / before) / math.log(at / before)
                return above + share * (margin - above)
            before, above = at, margin
        return above


@cache
def shipped_short() -> Short:
    """Return the margins that come with the package."""
    found = read_model(shipped(FILE), FORM).numbers_by_name("margins")
    return Short((*((int(words), margin) for words, margin in found.items()), (ENOUGH, 0.0)))
