"""Why a paragraph got its role, in words and spans."""

from collections.abc import Iterator

from bias.roles.context import Scene
from bias.roles.cues import phrases
from bias.roles.measures import CAPITALS, HEADLINE_CAPITALS, HEADLINE_WORDS
from bias.roles.page import MOSTLY_LINK
from bias.roles.role import Reason, Role
from bias.roles.topic import ON_TOPIC, familiarity
from bias.words.cut import Span


def reasons_for(scene: Scene, unit: int, role: Role) -> tuple[Reason, ...]:
    """Return the evidence for a role other than `body`, strongest kind first."""
    if role == "body":
        return ()
    paragraph = scene.paragraph(unit)
    whole = Span(paragraph.start, paragraph.end)
    return (
        *_said(scene, unit, role),
        *_linked(scene, unit, whole),
        *_strange(scene, unit, role, whole),
        *_shaped(scene, unit, whole),
        *_repeated(scene, unit, whole),
    )


def _said(scene: Scene, unit: int, role: Role) -> Iterator[Reason]:
    start, found = scene.looks.starts[unit], scene.phrases[unit]
    for phrase in phrases():
        if phrase.role == role and phrase.name in found:
            span = found[phrase.name]
            yield Reason(start + span.start, start + span.end, "phrase", phrase.note)


def _linked(scene: Scene, unit: int, whole: Span) -> Iterator[Reason]:
    block = scene.block(unit)
    if block and block.link_share >= MOSTLY_LINK:
        share = block.link_share
        yield Reason(whole.start, whole.end, "link", f"{share:.0%} of it is a link", share)
    elif block and block.aside:
        yield Reason(whole.start, whole.end, "link", "the page sets it beside the story")


def _strange(scene: Scene, unit: int, role: Role, whole: Span) -> Iterator[Reason]:
    known = familiarity(scene, unit)
    if role == "promo_story" and known is not None and known < ON_TOPIC:
        note = "its words hardly occur in the rest of the article"
        yield Reason(whole.start, whole.end, "misfit", note, 1 - known)


def _shaped(scene: Scene, unit: int, whole: Span) -> Iterator[Reason]:
    looks = scene.looks
    if not any(map(str.isalnum, looks.texts[unit])):
        yield Reason(whole.start, whole.end, "shape", "has no words")
    elif looks.counts[unit] < HEADLINE_WORDS:
        return
    elif scene.close.upper_share[unit] > CAPITALS:
        yield Reason(whole.start, whole.end, "shape", "is set in capitals")
    elif scene.close.title_share[unit] >= HEADLINE_CAPITALS:
        yield Reason(whole.start, whole.end, "shape", "is set like a headline")
    elif not looks.ends_sentence[unit]:
        yield Reason(whole.start, whole.end, "shape", "does not end like a sentence")


def _repeated(scene: Scene, unit: int, whole: Span) -> Iterator[Reason]:
    times = scene.repeats[unit]
    if times > 1:
        yield Reason(whole.start, whole.end, "repeated", f"stands {times} times in the article")
    others = scene.others[unit]
    if others:
        note = f"stands in {others} other articles of this outlet"
        yield Reason(whole.start, whole.end, "repeated", note)
