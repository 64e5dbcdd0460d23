"""The second pass: what a paragraph looks like among its neighbours."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from bias.document.document import Document
from bias.roles.cues import find_phrases, speaks_for_story
from bias.roles.page import is_set_apart
from bias.roles.repeats import Repeats
from bias.roles.shape import Look, look_at
from bias.words.cut import Span

MOSTLY_LINES = 0.6
"""Share of unlabelled lines from which an article is made of lines (set by hand:
no real article of promo_inserts with an unlabelled promo has more than 0.4)."""
SHORT_TURN = 8
"""Words under which a finished sentence of its own is a line too, as in dialogue."""

STORY_WORDS = 150
"""From here on a paragraph is the story whatever phrases it holds: in promo_inserts 2 of
1,200 paragraphs of another role are as long, and an article without paragraph breaks is
one long paragraph with everybody's phrases in it (2026-11-22)."""


@dataclass(frozen=True)
class Scene:
    """All paragraphs of an article after the first pass."""

    document: Document
    headline: Look
    looks: tuple[Look, ...]
    phrases: tuple[dict[str, Span], ...]
    """What phrases each holds, and where."""
    candidates: tuple[int, ...]
    """Indices of the paragraphs that get a second look."""
    others: tuple[int, ...]
    """In how many other articles of the outlet each stands; zeros without a batch at hand."""

    @cached_property
    def prose(self) -> tuple[int, ...]:
        """Indices of the paragraphs that are plainly prose."""
        return tuple(i for i, look in enumerate(self.looks) if not look.bare)

    @cached_property
    def bare(self) -> tuple[int, ...]:
        """Indices of the paragraphs that are lines."""
        return tuple(i for i, look in enumerate(self.looks) if look.bare)

    @cached_property
    def labels(self) -> tuple[int, ...]:
        """Indices of the lines that are nothing but a label."""
        return tuple(i for i in self.bare if "story_label_alone" in self.phrases[i])

    @cached_property
    def story(self) -> Counter[str]:
        """In how many paragraphs of prose (or the headline) each stem stands."""
        counts = Counter(self.headline.stems)
        for i in self.prose:
            counts.update(self.looks[i].stems)
        return counts

    @cached_property
    def lines(self) -> Counter[str]:
        """How often each line stands in the article."""
        return Counter(look.text for look in self.looks)

    @cached_property
    def upper_lines(self) -> int:
        """How many lines stand in capitals."""
        return sum(
            look.bare and len(look.words) > 2 and look.upper_share > 0.9 for look in self.looks
        )

    @cached_property
    def short_throughout(self) -> bool:
        """Most of it is lines: a list, a live blog, a transcript. There a line is no misfit."""
        lines = sum(
            look.bare
            and (not look.ends_sentence or len(look.words) < SHORT_TURN)
            and all(map(speaks_for_story, found))
            for look, found in zip(self.looks, self.phrases, strict=True)
        )
        return lines > MOSTLY_LINES * len(self.looks)

    @cached_property
    def lone_lines(self) -> frozenset[int]:
        """Indices of unlabelled open lines with prose above and below, such as subheads."""
        return frozenset(
            i
            for i in range(1, len(self.looks) - 1)
            if self.looks[i].bare
            and not self.looks[i].ends_sentence
            and not (self.looks[i - 1].bare or self.looks[i + 1].bare or self.phrases[i])
        )

    @cached_property
    def tail(self) -> int:
        """Index from which on no prose follows."""
        return self.prose[-1] + 1 if self.prose else 0

    @cached_property
    def lead(self) -> int:
        """Index of the first paragraph of prose; 0 without any."""
        return self.prose[0] if self.prose else 0

    def label_above(self, index: int) -> int:
        """Return how far above, in one run of lines, a lone label stands; 0 for none."""
        label = _last_before(self.labels, index)
        return index - label if label > _last_before(self.prose, index) else 0

    def run_below(self, index: int) -> int:
        """Return how many lines follow without prose between."""
        return _next_after(self.prose, index, len(self.looks)) - index - 1

    def run_above(self, index: int) -> int:
        """Return how many lines stand right above without prose between."""
        return index - 1 - _last_before(self.prose, index)

    def section(self, index: int) -> int:
        """Return how many paragraphs of prose follow before the next line."""
        return _next_after(self.bare, index, len(self.looks)) - index - 1


def _last_before(indices: Sequence[int], index: int) -> int:
    """Return the last of some ordered indices below `index`; -1 without any."""
    position = bisect_left(indices, index)
    return indices[position - 1] if position else -1


def _next_after(indices: Sequence[int], index: int, end: int) -> int:
    """Return the first of some ordered indices above `index`; `end` without any."""
    position = bisect_right(indices, index)
    return indices[position] if position < len(indices) else end


def look_around(document: Document, repeats: Repeats | None = None) -> Scene:
    """Do the first pass: look at every paragraph and search it for phrases.

    Prose of some length that holds no phrase and ends like a sentence is the
    story, and so is every very long paragraph. The first and the last two are
    otherwise always doubtful, and so is what a web page sets apart and what is
    repeated in the outlet's other articles.
    """
    others = (repeats or Repeats()).others(document)
    looks = tuple(look_at(document, paragraph) for paragraph in document.paragraphs)
    found = find_phrases([look.text for look in looks], document.forms)
    doubtful = {0, len(looks) - 2, len(looks) - 1}
    doubtful.update(i for i, block in enumerate(document.article.blocks) if is_set_apart(block))
    doubtful.update(i for i, count in enumerate(others) if count)
    candidates = tuple(
        i
        for i, look in enumerate(looks)
        if len(look.words) < STORY_WORDS
        and (look.bare or i in doubtful or not all(map(speaks_for_story, found[i])))
    )
    return Scene(document, look_at(document, document.headline), looks, found, candidates, others)


def place_of(scene: Scene, index: int) -> dict[str, float]:
    """Return where a paragraph stands and what stands around it."""
    count, look = len(scene.looks), scene.looks[index]
    after = count - 1 - index
    return {
        "position": index / max(count - 1, 1),
        "from_start": float(min(index, 8)),
        "from_end": float(min(after, 8)),
        "in_lead": float(index < scene.lead),
        "in_tail": float(index >= scene.tail),
        "tail_length": float(min(count - scene.tail, 10)),
        "paragraphs": float(min(count, 60)),
        "bare_share": len(scene.bare) / count,
        "bare_count": float(min(len(scene.bare), 20)),
        "upper_lines": float(min(scene.upper_lines, 8)),
        "repeats": float(min(scene.lines[look.text], 4)),
        "is_headline": float(look.stems == scene.headline.stems and bool(look.stems)),
        "label_above": float(min(scene.label_above(index), 8)),
        "run_above": float(min(scene.run_above(index), 8)),
        "run_below": float(min(scene.run_below(index), 8)),
        "sisters": float(min(len(scene.lone_lines) - (index in scene.lone_lines), 6)),
        "section": float(min(scene.section(index), 8)),
    }
