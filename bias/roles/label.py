"""Label every paragraph of a document with its role.

Two passes, as jusText does (Pomikálek 2011): first each paragraph on its own
(its shape, and phrases that give it away), then among its neighbours (place,
words that are strangers to the story, what stands above and below). A linear
model weighs the measures of the paragraphs the first pass left in doubt.
"""

from bias.article import Document
from bias.roles.context import Scene, look_around
from bias.roles.measures import Row, measure
from bias.roles.model import RoleModel, probabilities, shipped_model
from bias.roles.page import nudges
from bias.roles.reasons import reasons_for
from bias.roles.role import ParagraphRole, Role
from bias.roles.topic import topic_of

PLAIN_PROSE = 0.995
"""Probability of `body` for prose that needs no second look (measured on
promo_inserts, 2026-11-22: 8 of 4,389 such paragraphs were something else)."""

SHORT_LINE = 0.6
"""Least probability of `body` for a line that does not stand out (set by hand)."""


def label_paragraphs(document: Document) -> tuple[ParagraphRole, ...]:
    """Return one role per paragraph of the body, with its probability and reasons."""
    scene = look_around(document)
    judged = judge(scene, shipped_model())
    return tuple(_label(scene, index, judged.get(index)) for index in range(len(scene.looks)))


def judge(scene: Scene, model: RoleModel) -> dict[int, tuple[Role, float]]:
    """Return role and probability of every paragraph that needs a second look."""
    rows = measure(scene)
    if not rows:
        return {}
    log_odds = model.log_odds(list(rows.values()))
    blocks = scene.document.article.blocks
    for row, index in zip(log_odds, rows, strict=True):
        for role, extra in nudges(blocks[index]).items() if blocks else ():
            row[model.roles.index(role)] += extra
    chances = probabilities(log_odds)
    return {
        index: _decide(scene, row, dict(zip(model.roles, map(float, chance), strict=True)))
        for (index, row), chance in zip(rows.items(), chances, strict=True)
    }


def _decide(scene: Scene, row: Row, chance: dict[Role, float]) -> tuple[Role, float]:
    """Return the likeliest role, after the rules that need no weighing.

    What has no letter or digit is residue. Items of a list are the story, and so
    is, where everything is short, a line without a phrase: it does not stand out.
    """
    if row["no_letters"]:
        return "residue", 1.0
    if row["in_list"] or (scene.short_throughout and not row["any_phrase"]):
        return "body", max(chance["body"], SHORT_LINE)
    role = max(chance, key=lambda role: chance[role])
    return role, chance[role]


def _label(scene: Scene, index: int, judged: tuple[Role, float] | None) -> ParagraphRole:
    if judged is None:
        return ParagraphRole("body", PLAIN_PROSE)
    role, probability = judged
    topic = topic_of(scene, index) if role == "promo_story" else None
    return ParagraphRole(role, probability, topic, reasons_for(scene, index, role))
