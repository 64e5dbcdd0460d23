"""Whether the role probabilities mean what they say."""

from collections.abc import Iterator, Sequence

import numpy as np

from bias.corpus.intervals import wilson
from bias.evaluation.measures import Floats
from bias.evaluation.promo.scores import NAN, Figure, Judged
from bias.roles.role import PROMO_INSERTS

TENTHS = 10


def calibration_rows(judged: Sequence[Judged]) -> Iterator[Figure]:
    """Yield calibration errors and the reliability of every tenth.

    The error is the mean gap between a tenth's mean probability and the share
    that came true in it, weighted by its paragraphs (Naeini et al. 2015). It
    is also given for the paragraphs in doubt alone: most of the others are
    plain prose, with one fixed probability, and hide what happens there.
    """
    doubtful = [j for j in judged if j.doubtful]
    for name, chosen in (("all", judged), ("in doubt", doubtful)):
        for title, (stated, true) in _both(chosen).items():
            error = calibration_error(stated, true)
            yield Figure(
                f"calibration error, {title}, {name}", NAN, NAN, error, NAN, NAN, len(true)
            )
    for title, (stated, true) in _both(doubtful).items():
        yield from _reliability(title, stated, true)


def _both(judged: Sequence[Judged]) -> dict[str, tuple[Floats, Floats]]:
    """Return stated probability and outcome of the given role, and of promo insert."""
    right = np.array([j.given == j.gold for j in judged], float)
    insert = np.array([j.gold in PROMO_INSERTS for j in judged], float)
    return {
        "P(given role)": (np.array([j.probability for j in judged]), right),
        "P(promo insert)": (np.array([j.insert for j in judged]), insert),
    }


def tenths_of(stated: Floats) -> Floats:
    """Return the tenth, 0 to 9, each probability falls into."""
    return np.asarray(np.minimum(np.floor(stated * TENTHS), TENTHS - 1))


def calibration_error(stated: Floats, true: Floats) -> float:
    """Return the expected calibration error over ten tenths of equal width."""
    tenths = tenths_of(stated)
    gaps = [abs((stated - true)[tenths == tenth].sum()) for tenth in range(TENTHS)]
    return float(sum(gaps) / len(true)) if len(true) else NAN


def _reliability(title: str, stated: Floats, true: Floats) -> Iterator[Figure]:
    """Yield for every tenth the share that came true, with Wilson's 95 % interval."""
    tenths = tenths_of(stated)
    for tenth in sorted(set(tenths.tolist())):
        inside = true[tenths == tenth]
        name = f"share true where {title} is {tenth / TENTHS:.1f} to {(tenth + 1) / TENTHS:.1f}"
        came, count = int(inside.sum()), len(inside)
        yield Figure(name, NAN, NAN, came / count, *wilson(came, count), count)
