"""Label every paragraph of a document with its role.

Two passes, as jusText does (Pomikálek 2011): first each paragraph on its own
(its shape, and phrases that give it away), then among its neighbours (place,
words that are strangers to the story, what stands above and below). A linear
model weighs the measures of the paragraphs the first pass left in doubt.
"""

import numpy as np

from bias.document.document import Document
from bias.roles.context import Scene, look_around
from bias.roles.measures import measure
from bias.roles.model import RoleModel, probabilities, shipped_model
from bias.roles.page import PageModel, is_set_apart, shipped_page_model, weigh
from bias.roles.reasons import reasons_for
from bias.roles.repeats import NUDGES, Repeats
from bias.roles.role import PROMO_INSERTS, ParagraphRole, Role
from bias.roles.stretches import HOLDS_PROSE, find_stretches, holds_prose
from bias.roles.topic import topic_of

PLAIN_PROSE = 0.995
"""Probability of `body` for prose that needs no second look (measured on
promo_inserts, 2026-11-22: 8 of 4,389 such paragraphs were something else)."""

SHORT_LINE = 0.6
"""Least probability of `body` for a line that does not stand out (set by hand)."""

_ASKED = ("no_letters", "in_list", "any_phrase")
"""Measures that decide without weighing."""


def label_paragraphs(
    document: Document, repeats: Repeats | None = None
) -> tuple[ParagraphRole, ...]:
    """Return one role per paragraph of the body, with its probability and reasons.

    Parameters
    ----------
    document
        The article, segmented.
    repeats
        What `find_repeats` found in a batch that holds this article; None when no
        batch is at hand.
    """
    scene = look_around(document, repeats)
    judged = judge(scene, shipped_model())
    return tuple(_label(scene, index, judged.get(index)) for index in range(len(scene.looks)))


def judge(
    scene: Scene, model: RoleModel, page: PageModel | None = None
) -> dict[int, tuple[Role, float]]:
    """Return role and probability of every paragraph that needs a second look."""
    measured = measure(scene)
    if not len(measured):
        return {}
    log_odds, blocks = model.log_odds(measured), scene.document.article.blocks
    body = model.roles.index("body")
    chosen = measured.paragraphs.tolist()
    for row, index in zip(log_odds, chosen, strict=True):
        if blocks:
            weigh(row, model.roles, blocks[index], page or shipped_page_model())
        for role, extra in NUDGES.items() if scene.others[index] else ():
            row[model.roles.index(role)] += extra
    chances = probabilities(log_odds)
    told = zip(*measured.values(_ASKED).astype(np.bool_).tolist(), strict=True)
    likeliest = chances.argmax(axis=1).tolist()
    return {
        index: _decide(scene, index, (model.roles[best], chance[best]), chance[body], *asked)
        for index, best, chance, asked in zip(
            chosen, likeliest, chances.tolist(), told, strict=True
        )
    }


def _decide(
    scene: Scene, index: int, best: tuple[Role, float], body: float,
    is_wordless: bool, is_item: bool, has_phrase: bool,
) -> tuple[Role, float]:  # fmt: skip
    """Return the likeliest role, after the rules that need no weighing.

    What has no letter or digit is residue. Items of a list are the story, and so
    is, where everything is short, a line without a phrase: it does not stand out,
    unless the web page sets it apart or the outlet's other articles hold it too.
    """
    blocks = scene.document.article.blocks
    apart = bool(scene.others[index] or (blocks and is_set_apart(blocks[index])))
    if is_wordless:
        return "residue", 1.0
    if not apart and (is_item or (scene.short_throughout and not has_phrase)):
        return "body", max(body, SHORT_LINE)
    return best


def _label(scene: Scene, index: int, judged: tuple[Role, float] | None) -> ParagraphRole:
    role, probability = judged or ("body", PLAIN_PROSE)
    if role in PROMO_INSERTS and holds_prose(scene, index):
        role, probability = "body", HOLDS_PROSE
    if role == "body":
        return ParagraphRole(role, probability, stretches=find_stretches(scene, index))
    topic = topic_of(scene, index) if role == "promo_story" else None
    return ParagraphRole(role, probability, topic, reasons_for(scene, index, role))
