"""From an analysis to what a desk is told of it: the evidence, and the inserts."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from bias.analysis import Analysis
from bias.charts.style import INSERT_LABELS, number, shorten
from bias.desk.mark import RATING, Mark, Marked, mark
from bias.desk.place import Lines
from bias.document.document import Cue
from bias.features.base import MINOR
from bias.lists.terms import reason_and_plainer
from bias.report.evidence import TOPICS, why
from bias.report.html.kinds import MEANINGS
from bias.roles.role import PROMO_INSERTS
from bias.why.outside import Outside, outside
from bias.why.strongest import Numbered, strongest
from bias.words.cut import Span

MOST = 6
"""Stretches of evidence told, as many as in `Analysis.evidence`."""
LEFT_OUT = PROMO_INSERTS | {"sentence", "contrast", "scare_quotes"}
"""Evidence told in another way, or not. That a sentence is slanted as a whole, or short after a
long one, names no word that an editor could change; marks are as often a term's as a sneer. Of
those read in 2026-11 a desk wanted half."""
MILD = 0.5
"""Weight below which a listed word is too mild to be told: of eleven read a desk wanted five."""
STRENGTH = 0.75
"""How likely a stretch must be marked by a careful reader, too, to be told; those without a
probability are told. Of 268 read as an editor would in 2026-11 a desk wanted 83 % from 0.7 on, 85 %
from 0.75 on."""
CALM = 0.5
"""Probability below which the sentence around a stretch of the body is calm: of fourteen such
stretches a desk wanted six, which are plain senses or somebody else's words."""
QUOTED = 60
"""Letters of a stretch that a message repeats."""
BEGINNING = 60
"""Letters of an article by which its place in a file is found."""


def marked(
    analysis: Analysis,
    switches: Mapping[str, bool] = MappingProxyType({}),
    fail_above: float | None = None,
    strength: float = STRENGTH,
) -> Marked:
    """Return what is to be looked at in an article.

    Parameters
    ----------
    analysis
        From `bias.analyze`.
    switches
        By category: false leaves it out; true tells all of its cues, strong or not.
    fail_above
        An article rated above is an error.
    strength
        How likely, 0 to 1, a careful reader would mark a stretch, too, at least.
    """
    text = analysis.text
    first = Span(0, len(text[:BEGINNING].partition("\n")[0]))
    told = (
        *_rated(analysis, first, fail_above),
        *_asked(analysis, switches),
        *_evidence(analysis, strength),
        *_inserts(analysis),
    )
    found = {(one.start, one.end, one.category): one for one in told}
    kept = [one for one in found.values() if switches.get(one.category, True)]
    return Marked(
        analysis.article.source,
        mark(text, first, "", "", "note"),
        tuple(sorted(kept, key=lambda one: (one.start, one.end, one.category))),
        Lines.of(text),
    )


def _rated(analysis: Analysis, first: Span, fail_above: float | None) -> Iterator[Mark]:
    """Yield the rating as a mark of the article's beginning, where it is too high."""
    rating = analysis.rating
    if fail_above is None or rating.bias is None or rating.bias <= fail_above:
        return
    sure = f"90 % interval {number(rating.low)} to {number(rating.high)}"
    message = f"rated {number(rating.bias)}, above {fail_above:g} ({sure})"
    yield mark(analysis.text, first, RATING, message, "error")


def _evidence(analysis: Analysis, strength: float) -> Iterator[Mark]:
    """Yield what every output shows first, each stretch once with all its reasons."""
    for item in strongest(analysis, MOST):
        cue = item.cue
        if _is_wanted(cue, strength) and not _is_calm(analysis, cue):
            message = f"{_quoted(cue)}: {_reasons(item)}"
            yield mark(analysis.text, cue, cue.category, message, "warning")


def _is_wanted(cue: Cue, strength: float) -> bool:
    """Tell whether a desk would want to see a stretch, as far as it alone tells."""
    is_strong = cue.weight >= MILD and not cue.probability < strength
    return is_strong and cue.category not in LEFT_OUT


def _is_calm(analysis: Analysis, cue: Cue) -> bool:
    """Tell whether a stretch of the body stands in a sentence that is not slanted."""
    around = (s.bias for s in analysis.sentences if s.meets(cue))
    return cue.part == "body" and next(around, 1.0) < CALM


def _reasons(item: Numbered) -> str:
    """Say why a stretch stands out, what would read plainer, and how often it stands."""
    others = (cue for cue in item.also if cue.category not in LEFT_OUT)
    parts = [reason_and_plainer(_why(cue)) for cue in (item.cue, *others)]
    told = "; ".join(dict.fromkeys(reason for reason, _ in parts))
    plainer = " or ".join(f"“{word}”" for word in dict.fromkeys(w for _, w in parts if w))
    told += f". Plainer: {plainer}" if plainer else ""
    return f"{told}. {item.times} times here" if item.times > 1 else told


def _why(cue: Cue) -> str:
    return cue.note or MEANINGS.get(cue.category) or why(cue)


def _asked(analysis: Analysis, switches: Mapping[str, bool]) -> Iterator[Mark]:
    """Yield every cue of the categories that were switched on, in the outlet's voice."""
    asked = {category for category, is_on in switches.items() if is_on}
    for cue in analysis.cues:
        if cue.category in asked and cue.voice == "outlet" and cue.weight >= MINOR:
            message = f"{_quoted(cue)}: {_reasons(Numbered(0, cue, 1))}"
            yield mark(analysis.text, cue, cue.category, message, "warning")


def _inserts(analysis: Analysis) -> Iterator[Mark]:
    """Yield what is neither story nor page furniture."""
    for part in outside(analysis):
        if part.role in PROMO_INSERTS:
            message = f"{_quoted(part, analysis.text)}: {_insert(part)}"
            yield mark(analysis.text, part, part.role, message, "note")


def _insert(part: Outside) -> str:
    topic = TOPICS.get(part.topic or "", "")
    return f"not part of the story: {INSERT_LABELS[part.role]}{topic}"


def _quoted(part: Span, text: str = "") -> str:
    words = part.text if isinstance(part, Cue) else part.of(text)
    return f"“{shorten(words, QUOTED)}”"
