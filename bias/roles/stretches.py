"""Find the stretches of a paragraph of the story that are promo inserts.

Link texts glued into a sentence, "(RELATED: …)" at its end, "Click here to …"
in its midst. The paragraph stays the story's; the stretch does not count as its
words. Whole paragraphs are not looked for here: they have roles of their own.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from math import log1p
from statistics import fmean

from bias.document.document import Paragraph
from bias.roles.context import Scene
from bias.roles.cues import LONGEST
from bias.roles.find import Find, Finder
from bias.roles.role import InsertStretch, Reason, Topic
from bias.roles.shape import STEM_LENGTH, Look
from bias.roles.stretch_appeals import find_ads, find_appeals
from bias.roles.stretch_labels import find_bracketed, find_labelled, find_lone
from bias.roles.stretch_links import END, find_links
from bias.roles.topic import ON_TOPIC
from bias.words.cut import Span

LEAST_PROSE = 3
"""With fewer words left over, the paragraph is an insert as a whole: a matter for its role."""

HOLDS_PROSE = 0.9
"""Probability of `body` for what looked like an insert and holds prose (set by hand)."""

_FINDERS: tuple[tuple[Finder, tuple[str, ...]], ...] = (
    (find_links, (END,)),
    (find_bracketed, ("(", "[")),
    (find_labelled, (":", "|", "»", ">", "RELATED", "Related ", "READ ", "MORE ", "SEE ", "ALSO ")),
    (find_lone, ("ead more", "earn more", "ORE", "ull story", "e reading", "p reading",
                 "elated ", "ELATED ")),
    (find_ads, ("dvertisement", "DVERTISEMENT", "continues ")),
    (find_appeals, ("here", "HERE", "Here", "more", "ubscribe", "ign up", "ewsletter", "inbox",
                    " app", "witter", "acebook", "nstagram", "@")),
)  # fmt: skip
"""Each finder with letters of which its form holds at least some, for speed."""


def find_stretches(scene: Scene, index: int) -> tuple[InsertStretch, ...]:
    """Return the inserts inside one paragraph, in order; they never overlap.

    A stretch inside direct speech is the speaker's and no insert, unless its
    build cannot be spoken. What would leave hardly a word of the paragraph is
    left to the paragraph's role.
    """
    finds = _find(scene, index)
    if not finds or _words_outside(scene.looks[index], finds) < LEAST_PROSE:
        return ()
    return tuple(_stretch(scene, index, find) for find in finds)


def holds_prose(scene: Scene, index: int) -> bool:
    """Tell whether what looks like an insert is prose with one inside.

    It begins with prose, and most of its words lie outside of the stretches
    whose build leaves no doubt.
    """
    look = scene.looks[index]
    sure = [find for find in _find(scene, index) if find.any_voice]
    if not sure or sure[0].start == 0:
        return False
    outside = _words_outside(look, sure)
    return outside >= LEAST_PROSE and 2 * outside > len(look.words)


def _find(scene: Scene, index: int) -> list[Find]:
    """Return what the finders agree on, in order."""
    look = scene.looks[index]
    hinted = dict.fromkeys(f for hint, f in _hints(scene.document.text) if hint in look.text)
    finders = [finder for finder, _ in _FINDERS if finder in hinted]
    if not finders or len(look.text) > LONGEST:
        return []
    sentences = _sentences(scene, scene.document.paragraphs[index])
    finds = [find for finder in finders for find in finder(look, sentences)]
    return [find for find in _apart(finds) if find.any_voice or not _is_quoted(look, find)]


@lru_cache(maxsize=1)
def _hints(text: str) -> tuple[tuple[str, Finder], ...]:
    """Return the letters of some finder's form that stand in an article, with the finder."""
    return tuple((hint, finder) for finder, hints in _FINDERS for hint in hints if hint in text)


def _sentences(scene: Scene, paragraph: Paragraph) -> tuple[Span, ...]:
    """Return a paragraph's sentences; offsets count from its start."""
    every, start = scene.document.sentences, paragraph.start
    first = bisect_left(every, paragraph.first, key=lambda s: s.first)
    last = bisect_left(every, paragraph.last, key=lambda s: s.first)
    return tuple(Span(s.start - start, s.end - start) for s in every[first:last])


def _apart(finds: Iterable[Find]) -> Iterator[Find]:
    """Yield finds in order, of overlapping ones the first and longest."""
    reached = 0
    for find in sorted(finds, key=lambda find: (find.start, -find.end)):
        if find.start >= reached and find.end > find.start:
            yield find
            reached = find.end


def _is_quoted(look: Look, find: Find) -> bool:
    words = _words_of(look, find)
    return bool(words) and look.words[words[0]].voice == "quoted"


def _words_of(look: Look, span: Span) -> range:
    """Return the indices of the words that begin in a span."""
    first = bisect_left(look.words, look.start + span.start, key=lambda word: word.start)
    return range(
        first,
        bisect_left(look.words, look.start + span.end, lo=first, key=lambda word: word.start),
    )


def _words_outside(look: Look, finds: Sequence[Find]) -> int:
    return len(look.words) - sum(len(_words_of(look, find)) for find in finds)


def _stretch(scene: Scene, index: int, find: Find) -> InsertStretch:
    start = scene.looks[index].start
    span = Span(start + find.start, start + find.end)
    topic = _topic(scene, index, find) if find.role == "promo_story" else None
    reason = Reason(span.start, span.end, find.category, find.note)
    return InsertStretch(span.start, span.end, find.role, topic, (reason,))


def _topic(scene: Scene, index: int, find: Find) -> Topic:
    """Tell whether the other story is about the article's matter; on where nothing says."""
    look = scene.looks[index]
    title = _words_of(look, Span(find.title, find.end))
    stems = sorted({look.words[i].key[:STEM_LENGTH] for i in title} & look.stems)
    if not stems:
        return "on"
    own, most = 0 if look.bare else 1, log1p(len(scene.prose) + 1)
    known = fmean(log1p(max(scene.story[stem] - own, 0)) / most for stem in stems)
    return "on" if known >= ON_TOPIC else "off"
