"""Models of one's own that the last version wrote, turned into today's.

They held words and weights as objects of JSON; today's hold arrays by number of word.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from typing import Any

from bias.models.by_word import ByWord
from bias.models.fields import Fields
from bias.models.files import pack
from bias.models.linear import Weights
from bias.models.sentences import FORM as SENTENCES
from bias.rating.rate import FORM as ARTICLES
from bias.words.vocabulary import shipped_vocabulary

Record = dict[str, Any]


def of_today(record: Record, name: str) -> Record:
    """Return what a file of today would hold; a record of no earlier version as it is.

    Parameters
    ----------
    record
        All that the file holds.
    name
        What to call it in errors.
    """
    form = (record.get("format"), record.get("version"))
    convert = next((convert for known, convert in _CONVERTERS if known == form), None)
    return convert(record, name) if convert else record


def _articles(record: Record, name: str) -> Record:
    fields = Fields(record, name, ("format", "version", *ARTICLES.fields))
    wording = fields.part("wording", "base", "words")
    weights = Weights(wording.number("base"), _words(wording, "words"))
    return record | {"version": ARTICLES.version, "wording": _packed(weights.content())}


def _sentences(record: Record, name: str) -> Record:
    fields = Fields(record, name, ("format", "version", *SENTENCES.fields))
    biased = fields.part("biased", "wording", "loaded", "peak_weights")
    loaded = ByWord.of(_words(biased, "loaded")).content()
    judged = {"wording": _weights(biased, "wording"), "loaded": _packed(loaded)}
    return record | {
        "version": SENTENCES.version,
        "biased": record["biased"] | judged,
        "partisan": _weights(fields, "partisan"),
    }


def _weights(fields: Fields, name: str) -> Record:
    part = fields.part(name, "base", "words", "pairs")
    pairs = part.numbers_by_names("pairs")
    _check_words(part, "pairs", chain(pairs, *pairs.values()))
    return _packed(Weights(part.number("base"), _words(part, "words"), pairs).content())


def _words(fields: Fields, name: str) -> dict[str, float]:
    words = fields.numbers_by_name(name)
    _check_words(fields, name, words)
    return words


def _check_words(fields: Fields, name: str, words: Iterable[str]) -> None:
    """Refuse words that no model or list of this version knows."""
    if unknown := sorted(set(words).difference(shipped_vocabulary())):
        told = ", ".join(unknown)[:200]
        fields.refuse(name, f"speaks of words that this version does not know: {told}")


def _packed(content: Mapping[str, Any]) -> Record:
    """Return content as it is read from a file."""
    record: Record = json.loads(json.dumps(content, default=pack))
    return record


_CONVERTERS: tuple[tuple[tuple[str, int], Callable[[Record, str], Record]], ...] = (
    ((ARTICLES.name, 1), _articles),
    ((SENTENCES.name, 2), _sentences),
)
"""By format and version."""
