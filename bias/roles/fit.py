"""How well a paragraph's words fit the story around it."""

import numpy as np

from bias.roles.context import Scene
from bias.roles.shape import Floats, Table
from bias.roles.stems import HEADLINE, NOBODY
from bias.roles.words import Counts, sum_within
from bias.words.types import Bools

REACH = 3
"""How many paragraphs of prose on each side a line is held against."""


def fit_of(scene: Scene, chosen: Counts) -> Table:
    """Return how much of each of some paragraphs stands elsewhere in the article, and where.

    Shares run from 0 to 1; -1 marks that there is nothing to share.
    """
    stems, bare = scene.stems, scene.looks.bare[chosen]
    pairs, lengths = stems.pairs_of(chosen)
    numbers, is_rare = stems.numbers[pairs], stems.is_rare[pairs]
    times, in_headline = scene.story[numbers], stems.hold(HEADLINE, numbers)
    known = times > np.repeat(~bare, lengths)
    above, below = _prose_around(scene, chosen)
    up = stems.hold(np.repeat(above, lengths, axis=1), numbers)
    down = stems.hold(np.repeat(below, lengths, axis=1), numbers)
    is_above, is_below = up.any(axis=0), down.any(axis=0)
    counted = {
        "times": times,
        "known": known,
        "headline": in_headline,
        "unknown_names": stems.is_name[pairs] & ~known,
        "rare": is_rare,
        "rare_known": is_rare & known,
    }
    of_stems = {
        "known_share": known,
        "headline_share": in_headline,
        "above_share": is_above,
        "below_share": is_below,
        "below_only": is_below & ~is_above,
        "next_share": down[0],
        "next_only": down[0] & ~up[0],
    }
    of_rare = {
        "rare_known_share": counted["rare_known"],
        "rare_above_share": is_rare & is_above,
        "rare_below_share": is_rare & is_below,
    }
    counts = _sums(counted, lengths)
    return {
        **_numbers(scene, counts, lengths, bare),
        **_shares(of_stems, lengths, lengths),
        **_shares(of_rare, lengths, counts["rare"]),
        "bridge": _bridge(scene, above[0], below[0]),
    }


def _prose_around(scene: Scene, chosen: Counts) -> tuple[Counts, Counts]:
    """Return the paragraphs of prose above and below each of some paragraphs, nearest first.

    Each of shape (`REACH`, chosen); `NOBODY` where there is none.
    """
    nobody, steps = [NOBODY] * REACH, np.arange(REACH)[:, None]
    prose = np.concatenate([nobody, scene.prose, nobody])
    here, after = scene.prose.searchsorted(chosen), scene.prose.searchsorted(chosen, "right")
    return prose[here + REACH - 1 - steps], prose[after + REACH + steps]


def _numbers(scene: Scene, counts: Table, stems: Counts, bare: Bools) -> Table:
    """Return the measures that are numbers of stems, and what follows from them."""
    in_headline = len(scene.stems.of(HEADLINE))
    mass = counts["times"] - ~bare * stems
    return {
        "stems": stems,
        "unknown": stems - counts["known"],
        "unknown_names": counts["unknown_names"],
        "known_mass": mass / np.maximum(stems, 1),
        "headline_covered": _share(counts["headline"], np.full(len(stems), in_headline)),
        "is_headline": (counts["headline"] == stems) & (stems == in_headline) & (stems > 0),
        "rare": counts["rare"],
        "rare_unknown": counts["rare"] - counts["rare_known"],
    }


def _bridge(scene: Scene, first: Counts, second: Counts) -> Counts:
    """Return how many stems two paragraphs share, for each of several pairs of paragraphs."""
    stems = scene.stems
    pairs, lengths = stems.pairs_of(first)
    held = stems.hold(np.repeat(second, lengths), stems.numbers[pairs])
    return _sums({"held": held}, lengths)["held"]


def _sums(told: Table, lengths: Counts) -> Table:
    """Sum what is told of stems over those of each paragraph."""
    bounds = np.concatenate([[0], lengths.cumsum()])
    return dict(zip(told, sum_within(np.array([*told.values()]), bounds), strict=True))


def _shares(told: Table, lengths: Counts, whole: Counts) -> Table:
    """Return for what share of some stems of each paragraph something is so."""
    counts = np.array([*_sums(told, lengths).values()])
    return dict(zip(told, _share(counts, whole), strict=True))


def _share(part: Counts, whole: Counts) -> Floats:
    """Return part of whole; -1 marks that there is nothing to share."""
    return np.where(whole > 0, part / np.maximum(whole, 1), -1.0)
