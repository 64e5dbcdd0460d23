"""The kinds of evidence in one article: what the filters choose by and the marks explain."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from bias.charts.style import INSERT_KINDS, Family, family_of
from bias.features.base import MINOR
from bias.frames.policy import DEFINED
from bias.report.evidence import kind as name_of
from bias.report.marks import RANK

if TYPE_CHECKING:
    from bias.analysis import Analysis
    from bias.document.document import Cue

CALM = frozenset({"agency", "epistemology", "frames"})
"""Extractors whose marks are many and say little one by one: shown when asked for."""

MEANINGS = {
    "ad": "Sells something; no part of the story.",
    "agentless_passive": "A deed in the passive; nobody is said to have done it.",
    "assertion": "A judgement or a call to act told as beyond dispute.",
    "contrast": "A few words that set one side against the other.",
    "epithet": "A name that stresses money, power, blemish or hatred.",
    "generalisation": "Speaks for everybody, or of a whole group as one person.",
    "implied_accusation": "Accuses by what it hints at: withheld, overlooked, oddly convenient.",
    "irony": "Says the opposite of what is meant.",
    "mind_reading": "Tells what somebody thinks, wants or feels as if it could be seen.",
    "praise": "Praise by the outlet itself.",
    "sentence": "The sentence as a whole; no single word carries it.",
    "agentless": "A passive or a noun that leaves out who acted.",
    "assertive": "A verb that says who makes a claim, from plain “said” to “insist”.",
    "blame": "Lays a fault at somebody’s door.",
    "booster": "Shuts out doubt: clearly, of course, no doubt.",
    "capitals": "A single word shouted in capitals.",
    "clickbait": "Promises and withholds, so that one must read on.",
    "euphemism": "A contested name that softens or hardens what it names.",
    "factive": "Takes what follows for a fact: realize, reveal.",
    "forward_reference": "Points to something withheld, so that one must read on.",
    "hedge": "Holds back full commitment: may, perhaps, seems.",
    "hyperbole": "Size, ruin or war beyond the facts in hand.",
    "implicative": "Implies success or failure: manage to, fail to, stoop to.",
    "intensifier": "Turns up the writer’s own feeling.",
    "loaded_label": "A noun or adjective that judges what it names.",
    "loaded_report_verb": "Reports speech and judges it at once: admit, boast, rant.",
    "loaded_verb": "Judges or dramatises an act for which a plain verb exists.",
    "named_target": "Aims the wording at somebody by name.",
    "nominalisation": "A deed as a noun; nobody is said to have done it.",
    "presupposition": "Takes a contested point for granted.",
    "promo_media": "Sends the reader to a video, picture or podcast; no part of the story.",
    "promo_story": "Headline or link of another story; no part of this one.",
    "question": "Asks where it could tell, and so suggests the answer.",
    "quotation": "Direct speech: somebody else’s words.",
    "reader_address": "Speaks to the reader: you, we, commands.",
    "sarcasm": "Mocks rather than reports.",
    "scare_quotes": "Quotation marks that keep a word at a distance and report no speech.",
    "signup": "Asks for an address, a gift or a subscription; no part of the story.",
    "sneer": "A mocking name or turn of phrase, “so-called” included.",
    "unlisted": "On no list; judges here, by its wording and its sentence.",
    "unsupported_name": "Stands in the headline, and the story never mentions it.",
    "vague_attribution": "Lays a claim to nobody in particular: critics, experts, many.",
    **{
        name: f"One of the words that pull to this frame: {told}." for name, told in DEFINED.items()
    },
}
"""What each category of cue is, in a reader's words; the codebook's definitions, shortened."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One category of one extractor, as far as it occurs in an article."""

    number: int
    feature: str
    category: str
    label: str
    count: int
    """Cues of this kind."""
    shown: bool
    """Marked from the start; the others when the reader asks."""

    @property
    def code(self) -> str:
        """Its name in class names and ids of the page."""
        return f"k{self.number}"

    @property
    def family(self) -> Family:
        """How it is drawn."""
        return family_of(self.feature)

    @property
    def meaning(self) -> str:
        """What it is; empty for terms of the user's own lists."""
        return MEANINGS.get(self.category, "")

    @property
    def boxed(self) -> bool:
        """Say whether it is drawn as a box, not as a mark."""
        return self.category in INSERT_KINDS


@dataclass(frozen=True)
class Kinds:
    """All kinds of evidence in one article, by family and name."""

    analysis: "Analysis"

    @cached_property
    def all(self) -> tuple[Kind, ...]:
        """Return the kinds in the order of the filters."""
        cues = self.analysis.cues
        counts = Counter((cue.feature, cue.category) for cue in cues)
        strong = {(c.feature, c.category) for c in cues if c.weight >= MINOR}
        names = {(cue.feature, cue.category): name_of(cue) for cue in cues}
        ordered = sorted(counts, key=lambda key: (RANK.get(key[0], len(RANK)), key))
        return tuple(
            Kind(
                number, *key, names[key], counts[key],
                key[0] not in CALM and (key in strong or key[1] in INSERT_KINDS),
            )
            for number, key in enumerate(ordered)
        )  # fmt: skip

    @cached_property
    def _by_key(self) -> dict[tuple[str, str], Kind]:
        return {(kind.feature, kind.category): kind for kind in self.all}

    def of(self, cue: "Cue") -> Kind:
        """Return a cue's kind."""
        return self._by_key[cue.feature, cue.category]
