"""The second pass: what a paragraph looks like among its neighbours."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from bias.document.article import Block
from bias.document.document import Document, Paragraph
from bias.models.by_word import Floats
from bias.models.lines import LineModel, shipped_line_model
from bias.roles.cues import find_phrases, roles_of
from bias.roles.doubt import are_doubtful, are_echoed, raises_doubt
from bias.roles.lines import lines_of
from bias.roles.repeats import Repeats
from bias.roles.shape import Closer, Looks, Table, look_at, look_closer
from bias.roles.stems import Stems, code, stems_of
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


@dataclass(frozen=True)
class Scene:
    """The units of some articles after the first pass, see `Looks`; a column has one value each."""

    documents: Sequence[Document]
    looks: Looks
    phrases: Sequence[dict[str, Span]]
    """What phrases each unit holds, and where."""
    spoken: Bools
    """Which roles the phrases of each speak for, in the order of `ROLES`."""
    line_odds: Floats
    """Log odds of the roles by each one's words alone, in the order of `ROLES`."""
    candidates: Counts
    """The paragraphs that get a second look."""
    others: Counts
    """In how many other articles of the outlet each stands; zeros without a batch at hand."""
    echoed: Bools
    """Which stand word by word in another paragraph of their article, as pull quotes do."""

    def find(self, unit: int) -> tuple[Document, int]:
        """Return the document that a unit is of, and its place among the document's paragraphs."""
        article = int(self.looks.articles[unit])
        return self.documents[article], unit - int(self.looks.firsts[article])

    def paragraph(self, unit: int) -> Paragraph:
        """Return the paragraph that a unit is."""
        document, place = self.find(unit)
        return document.paragraphs[place]

    def block(self, unit: int) -> Block | None:
        """Return what a web page says of a paragraph, where there is one."""
        document, place = self.find(unit)
        return document.article.blocks[place] if document.article.blocks else None

    @cached_property
    def prose(self) -> Counts:
        """The paragraphs that are plainly prose."""
        return (~(self.looks.bare | self.looks.is_headline | self._beside)).nonzero()[0]

    @cached_property
    def _beside(self) -> Bools:
        """Which paragraphs a web page sets in a box beside the story: they tell none of it."""
        beside = np.zeros(len(self.looks), np.bool_)
        for first, document in zip(self.looks.firsts.tolist(), self.documents, strict=True):
            blocks = document.article.blocks
            beside[first : first + len(blocks)] = [b.aside and not b.extracted for b in blocks]
        return beside

    @cached_property
    def bare(self) -> Counts:
        """The paragraphs that are lines."""
        return self.looks.bare.nonzero()[0]

    @cached_property
    def labels(self) -> Counts:
        """The lines that are nothing but a label."""
        bare = self.bare.tolist()
        return np.array(
            [unit for unit in bare if "story_label_alone" in self.phrases[unit]], np.intp
        )

    @cached_property
    def stems(self) -> Stems:
        """The stems of headlines and paragraphs."""
        return stems_of(self.looks.words)

    @cached_property
    def _told(self) -> Counts:
        """The stems of all paragraphs of prose and headlines, each with its article, rising."""
        stems, is_told = self.stems, ~(self.looks.bare | self._beside)
        told = is_told[stems.units].nonzero()[0]
        return np.sort(code(self.looks.articles[stems.units[told]], stems.numbers[told]))

    def times(self, units: Counts | int, stems: Counts) -> Counts:
        """Return in how many paragraphs of prose (and headline) of an article each stem stands."""
        wanted = code(self.looks.articles[units], stems)
        return self._told.searchsorted(wanted, "right") - self._told.searchsorted(wanted)

    @cached_property
    def close(self) -> Closer:
        """What the lines and the paragraphs that get a second look are like in detail."""
        seen = self.looks.bare.copy()
        seen[self.candidates] = True
        return look_closer(self.looks, seen.nonzero()[0])

    @cached_property
    def repeats(self) -> Counts:
        """How often each line stands in its article."""
        lines = [*zip(self.looks.articles.tolist(), self.looks.texts, strict=True)]
        count = Counter(lines)
        return np.array([count[line] for line in lines])

    @cached_property
    def shouted(self) -> Counts:
        """The lines that stand in capitals."""
        looks = self.looks
        shouted = looks.bare & (looks.counts > 2) & (self.close.upper_share > SHOUTED)
        return shouted.nonzero()[0]

    @cached_property
    def short_throughout(self) -> Bools:
        """Which articles are mostly lines: lists, live blogs. There a line is no misfit."""
        looks = self.looks
        plain = looks.bare & (~looks.ends_sentence | (looks.counts < SHORT_TURN))
        lines = (plain & ~raises_doubt(self.spoken)).nonzero()[0]
        count = np.diff(looks.headlines, prepend=-1)
        return np.bincount(looks.articles[lines], minlength=len(count)) > MOSTLY_LINES * (count - 1)

    @cached_property
    def is_lone_line(self) -> Bools:
        """Which are unlabelled open lines with prose above and below, such as subheads."""
        looks = self.looks
        is_prose = ~(looks.bare | looks.is_headline)
        is_open = looks.bare & ~looks.ends_sentence & ~self.spoken.any(axis=1)
        lone = np.zeros(len(looks), np.bool_)
        lone[1:-1] = is_open[1:-1] & is_prose[:-2] & is_prose[2:]
        return lone

    @cached_property
    def other_questions(self) -> Counts:
        """How many question marks stand in the other paragraphs of each one's article."""
        marks = np.array([text.count("?") for text in self.looks.texts])
        in_article = np.bincount(self.looks.articles, marks).astype(np.intp)
        others: Counts = in_article[self.looks.articles] - marks
        return others

    def last_before(self, units: Counts, chosen: Counts | int) -> Counts:
        """Return the last of some units that stands above each chosen one in its article.

        The unit before the article's first where there is none.
        """
        last = np.concatenate([[-1], units])[units.searchsorted(chosen)]
        found: Counts = np.maximum(last, self.looks.first(chosen) - 1)
        return found

    def next_from(self, units: Counts, places: Counts | int) -> Counts:
        """Return the first of some units from each place on; the article's headline if none."""
        after = np.concatenate([units, [len(self.looks)]])[units.searchsorted(places)]
        found: Counts = np.minimum(after, self.looks.headline(places))
        return found

    def count_in_article(self, units: Counts, chosen: Counts | int) -> Counts:
        """Count those of some units that are in the article of each chosen one."""
        first, end = self.looks.first(chosen), self.looks.headline(chosen)
        return units.searchsorted(end) - units.searchsorted(first)


def look_around(
    *documents: Document, repeats: Repeats | None = None, lines: LineModel | None = None
) -> Scene:
    """Do the first pass: look at every paragraph, weigh its words, search it for phrases.

    Prose of some length that holds no phrase, ends like a sentence and has the words
    of a story is the story, and so is every very long paragraph. Doubtful is
    otherwise also what a web page sets apart and what is repeated in the outlet's
    other articles.

    Parameters
    ----------
    documents
        Articles whose words are in the same table of types.
    repeats
        What is known of the outlets' other articles.
    lines
        What weighs the words, the shipped model unless given.
    """
    looks = look_at(documents)
    line_odds = (lines or shipped_line_model()).log_odds(lines_of(documents))
    found = find_phrases(looks.tokens, looks.texts)
    spoken = roles_of(found)
    others = np.array([n for d in documents for n in (*(repeats or Repeats()).others(d), 0)])
    echoed = are_echoed(documents)
    doubtful = are_doubtful(documents, looks, spoken, line_odds, echoed | (others > 0))
    return Scene(documents, looks, found, spoken, line_odds, doubtful.nonzero()[0], others, echoed)


def place_of(scene: Scene, chosen: Counts) -> Table:
    """Return where some paragraphs stand and what stands around each."""
    looks, lone = scene.looks, scene.is_lone_line
    first, headline = looks.first(chosen), looks.headline(chosen)
    count, bare = headline - first, scene.count_in_article(scene.bare, chosen)
    label, prose = scene.last_before(scene.labels, chosen), scene.last_before(scene.prose, chosen)
    tail = scene.last_before(scene.prose, headline) + 1
    lead = scene.next_from(scene.prose, first)
    return {
        "position": (chosen - first) / np.maximum(count - 1, 1),
        "from_start": chosen - first,
        "from_end": headline - 1 - chosen,
        "in_lead": (chosen < lead) & (lead < headline),
        "in_tail": chosen >= tail,
        "tail_length": headline - tail,
        "paragraphs": count,
        "bare_share": bare / count,
        "bare_count": bare,
        "upper_lines": scene.count_in_article(scene.shouted, chosen),
        "repeats": scene.repeats[chosen],
        "echoed": scene.echoed[chosen],
        "other_questions": scene.other_questions[chosen],
        "label_above": np.where(label > prose, chosen - label, 0),
        "run_above": chosen - 1 - prose,
        "run_below": scene.next_from(scene.prose, chosen + 1) - chosen - 1,
        "sisters": scene.count_in_article(lone.nonzero()[0], chosen) - lone[chosen],
        "section": scene.next_from(scene.bare, chosen + 1) - chosen - 1,
    }
