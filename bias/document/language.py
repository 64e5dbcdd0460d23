"""Is this English? Told by the commonest little words of each language.

The models have read English only. The share of an article's words that are
English function words is compared with that of six other languages; lists of
such words are closed and short, so a few lines of text are enough.
"""

from dataclasses import dataclass

import numpy as np

from bias.document.document import Document
from bias.words.cut import key_of
from bias.words.types import Column

FEWEST_WORDS = 12
"""Fewer words are not judged."""
LEAST_ENGLISH = 0.2
"""News prose in English has 0.35 to 0.5 such words, tables and lists fewer (2026-11-22)."""

_WORDS = {
    "English": (
        "the of and to a in that is was for on with as by at from it its he she they his her "
        "their this these have has had be been are were will would not but or an which who "
        "said about after we you i my our your what when there if than so no all more"
    ),
    "German": (
        "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als "
        "auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem "
        "über einen so zum war haben nur oder aber vor zur bis mehr durch wir ich"
    ),
    "French": (
        "le la les de des du un une et à en que qui dans pour pas sur au par avec il elle est "
        "sont ce cette ne se plus son sa ses ont été aux comme mais ou nous vous leur était "
        "fait l d"
    ),
    "Spanish": (
        "el la los las de del y en que a un una por con no se su para es al lo como más o "
        "pero sus le ha me si sin sobre este ya entre cuando todo esta ser son dos también "
        "fue había era muy"
    ),
    "Dutch": (
        "de het een en van in is dat op te zijn met voor niet aan er om ook als bij maar uit "
        "door naar heeft hij ze wordt werd nog over dan deze was zich dit of tot worden "
        "hebben ik meer kan"
    ),
    "Italian": (
        "il lo la i gli le di del della dei e in che un una per non con si da al è sono ha "
        "nel alla come più ma anche dal su dopo questo suo sua cui stato hanno o ed"
    ),
    "Portuguese": (
        "o a os as de do da dos das e em que um uma para com não no na por se mais como mas "
        "ao foi ele ela são seu sua ou quando muito nos já também só pelo pela até isso"
    ),
}
_LANGUAGES = tuple(_WORDS)
_LISTS = tuple(frozenset(words.split()) for words in _WORDS.values())
_FLAGS = {
    word: sum((word in listed) << place for place, listed in enumerate(_LISTS))
    for word in frozenset[str]().union(*_LISTS)
}


def _languages(word: str) -> int:
    """Return which languages have it among their little words, as flags in their order.

    >>> [_languages(word) for word in ("the", "die", "in", "Springfield")]
    [1, 2, 51, 0]
    """
    return _FLAGS.get(key_of(word), 0)


LANGUAGES = Column(_languages, np.int64)
"""The languages that have a word among their little words, as flags."""
_HOLDS = np.arange(2 ** len(_LANGUAGES))[:, np.newaxis] >> np.arange(len(_LANGUAGES)) & 1
"""Of each value of `LANGUAGES`: which languages it names."""


@dataclass(frozen=True, slots=True)
class Language:
    """Which language a text reads like."""

    name: str
    """The one with the most little words in it; English for fewer than `FEWEST_WORDS` words."""
    english_share: float
    """Share of its words that are little words of English; 1 for fewer than `FEWEST_WORDS`."""

    @classmethod
    def of(cls, document: Document) -> "Language":
        """Tell from headline and paragraphs."""
        flags = document.column(LANGUAGES)[document.is_word]
        if len(flags) < FEWEST_WORDS:
            return cls("English", 1.0)
        counts = (np.bincount(flags, minlength=len(_HOLDS)) @ _HOLDS).tolist()
        return cls(_LANGUAGES[counts.index(max(counts))], counts[0] / len(flags))

    @property
    def foreign_reason(self) -> str | None:
        """Why the article has no rating, genre, lean or percentile; None when it is English."""
        if self.name == "English":
            return None
        return f"not English: reads like {self.name}; the models know English only"

    @property
    def sparse_reason(self) -> str | None:
        """Why the rating is not to be trusted, though no other language is told."""
        if self.english_share >= LEAST_ENGLISH:
            return None
        return "hardly any English sentences: a list, a table or another language"
