"""Models of one's own: read from a file that `bias train` wrote, and believed only when checked.

A file is data in the form of `bias.models.files`. Reading it runs nothing, and whatever this
version does not understand is refused: another format or version, an unknown field, word or
feature, a wrong number of numbers, numbers that are not finite, a file that is too large.
"""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from bias.errors import ModelError, UsageError
from bias.features import EXTRACTORS
from bias.models.fields import Fields, refuse
from bias.models.files import LARGEST_FILE, unpack
from bias.models.labels import FORM as LABELS
from bias.models.labels import LabelModel, read_label_model
from bias.models.sentences import FORM as SENTENCES
from bias.models.sentences import SentenceModel, read_sentence_model
from bias.rating.article_codebook import MEASURES
from bias.rating.earlier import of_today
from bias.rating.rate import FORM as ARTICLES
from bias.rating.rate import ArticleModel, read_article_model
from bias.words.cut import column_word

MOST_KEPT = 8
"""Models that a process keeps; more are read again."""


@dataclass(frozen=True, eq=False, repr=False)
class OwnModel:
    """A model of one's own, of sentences, of articles or of labels."""

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
    labels: LabelModel | None = None
    """Gives the probabilities of labels; None in the others."""

    def __repr__(self) -> str:
        """Return what it is in one line: its weights are many."""
        return f"<OwnModel {self.name} of {self.kind}, {self.digest}>"

    @property
    def kind(self) -> str:
        """`sentences`, `articles` or `labels`."""
        if self.labels:
            return "labels"
        return "sentences" if self.articles is None else "articles"

    @cached_property
    def label_columns(self) -> dict[str, str]:
        """The feature of each of its labels, such as `label_topics_sport`; empty without."""
        stem, names = (
            column_word(self.name.split(".")[0]),
            self.labels.labels if self.labels else (),
        )
        return {name: f"label_{stem}_{column_word(name)}" for name in names}

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
    record = of_today(unpack(data, name), name)
    form, version = record.pop("format", None), record.pop("version", None)
    digest = hashlib.sha256(data).hexdigest()[:12]
    if (form, version) == (ARTICLES.name, ARTICLES.version):
        articles = read_article_model(Fields(record, name, ARTICLES.fields))
        _check_features(articles, name)
        return OwnModel(name, digest, None, articles, data)
    if (form, version) == (LABELS.name, LABELS.version):
        labels = read_label_model(Fields(record, name, LABELS.fields))
        return OwnModel(name, digest, None, None, data, labels)
    if (form, version) != (SENTENCES.name, SENTENCES.version):
        told = f"this version reads {ARTICLES}, {SENTENCES}, {LABELS} and those of the last version"
        refuse(name, f"is {form!r:.40} version {version!r:.20}; {told}")
    sentences = read_sentence_model(Fields(record, name, SENTENCES.fields))
    return OwnModel(name, digest, sentences, None, data)


def _check_features(model: ArticleModel, name: str) -> None:
    """Raise `ModelError` where a model takes what this version does not measure."""
    if unknown := sorted(set(model.features) - _measured()):
        told = ", ".join(unknown)[:200]
        refuse(f"{name}, features", f"names what this version does not measure: {told}")


def _measured() -> set[str]:
    """Return the names of all that a rating may look at."""
    extracted = {measure.name for extractor in EXTRACTORS for measure in extractor.measures}
    return extracted | {e.score_name for e in EXTRACTORS} | {m.name for m in MEASURES}


def own_models(given: Models) -> tuple[OwnModel, ...]:
    """Return the models given, at most one of each kind; of labels, several of different names.

    Raises
    ------
    UsageError
        Two of a kind or, of labels, two of a name; or something that is no model.
    """
    models = (given,) if isinstance(given, OwnModel) else tuple(given)
    for model in models:
        if not isinstance(model, OwnModel):
            raise UsageError(
                f"model holds a {type(model).__name__!r}. Give what bias.read_model(path) returns."
            )
    kinds = [model.kind for model in models if not model.labels]
    if len(set(kinds)) < len(kinds):
        raise UsageError(
            f"two models of {kinds[0]}: {', '.join(model.name for model in models)}. Give one "
            "model of sentences, one of articles, or both."
        )
    columns = Counter(name for model in models for name in model.label_columns.values())
    if twice := [name for name, count in columns.items() if count > 1]:
        raise UsageError(f"models of labels give {twice[0]!r} twice. Rename a file or a label.")
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
