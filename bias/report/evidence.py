"""The words that say what a cue is, where it stands and why it counts."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from bias.charts.style import INSERT_KINDS, INSERT_LABELS, OTHER, family_of
from bias.codebook import in_words
from bias.document.document import Cue
from bias.why.strongest import Numbered, in_insert

if TYPE_CHECKING:
    from bias.analysis import LabelledParagraph

TOPICS = {"on": ", on this article’s topic", "off": ", off topic"}


def where(cue: Cue) -> str:
    """Say where a cue stands and whose words it is, such as `headline, quoted`.

    Of a cue inside an insert its kind says where.
    """
    voice = "quoted" if cue.voice == "quoted" else "outlet’s voice"
    return voice if in_insert(cue) else f"{cue.part}, {voice}"


def kind(cue: Cue) -> str:
    """Name a cue's family and its category, in words."""
    if cue.category in INSERT_KINDS:
        return INSERT_KINDS[cue.category]
    category = in_words(cue.category)
    if in_insert(cue):
        return f"in an insert: {category}"
    family = family_of(cue.feature)
    label = in_words(cue.feature) if family is OTHER else family.label
    return label if not category or category == label else f"{label}: {category}"


def why(cue: Cue) -> str:
    """Say in one line why a cue counts."""
    return cue.note or f"listed as {in_words(cue.category)}"


def kinds(item: Numbered) -> str:
    """Name all that a stretch is marked for, in words."""
    return "; ".join(dict.fromkeys(kind(cue) for cue in (item.cue, *item.also)))


def whys(item: Numbered) -> str:
    """Say why a stretch counts: every reason once."""
    return "; ".join(dict.fromkeys(why(cue) for cue in (item.cue, *item.also)))


def insert_label(paragraph: "LabelledParagraph") -> str:
    """Say what an insert is, whether on the article's topic, and how sure that is."""
    topic = TOPICS.get(paragraph.topic or "", "")
    return f"{INSERT_LABELS[paragraph.role]}{topic} · {100 * paragraph.probability:.0f} % sure"


def numbers_by_cue(evidence: Iterable[Numbered]) -> dict[Cue, int]:
    """Return the number of every listed cue."""
    return {item.cue: item.number for item in evidence}
