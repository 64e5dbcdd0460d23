"""Paragraph roles and topics on the `promo_inserts` set, whole outlets left out.

Trained on the articles of the other outlets and on made articles; an outlet,
with all its aliases, is in one fold only. `mixed` paragraphs are left out.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bias.roles.context import look_around
from bias.roles.label import PLAIN_PROSE, judge
from bias.roles.model import RoleModel
from bias.roles.role import PROMO_INSERTS, ROLES
from bias.roles.topic import topic_of
from bias.training.inserts import Labelled, make_articles, read_bare, read_real
from bias.training.roles import examples_of, fit

if TYPE_CHECKING:
    import pandas as pd

FOLDS = 5
LEAST_INSERTS = 5
"""An outlet with fewer gets no line of its own."""


def evaluate_promo_inserts(path: Path) -> "pd.DataFrame":
    """Return precision, recall and F1 of inserts, roles, topics and outlets.

    Parameters
    ----------
    path
        The folder that holds `promo_inserts` and `article-bias-prediction`.

    Returns
    -------
    pandas.DataFrame
        Columns measure, precision, recall, f1, n (gold cases, or paragraphs
        for a rate); single figures stand under f1.
    """
    import pandas as pd

    judged = cross_validate(path)
    real = [j for j in judged if j.kind == "real"]
    bare = [j for j in judged if j.kind == "bare"]
    rows = [
        _row("promo insert", real, PROMO_INSERTS),
        _row("promo insert, ads left out", [j for j in real if j.gold != "ad"], PROMO_INSERTS),
        _row("promo insert, bare_inserts_dev", bare, PROMO_INSERTS),
        *(_row(f"role {role}", real, {role}) for role in ROLES),
        _figure("macro F1 over roles", sum(_f1(real, {r}) for r in ROLES) / len(ROLES), real),
        _figure("share of body called promo insert", _false_alarms(real), real),
        _figure("the same, bare_inserts_dev", _false_alarms(bare), bare),
        _figure("topic, balanced accuracy, both sets", _topic(judged), judged),
        _figure("topic, balanced accuracy, roles_dev", _topic(real), real),
        *_by_outlet(real),
    ]
    return pd.DataFrame(rows, columns=["measure", "precision", "recall", "f1", "n"])


@dataclass(frozen=True)
class Judged:
    """One paragraph's gold and given label, for the tables."""

    kind: str
    outlet: str
    gold: str
    given: str
    topic: str | None
    given_topic: str | None


def cross_validate(data: Path, folds: int = FOLDS) -> list[Judged]:
    """Judge every article with a model that saw nothing of its outlet."""
    articles = [*read_real(data), *read_bare(data)]
    every = [*articles, *make_articles(data)]
    learnt = [(article.outlet, examples_of(article)) for article in every]
    fold_of = split_outlets(articles, folds)
    judged = []
    for fold in range(folds):
        seen = [e for outlet, examples in learnt if fold_of[outlet] != fold for e in examples]
        model = fit(seen)
        for article in articles:
            if fold_of[article.outlet] == fold:
                judged += judge_article(article, model)
    return judged


def split_outlets(articles: Iterable[Labelled], folds: int) -> dict[str, int]:
    """Deal outlets, largest first, to the fold that has fewest paragraphs."""
    sizes: Counter[str] = Counter()
    for article in articles:
        sizes[article.outlet] += len(article.roles)
    loads, fold_of = [0] * folds, {}
    for outlet, size in sorted(sizes.items(), key=lambda item: (-item[1], item[0])):
        fold_of[outlet] = loads.index(min(loads))
        loads[fold_of[outlet]] += size
    return fold_of


def judge_article(article: Labelled, model: RoleModel) -> list[Judged]:
    """Judge one article's paragraphs; the topic is asked of gold promo stories."""
    scene = look_around(article.document)
    given = judge(scene, model)
    return [
        Judged(
            article.kind,
            article.outlet,
            role,
            given.get(index, ("body", PLAIN_PROSE))[0],
            topic,
            topic_of(scene, index) if role == "promo_story" else None,
        )
        for index, (role, topic) in enumerate(zip(article.roles, article.topics, strict=True))
        if role != "mixed"
    ]


def _counts(judged: Sequence[Judged], roles: Iterable[str]) -> tuple[float, float, float, int]:
    roles = set(roles)
    hits = sum(j.gold in roles and j.given in roles for j in judged)
    gold, given = sum(j.gold in roles for j in judged), sum(j.given in roles for j in judged)
    f1 = 2 * hits / (gold + given) if gold + given else float("nan")
    return hits / max(given, 1), hits / max(gold, 1), f1, gold


def _f1(judged: Sequence[Judged], roles: Iterable[str]) -> float:
    return _counts(judged, roles)[2]


def _row(name: str, judged: Sequence[Judged], roles: Iterable[str]) -> tuple[Any, ...]:
    return name, *_counts(judged, roles)


def _figure(name: str, value: float, judged: Sequence[Judged]) -> tuple[Any, ...]:
    return name, None, None, value, len(judged)


def _false_alarms(judged: Sequence[Judged]) -> float:
    body = [j for j in judged if j.gold == "body"]
    return sum(j.given in PROMO_INSERTS for j in body) / max(len(body), 1)


def _topic(judged: Sequence[Judged]) -> float:
    """Return the balanced accuracy of on and off over the gold promo stories."""
    asked = {topic: [j for j in judged if j.topic == topic] for topic in ("on", "off")}
    rights = [sum(j.given_topic == t for j in js) / max(len(js), 1) for t, js in asked.items()]
    return sum(rights) / 2


def _by_outlet(judged: Sequence[Judged]) -> Iterator[tuple[Any, ...]]:
    """Yield a row for each outlet with enough inserts, worst first."""
    outlets = Counter(j.outlet for j in judged if j.gold in PROMO_INSERTS)
    rows = [
        _row(f"outlet {outlet}", [j for j in judged if j.outlet == outlet], PROMO_INSERTS)
        for outlet, count in outlets.items()
        if count >= LEAST_INSERTS
    ]
    yield from sorted(rows, key=lambda row: (row[3], row[0]))
