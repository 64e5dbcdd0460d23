"""The second pass: what a paragraph looks like among its neighbours."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from bias.document.document import Document
from bias.roles.cues import find_phrases, roles_of
from bias.roles.page import is_set_apart
from bias.roles.repeats import Repeats
from bias.roles.shape import Closer, Looks, Table, look_at, look_closer
from bias.roles.stems import Stems, stems_of
from bias.roles.words import Counts
from bias.words.cut import Span
from bias.words.types import Bools

MOSTLY_LINES = 0.6
"""Share of unlabelled lines from which an article is made of lines (set by hand:
no real article of promo_inserts with an unlabelled promo has more than 0.4)."""
SHORT_TURN = 8
"""Words under which a finished sentence of its own is a line too, as in dialogue."""
SHOUTED = 0.9
"""Share of capital letters above which a line counts as one in capitals."""

STORY_WORDS = 150
"""From here on a paragraph is the story whatever phrases it holds: in promo_inserts 2 of
1,200 paragraphs of another role are as long, and an article without paragraph breaks is
one long paragraph with everybody's phrases in it (2026-11-22)."""


@dataclass(frozen=True)
class Scene:
    """All paragraphs of an article after the first pass."""

    document: Document
    looks: Looks
    phrases: tuple[dict[str, Span], ...]
    """What phrases each holds, and where."""
    spoken: Bools
    """Which roles the phrases of each speak for, in the order of `ROLES`."""
    candidates: Counts
    """Indices of the paragraphs that get a second look."""
    others: tuple[int, ...]
    """In how many other articles of the outlet each stands; zeros without a batch at hand."""

    @cached_property
    def prose(self) -> Counts:
        """Indices of the paragraphs that are plainly prose."""
        return (~self.looks.bare).nonzero()[0]

    @cached_property
    def bare(self) -> Counts:
        """Indices of the paragraphs that are lines."""
        return self.looks.bare.nonzero()[0]

    @cached_property
    def labels(self) -> Counts:
        """Indices of the lines that are nothing but a label."""
        bare = self.bare.tolist()
        return np.array([i for i in bare if "story_label_alone" in self.phrases[i]], np.intp)

    @cached_property
    def stems(self) -> Stems:
        """The stems of headline and paragraphs."""
        return stems_of(self.looks.words)

    @cached_property
    def _told(self) -> Counts:
        """The stems of every paragraph of prose and of the headline, rising."""
        stems, is_told = self.stems, np.concatenate([~self.looks.bare, [True]])
        return np.sort(stems.numbers[is_told[stems.paragraphs]])

    def times(self, stems: Counts) -> Counts:
        """Return in how many paragraphs of prose (or the headline) each of some stems stands."""
        return self._told.searchsorted(stems, "right") - self._told.searchsorted(stems)

    @cached_property
    def close(self) -> Closer:
        """What the lines and the paragraphs that get a second look are like in detail."""
        seen = self.looks.bare.copy()
        seen[self.candidates] = True
        return look_closer(self.looks, seen.nonzero()[0])

    @cached_property
    def lines(self) -> Counter[str]:
        """How often each line stands in the article."""
        return Counter(self.looks.texts)

    @cached_property
    def upper_lines(self) -> int:
        """How many lines stand in capitals."""
        looks = self.looks
        shouted = looks.bare & (looks.counts > 2) & (self.close.upper_share > SHOUTED)
        return int(np.count_nonzero(shouted))

    @cached_property
    def short_throughout(self) -> bool:
        """Most of it is lines: a list, a live blog, a transcript. There a line is no misfit."""
        looks = self.looks
        lines = looks.bare & (~looks.ends_sentence | (looks.counts < SHORT_TURN))
        plain = lines & ~_raises_doubt(self.spoken)
        return int(np.count_nonzero(plain)) > MOSTLY_LINES * len(looks)

    @cached_property
    def is_lone_line(self) -> Bools:
        """Which are unlabelled open lines with prose above and below, such as subheads."""
        bare, lone = self.looks.bare, np.zeros(len(self.looks), np.bool_)
        open_lines = bare & ~self.looks.ends_sentence & ~self.spoken.any(axis=1)
        lone[1:-1] = open_lines[1:-1] & ~bare[:-2] & ~bare[2:]
        return lone

    @cached_property
    def tail(self) -> int:
        """Index from which on no prose follows."""
        return int(self.prose[-1]) + 1 if len(self.prose) else 0

    @cached_property
    def lead(self) -> int:
        """Index of the first paragraph of prose; 0 without any."""
        return int(self.prose[0]) if len(self.prose) else 0

    def run_below(self, chosen: Counts) -> Counts:
        """Return how many lines follow each of some paragraphs without prose between."""
        return _next_after(self.prose, chosen, len(self.looks)) - chosen - 1

    def run_above(self, chosen: Counts) -> Counts:
        """Return how many lines stand right above each without prose between."""
        return chosen - 1 - _last_before(self.prose, chosen)


def _raises_doubt(spoken: Bools) -> Bools:
    """Tell which paragraphs hold a phrase that speaks for another role than the story."""
    doubt: Bools = np.logical_or.reduce(spoken[:, 1:], axis=1)
    return doubt


def _last_before(indices: Counts, chosen: Counts) -> Counts:
    """Return the last of some ordered indices below each chosen one; -1 without any.

    >>> _last_before(np.array([1, 4]), np.array([1, 2, 9])).tolist()
    [-1, 1, 4]
    """
    return np.concatenate([[-1], indices])[indices.searchsorted(chosen)]


def _next_after(indices: Counts, chosen: Counts, end: int) -> Counts:
    """Return the first of some ordered indices above each chosen one; `end` without any.

    >>> _next_after(np.array([1, 4]), np.array([1, 2, 9]), 10).tolist()
    [4, 4, 10]
    """
    return np.concatenate([indices, [end]])[indices.searchsorted(chosen, "right")]


def look_around(document: Document, repeats: Repeats | None = None) -> Scene:
    """Do the first pass: look at every paragraph and search it for phrases.

    Prose of some length that holds no phrase and ends like a sentence is the
    story, and so is every very long paragraph. The first and the last two are
    otherwise always doubtful, and so is what a web page sets apart and what is
    repeated in the outlet's other articles.
    """
    others = (repeats or Repeats()).others(document)
    looks = look_at(document)
    found = find_phrases(document, looks.texts)
    spoken = roles_of(found)
    doubtful = looks.bare | _raises_doubt(spoken)
    doubtful[:1] = doubtful[-2:] = True
    doubtful[[i for i, count in enumerate(others) if count]] = True
    doubtful[[i for i, block in enumerate(document.article.blocks) if is_set_apart(block)]] = True
    candidates = np.flatnonzero(doubtful & (looks.counts < STORY_WORDS))
    return Scene(document, looks, found, spoken, candidates, others)


def place_of(scene: Scene, chosen: Counts) -> Table:
    """Return where some paragraphs stand and what stands around each."""
    looks, count, lone = scene.looks, len(scene.looks), scene.is_lone_line
    label, prose = _last_before(scene.labels, chosen), _last_before(scene.prose, chosen)
    of_article = {
        "tail_length": count - scene.tail,
        "paragraphs": count,
        "bare_share": len(scene.bare) / count,
        "bare_count": len(scene.bare),
        "upper_lines": scene.upper_lines,
    }
    everywhere = np.repeat(np.array([*of_article.values()])[:, None], len(chosen), axis=1)
    return {
        "position": chosen / max(count - 1, 1),
        "from_start": chosen,
        "from_end": count - 1 - chosen,
        "in_lead": chosen < scene.lead,
        "in_tail": chosen >= scene.tail,
        **dict(zip(of_article, everywhere, strict=True)),
        "repeats": np.array([scene.lines[looks.texts[i]] for i in chosen.tolist()]),
        "label_above": np.where(label > prose, chosen - label, 0),
        "run_above": chosen - 1 - prose,
        "run_below": scene.run_below(chosen),
        "sisters": np.count_nonzero(lone) - lone[chosen],
        "section": _next_after(scene.bare, chosen, count) - chosen - 1,
    }
