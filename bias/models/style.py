"""Does a headline read like comment or like a report? Its build, not its topic.

A small learnt model over shapes: function words as they are, every other word
as the ending it has, names and identity terms as one mark. So no person,
party, place or topic can move it. `bias.training.headline` fits it.
"""

import math
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import pairwise, repeat

from bias.models.files import Form, read_model, shipped

FORM = Form("bias-headline", 1, ("source", "headlines", "weights"))
NAME = "<name>"
"""The shape of any name."""
_EDGES = ("^", "$")


def grams_of(shapes: Iterable[str]) -> set[str]:
    """Return a headline's shapes, alone and in pairs, its edges marked.

    Neighbouring names are one, so that a name of one word is as good as one of three.

    >>> sorted(grams_of(["why", NAME, NAME]))
    ['<name>', '<name> $', '^ why', 'why', 'why <name>']
    """
    row = [_EDGES[0]]
    for shape in shapes:
        if not shape == NAME == row[-1]:
            row.append(shape)
    row.append(_EDGES[1])
    return {*row[1:-1], *map(" ".join, pairwise(row))}


@cache
def _weights() -> Mapping[str, float]:
    return read_model(shipped("headline.json"), FORM).numbers_by_name("weights")


def style_of(shapes: Iterable[str]) -> float:
    """Return how much a headline of these shapes is built like comment: log-odds, 0 is even.

    >>> style_of(["why", "nobody", "<s>"]) > style_of([NAME, "<s>", "<w>"])
    True
    """
    weights = _weights()
    return math.fsum((weights[""], *map(weights.get, grams_of(shapes), repeat(0.0))))
