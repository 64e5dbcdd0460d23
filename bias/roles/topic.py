"""Whether the story a promo sends the reader to is about this article's matter."""

from dataclasses import dataclass
from functools import cache
from math import exp, log1p
from statistics import fmean
from typing import Any

import numpy as np

from bias.models.files import File, Form, read_model, shipped
from bias.roles.context import Scene
from bias.roles.role import Topic
from bias.roles.signs import STEM
from bias.roles.words import Counts

FORM = Form("bias-topic", 1, ("intercept", "weights"))
ON_TOPIC = 0.2
"""Familiarity from which words count as on topic, below which as strangers (chosen on the
226 promo stories of promo_inserts' roles_dev, 2026-11-22)."""
LINES_BELOW = 50
"""How many lines below a label are searched for the one it speaks of, at most."""
KICKER_WORDS = 2
"""Words of a line that names the field of the headline below it."""
PEERS = 6
"""How many lines above and below, without prose between, a promo is seen among."""
NO_PEER = -0.1
LABELS = frozenset(
    {"story_label", "story_label_alone", "story_gap", "story_tail", "story_click", "media_label"}
)
"""Phrases that are page furniture, not part of the other story's headline."""


@dataclass(frozen=True)
class TopicModel:
    """A logistic regression over the measures of one promo."""

    intercept: float
    weights: dict[str, float]

    def chance_off(self, row: dict[str, float]) -> float:
        """Return the probability that the other story is about another matter."""
        score = self.intercept + sum(w * row[name] for name, w in self.weights.items())
        return 1 / (1 + exp(-score))

    def content(self) -> dict[str, Any]:
        """Return what a model file holds."""
        return {"intercept": self.intercept, "weights": self.weights}

    @classmethod
    def read(cls, path: File) -> "TopicModel":
        """Read a model file."""
        fields = read_model(path, FORM)
        return cls(fields.number("intercept"), fields.numbers_by_name("weights"))


@cache
def shipped_topic_model() -> TopicModel:
    """Return the model that comes with the package."""
    return TopicModel.read(shipped("topic.json"))


def topic_of(scene: Scene, unit: int, model: TopicModel | None = None) -> Topic:
    """Tell whether a promo is about the article's matter.

    A promo without words of its own ("READ MORE:") speaks of the line below it
    or, with none, counts as on topic: nothing says otherwise.
    """
    row = topic_measures(scene, unit)
    off = row is not None and (model or shipped_topic_model()).chance_off(row) > 0.5
    return "off" if off else "on"


def topic_measures(scene: Scene, unit: int) -> dict[str, float] | None:
    """Return the measures of the promo at `unit`; None without a word of its own.

    All are about its stems with content: how familiar they are, how many names and
    common words the story uses more than once, never, or in its headline, and how
    familiar the most familiar line next to it is.
    """
    below = _spoken_of(scene, unit)
    if below is None:
        return None
    stems, rare = _own_stems(scene, below), scene.stems.rare_of(below)
    peers = _peer_familiarity(scene, below)
    return {
        "familiarity": _familiarity(scene, below, stems),
        "known_share": float(np.mean(scene.times(below, stems) > 0)),
        "stems": float(min(len(stems), 12)),
        "peers": float(bool(peers)),
        "best_peer": max(peers, default=NO_PEER),
        **_known(scene, below, np.intersect1d(stems, rare), "rare"),
        **_known(scene, below, np.setdiff1d(stems, rare), "common"),
    }


def familiarity(scene: Scene, unit: int) -> float | None:
    """Return how much a line's words are at home in the story, 0 to 1.

    For each of its words with content: the log of how many paragraphs of prose
    (and the headline) use it, relative to all; then the mean. None when it has
    no such words.
    """
    stems = _own_stems(scene, unit)
    return _familiarity(scene, unit, stems) if len(stems) else None


def _familiarity(scene: Scene, unit: int, stems: Counts) -> float:
    return mean_familiarity(scene, unit, scene.times(unit, stems))


def mean_familiarity(scene: Scene, unit: int, times: Counts) -> float:
    """Return how much stems are at home in a unit's article, in the mean, 0 to 1.

    `times` says in how many paragraphs of prose (or the headline) each stands.
    """
    most = log1p(scene.count_in_article(scene.prose, unit) + 1)
    return fmean(log1p(count) / most for count in times.tolist())


def _known(scene: Scene, unit: int, stems: Counts, kind: str) -> dict[str, float]:
    times, headline = scene.times(unit, stems), scene.looks.headline(unit)
    in_headline = scene.stems.hold(headline, stems)
    return {
        f"{kind}_known": float(min(int((times > 1).sum()), 4)),
        f"{kind}_unknown": float(min(int((times == 0).sum()), 6)),
        f"{kind}_in_headline": float(min(int(in_headline.sum()), 3)),
    }


def _spoken_of(scene: Scene, unit: int) -> int | None:
    """Return the line a promo speaks of: itself or, for a lone label, one below."""
    headline = int(scene.looks.headline(unit))
    for below in range(unit + _is_kicker(scene, unit), min(unit + LINES_BELOW, headline)):
        if len(_own_stems(scene, below)):
            return below
        if below + 1 < headline and not scene.looks.bare[below + 1]:
            break
    return None


def _is_kicker(scene: Scene, unit: int) -> bool:
    """Tell a word or two above the headline in the same box of a web page."""
    if scene.looks.counts[unit] > KICKER_WORDS or unit + 1 >= scene.looks.headline(unit):
        return False
    block, below = scene.block(unit), scene.block(unit + 1)
    return (
        block is not None and below is not None
        and block.aside and below.aside and block.classes == below.classes
    )  # fmt: skip


def _peer_familiarity(scene: Scene, unit: int) -> list[float]:
    """Return how familiar the lines are that stand right above and below a line."""
    looks, prose = scene.looks, scene.prose
    first = max(int(scene.last_before(prose, unit)) + 1, unit - PEERS)
    below = int(scene.next_from(prose, unit + 1)) - 1 if looks.bare[unit] else unit
    last = min(below, unit + PEERS)
    found = (familiarity(scene, i) for i in range(first, last + 1) if i != unit)
    return [value for value in found if value is not None]


def _own_stems(scene: Scene, unit: int) -> Counts:
    """Return the stems of a line, those of its label left out."""
    words, start = scene.looks.words, scene.looks.starts[unit]
    labels = [span for name, span in scene.phrases[unit].items() if name in LABELS]
    stems = scene.stems.of(unit)
    if not labels:
        return stems
    place = words.of(unit)
    starts = words.starts[place] - start
    inside = [(span.start <= starts) & (starts < span.end) for span in labels]
    outside = words.row.part(place.start, place.stop).column(STEM)[~np.any(inside, axis=0)]
    return np.intersect1d(stems, outside)
