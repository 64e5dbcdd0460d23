"""Which lists are matched together: the longest entry of a group wins, and none counts twice."""

from collections.abc import Callable
from dataclasses import dataclass

from bias.lists.terms import Term, shipped_list

LOADED_LISTS: tuple[str, ...] = (
    "loaded_verbs",
    "loaded_labels",
    "hyperbole",
    "intensifiers",
    "sneers",
    "presuppositions",
    "euphemisms",
)
"""The lists whose entries are cues; one category each."""
LITERAL_LIST = "exceptions"
"""Longer phrases with a plain sense: they win by length and yield nothing."""
EPISTEMIC_LISTS: tuple[str, ...] = ("factives", "implicatives", "boosters", "hedges", "assertives")
"""No word is in two of them."""
HEADLINE_LITERAL = ("headline_plain", "exceptions", "forward_references")
"""Phrases in which a listed word is plain, such as `disaster relief`, or another device,
such as `the real reason`."""
HEADLINE_VERBS = ("headline_verbs", "loaded_verbs")
HEADLINE_LABELS = ("headline_labels", "loaded_labels")
HEADLINE_OTHERS = (
    "headline_hyperbole",
    "headline_sneers",
    "sneers",
    "hyperbole",
    "intensifiers",
    "presuppositions",
)
LEAST_WEIGHT = {
    "loaded_verb": 0.5,
    "loaded_label": 0.55,
    "hyperbole": 0.4,
    "intensifier": 0.45,
    "sneer": 0.6,
    "presupposition": 0.5,
}
"""Terms below are too mild to call a device in a headline."""
OUTLET_NOTE = "news outlet"
_PARTIES = frozenset(
    {
        "democrat", "democratic", "democratic party", "dem", "republican", "republican party",
        "gop", "g.o.p.",
    }
)  # fmt: skip
"""Words for either of the two parties."""


@dataclass(frozen=True, eq=False)
class Group:
    """Lists matched together.

    Parameters
    ----------
    lists
        Names of shipped lists; where two entries share a form, the first wins.
    holds
        Which of their entries count; all, unless told.
    """

    lists: tuple[str, ...]
    holds: Callable[[Term], bool] = lambda term: True

    @property
    def terms(self) -> tuple[Term, ...]:
        """The entries, those that win first.

        >>> Group(("vague_attributions",)).terms[0].category
        'vague_attribution'
        """
        return tuple(t for name in self.lists for t in shipped_list(name).terms if self.holds(t))


def is_strong(term: Term) -> bool:
    """Tell whether a term is strong enough to call it a device in a headline."""
    return term.weight >= LEAST_WEIGHT.get(term.category, 0.0)


def is_outlet_or_party(term: Term) -> bool:
    """Tell whether an identity term is a news outlet's or one of the two parties' names."""
    return term.note == OUTLET_NOTE or term.term in _PARTIES


LOADED = Group((LITERAL_LIST, *LOADED_LISTS))
EPISTEMIC = Group(EPISTEMIC_LISTS)
REPORT = Group(("report_verbs",))
VAGUE = Group(("vague_attributions",))
NAMES = Group(("identity_terms",))
OUTLETS = Group(("identity_terms",), is_outlet_or_party)
"""Not among `GROUPS`: roles look for them in words from which the marks are taken."""
HEADLINE = Group(
    (*HEADLINE_LITERAL, *HEADLINE_VERBS, *HEADLINE_LABELS, *HEADLINE_OTHERS), is_strong
)
"""Plain phrases first, then the headline's own lists, then the general ones."""
HEADLINE_NOUNS = Group(HEADLINE_LABELS, is_strong)
"""What a verb may be instead: `his lies`."""
FRAMING_LISTS: tuple[str, ...] = (
    "implied_accusations",
    "ironies",
    "mind_readings",
    "generalisations",
    "praises",
    "epithets",
    "assertions",
)
"""Turns of phrase that slant without a loaded word; one category each."""
FRAMING = Group(FRAMING_LISTS)
ANNOUNCED = Group(("forward_references",))
ADDRESS = Group(("reader_address",))
AGENCY = Group(("deed_verbs", "blame_verbs", "deed_nouns"))
"""Deeds that somebody does to somebody, as verbs and as nouns."""
FRAME_LISTS = tuple(
    f"frame_{name}"
    for name in (
        "economic", "capacity_and_resources", "morality", "fairness_and_equality", "legality",
        "policy_prescription", "crime_and_punishment", "security_and_defense", "health_and_safety",
        "quality_of_life", "cultural_identity", "public_opinion", "political",
        "external_regulation",
    )
)  # fmt: skip
FRAMES = Group(FRAME_LISTS)
"""What an article looks at, one list a policy frame."""
GROUPS = (
    LOADED, EPISTEMIC, REPORT, VAGUE, NAMES, HEADLINE, HEADLINE_NOUNS, ANNOUNCED, ADDRESS,
    FRAMING, AGENCY, FRAMES,
)  # fmt: skip
"""Those found in every document, see `Document.listed`."""
