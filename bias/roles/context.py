"""The second pass: what a paragraph looks like among its neighbours."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from bias.document.document import Bools, Document
from bias.roles.cues import find_phrases, speaks_for_story
from bias.roles.page import is_set_apart
from bias.roles.repeats import Repeats
from bias.roles.shape import Looks, Table, look_at
from bias.roles.stems import Stems, stems_of
from bias.roles.words import Counts
from bias.words.cut import Span

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
    candidates: Counts
    """Indices of the paragraphs that get a second look."""
    others: tuple[int, ...]
    """In how many other articles of the outlet each stands; zeros without a batch at hand."""

    @cached_property
    def prose(self) -> Counts:
        """Indices of the paragraphs that are plainly prose."""
        return np.flatnonzero(~self.looks.bare)

    @cached_property
    def bare(self) -> Counts:
        """Indices of the paragraphs that are lines."""
        return np.flatnonzero(self.looks.bare)

    @cached_property
    def labels(self) -> Counts:
        """Indices of the lines that are nothing but a label."""
        is_label = _bools("story_label_alone" in found for found in self.phrases)
        return np.flatnonzero(self.looks.bare & is_label)

    @cached_property
    def stems(self) -> Stems:
        """The stems of headline and paragraphs."""
        return stems_of(self.looks.words)

    @cached_property
    def story(self) -> Counts:
        """In how many paragraphs of prose (or the headline) each stem stands, by its number."""
        stems, is_told = self.stems, np.append(~self.looks.bare, True)
        return np.bincount(stems.numbers[is_told[stems.paragraphs]], minlength=stems.size)

    @cached_property
    def lines(self) -> Counter[str]:
        """How often each line stands in the article."""
        return Counter(self.looks.texts)

    @cached_property
    def upper_lines(self) -> int:
        """How many lines stand in capitals."""
        looks = self.looks
        shouted = looks.bare & (looks.counts > 2) & (looks.upper_share > SHOUTED)
        return int(np.count_nonzero(shouted))

    @cached_property
    def short_throughout(self) -> bool:
        """Most of it is lines: a list, a live blog, a transcript. There a line is no misfit."""
        looks = self.looks
        plain = _bools(all(map(speaks_for_story, found)) for found in self.phrases)
        lines = looks.bare & (~looks.ends_sentence | (looks.counts < SHORT_TURN)) & plain
        return int(np.count_nonzero(lines)) > MOSTLY_LINES * len(looks)

    @cached_property
    def is_lone_line(self) -> Bools:
        """Which are unlabelled open lines with prose above and below, such as subheads."""
        bare, lone = self.looks.bare, np.zeros(len(self.looks), np.bool_)
        open_lines = bare & ~self.looks.ends_sentence & ~_bools(self.phrases)
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


def _bools(values: Iterable[object]) -> Bools:
    return np.array([*map(bool, values)], np.bool_)


def _last_before(indices: Counts, chosen: Counts) -> Counts:
    """Return the last of some ordered indices below each chosen one; -1 without any.

    >>> _last_before(np.array([1, 4]), np.array([1, 2, 9])).tolist()
    [-1, 1, 4]
    """
    return np.append(-1, indices)[np.searchsorted(indices, chosen)]


def _next_after(indices: Counts, chosen: Counts, end: int) -> Counts:
    """Return the first of some ordered indices above each chosen one; `end` without any.

    >>> _next_after(np.array([1, 4]), np.array([1, 2, 9]), 10).tolist()
    [4, 4, 10]
    """
    return np.append(indices, end)[np.searchsorted(indices, chosen, side="right")]


def look_around(document: Document, repeats: Repeats | None = None) -> Scene:
    """Do the first pass: look at every paragraph and search it for phrases.

    Prose of some length that holds no phrase and ends like a sentence is the
    story, and so is every very long paragraph. The first and the last two are
    otherwise always doubtful, and so is what a web page sets apart and what is
    repeated in the outlet's other articles.
    """
    others = (repeats or Repeats()).others(document)
    looks, found = look_at(document), find_phrases(document)
    doubtful = looks.bare | _bools(others)
    doubtful |= _bools(not all(map(speaks_for_story, names)) for names in found)
    doubtful[:1] = doubtful[-2:] = True
    if document.article.blocks:
        doubtful |= _bools(map(is_set_apart, document.article.blocks))
    candidates = np.flatnonzero(doubtful & (looks.counts < STORY_WORDS))
    return Scene(document, looks, found, candidates, others)


def place_of(scene: Scene, chosen: Counts) -> Table:
    """Return where some paragraphs stand and what stands around each."""
    looks, count, bare = scene.looks, len(scene.looks), len(scene.bare)
    after, lone = count - 1 - chosen, scene.is_lone_line
    label, prose = _last_before(scene.labels, chosen), _last_before(scene.prose, chosen)
    section = _next_after(scene.bare, chosen, count) - chosen - 1
    of_article = {
        "tail_length": min(count - scene.tail, 10),
        "paragraphs": min(count, 60),
        "bare_share": bare / count,
        "bare_count": min(bare, 20),
        "upper_lines": min(scene.upper_lines, 8),
    }
    return {
        "position": chosen / max(count - 1, 1),
        "from_start": np.minimum(chosen, 8),
        "from_end": np.minimum(after, 8),
        "in_lead": chosen < scene.lead,
        "in_tail": chosen >= scene.tail,
        **{name: np.full(len(chosen), value) for name, value in of_article.items()},
        "repeats": np.minimum([scene.lines[looks.texts[i]] for i in chosen.tolist()], 4),
        "label_above": np.minimum(np.where(label > prose, chosen - label, 0), 8),
        "run_above": np.minimum(scene.run_above(chosen), 8),
        "run_below": np.minimum(scene.run_below(chosen), 8),
        "sisters": np.minimum(np.count_nonzero(lone) - lone[chosen], 6),
        "section": np.minimum(section, 8),
    }
