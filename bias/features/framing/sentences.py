"""Whole sentences that frame: questions, contrasts in a few words, what is slanted as a whole."""

from collections.abc import Iterator, Sequence

from bias.document.document import Document, Sentence
from bias.document.wrapped import is_wrapped
from bias.features.framing.chances import LEAST, chance
from bias.features.framing.found import Turn
from bias.features.framing.questions import asks_for_facts, is_asked_openly
from bias.features.loaded.literal import is_scene
from bias.models.by_word import Floats
from bias.reading import Reading
from bias.words.classes import PRONOUNS

QUESTION = 0.45
"""How surely a question in the outlet's voice insinuates, when nothing is known of its words."""
FACTUAL = 0.3
"""The same of a question that asks who or what something is."""
CONTRAST = 0.97
"""How surely a few words that end in a bare auxiliary set one side against the other."""
MOST_OF_CONTRAST = 6
"""Words of such a sentence at most."""
SLANTED_FROM = 0.7
"""A sentence likelier judged biased than this is slanted as a whole, whatever its words."""
QUESTION_NOTE = "a question that the outlet asks and that suggests its answer"
CONTRAST_NOTE = "sets one side against the other in a few words"
SLANTED_NOTE = "judged slanted as a whole"
_BARE = frozenset(
    {"does", "did", "do", "has", "have", "had", "is", "are", "was", "were", "will", "would", "can",
     "could"}
)  # fmt: skip
_NOT = frozenset({"not", "never"})
_OPENING = frozenset({"but", "and", "yet", "only", "meanwhile", ","})
_NOBODY_NEW = PRONOUNS | {
    "this",
    "that",
    "there",
    "what",
    "these",
    "those",
    "some",
    "many",
    "here",
    "except",
    "until",
    "so",
    "for",
    "in",
    "if",
    "when",
    "because",
    "no",
}
"""With these as its subject a sentence denies what was said, and sets nobody against another."""
_TAG = 5
"""Tokens within which a colon shows that somebody else asks: `AMY GOODMAN: And if …`."""


def find_sentences(reading: Reading, odds: Floats) -> Iterator[Turn]:
    """Yield the story's sentences in the outlet's voice that frame as a whole.

    Parameters
    ----------
    reading
        Whose story is looked at.
    odds
        Log-odds that each sentence of `reading.told` is biased.
    """
    told, spoken = reading.told, reading.quoted_shares.tolist()
    for number, sentence in enumerate(told.sentences):
        if sentence.part != "body" or spoken[number] > 0 or sentence.last - sentence.first < 3:
            continue
        first = _own_line(told, sentence)
        for category, weight, note in _kinds(told, number, first):
            likely = chance(weight, float(odds[number]))
            if likely >= LEAST:
                yield Turn(first, sentence.last, number, category, weight, note, likely)
        likely = chance(0.5, float(odds[number]))
        if likely >= SLANTED_FROM and not is_scene(told.keys, sentence.first, sentence.last):
            yield Turn(first, sentence.last, number, "sentence", likely, SLANTED_NOTE, likely)


def _own_line(told: Document, sentence: Sentence) -> int:
    """Return where a sentence begins: what stands in a line above has no stop and is none of it."""
    line = told.text.rfind("\n", sentence.start, sentence.end) + 1
    if not line or is_wrapped(told.text[sentence.start : sentence.end].split("\n")):
        return sentence.first
    first = int(told.starts.searchsorted(line))
    return first if first + 2 < sentence.last else sentence.first


def _kinds(told: Document, number: int, first: int) -> Iterator[tuple[str, float, str]]:
    """Yield category, weight and note of what a sentence is by its form."""
    keys, sentence = told.keys, told.sentences[number]
    if _has_tag(told, sentence):
        return
    if keys[sentence.last - 1] == "?":
        if not is_asked_openly(told, number):
            weight = FACTUAL if asks_for_facts(told, number) else QUESTION
            yield "question", weight, QUESTION_NOTE
    elif _is_contrast(keys[first : sentence.last]):
        yield "contrast", CONTRAST, CONTRAST_NOTE


def _has_tag(told: Document, sentence: Sentence) -> bool:
    """Tell whether a name and a colon show that somebody else speaks."""
    first = sentence.first
    return ":" in told.keys[first : min(first + _TAG, sentence.last)]


def _is_contrast(keys: Sequence[str]) -> bool:
    """Tell whether a short sentence denies of somebody else what was said.

    >>> _is_contrast(["the", "governor", "does", "not", "."])
    True
    >>> _is_contrast(["but", "it", "isn't", "."])
    False
    """
    words = [key for key in keys[:-1] if key not in _OPENING]
    if keys[-1] != "." or not 2 <= len(words) <= MOST_OF_CONTRAST:
        return False
    is_denied = words[-1].endswith("n't") or (words[-1] in _NOT and words[-2] in _BARE)
    return is_denied and words[0] not in _NOBODY_NEW
