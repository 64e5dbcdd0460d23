"""What each stage of an analysis costs, and how the cost grows with an article's length."""

import json
import math
import time
from collections.abc import Iterator, Sequence

from bias.analysis import Measured, analyze
from bias.document.article import Article
from bias.document.segment import segment
from bias.features import EXTRACTORS
from bias.models.norms import percentile_ranks
from bias.rating.beside import genre_of, lean_of
from bias.rating.rate import rate
from bias.reading import Reading
from bias.roles import label_paragraphs

RUNS = 5
"""The least time of each article's runs counts: others had the processor in the rest."""


def by_stage(articles: Sequence[Article], runs: int = RUNS) -> dict[str, float]:
    """Return milliseconds of processor time an article, by stage, the whole last."""
    total: dict[str, float] = {}
    for article in articles:
        best: dict[str, float] = {}
        for _ in range(runs):
            for stage, spent in timed(article):
                best[stage] = min(spent, best.get(stage, math.inf))
        for stage, spent in best.items():
            total[stage] = total.get(stage, 0) + spent
    return {stage: 1000 * spent / len(articles) for stage, spent in total.items()}


def timed(article: Article) -> Iterator[tuple[str, float]]:
    """Yield each stage with the seconds it took."""
    start = time.process_time()

    def lap() -> float:
        nonlocal start
        before, start = start, time.process_time()
        return start - before

    document = segment(article)
    yield "segmentation, quotation", lap()
    reading = Reading(document, label_paragraphs(document))
    yield "roles of paragraphs", lap()
    _ = reading.reports, reading.speakers
    yield "who said it", lap()
    _ = reading.sentence_scores
    yield "sentence model", lap()
    evidence = {}
    for extractor in EXTRACTORS:
        evidence[extractor.name] = extractor.extract(reading)
        yield extractor.name.replace("_", " "), lap()
    measured = Measured(reading, evidence)
    values = measured.features | measured.scores
    rate(reading, values)
    yield "rating", lap()
    genre_of(reading)
    yield "genre", lap()
    lean_of(reading)
    yield "lean", lap()
    percentile_ranks(values)
    yield "percentiles", lap()
    analysis = analyze(article)
    lap()
    json.dumps(analysis.to_dict(), ensure_ascii=False)
    yield "record as JSON", lap()
    json.dumps(analyze(article).to_dict(), ensure_ascii=False)
    yield "whole", lap()


def by_length(articles: Sequence[Article], lengths: Sequence[int]) -> dict[int, float]:
    """Return milliseconds of processor time for an article of so many words.

    The articles' paragraphs, one after the other, make the long ones: real text, said once.
    """
    paragraphs = [part for article in articles for part in article.body.split("\n\n")]
    return {words: 1000 * _least(_of_length(paragraphs, words)) for words in lengths}


def _of_length(paragraphs: Sequence[str], words: int) -> Article:
    kept: list[str] = []
    for paragraph in paragraphs:
        if words <= 0:
            return Article(headline="Council Slams Ferry Plan", body="\n\n".join(kept))
        part = paragraph.split()[:words]
        words -= len(part)
        kept.append(" ".join(part))
    raise SystemExit(f"{words} words are missing for the longest article. Give more --articles.")


def of_characters(articles: Sequence[Article], length: int) -> Article:
    """Return one article with the paragraphs of many, so many characters long."""
    body = "\n\n".join(article.body for article in articles)[:length]
    if len(body) < length:
        raise SystemExit(f"the articles have {len(body)} characters; {length} are needed.")
    return Article(headline="Council Slams Ferry Plan", body=body)


def _least(article: Article) -> float:
    """Return the least seconds of a few runs."""
    return min(seconds(article) for _ in range(3))


def seconds(article: Article) -> float:
    """Return the processor seconds of one run."""
    start = time.process_time()
    analyze(article).to_dict()
    return time.process_time() - start
