"""Promo inserts: lines in the body, or stretches of them, that send the reader elsewhere.

An insert off the article's matter is the clearest case: a slanted headline
about another story, set between two paragraphs of this one, colours the
reading without a word of the report being changed.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bias.document.document import Cue, Document, Voice
from bias.features.base import Evidence, Extractor, Measure, cue_of, rate
from bias.features.headline.terms import category_of, find_terms
from bias.features.loaded.here import find_here
from bias.lists.hits import Match
from bias.reading import Reading, count_within, tokens_within
from bias.roles import PROMO_INSERTS, InsertStretch, ParagraphRole
from bias.words.cut import Span

OFF_TOPIC, ON_TOPIC, MEDIA, AD, SIGNUP = 1.0, 0.15, 0.05, 0.03, 0.03
"""How much an insert of each kind counts (set by hand: what frames another story
counts in full, page furniture hardly)."""
TAIL_SHARE = 0.5
"""An insert after the last paragraph of the story counts half: it interrupts nothing."""
LOADED_SHARE = 0.5
"""What one loaded term of full weight adds to an off-topic insert's count."""
MOST_LOADED = 3.0
"""Weight of loaded terms beyond which an insert counts no more."""
MANY = 2.0
"""Counted inserts at which the score reaches 1 - 1/e = 0.63: two plain off-topic
headlines amid the story, or one with two loaded terms."""
FURNITURE = frozenset({"engagement", "credit", "notice", "residue"})


@dataclass(frozen=True, slots=True)
class Insert:
    """One promo insert and what it says."""

    index: int
    """Of its paragraph."""
    span: Span
    """The paragraph, or the stretch inside a paragraph of the story."""
    role: ParagraphRole | InsertStretch
    words: int
    terms: tuple[Match, ...]
    """Loaded terms in it, in the outlet's own voice or quoted."""
    loaded: float
    """Weight of those in the outlet's voice."""


def promo_score(inserts: Sequence[Insert], last_prose: int, calm: float) -> float:
    """Return how much the inserts push other stories at the reader, 0 to 1.

    `1 - exp(-sum / MANY)`, where each insert adds its kind's count, and an
    off-topic or on-topic story that count times `1 + LOADED_SHARE * excess`.
    The excess is the weight of its loaded terms beyond what the story's own
    rate would put into so many words. Inserts after the story count by
    `TAIL_SHARE`.

    Parameters
    ----------
    inserts
        All of the article's; without any the score is 0.
    last_prose
        Index of the last paragraph of the story.
    calm
        Loaded weight per word of the story; 0 when it has none or no words.
    """
    total = math.fsum(
        _count(insert, calm) * (TAIL_SHARE if insert.index > last_prose else 1.0)
        for insert in inserts
    )
    return 1 - math.exp(-total / MANY)


def _count(insert: Insert, calm: float) -> float:
    role = insert.role
    if role.role != "promo_story":
        return {"promo_media": MEDIA, "ad": AD, "signup": SIGNUP}[role.role]
    excess = min(max(0.0, insert.loaded - calm * insert.words), MOST_LOADED)
    return (OFF_TOPIC if role.topic == "off" else ON_TOPIC) * (1 + LOADED_SHARE * excess)


def _extract(reading: Reading) -> Evidence:
    document, roles = reading.document, reading.roles
    if not roles:
        return Evidence(math.nan, dict.fromkeys((m.name for m in MEASURES), math.nan))
    inserts = list(_inserts(reading))
    last_prose = max(reading.paragraphs_with("body"), default=-1)
    calm = calm_rate(reading) if any(insert.loaded for insert in inserts) else 0.0
    score = promo_score(inserts, last_prose, calm)
    return Evidence(score, _measure(reading, inserts), _cues(document, inserts))


def _inserts(reading: Reading) -> Iterator[Insert]:
    """Yield the paragraphs and the stretches of paragraphs that are inserts, in order."""
    document = reading.document
    for index, (paragraph, role) in enumerate(zip(document.paragraphs, reading.roles, strict=True)):
        if role.role in PROMO_INSERTS:
            yield _look_into(reading, index, paragraph, role)
        for stretch in role.stretches:
            if stretch.role in PROMO_INSERTS:
                yield _look_into(reading, index, stretch, stretch)


def _look_into(
    reading: Reading, index: int, span: Span, role: ParagraphRole | InsertStretch
) -> Insert:
    document = reading.document
    first, last = tokens_within(document, span)
    words = count_within(reading.word_starts, span)
    terms = tuple(find_terms(document, first, last))
    loaded = [match for match in terms if not document.quoted[match.first]]
    return Insert(index, span, role, words, terms, math.fsum(m.term.weight for m in loaded))


def calm_rate(reading: Reading) -> float:
    """Return the loaded weight per word of the story, as `loaded_terms` finds it.

    The story is prose, and is not read with the lists and the grammar of headlines.
    """
    spoken = (hit for hit in find_here(reading) if hit.listed and hit.voice == "outlet")
    weight = math.fsum(hit.match.term.weight for hit in spoken)
    return weight / reading.outlet_words if reading.outlet_words else 0.0


def _measure(reading: Reading, inserts: Sequence[Insert]) -> dict[str, float]:
    document = reading.document
    words = sum(insert.words for insert in inserts)
    every = count_within(reading.word_starts, Span(document.headline.end, len(document.text)))
    spoken = [not document.quoted[match.first] for insert in inserts for match in insert.terms]
    stories = [insert.role for insert in inserts if insert.role.role == "promo_story"]
    last = max(len(reading.roles) - 1, 1)
    return {
        "promo_inserts": float(len(inserts)),
        "promo_story_inserts": float(len(stories)),
        "promo_off_topic_inserts": float(sum(role.topic == "off" for role in stories)),
        "promo_word_share": rate(words, every, per=1),
        "promo_first_position": inserts[0].index / last if inserts else math.nan,
        "promo_loaded_terms_per_100_words": rate(sum(spoken), words),
        "furniture_paragraphs": float(sum(role.role in FURNITURE for role in reading.roles)),
    }


def _cues(document: Document, inserts: Sequence[Insert]) -> tuple[Cue, ...]:
    """Return one cue per insert and one per loaded term inside, in reading order."""
    cues = []
    for insert in inserts:
        cues.append(_insert_cue(document, insert))
        cues += [
            cue_of(document, match, "body", "promo", category=category_of(match))
            for match in insert.terms
        ]
    return tuple(cues)


def _insert_cue(document: Document, insert: Insert) -> Cue:
    span, role = insert.span, insert.role
    voice: Voice = "outlet"
    return Cue(
        span.start,
        span.end,
        span.of(document.text),
        "body",
        "promo",
        role.role,
        voice,
        min(1.0, _count(insert, 0.0)),
        "; ".join(dict.fromkeys(reason.note for reason in role.reasons)),
    )


_OWN = "own; roles after the annotation of promo_inserts"


def _count_of(name: str, definition: str, direction: str) -> Measure:
    return Measure(name, definition, "count", 0.0, math.inf, direction, _OWN)


MEASURES = (
    _count_of(
        "promo_inserts",
        "Inserts that send the reader elsewhere, to another story, a video, a shop or a form: "
        "paragraphs, and stretches inside a paragraph of the story.",
        "more: more interruptions",
    ),
    _count_of(
        "promo_story_inserts",
        "Promo inserts that are headlines, links or teasers of other stories.",
        "more: more other stories pushed",
    ),
    _count_of(
        "promo_off_topic_inserts",
        "Promo inserts about a story other than this article's.",
        "more: more foreign matter in the report",
    ),
    Measure(
        "promo_word_share",
        "Share of the body's words that stand in promo inserts, those inside a paragraph of the "
        "story among them.",
        "share",
        0.0,
        1.0,
        "more: less of the page is the report",
        _OWN,
    ),
    Measure(
        "promo_first_position",
        "Which paragraph the first promo insert is, or stands in: 0 first, 1 last; undefined "
        "without one.",
        "share",
        0.0,
        1.0,
        "less: earlier, harder to miss",
        _OWN,
    ),
    Measure(
        "promo_loaded_terms_per_100_words",
        "Loaded terms of the outlet's in promo inserts, per 100 of their words; "
        "undefined without one.",
        "per 100 words",
        0.0,
        100.0,
        "more: other stories told in judging words",
        _OWN,
    ),
    _count_of(
        "furniture_paragraphs",
        "Paragraphs that are neither story nor promo: credits, notices, polls, page residue.",
        "more: more clutter; says nothing about slant",
    ),
)

PROMO = Extractor(
    name="promo",
    score_name="promo",
    definition="How much promo inserts push other stories, off topic and loaded, at the reader.",
    measures=MEASURES,
    extract=_extract,
)
