"""The generic policy frames of an article, its headline and its paragraphs, with the words.

Frames are those of Boydstun et al. (2014). Which of them can be told is measured, see
`bias/models/data/frames.md`; of the others nothing is said: NaN, in records null.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np

from bias.document.columns import NUMBER
from bias.document.document import VOICES, Cue, Document, Paragraph
from bias.features.base import Measure
from bias.models.by_word import Floats
from bias.models.frames import FRAMES, FramesModel, Wording, shipped_frames_model
from bias.reading import Reading
from bias.words.numbered import Counted
from bias.words.types import Ints
from bias.words.vocabulary import shipped_vocabulary

FEWEST_WORDS = 60
"""Of the story, for frames of the article (set by hand: three or four sentences)."""
FEWEST_SHORT = 4
"""Words of a headline or a paragraph, for frames of it (set by hand)."""
MOST_WORDS = 5
"""Words that are shown of a frame: those that pull most."""
LEAST_PULL = 0.1
"""Log-odds that a shown word must add (set by hand: less moves no probability to speak of)."""
WEIGHT = 0.05
"""Of a frame's cue: it shows what the article is about and is no slant by itself."""

_CARD = "model card `bias/models/data/frames.md`"
DEFINED: Mapping[str, str] = {
    "economic": "costs, gains, money, work and trade",
    "capacity_and_resources": "enough or too little of means, staff, room or time",
    "morality": "right and wrong by faith, duty, honour or conscience",
    "fairness_and_equality": "equal or unequal treatment, rights and shares; discrimination",
    "legality": "laws, courts, constitutions and who may decide",
    "policy_prescription": "what should be done, and whether plans and rules work",
    "crime_and_punishment": "breaches of law, their investigation and punishment",
    "security_and_defense": "threats, and defence against them",
    "health_and_safety": "illness, injury, care and safety",
    "quality_of_life": "daily life, homes, families, comfort and hardship",
    "cultural_identity": "customs, traditions, language and the ways of a group",
    "public_opinion": "what the public thinks: polls, protests, petitions",
    "political": "parties, campaigns, offices and manoeuvres of politicians",
    "external_regulation": "relations between countries, treaties, sanctions, reputation abroad",
}
FRAME_MEASURES = tuple(
    Measure(
        f"frame_{name}",
        f"Probability that readers see the frame in the article: {DEFINED[name]}; undefined "
        "where the frame cannot be told well enough.",
        "probability", 0, 1, "more likely looked at from this side", _CARD,
    )
    for name in FRAMES
)  # fmt: skip
"""The codebook's entries, in the order of the frames."""


def _unsaid() -> dict[str, float]:
    return dict.fromkeys(FRAMES, math.nan)


@dataclass(frozen=True)
class Framing:
    """The frames of one article; NaN where nothing can be said."""

    article: Mapping[str, float] = field(default_factory=_unsaid)
    """Probability of each frame, 0 to 1."""
    headline: Mapping[str, float] = field(default_factory=_unsaid)
    paragraphs: tuple[tuple[str, ...], ...] = ()
    """Names of the frames that are present in each paragraph of the document, likeliest first;
    none in what is not the story."""
    cues: tuple[Cue, ...] = ()
    """The words that pull most to each frame that is present."""


def framing_of(reading: Reading, model: FramesModel | None = None) -> Framing:
    """Return the frames of headline and story.

    Parameters
    ----------
    reading
        A document with its roles; inserts and page furniture are left out.
    model
        The shipped one unless given.
    """
    if reading.language.foreign_reason:
        return Framing(paragraphs=((),) * len(reading.roles))
    model = model or shipped_frames_model()
    short = _short(reading.told, model)
    paragraphs: list[tuple[str, ...]] = [()] * len(reading.roles)
    starts = {paragraph.start: row for row, paragraph in enumerate(reading.told.paragraphs, 1)}
    for number in reading.paragraphs_with("body"):
        row = starts.get(reading.document.paragraphs[number].start)
        paragraphs[number] = _present(short[row], model.short) if row else ()
    article, cues = _whole(reading, model)
    return Framing(article, _named(short[0]), tuple(paragraphs), cues)


def _named(probabilities: Floats) -> dict[str, float]:
    return dict(zip(FRAMES, probabilities.tolist(), strict=True))


def _short(told: Document, model: FramesModel) -> Floats:
    """Return the probabilities of headline and paragraphs, shape (1 + paragraphs, frames)."""
    units: tuple[Paragraph, ...] = (told.headline, *told.paragraphs)
    text_of = np.repeat(np.arange(len(units)), [unit.last - unit.first for unit in units])
    words = np.bincount(text_of, told.is_word, len(units))
    pulls = model.short_pulls(told.column(NUMBER), text_of, len(units))
    found = np.where(model.short.said, model.short.probabilities(pulls), math.nan)
    found[words < FEWEST_SHORT] = math.nan
    return found


def _present(probabilities: Floats, wording: Wording) -> tuple[str, ...]:
    """Return the frames whose probability is high enough, likeliest first."""
    order = np.argsort(-probabilities, kind="stable").tolist()
    return tuple(FRAMES[j] for j in order if probabilities[j] >= wording.least[j])


def _whole(reading: Reading, model: FramesModel) -> tuple[dict[str, float], tuple[Cue, ...]]:
    """Return the frames of the article, and the words that carried them."""
    if reading.words < FEWEST_WORDS:
        return _unsaid(), ()
    told = reading.told
    counted = Counted.of(shipped_vocabulary(), told.column(NUMBER))
    numbers, pulls = model.pulls(counted)
    probabilities = model.article.probabilities(pulls.sum(axis=0))
    probabilities = np.where(model.article.said, probabilities, math.nan)
    frames = np.flatnonzero(probabilities >= model.article.least).tolist()
    found = (
        cue
        for frame in frames
        for cue in _cues(told, frame, probabilities[frame], numbers, pulls[:, frame])
    )
    return _named(probabilities), tuple(sorted(found, key=lambda cue: (cue.start, cue.category)))


def _cues(
    told: Document, frame: int, probability: float, numbers: Ints, pulls: Floats
) -> Iterator[Cue]:
    """Yield the words that pull most to a frame, each where it stands first."""
    for row in np.argsort(-pulls, kind="stable")[:MOST_WORDS].tolist():
        if pulls[row] < LEAST_PULL:
            return
        place = int(np.argmax(told.column(NUMBER) == numbers[row]))
        start, end = int(told.starts[place]), int(told.ends[place])
        yield Cue(
            start, end, told.text[start:end],
            "headline" if place < told.headline.last else "body",
            "frames", FRAMES[frame], VOICES[int(told.quoted[place])], WEIGHT,
            "one of the words that pull most to this frame", float(probability),
        )  # fmt: skip
