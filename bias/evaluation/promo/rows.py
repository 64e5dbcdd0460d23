"""The rows of the promo-inserts table: all, by role, by topic, by outlet, baselines."""

from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np

from bias.evaluation.promo.scores import (
    INSERTS,
    NAN,
    TOPICS,
    Figure,
    Judged,
    balanced_accuracy,
    class_row,
    count_roles,
    count_topics,
    false_alarms,
    macro_f1,
    of_roles,
    single_row,
)
from bias.roles.role import PROMO_INSERTS, ROLES

LEAST_INSERTS = 5
"""An outlet with fewer gets no line of its own."""


def main_rows(judged: Sequence[Judged]) -> Iterator[Figure]:
    """Yield the rows on inserts, roles and topics."""
    real, bare = ([j for j in judged if j.kind == kind] for kind in ("real", "bare"))
    tables, dropped = count_roles(real), count_roles(bare)
    yield from _insert_rows("promo insert", real, bare)
    for role in ROLES:
        yield class_row(f"role {role}", tables, of_roles([role]), interval=False)
    yield single_row("macro F1 over roles", tables, macro_f1, len(real))
    body, clean = (sum(j.gold == "body" for j in kind) for kind in (real, bare))
    yield single_row("share of body called promo insert", tables, false_alarms, body)
    yield single_row("the same, bare_inserts_dev", dropped, false_alarms, clean)
    for name, some in (("both sets", judged), ("annotated", real), ("bare_inserts_dev", bare)):
        yield from _topic_rows(name, some)


def baseline_rows(name: str, judged: Sequence[Judged]) -> Iterator[Figure]:
    """Yield a baseline's rows: inserts in the real articles and in the made ones."""
    real, bare = ([j for j in judged if j.kind == kind] for kind in ("real", "bare"))
    yield from _insert_rows(f"baseline {name}", real, bare)


def _insert_rows(name: str, real: Sequence[Judged], bare: Sequence[Judged]) -> Iterator[Figure]:
    without_ads = count_roles(j for j in real if j.gold != "ad")
    yield class_row(name, count_roles(real), INSERTS, interval=True)
    yield class_row(f"{name}, ads left out", without_ads, INSERTS, interval=True)
    yield class_row(f"{name}, bare_inserts_dev", count_roles(bare), INSERTS, interval=True)


def _topic_rows(name: str, judged: Sequence[Judged]) -> Iterator[Figure]:
    """Yield the topics that the gold promo stories have; the mean recall where both."""
    tables = count_topics(judged)
    cases = tables.sum((0, 2))
    for number, topic in enumerate(TOPICS):
        if cases[number]:
            yield class_row(f"topic {topic}, {name}", tables, [number], interval=False)
    if cases.all():
        asked = int(tables.sum())
        yield single_row(f"topic, balanced accuracy, {name}", tables, balanced_accuracy, asked)


def outlet_rows(judged: Sequence[Judged]) -> Iterator[Figure]:
    """Yield the spread of F1 over outlets with enough inserts, then each, worst first."""
    outlets = Counter(j.outlet for j in judged if j.gold in PROMO_INSERTS)
    rows = [
        class_row(
            f"outlet {outlet}",
            count_roles(j for j in judged if j.outlet == outlet),
            INSERTS,
            interval=False,
        )
        for outlet, count in outlets.items()
        if count >= LEAST_INSERTS
    ]
    rows.sort(key=lambda row: (row.f1, row.measure))
    if rows:
        yield from _quartiles([row.f1 for row in rows])
    yield from rows


def _quartiles(values: Sequence[float]) -> Iterator[Figure]:
    shares = {"median": 0.5, "lower quartile": 0.25, "upper quartile": 0.75, "worst": 0.0}
    for name, share in shares.items():
        value = float(np.quantile(values, share))
        yield Figure(f"outlets, {name} of F1", NAN, NAN, value, NAN, NAN, len(values))
