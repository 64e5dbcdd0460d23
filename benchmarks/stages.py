"""What each stage of an analysis costs, and how the cost grows with an article's length.

    python benchmarks/stages.py ARTICLES.jsonl

prints milliseconds of processor time an article by stage; the command cuts as many together.
"""

import json
import math
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from bias.analysis import analyze, analyze_document, analyze_together
from bias.document.article import Article
from bias.document.document import Document
from bias.document.segment import cut_together
from bias.engines.local import chunks_of
from bias.features import EXTRACTORS
from bias.features.measured import Measured
from bias.inputs import read_articles
from bias.models.norms import percentile_ranks
from bias.rating.beside import genre_of, said_lean
from bias.rating.rate import rate
from bias.reading import Reading
from bias.roles import label_paragraphs

RUNS = 5
"""The least time of each chunk's runs counts: others had the processor in the rest."""


def by_stage(articles: Sequence[Article], runs: int = RUNS) -> dict[str, float]:
    """Return milliseconds of processor time an article, by stage, the whole last."""
    total = defaultdict[str, float](float)
    for chunk in chunks_of(articles):
        best: dict[str, float] = {}
        for spent in (timed(chunk) for _ in range(runs)):
            best = {stage: min(took, best.get(stage, math.inf)) for stage, took in spent.items()}
        for stage, took in best.items():
            total[stage] += took
    return {stage: 1000 * spent / len(articles) for stage, spent in total.items()}


def timed(chunk: Sequence[Article]) -> dict[str, float]:
    """Return the seconds that each stage took for a few articles, which are cut together."""
    lap, spent = stopwatch(), defaultdict[str, float](float)
    documents = [*cut_together(chunk)]
    spent["segmentation, quotation"] = lap()
    for document in documents:
        for stage in stages_of(document):
            spent[stage] += lap()
    for document in documents:
        analysis = analyze_document(document)
        lap()
        json.dumps(analysis.to_dict(), ensure_ascii=False)
        spent["record as JSON"] += lap()
    for analysis in analyze_together(chunk):
        json.dumps(analysis.to_dict(), ensure_ascii=False)
    spent["whole"] = lap()
    return spent


def stopwatch() -> Callable[[], float]:
    """Return what tells the seconds of processor time since it was last asked."""
    start = time.process_time()

    def lap() -> float:
        nonlocal start
        before, start = start, time.process_time()
        return start - before

    return lap


def stages_of(document: Document) -> Iterator[str]:
    """Yield the name of each stage of an analysis when it is done."""
    reading = Reading(document, label_paragraphs(document))
    yield "roles of paragraphs"
    _ = reading.reports, reading.speakers
    yield "who said it"
    _ = reading.sentence_scores
    yield "sentence model"
    evidence = {}
    for extractor in EXTRACTORS:
        evidence[extractor.name] = extractor.extract(reading)
        yield extractor.name.replace("_", " ")
    measured = Measured(reading, evidence)
    values = measured.features | measured.scores
    rate(reading, values)
    yield "rating"
    opinion = genre_of(reading)["genre_opinion"]
    yield "genre"
    said_lean(reading, opinion)
    yield "lean"
    percentile_ranks(values)
    yield "percentiles"


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


if __name__ == "__main__":
    for name, milliseconds in by_stage([*read_articles(sys.argv[1])]).items():
        print(f"{name:24} {milliseconds:6.3f}")
