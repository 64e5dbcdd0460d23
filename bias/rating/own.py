"""Models of one's own: read from a file that `bias train` wrote, and believed only when checked.

A file is data: JSON, gzipped. Reading it runs nothing, and whatever this version does not
understand is refused: another format or version, an unknown field or feature, a wrong number
of numbers, numbers that are not finite, a file that is too large.
"""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from bias.errors import ModelError, UsageError
from bias.features import EXTRACTORS
from bias.models import sentences as sentence_model
from bias.models.linear import Weights
from bias.models.model_check import LARGEST_FILE, fields, number, numbers, refuse, unpack, weights
from bias.models.sentences import JudgedWording, SentenceModel
from bias.rating import rate as rating
from bias.rating.article_codebook import MEASURES
from bias.rating.rate import ArticleModel

FEWEST_REFITS, MOST_REFITS = 20, 1000
"""With fewer, the ends of the 90 % interval are the outermost refits (set by hand)."""
LEAST_SCALE = 1e-6
"""No measure in use varies less; what is divided by it stays finite (set by hand)."""
MOST_KEPT = 8
"""Models that a process keeps; more are read again."""


@dataclass(frozen=True, eq=False)
class OwnModel:
    """A model of one's own, of sentences or of articles."""

    name: str
    """The file's name."""
    digest: str
    """SHA-256 of the file, first 12 hex digits."""
    sentences: SentenceModel | None
    """Gives the sentences' probabilities; None in a model of articles."""
    articles: ArticleModel | None
    """Gives the rating; None in a model of sentences."""
    data: bytes = field(repr=False)
    """The file as it is: what is sent to other processes."""

    @property
    def kind(self) -> str:
        """`sentences` or `articles`."""
        return "sentences" if self.articles is None else "articles"

    def __reduce__(self) -> tuple[Any, ...]:
        return _from_bytes, (self.name, self.data)


Models = OwnModel | Sequence[OwnModel]


def read_model(path: str | Path) -> OwnModel:
    """Read a model of one's own.

    Parameters
    ----------
    path
        A `.json.gz` file that `bias train` wrote.

    Returns
    -------
    OwnModel
        To be given to `bias.analyze`.

    Raises
    ------
    ModelError
        It cannot be read, or holds anything that this version does not understand.
    """
    path = Path(path)
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise ModelError(f"{path}: cannot be read ({error.strerror}). Check the path.") from error
    return _from_bytes(path.name, data)


@lru_cache(MOST_KEPT)
def _from_bytes(name: str, data: bytes) -> OwnModel:
    record = unpack(data, name)
    form, version = record.pop("format", None), record.pop("version", None)
    known = isinstance(form, str) and type(version) is int
    read = _READERS.get((form, version)) if known else None
    if read is None:
        told = ", ".join(f"{kind} version {number}" for kind, number in _READERS)
        refuse(name, f"is {form!r:.40} version {version!r:.20}; this version reads {told}")
    digest = hashlib.sha256(data).hexdigest()[:12]
    model = read(record, name)
    if isinstance(model, ArticleModel):
        return OwnModel(name, digest, None, model, data)
    return OwnModel(name, digest, model, None, data)


def _read_articles(record: dict[str, Any], name: str) -> ArticleModel:
    needed = ("features", "centre", "scale", "weights", "base", "refits", "wording")
    found = fields(record, needed, name)
    features = _features(found["features"], f"{name}, features")
    width, refits = len(features), found["refits"]
    if not isinstance(refits, list) or not FEWEST_REFITS <= len(refits) <= MOST_REFITS:
        refuse(f"{name}, refits", f"must be a list of {FEWEST_REFITS} to {MOST_REFITS}")
    scale = numbers(found["scale"], width, f"{name}, scale")
    if min(scale) < LEAST_SCALE:
        refuse(f"{name}, scale", f"holds {min(scale)}; at least {LEAST_SCALE} is allowed")
    wording = fields(found["wording"], ("base", "words"), f"{name}, wording")
    return ArticleModel(
        features,
        numbers(found["centre"], width, f"{name}, centre"),
        scale,
        numbers(found["weights"], width, f"{name}, weights"),
        number(found["base"], f"{name}, base"),
        tuple(numbers(row, width + 1, f"{name}, refits") for row in refits),
        Weights(
            number(wording["base"], f"{name}, wording"), weights(wording["words"], f"{name}, words")
        ),
    )


def _features(value: Any, place: str) -> tuple[str, ...]:
    """Return names of measures that this version takes, each once."""
    if not isinstance(value, list) or not value or not all(isinstance(n, str) for n in value):
        refuse(place, "must be a list of names")
    if unknown := sorted(set(value) - _measured()):
        refuse(place, f"names what this version does not measure: {', '.join(unknown)[:200]}")
    if len(set(value)) < len(value):
        refuse(place, "names a measure twice")
    return tuple(value)


def _measured() -> set[str]:
    """Return the names of all that a rating may look at."""
    extracted = {measure.name for extractor in EXTRACTORS for measure in extractor.measures}
    return extracted | {e.score_name for e in EXTRACTORS} | {m.name for m in MEASURES}


def _read_sentences(record: dict[str, Any], name: str) -> SentenceModel:
    found = fields(record, ("biased", "partisan"), name)
    biased = fields(found["biased"], ("wording", "loaded", "peak_weights"), f"{name}, biased")
    judged = JudgedWording(
        _wording(biased["wording"], f"{name}, biased"),
        weights(biased["loaded"], f"{name}, loaded"),
        numbers(biased["peak_weights"], 2, f"{name}, peak_weights"),
    )
    return SentenceModel(judged, _wording(found["partisan"], f"{name}, partisan"))


def _wording(value: Any, place: str) -> Weights:
    found = fields(value, ("base", "words", "pairs"), place)
    if not isinstance(found["pairs"], dict):
        refuse(f"{place}, pairs", "must be an object")
    pairs = {first: weights(row, f"{place}, pairs") for first, row in found["pairs"].items()}
    words = weights(found["words"], f"{place}, words")
    return Weights(number(found["base"], f"{place}, base"), words, pairs)


_READERS: Mapping[
    tuple[str, int], Callable[[dict[str, Any], str], ArticleModel | SentenceModel]
] = {
    (rating.FORMAT, rating.VERSION): _read_articles,
    (sentence_model.FORMAT, sentence_model.VERSION): _read_sentences,
}
"""By format and version; any other is refused."""


def own_models(given: Models) -> tuple[OwnModel, ...]:
    """Return the models given, at most one of each kind.

    Raises
    ------
    UsageError
        Two of a kind, or something that is no model.
    """
    models = (given,) if isinstance(given, OwnModel) else tuple(given)
    for model in models:
        if not isinstance(model, OwnModel):
            raise UsageError(
                f"model holds a {type(model).__name__!r}. Give what bias.read_model(path) returns."
            )
    kinds = [model.kind for model in models]
    if len(set(kinds)) < len(kinds):
        raise UsageError(
            f"two models of {kinds[0]}: {', '.join(model.name for model in models)}. Give one "
            "model of sentences, one of articles, or both."
        )
    return models


def rater_of(models: Sequence[OwnModel]) -> ArticleModel | None:
    """Return the model among these that gives the rating; None when none does."""
    return next((model.articles for model in models if model.articles), None)


def judge_of(models: Sequence[OwnModel]) -> SentenceModel | None:
    """Return the model among these that gives the sentences' probabilities."""
    return next((model.sentences for model in models if model.sentences), None)


def digests_of(models: Sequence[OwnModel]) -> dict[str, str]:
    """Return the digests of models, named apart from those that come with the package."""
    return {f"own/{model.name}": model.digest for model in models}
