"""How well a paragraph's words fit the story around it."""

import numpy as np

from bias.document.document import Bools
from bias.roles.context import Scene
from bias.roles.shape import Floats, Table
from bias.roles.stems import HEADLINE, NOBODY
from bias.roles.words import Counts, sum_within

REACH = 3
"""How many paragraphs of prose on each side a line is held against."""


def fit_of(scene: Scene, chosen: Counts) -> Table:
    """Return how much of each of some paragraphs stands elsewhere in the article, and where.

    Shares run from 0 to 1; -1 marks that there is nothing to share.
    """
    stems, own = scene.stems, (~scene.looks.bare[chosen]).astype(np.int64)
    pairs, lengths = stems.pairs_of(chosen)
    numbers, times = stems.numbers[pairs], scene.story[stems.numbers[pairs]]
    above, below = _prose_around(scene, chosen)
    up = stems.hold(np.repeat(above, lengths, axis=1), numbers)
    down = stems.hold(np.repeat(below, lengths, axis=1), numbers)
    told = {
        "times": times,
        "known": times > np.repeat(own, lengths),
        "named": stems.is_name[pairs],
        "rare": stems.is_rare[pairs],
        "headline": stems.hold(HEADLINE, numbers),
        "above": up.any(axis=0),
        "below": down.any(axis=0),
        "last": up[0],
        "next": down[0],
    }
    held = _counted(told, lengths) | {"stems": lengths, "own": own}
    in_headline = np.full(len(chosen), len(stems.of(HEADLINE)))
    whole = (held["headline"] == lengths) & (in_headline == lengths) & (lengths > 0)
    return _shares(held, in_headline) | {
        "is_headline": whole,
        "bridge": np.minimum(_shared(scene, above[0], below[0]), 8),
    }


def _prose_around(scene: Scene, chosen: Counts) -> tuple[Counts, Counts]:
    """Return the paragraphs of prose above and below each of some paragraphs, nearest first.

    Each of shape (`REACH`, chosen); `NOBODY` where there is none.
    """
    nobody, steps = np.full(REACH, NOBODY), np.arange(REACH)[:, None]
    prose = np.concatenate([nobody, scene.prose, nobody])
    here = np.searchsorted(scene.prose, chosen)
    after = np.searchsorted(scene.prose, chosen, side="right")
    return prose[here + REACH - 1 - steps], prose[after + REACH + steps]


def _counted(told: dict[str, Bools | Counts], lengths: Counts) -> Table:
    """Count by paragraph the stems of which something is told, and some of which two things are."""
    known, rare, above, below = told["known"], told["rare"], told["above"], told["below"]
    both = {
        "unknown_names": told["named"] & ~known,
        "below_only": below & ~above,
        "next_only": told["next"] & ~told["last"],
        "rare_known": rare & known,
        "rare_above": rare & above,
        "rare_below": rare & below,
    }
    rows, bounds = told | both, np.append(0, np.cumsum(lengths))
    return dict(zip(rows, sum_within(np.array([*rows.values()]), bounds), strict=True))


def _shares(held: Table, in_headline: Counts) -> Table:
    """Return the measures that follow from counts of stems."""
    stems, rare = held["stems"], held["rare"]
    mass = (held["times"] - held["own"] * stems) / np.maximum(stems, 1)
    return {
        "stems": np.minimum(stems, 15),
        "known_share": _share(held["known"], stems),
        "unknown": np.minimum(stems - held["known"], 10),
        "unknown_names": np.minimum(held["unknown_names"], 10),
        "known_mass": np.minimum(mass, 10.0),
        "headline_share": _share(held["headline"], stems),
        "headline_covered": _share(held["headline"], in_headline),
        "above_share": _share(held["above"], stems),
        "below_share": _share(held["below"], stems),
        "below_only": _share(held["below_only"], stems),
        "next_share": _share(held["next"], stems),
        "next_only": _share(held["next_only"], stems),
        "rare": np.minimum(rare, 8),
        "rare_unknown": np.minimum(rare - held["rare_known"], 8),
        "rare_known_share": _share(held["rare_known"], rare),
        "rare_above_share": _share(held["rare_above"], rare),
        "rare_below_share": _share(held["rare_below"], rare),
    }


def _shared(scene: Scene, first: Counts, second: Counts) -> Counts:
    """Return how many stems two paragraphs share, for each of several pairs of paragraphs."""
    stems = scene.stems
    pairs, lengths = stems.pairs_of(first)
    held = stems.hold(np.repeat(second, lengths), stems.numbers[pairs])
    shared: Counts = sum_within(held[None], np.append(0, np.cumsum(lengths)))[0]
    return shared


def _share(part: Counts, whole: Counts) -> Floats:
    """Return part of whole; -1 marks that there is nothing to share."""
    return np.where(whole > 0, part / np.maximum(whole, 1), -1.0)
