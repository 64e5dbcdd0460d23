"""Whether words can be a source, and for whom a pronoun can stand."""

from bias.speakers.sources import Speaker
from bias.words.classes import BODIES, FUNCTION_WORDS, NO_NAMES, PRONOUNS

_NO_SPEAKERS = frozenset(
    {"percent", "decades", "years", "months", "weeks", "days", "hours", "times", "notion", "idea",
     "fact", "change", "way", "ways", "move", "decision", "thing", "things"}
)  # fmt: skip
"""Last words of what cannot speak."""
_PEOPLE = frozenset({"others", "people", "many", "some", "most", "few", "both", "everyone"})


def may_be_person(speaker: Speaker) -> bool:
    """Tell whether "he" or "she" can stand for a source: for no council and no "officials"."""
    if speaker.person:
        return True
    if speaker.named:
        return speaker.last not in BODIES and not speaker.name.lower().startswith("the ")
    return speaker.last not in BODIES and not speaker.last.endswith("s")


def both(text: str, one: Speaker | None, other: Speaker | None) -> Speaker | None:
    """Return two names that speak together as one source."""
    if not (one and other and one.named and other.named):
        return None
    name = text[one.start : other.end]
    return Speaker(one.start, other.end, name, other.last, named=True, person=False)


def may_speak(speaker: Speaker) -> bool:
    """Tell whether a description can be a source: "dealing" and "more" cannot."""
    first = speaker.name.partition(" ")[0].lower()
    if first.endswith("ing") or speaker.last in _NO_SPEAKERS:
        return False
    return speaker.last not in NO_NAMES | FUNCTION_WORDS | PRONOUNS or speaker.last in _PEOPLE
