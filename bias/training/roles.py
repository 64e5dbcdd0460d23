"""Train and evaluate the model of paragraph roles.

    python -m bias.training.roles --data PATH [-o MODEL] [--evaluate]

Writes `bias/models/roles.json`, the same bytes each time on the same data.
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bias.roles.context import look_around
from bias.roles.label import PLAIN_PROSE, judge
from bias.roles.measures import Row, measure
from bias.roles.model import RoleModel
from bias.roles.role import PROMO_INSERTS, ROLES
from bias.roles.topic import topic_of
from bias.training.inserts import Labelled, make_articles, read_bare, read_real

MODEL = Path(__file__).parents[1] / "models" / "roles.json"
REGULARISATION = 0.05
"""scikit-learn's C (chosen from 0.03 to 0.3 by the table `--evaluate` prints, 2026-11-22)."""
MADE_WEIGHT = 0.5
"""How much a made paragraph counts beside a real one (chosen likewise)."""
DIGITS = 4
FOLDS = 5


@dataclass(frozen=True)
class Example:
    """One paragraph with its measures."""

    row: Row
    role: str
    weight: float


def examples_of(article: Labelled) -> list[Example]:
    """Return the paragraphs to learn from.

    Left out: `mixed` ones, and paragraphs of clean articles that hold a
    give-away phrase, as they may be furniture that nobody annotated.
    """
    rows = measure(look_around(article.document))
    weight = MADE_WEIGHT if article.kind == "made" else 1.0
    return [
        Example(row, article.roles[index], weight)
        for index, row in rows.items()
        if article.roles[index] != "mixed" and (article.sure[index] or not row["any_phrase"])
    ]


def fit(examples: Sequence[Example]) -> RoleModel:
    """Fit the linear model; measures are scaled for the fit, weights scaled back."""
    from sklearn.linear_model import LogisticRegression

    measures = tuple(sorted(examples[0].row))
    values = np.array([[example.row[name] for name in measures] for example in examples], float)
    mean, scale = values.mean(axis=0), values.std(axis=0)
    scale[scale == 0] = 1.0
    labels = [ROLES.index(example.role) for example in examples]  # type: ignore[arg-type]
    judge = LogisticRegression(C=REGULARISATION, max_iter=2000)
    judge.fit((values - mean) / scale, labels, sample_weight=[e.weight for e in examples])
    weights = (judge.coef_ / scale).T
    roles = tuple(ROLES[k] for k in judge.classes_)
    return RoleModel(
        roles, measures, (judge.intercept_ - mean @ weights).round(DIGITS), weights.round(DIGITS)
    )


def train(data: Path) -> RoleModel:
    """Fit the shipped model on everything there is.

    Parameters
    ----------
    data
        Folder that holds `promo_inserts` and `article-bias-prediction`.
    """
    articles = [*read_real(data), *read_bare(data), *make_articles(data)]
    return fit([example for article in articles for example in examples_of(article)])


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


def table(judged: Sequence[Judged]) -> str:
    """Return the evaluation as text: precision, recall, F1 and false alarms."""
    real = [j for j in judged if j.kind == "real"]
    bare = [j for j in judged if j.kind == "bare"]
    in_role = [_f1(real, {role}) for role in ROLES]
    lines = [
        _line("promo inserts", real, PROMO_INSERTS),
        _line("  without ads", [j for j in real if j.gold != "ad"], PROMO_INSERTS),
        _line("  bare inserts", bare, PROMO_INSERTS),
        *(_line(f"role {role}", real, {role}) for role in ROLES),
        f"macro F1 over roles      {np.mean(in_role):.3f}",
        f"body called promo insert {_false_alarms(real):.2%}; bare {_false_alarms(bare):.2%}",
        f"topic, balanced accuracy {_topic(real):.3f} (real); bare off {_right(bare, 'off'):.3f}",
        _spread(real),
    ]
    return "\n".join(lines)


def _counts(judged: Sequence[Judged], roles: Iterable[str]) -> tuple[float, float, float]:
    roles = set(roles)
    hits = sum(j.gold in roles and j.given in roles for j in judged)
    gold, given = sum(j.gold in roles for j in judged), sum(j.given in roles for j in judged)
    precision, recall = hits / given if given else 0.0, hits / gold if gold else 0.0
    return precision, recall, 2 * hits / (gold + given) if gold + given else float("nan")


def _f1(judged: Sequence[Judged], roles: Iterable[str]) -> float:
    return _counts(judged, roles)[2]


def _line(name: str, judged: Sequence[Judged], roles: Iterable[str]) -> str:
    precision, recall, f1 = _counts(judged, roles)
    return f"{name:<24} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}"


def _false_alarms(judged: Sequence[Judged]) -> float:
    body = [j for j in judged if j.gold == "body"]
    return sum(j.given in PROMO_INSERTS for j in body) / max(len(body), 1)


def _right(judged: Sequence[Judged], topic: str) -> float:
    asked = [j for j in judged if j.topic == topic]
    return sum(j.given_topic == topic for j in asked) / max(len(asked), 1)


def _topic(judged: Sequence[Judged]) -> float:
    return (_right(judged, "on") + _right(judged, "off")) / 2


def _spread(judged: Sequence[Judged], least: int = 5) -> str:
    """Return the range of F1 over outlets with at least `least` promo inserts."""
    outlets = Counter(j.outlet for j in judged if j.gold in PROMO_INSERTS)
    scores = sorted(
        (_f1([j for j in judged if j.outlet == outlet], PROMO_INSERTS), outlet)
        for outlet, count in outlets.items()
        if count >= least
    )
    return "by outlet                " + ", ".join(f"{name} {f1:.2f}" for f1, name in scores)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(prog="python -m bias.training.roles", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with the data sets")
    parser.add_argument("-o", "--output", type=Path, default=MODEL, help="where the model goes")
    parser.add_argument("--evaluate", action="store_true", help="cross-validate instead")
    options = parser.parse_args(arguments)
    if options.evaluate:
        print(table(cross_validate(options.data)))
    else:
        options.output.write_text(train(options.data).to_json(), encoding="utf-8")


if __name__ == "__main__":
    main()
