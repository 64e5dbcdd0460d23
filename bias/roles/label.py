"""Label every paragraph of a document with its role.

Two passes, as jusText does (Pomikálek 2011): first each paragraph on its own
(its shape, its words, and phrases that give it away), then among its neighbours (place,
words that are strangers to the story, what stands above and below). A linear
model weighs the measures of the paragraphs the first pass left in doubt.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from weakref import ref

import numpy as np

from bias.document.article import Block
from bias.document.document import Document
from bias.document.passage import Passage
from bias.models.lines import probabilities
from bias.roles.context import Scene, look_around
from bias.roles.formulas import CERTAIN, find_formulas
from bias.roles.measures import measure
from bias.roles.model import RoleModel, shipped_model
from bias.roles.page import (
    NUDGE,
    STORY,
    PageModel,
    Vector,
    is_quotation,
    is_set_apart,
    shipped_page_model,
    weigh,
)
from bias.roles.reasons import reasons_for
from bias.roles.repeats import NUDGES, Repeats
from bias.roles.role import ROLES, ParagraphRole, Role
from bias.roles.stretches import HOLDS_PROSE, Hints, find_stretches, hints_in, holds_prose
from bias.roles.topic import topic_of

PLAIN_PROSE = 0.998
"""Probability of `body` for prose that needs no second look, see `doubt.SURELY_BODY`."""

STORY_WORDS = 60
"""Words of prose that are no lone notice or call to subscribe (set by hand)."""

SHORT_LINE = 0.6
"""Least probability of `body` for a line that does not stand out (set by hand)."""

REPORT = 0.99
"""Probability of `body` for a finished sentence of more than twenty words that reports what was
said: 4,069 of 4,076 such paragraphs of promo_inserts are, and four of the seven others are a
video's text (2026-11-30; 24 `mixed` ones apart)."""

POLL = 0.6
"""Probability of `engagement` for a report's only question (set by hand: of 21 lone questions in
promo_inserts 20 belong to the story and none of them is its article's only one, 2026-11-30)."""

_ASKED = ("no_letters", "in_list", "any_phrase", "reports_at_length")
"""Measures that decide without weighing."""
_POLL = ("poll_question_sole", "headline_share")
"""Measures of a reader poll: its article's only question, about the headline's matter."""


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
    if document.passage.whole is None:
        return label_together([document], repeats)[0]
    return document.passage.once(_Together).of(document, repeats)


class _Together:
    """The roles of the documents that share a passage, worked out when the first is asked for."""

    def __init__(self, passage: Passage) -> None:
        self._sharers = passage.sharers
        self._repeats: Repeats | None = None
        self._known: list[tuple[ref[Document], tuple[ParagraphRole, ...]]] = []

    def of(self, document: Document, repeats: Repeats | None) -> tuple[ParagraphRole, ...]:
        """Return the roles of one document."""
        if not self._known or self._repeats is not repeats:
            documents = [held for sharer in self._sharers if (held := sharer()) is not None]
            roles = label_together(documents, repeats)
            self._known, self._repeats = [*zip(map(ref, documents), roles, strict=True)], repeats
        found = (roles for sharer, roles in self._known if sharer() is document)
        return next(found, None) or label_together([document], repeats)[0]


def label_together(
    documents: Sequence[Document], repeats: Repeats | None = None
) -> list[tuple[ParagraphRole, ...]]:
    """Return the same for each of some documents whose words are in the same table of types.

    What is counted is counted for all of them at once; none sees another.
    """
    scene = look_around(*documents, repeats=repeats)
    judged, looks = judge(scene, shipped_model()), scene.looks
    return [
        _label_article(scene, judged, range(first, headline), hints_in(document.text))
        for first, headline, document in zip(
            looks.firsts.tolist(), looks.headlines.tolist(), documents, strict=True
        )
    ]


def _label_article(
    scene: Scene, judged: Mapping[int, tuple[Role, float]], units: range, hints: Hints
) -> tuple[ParagraphRole, ...]:
    return tuple([_label(scene, unit, judged.get(unit), hints) for unit in units])


def judge(
    scene: Scene, model: RoleModel, page: PageModel | None = None
) -> dict[int, tuple[Role, float]]:
    """Return role and probability of every paragraph that needs a second look."""
    measured = measure(scene)
    if not len(measured):
        return {}
    log_odds, chosen = model.log_odds(measured), measured.paragraphs.tolist()
    for row, unit in zip(log_odds, chosen, strict=True):
        if scene.block(unit):
            _weigh_page(scene, unit, row, model.roles, page or shipped_page_model())
        for role, extra in NUDGES.items() if scene.others[unit] else ():
            row[model.roles.index(role)] += extra
    chances, body = probabilities(log_odds), model.roles.index("body")
    best, told = chances.argmax(axis=1).tolist(), measured.values(_ASKED).astype(np.bool_)
    polls = {chosen[place] for place in measured.values(_POLL).min(axis=0).clip(0).nonzero()[0]}
    judged = {
        unit: _decide(scene, unit, (model.roles[role], chance[role]), chance[body], *asked)
        for unit, role, chance, *asked in zip(
            chosen, best, chances.tolist(), *told.tolist(), strict=True
        )
    }
    judged |= {unit: ("engagement", POLL) for unit in polls if judged[unit][0] in STORY}
    plain = dict(zip(chosen, chances[:, body].tolist(), strict=True))
    judged |= {unit: ("body", plain[unit]) for unit in _lost_stories(scene, judged)}
    return judged | {unit: (role, CERTAIN) for unit, role in find_formulas(scene)}


def _lost_stories(scene: Scene, judged: Mapping[int, tuple[Role, float]]) -> Iterator[int]:
    """Yield the prose of articles that would be without any: it is the story after all."""
    looks = scene.looks
    for first, document in zip(looks.firsts.tolist(), scene.documents, strict=True):
        end = first + len(document.paragraphs)
        prose = [unit for unit in range(first, end) if _may_be_story(scene, unit)]
        lost = all(unit in judged and judged[unit][0] not in STORY for unit in prose)
        if lost and looks.counts[prose].sum() >= STORY_WORDS:
            yield from prose


def _may_be_story(scene: Scene, unit: int) -> bool:
    block = scene.block(unit)
    return not scene.looks.bare[unit] and (block is None or block.extracted)


def _weigh_page(
    scene: Scene, unit: int, odds: Vector, roles: Sequence[Role], page: PageModel
) -> None:
    """Join what the page says of a paragraph with what its words say, in place."""
    block = scene.block(unit) or Block()
    leads_in = _leads_in(scene, unit)
    if leads_in:
        block = replace(block, link_share=0.0)
    told = [ROLES[role] for role in scene.spoken[unit].nonzero()[0]]
    weigh(odds, roles, block, page, told)
    odds[roles.index("body")] += NUDGE * leads_in


def _leads_in(scene: Scene, unit: int) -> bool:
    """Tell a line that names the source of the quotation below it: its link is none to a story."""
    below = scene.block(unit + 1) if unit + 1 < scene.looks.headline(unit) else None
    return below is not None and is_quotation(below) and scene.looks.texts[unit][-1:] == ":"


def _decide(
    scene: Scene, unit: int, best: tuple[Role, float], body: float,
    is_wordless: bool, is_item: bool, has_phrase: bool, reports: bool,
) -> tuple[Role, float]:  # fmt: skip
    """Return the likeliest role, after the rules that need no weighing.

    What has no letter or digit is residue. Items of a list are the story, and so
    is what reports at length what was said, and where everything is short a line
    without a phrase: it does not stand out, unless the web page sets it apart or
    the outlet's other articles hold it too.
    """
    block = scene.block(unit)
    apart = bool(scene.others[unit] or (block and is_set_apart(block)))
    if is_wordless:
        return "residue", 1.0
    if not apart and (
        is_item or (scene.short_throughout[scene.looks.articles[unit]] and not has_phrase)
    ):
        return "body", max(body, SHORT_LINE)
    if reports and not apart:
        return "body", max(body, REPORT)
    return best


def _label(
    scene: Scene, unit: int, judged: tuple[Role, float] | None, hints: Hints
) -> ParagraphRole:
    role, probability = judged or ("body", PLAIN_PROSE)
    if role != "body" and holds_prose(scene, unit, hints):
        role, probability = "body", HOLDS_PROSE
    if role == "body":
        return ParagraphRole(role, probability, stretches=find_stretches(scene, unit, hints))
    topic = topic_of(scene, unit) if role == "promo_story" else None
    return ParagraphRole(role, probability, topic, reasons_for(scene, unit, role))
