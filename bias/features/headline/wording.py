"""What the models of sentences and of headlines say of a headline's wording, names hidden."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from bias.document.columns import KEY
from bias.document.document import Document
from bias.document.masked import mask_headlines
from bias.document.passage import Passage
from bias.models.headline import shipped_headline_wording
from bias.models.sentences import shipped_model
from bias.words.classes import word_set
from bias.words.types import Bools

_LABELS = word_set("labels_of_genre")
_LABEL_ENDS = frozenset({":", "|"})
MOST_LABEL = 3
"""Words of a label in front, at most: `BREAKING NEWS:`, `Fact check |`."""


@dataclass(frozen=True)
class Judged:
    """What is said of one headline."""

    sentence: float
    """Log-odds that experts judge it biased."""
    wording: float
    """How much it is worded like comment rather than like a report; log-odds."""
    hidden: list[bool] = field(repr=False)
    """Of each of its tokens: it is a name, which no model may see."""


def judge_sentences(passage: Passage) -> list[Judged]:
    """Judge every sentence of a passage as a headline; a label in front says nothing."""
    told = _told(passage)
    masked, model = mask_headlines(passage.where(told)), shipped_headline_wording()
    hidden = np.zeros(len(told), dtype=np.bool_)
    hidden[told] = masked.is_name[masked.word_of]
    sentence, wording = shipped_model().score(masked).log_odds, model.scores(model.terms(masked))[0]
    edges = pairwise([*passage.firsts.tolist(), len(passage.row)])
    rows = zip(sentence.tolist(), wording.tolist(), edges, strict=True)
    return [Judged(odds, own, hidden[a:b].tolist()) for odds, own, (a, b) in rows]


def _told(passage: Passage) -> Bools:
    """Tell which words stand behind a label such as `BREAKING:` or `Opinion |`, or have none."""
    told = np.ones(len(passage.row), dtype=np.bool_)
    for first, last in pairwise([*passage.firsts.tolist(), len(told)]):
        keys = passage.row.where(slice(first, min(first + MOST_LABEL + 1, last))).column(KEY)
        if keys[0] in _LABELS and (end := _label_end(keys.tolist())) < last - first:
            told[first : first + end] = False
    return told


def _label_end(keys: Sequence[str]) -> int:
    """Return where the words behind a label begin; 0 where there is none.

    >>> _label_end(["breaking", "news", ":", "mayor"]), _label_end(["breaking", "the", "bank"])
    (3, 0)
    """
    return next((place + 1 for place, key in enumerate(keys) if key in _LABEL_ENDS), 0)


def judge_headline(document: Document) -> Judged:
    """Judge a document's headline, which has a word; with those of documents cut together."""
    passage = document.passage
    number = _headline_of(passage)
    judged = passage.once(_judge_headlines).get(number)
    return judged if judged is not None else _judge_some(passage, [0])[0]


def _headline_of(passage: Passage) -> int:
    """Return which sentence of the whole is the first of a passage."""
    if isinstance(passage.sentences, slice):
        return passage.sentences.start or 0
    return int(passage.sentences[0])


def _judge_headlines(whole: Passage) -> Mapping[int, Judged]:
    """Judge the headlines of all articles that share a passage, by number of sentence."""
    documents = [shared() for shared in whole.sharers]
    headed = (d.passage for d in documents if d is not None and d.headline.last)
    numbers = sorted({*map(_headline_of, headed)}) or [0]
    return dict(zip(numbers, _judge_some(whole, numbers), strict=True))


def _judge_some(passage: Passage, numbers: list[int]) -> list[Judged]:
    """Judge some sentences, in order, as headlines."""
    edges = np.append(passage.firsts, len(passage.row))
    begins, sizes = edges[numbers], np.diff(edges)[numbers]
    firsts = np.cumsum(sizes) - sizes
    places = np.arange(int(sizes.sum())) + np.repeat(begins - firsts, sizes)
    return judge_sentences(Passage(passage.row.where(places), firsts.astype(np.int32)))
