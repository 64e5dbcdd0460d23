"""How often each entry of a term list occurs: by side, by topic, and marked by experts."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from bias.document.article import Article
from bias.document.document import Document
from bias.document.segment import segment
from bias.features.loaded.meant import is_part_of_name
from bias.labelled.marks import WEIGHED_ON, marked_sentences, marked_tokens, outlet_halves
from bias.labelled.real_articles import sided_articles
from bias.lists.hits import Match
from bias.lists.terms import Term

Find = Callable[[Document], Iterable[list[Match]]]
"""From a document to the matches in each of its sentences."""


@dataclass
class Counts:
    """Occurrences of one entry."""

    hits: int = 0
    """In all articles, in either voice."""
    sides: Counter[str] = field(default_factory=Counter)
    """Hits in the outlet's voice, by side."""
    articles: Counter[str] = field(default_factory=Counter)
    """Articles that hold it in the outlet's voice, by side."""
    topics: Counter[str] = field(default_factory=Counter)
    """Articles that hold it in either voice, by topic."""
    sentences: int = 0
    """Occurrences in sentences that experts read."""
    marked: int = 0
    """Those of them where they marked at least one of its words."""


@dataclass
class Tally:
    """The occurrences of every entry, and what they are measured against."""

    terms: defaultdict[Term, Counts] = field(default_factory=lambda: defaultdict(Counts))
    words: int = 0
    """In all articles, in either voice."""
    side_words: Counter[str] = field(default_factory=Counter)
    """Words in the outlet's voice, by side."""
    side_articles: Counter[str] = field(default_factory=Counter)
    topic_articles: Counter[str] = field(default_factory=Counter)


def count_terms(finders: Iterable[Find], data: Path, per_side: int) -> Tally:
    """Count every entry in the articles and in the experts' sentences.

    Parameters
    ----------
    finders
        One per group of lists that are matched together.
    data
        The folder that holds `article-bias-prediction` and `babe`.
    per_side
        Articles of each side.
    """
    tally, finders = Tally(), list(finders)
    for article in sided_articles(data, per_side):
        document = segment(article.article)
        tally.words += int(np.count_nonzero(document.is_word))
        tally.side_words[article.side] += int(np.count_nonzero(document.is_word & ~document.quoted))
        tally.side_articles[article.side] += 1
        tally.topic_articles[article.topic] += 1
        _count_article(tally, finders, document, article.side, article.topic)
    _count_marks(tally, finders, data)
    return tally


def _count_article(
    tally: Tally, finders: Sequence[Find], document: Document, side: str, topic: str
) -> None:
    said: set[Term] = set()
    held: set[Term] = set()
    for match in _matches(finders, document):
        counts = tally.terms[match.term]
        counts.hits += 1
        held.add(match.term)
        if not document.quoted[match.first]:
            counts.sides[side] += 1
            said.add(match.term)
    for term in said:
        tally.terms[term].articles[side] += 1
    for term in held:
        tally.terms[term].topics[topic] += 1


def _matches(finders: Sequence[Find], document: Document) -> Iterable[Match]:
    """Yield the matches of every sentence that are no names."""
    for find in finders:
        for sentence, matches in zip(document.sentences, find(document), strict=True):
            for match in matches:
                if not is_part_of_name(document, sentence.first, sentence.last, match):
                    yield match


def _count_marks(tally: Tally, finders: Sequence[Find], data: Path) -> None:
    """Count in the sentences that lists may be weighed on; the others are kept for checks."""
    frame = outlet_halves(marked_sentences(data))[WEIGHED_ON]
    for text, literal in zip(frame["text"], frame["biased_words"], strict=True):
        document = segment(Article(body=text))
        marked = marked_tokens(document, literal)
        for match in _matches(finders, document):
            counts = tally.terms[match.term]
            counts.sentences += 1
            counts.marked += not marked.isdisjoint(range(match.first, match.last))
