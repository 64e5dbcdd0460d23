"""How well a paragraph's words fit the story around it."""

from collections.abc import Iterable

import numpy as np

from bias.roles.context import Scene
from bias.roles.shape import Floats, Table
from bias.roles.stems import NOBODY
from bias.roles.words import Counts, bounds_between, sum_within
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
    above, below = _prose_around(scene, chosen)
    up = stems.hold(above.repeat(lengths, axis=1), numbers)
    down = stems.hold(below.repeat(lengths, axis=1), numbers)
    is_above, is_below = up.any(axis=0), down.any(axis=0)
    headline = scene.looks.headline(chosen)
    in_headline = stems.hold(headline.repeat(lengths), numbers)
    times = scene.times(stems.units[pairs], numbers)
    known = times > (~bare).repeat(lengths)
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
        "rare_known_share": is_rare & known,
        "rare_above_share": is_rare & is_above,
        "rare_below_share": is_rare & is_below,
    }
    others = {"rare": is_rare, "unknown_names": stems.is_name[pairs] & ~known, "times": times}
    counts = _sums({**of_stems, **of_rare, **others}, lengths)
    return {
        **_numbers(counts, lengths, bare, stems.pairs_of(headline)[1]),
        **_shares([counts[name] for name in of_stems], lengths, of_stems),
        **_shares([counts[name] for name in of_rare], counts["rare"], of_rare),
        "bridge": _bridge(scene, above[0], below[0]),
    }


def _prose_around(scene: Scene, chosen: Counts) -> tuple[Counts, Counts]:
    """Return the prose above and below each of some paragraphs in its article, nearest first.

    Each of shape (`REACH`, chosen); `NOBODY` where there is none.
    """
    nobody, steps = [NOBODY] * REACH, np.arange(REACH)[:, None]
    prose = np.concatenate([nobody, scene.prose, nobody])
    here, after = scene.prose.searchsorted(chosen), scene.prose.searchsorted(chosen, "right")
    above, below = prose[here + REACH - 1 - steps], prose[after + REACH + steps]
    above[above < scene.looks.first(chosen)] = NOBODY
    below[below > scene.looks.headline(chosen)] = NOBODY
    return above, below


def _numbers(counts: Table, stems: Counts, bare: Bools, in_headline: Counts) -> Table:
    """Return the measures that are numbers of stems, and what follows from them."""
    known, shared, rare = counts["known_share"], counts["headline_share"], counts["rare"]
    return {
        "stems": stems,
        "unknown": stems - known,
        "unknown_names": counts["unknown_names"],
        "known_mass": (counts["times"] - ~bare * stems) / np.maximum(stems, 1),
        "headline_covered": _share(shared, in_headline),
        "is_headline": (shared == stems) & (stems == in_headline) & (stems > 0),
        "rare": rare,
        "rare_unknown": rare - counts["rare_known_share"],
    }


def _bridge(scene: Scene, first: Counts, second: Counts) -> Counts:
    """Return how many stems two paragraphs share, for each of several pairs of paragraphs."""
    stems = scene.stems
    pairs, lengths = stems.pairs_of(first)
    held = stems.hold(second.repeat(lengths), stems.numbers[pairs])
    shared: Counts = sum_within(held[None], bounds_between(lengths))[0]
    return shared


def _sums(told: Table, lengths: Counts) -> Table:
    """Sum what is told of stems over those of each paragraph."""
    sums = sum_within(np.array([*told.values()]), bounds_between(lengths))
    return dict(zip(told, sums, strict=True))


def _shares(parts: list[Counts], whole: Counts, names: Iterable[str]) -> Table:
    """Return parts of a whole, by name."""
    return dict(zip(names, _share(np.array(parts), whole), strict=True))


def _share(part: Counts, whole: Counts) -> Floats:
    """Return part of whole; -1 marks that there is nothing to share."""
    return np.where(whole > 0, part / np.maximum(whole, 1), -1.0)
