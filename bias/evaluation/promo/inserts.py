"""Paragraph roles and topics on the `promo_inserts` sets, whole outlets left out.

Trained on the articles of the other outlets and on made articles; an outlet,
with all its aliases, is in one fold only. `mixed` paragraphs are left out. The
baselines are run in the same call, on the same folds.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bias.evaluation.promo.baselines import RULES, judge_by_ngrams, judge_by_rule
from bias.evaluation.promo.calibration import calibration_rows
from bias.evaluation.promo.html_pages import evaluate_html
from bias.evaluation.promo.rows import baseline_rows, main_rows, outlet_rows
from bias.evaluation.promo.scores import Figure, Judged
from bias.evaluation.promo.stretches import evaluate_stretches
from bias.labelled.inserts import Labelled, read_bare, read_check, read_real
from bias.models.lines import probabilities, shipped_line_model
from bias.roles.context import Scene, look_around
from bias.roles.label import PLAIN_PROSE, judge
from bias.roles.measures import measure
from bias.roles.model import RoleModel, shipped_model
from bias.roles.role import PROMO_INSERTS
from bias.roles.topic import TopicModel, shipped_topic_model, topic_of
from bias.training.roles import Fitted, fit_both, fit_topic, make_all, promos_of

if TYPE_CHECKING:
    import pandas as pd

FOLDS = 5
SEED = 0
"""Of the articles made to train with."""
PAGE_SETS = ("web-content-blocks", "l3s-gn1-news-blocks")


def evaluate_promo_inserts(path: Path) -> "pd.DataFrame":
    """Return precision, recall and F1 of inserts, roles, topics and outlets.

    Parameters
    ----------
    path
        The folder that holds `promo_inserts` and `article-bias-prediction`, as
        `benchmarks/promo_inserts/join.py` writes it. Where it also holds
        `web-content-blocks` and `l3s-gn1-news-blocks`, web pages are judged too.

    Returns
    -------
    pandas.DataFrame
        Columns measure, precision, recall, f1, low, high, n. Single figures
        stand under f1; low and high are its 95 % interval; n is the gold
        cases of a class, or the cases a single figure is over.
    """
    import pandas as pd

    articles, made = [*read_real(path), *read_bare(path)], make_all(path, SEED)
    judged = judge_folds(articles, made)
    figures = [*check_rows(path), *main_rows(judged)]
    figures += [*compared_rows(articles, made), *calibration_rows(judged)]
    figures += outlet_rows([j for j in judged if j.kind == "real"])
    rows = [*map(asdict, figures), *evaluate_stretches(path).to_dict("records")]
    rows += page_rows(path)
    return pd.DataFrame(rows, columns=[field.name for field in fields(Figure)])


def check_rows(path: Path) -> Iterator[Figure]:
    """Yield the rows of the check outlets, from which the shipped models have not learnt."""
    shipped = Fitted(shipped_line_model(), shipped_model())
    articles = read_check(path)
    judged = [j for a in articles for j in judge_article(a, shipped, shipped_topic_model())]
    for figure in (f for f in (*main_rows(judged), *calibration_rows(judged)) if f.n):
        yield replace(figure, measure=f"check outlets, {figure.measure}")


def compared_rows(articles: Sequence[Labelled], made: Sequence[Labelled]) -> Iterator[Figure]:
    """Yield the rows of the baselines; what learns does so in the same folds."""
    for name, rule in RULES.items():
        yield from baseline_rows(name, judge_by_rule(articles, rule))
    ngrams = judge_by_ngrams(articles, made, split_outlets(articles, FOLDS))
    yield from baseline_rows("n-grams, shape, novelty (linear)", ngrams)


def page_rows(path: Path) -> list[dict[str, Any]]:
    """Return the rows on whole web pages; none where their collections are not at hand."""
    if not all((path / folder).is_dir() for folder in PAGE_SETS):
        return []
    rows: list[dict[str, Any]] = evaluate_html(path).to_dict("records")
    return [row | {"measure": f"web pages, {row['measure']}"} for row in rows]


def cross_validate(data: Path, folds: int = FOLDS, seed: int = SEED) -> list[Judged]:
    """Judge every article with a model that saw nothing of its outlet."""
    return judge_folds([*read_real(data), *read_bare(data)], make_all(data, seed), folds)


def judge_folds(
    articles: Sequence[Labelled], made: Sequence[Labelled], folds: int = FOLDS
) -> list[Judged]:
    """Judge articles, each with models of the other folds' articles; roles also of made ones."""
    promos = [(article.outlet, promos_of(article)) for article in articles]
    fold_of = split_outlets(articles, folds)
    judged = []
    for fold in range(folds):
        model = fit_both([a for a in (*articles, *made) if fold_of[a.outlet] != fold])
        topics = fit_topic([p for outlet, seen in promos if fold_of[outlet] != fold for p in seen])
        for article in articles:
            if fold_of[article.outlet] == fold:
                judged += judge_article(article, model, topics)
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


def judge_article(article: Labelled, model: Fitted, topics: TopicModel) -> list[Judged]:
    """Judge one article's paragraphs; the topic is asked of gold promo stories."""
    scene = look_around(article.document, lines=model.lines)
    given, inserts = judge(scene, model.roles), insert_probabilities(scene, model.roles)
    judged = []
    for index, (gold, topic) in enumerate(zip(article.roles, article.topics, strict=True)):
        if gold == "mixed":
            continue
        role, probability = given.get(index, ("body", PLAIN_PROSE))
        asked = topic_of(scene, index, topics) if gold == "promo_story" else None
        insert = inserts.get(index, 1 - PLAIN_PROSE)
        judged.append(
            Judged(
                article.kind, article.outlet, gold, role, topic, asked, probability, insert,
                index in given, article.document.article.id, index,
            )
        )  # fmt: skip
    return judged


def insert_probabilities(scene: Scene, model: RoleModel) -> dict[int, float]:
    """Return the model's probability of a promo insert for every paragraph in doubt."""
    measured = measure(scene)
    if not len(measured):
        return {}
    columns = [number for number, role in enumerate(model.roles) if role in PROMO_INSERTS]
    chances = probabilities(model.log_odds(measured))[:, columns].sum(axis=1)
    return dict(zip(measured.paragraphs.tolist(), chances.tolist(), strict=True))
