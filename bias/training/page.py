"""Train the model of what a web page says about its paragraphs.

    python -m bias.training page --data PATH [-o FOLDER]

Learns from the pages of the article extraction benchmark (MIT licence), whose
gold is the article's text: a paragraph of ours is the story when the gold holds
it. Writes `bias/models/data/page.json`, the same bytes each time on the same data and
with the same model of paragraph roles.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bias.document.article import Block
from bias.document.segment import segment
from bias.errors import BiasError
from bias.inputs.page import article_of_page
from bias.inputs.record import Origin
from bias.labelled.page_match import index_of, stands_in
from bias.labelled.pages import read_scrapinghub
from bias.models.by_word import Floats
from bias.models.files import write_model
from bias.roles.context import look_around
from bias.roles.measures import measure
from bias.roles.model import shipped_model
from bias.roles.page import FORM, PageModel, measure_block

MODEL = "page.json"
SHRINKAGE = 0.1
"""Weight of the squared penalty, in pages."""
SUREST = 12.0
"""Log odds beyond which the words' margin counts no more."""
FREE = frozenset({
    "plain", "all_link_left_out", "heading", "heading_left_out", "item", "plain_item", "quotation",
})  # fmt: skip
"""Measures that may speak for the story; any other may only speak against it."""
DIGITS = 2
STORY = ("body", "subhead")

Vector = Floats


@dataclass(frozen=True)
class Example:
    """One paragraph that gets a second look."""

    block: Block
    margin: float
    """By how much its words alone speak for the story, in log odds."""
    is_story: bool
    weight: float


def examples_of(markup: str, gold: str) -> list[Example]:
    """Return the paragraphs that get a second look; nothing where the page shows no blocks."""
    try:
        document = segment(article_of_page(markup, Origin("page.html", "page")))
    except BiasError:
        return []
    blocks = document.article.blocks
    measured = measure(look_around(document))
    if not (blocks and len(measured)):
        return []
    index, model = index_of(gold.splitlines()), shipped_model()
    story = [role in STORY for role in model.roles]
    return [
        Example(
            blocks[i],
            float(max(odds[story]) - max(odds[np.invert(story)])),
            stands_in(index, document.paragraphs[i].of(document.text)),
            1 / len(measured),
        )
        for i, odds in zip(measured.paragraphs.tolist(), model.log_odds(measured), strict=True)
    ]


def fit(examples: Sequence[Example]) -> PageModel:
    """Fit what the words and the page count where the page sets a paragraph apart.

    A logistic regression without intercept. Where the page does not set a paragraph
    apart, its words count whole, and what it adds is that the extractor took it.
    """
    from scipy.optimize import minimize

    measures = [measure_block(example.block) for example in examples]
    names = ["words", *measures[0]]
    margins = np.array([example.margin for example in examples]).clip(-SUREST, SUREST)
    whole = np.where([row["plain"] for row in measures], margins, 0.0)
    values = np.column_stack([margins - whole, [list(row.values()) for row in measures]])
    sign = np.where([example.is_story for example in examples], 1.0, -1.0)
    weight = np.array([example.weight for example in examples])

    def loss(weights: Vector) -> tuple[float, Vector]:
        right = sign * (whole + values @ weights)
        slope = -weight * sign / (1 + np.exp(right))
        cost = weight @ np.logaddexp(0, -right) + SHRINKAGE * weights @ weights / 2
        return float(cost), values.T @ slope + SHRINKAGE * weights

    bounds = [(0.0, 1.0), *((None, None if name in FREE else 0.0) for name in measures[0])]
    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", bounds=bounds).x
    words, *rounded = found.round(DIGITS).tolist()
    return PageModel(words, dict(zip(measures[0], rounded, strict=True)))


def train(pages: Iterable[tuple[str, str]]) -> PageModel:
    """Fit the shipped model on pages given as markup and gold text."""
    return fit([example for markup, gold in pages for example in examples_of(markup, gold)])


def write(data: Path, folder: Path) -> None:
    """Train the model on the data sets in a folder and write it into another."""
    pages = ((page.markup, page.gold) for page in read_scrapinghub(data))
    write_model(folder / MODEL, FORM, train(pages).content())
