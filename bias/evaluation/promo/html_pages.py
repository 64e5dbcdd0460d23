"""Article text and inserts on whole web pages, beside trafilatura and jusText.

Two collections of news pages: the article extraction benchmark of Scrapinghub
(now Zyte), whose gold is the article's body, and L3S-GN1 (Kohlschütter 2010),
whose text blocks are labelled by hand: there the gold is the full text. All
extractors read the same pages in the same run.
"""

import os
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bias.document.segment import segment
from bias.engines.local import map_in_order
from bias.errors import BiasError
from bias.inputs.page import article_of_page
from bias.inputs.record import Origin
from bias.labelled.page_match import compare, fate_of, index_of, mean_difference, scores_of
from bias.labelled.pages import Collection, Page, read_l3s, read_scrapinghub
from bias.roles.context import look_around
from bias.roles.label import judge
from bias.roles.model import shipped_model
from bias.roles.page import PageModel
from bias.training.page import Example, examples_of, fit

if TYPE_CHECKING:
    import pandas as pd

OURS, EVERYTHING, TRAFILATURA, JUSTEXT = EXTRACTORS = (
    "ours", "ours, every paragraph", "trafilatura", "jusText",
)  # fmt: skip
JOBS = min(4, os.cpu_count() or 1)
FOLDS = 5
"""The page model is fitted on the benchmark's own pages; a page is read with one that saw
nothing of its fold. L3S-GN1 teaches nothing and is read with the model that ships."""
STORY = frozenset({"body", "subhead"})
"""Roles that are the article's text."""
SIZES = {"4-grams": 4, "words": 1}
"""How many words are compared at a time: the benchmark's own measure, and the bag of words."""
INSERTS = ("related", "supplemental", "full_text")
"""Hand labels of L3S-GN1 whose blocks are followed up."""
FATES = ("labelled", "kept", "gone")
"""A paragraph with a role of its own, part of the story, or nowhere in the output."""


@dataclass(frozen=True)
class Extraction:
    """What one extractor makes of a page."""

    story: tuple[str, ...]
    """Paragraphs it takes for the article."""
    labelled: tuple[str, ...] = ()
    """Paragraphs that it keeps and says to be something else."""


@dataclass(frozen=True)
class Judged:
    """How every extractor did on one page."""

    collection: Collection
    hits: dict[tuple[str, str], tuple[float, float, float]]
    """By extractor and size: shares of stretches found, wrongly given and missed."""
    fates: Counter[tuple[str, str, str]]
    """How many blocks, by extractor, hand label and fate."""


def evaluate_html(path: Path) -> "pd.DataFrame":
    """Return how well the article's text is found, and what becomes of inserts.

    `path` is the folder that holds `web-content-blocks` and `l3s-gn1-news-blocks`.

    Returns
    -------
    pandas.DataFrame
        Columns measure, precision, recall, f1, n (pages, or blocks); single figures,
        such as shares of blocks and ends of 95 % intervals, stand under f1.
    """
    import pandas as pd

    pages = chain(_with_models(list(read_scrapinghub(path))), read_l3s(path))
    judged = list(map_in_order(judge_page, pages, jobs=JOBS))
    rows: list[tuple[Any, ...]] = []
    for collection in ("scrapinghub", "l3s"):
        chosen = [page for page in judged if page.collection == collection]
        for size in SIZES:
            rows += _text_rows(f"{collection}, {size}", size, chosen)
    rows += _fate_rows([page for page in judged if page.collection == "l3s"])
    return pd.DataFrame(rows, columns=["measure", "precision", "recall", "f1", "n"])


def _with_models(pages: Sequence[Page]) -> Iterator[Page]:
    """Give each page of the benchmark a page model fitted on the pages of other folds."""
    told = list(map_in_order(_examples, pages, jobs=JOBS))
    folds = [
        fit([e for i, examples in enumerate(told) if i % FOLDS != fold for e in examples])
        for fold in range(FOLDS)
    ]
    yield from (replace(page, model=folds[i % FOLDS]) for i, page in enumerate(pages))


def _examples(page: Page) -> list[Example]:
    return examples_of(page.markup, page.gold)


def judge_page(page: Page) -> Judged:
    """Compare what every extractor makes of a page with its gold."""
    found = extract_all(page.markup, page.model)
    hits = {
        (name, size): compare(page.gold, "\n".join(extraction.story), words)
        for name, extraction in found.items()
        for size, words in SIZES.items()
    }
    fates = Counter(fate for name in found for fate in _fates(page, name, found[name]))
    return Judged(page.collection, hits, fates)


def _fates(page: Page, name: str, found: Extraction) -> Iterator[tuple[str, str, str]]:
    """Yield extractor, hand label and fate of every block that is followed up."""
    story, labelled = index_of(found.story), index_of(found.labelled)
    for text, label in page.blocks:
        if label in INSERTS and (fate := fate_of(text, story, labelled, label == "full_text")):
            yield name, label, fate


def extract_all(markup: str, model: PageModel | None = None) -> dict[str, Extraction]:
    """Return the extraction of every extractor, by name."""
    ours = _ours(markup, model)
    return {
        OURS: ours,
        EVERYTHING: Extraction(ours.story + ours.labelled),
        TRAFILATURA: _trafilatura(markup),
        JUSTEXT: _justext(markup),
    }


def _ours(markup: str, model: PageModel | None) -> Extraction:
    try:
        document = segment(article_of_page(markup, Origin("page.html", "page")))
    except BiasError:
        return Extraction(())
    judged = judge(look_around(document), shipped_model(), model)
    told = [
        (paragraph.of(document.text), judged[i][0] if i in judged else "body")
        for i, paragraph in enumerate(document.paragraphs)
    ]
    return Extraction(
        tuple(text for text, role in told if role in STORY),
        tuple(text for text, role in told if role not in STORY),
    )


def _trafilatura(markup: str) -> Extraction:
    """Run trafilatura with its own settings, comments left out: the gold holds none."""
    from trafilatura import extract

    return Extraction(tuple((extract(markup, include_comments=False) or "").splitlines()))


def _justext(markup: str) -> Extraction:
    """Run jusText with its English stop list; pages it cannot read give nothing."""
    from justext import justext

    readable = re.sub(r"^\s*<\?xml[^>]*>", "", markup)
    try:
        paragraphs = justext(readable, _stop_list()) if readable.strip() else []
    except (ValueError, AssertionError, LookupError):
        paragraphs = []
    return Extraction(tuple(p.text for p in paragraphs if not p.is_boilerplate))


@cache
def _stop_list() -> frozenset[str]:
    from justext import get_stoplist

    words: frozenset[str] = get_stoplist("English")
    return words


def _text_rows(title: str, size: str, pages: Sequence[Judged]) -> Iterator[tuple[Any, ...]]:
    """Yield a row for each extractor, and our lead over trafilatura with its interval."""
    hits = {name: [page.hits[name, size] for page in pages] for name in EXTRACTORS}
    for name in EXTRACTORS:
        yield f"{title}: {name}", *scores_of(hits[name]), len(pages)
    lead = mean_difference(hits[OURS], hits[TRAFILATURA])
    for end, value in zip(("", ", lower end", ", upper end"), lead, strict=True):
        yield f"{title}: ours less trafilatura{end}", None, None, value, len(pages)


def _fate_rows(pages: Sequence[Judged]) -> Iterator[tuple[Any, ...]]:
    """Yield which share of the labelled blocks met which fate."""
    counts = sum((page.fates for page in pages), Counter[tuple[str, str, str]]())
    for label in INSERTS:
        for name in (OURS, TRAFILATURA, JUSTEXT):
            total = sum(counts[name, label, fate] for fate in FATES)
            for fate in FATES:
                share = counts[name, label, fate] / total if total else float("nan")
                yield f"l3s, {label} blocks {fate}: {name}", None, None, share, total
