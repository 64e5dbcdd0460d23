"""Inserts where the evaluation does not look: rails, stretches inside paragraphs, labelled pages.

    python benchmarks/promo_inserts/others.py --data DATA

prints recall on rails made of clean articles, how many marked stretches are found, and F1 of
promo inserts on `news_pages`, from HTML and from the same paragraphs pasted as text. A paragraph of
a page that is nowhere in our text is neither right nor wrong.
"""

import argparse
import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bias.document.article import Article
from bias.document.document import Document, Paragraph
from bias.document.segment import segment
from bias.inputs.page import article_of_page
from bias.inputs.record import Origin
from bias.labelled.inserts import check_outlets
from bias.labelled.rails import FORMS, rails_to_judge
from bias.roles import label_paragraphs
from bias.roles.role import PROMO_INSERTS, InsertStretch, ParagraphRole
from bias.words.cut import Span

COUNTS = (1, 3, 6)
"""Headlines of a rail."""
_JOINED = re.compile(r"\W+")
Row = dict[str, Any]


def rails(data: Path) -> Iterator[str]:
    """Yield a line for each form of rail: recall among its headlines and labels."""
    for form in FORMS:
        yield f"{form}: {', '.join(f'{_recall(data, form, count):.2f}' for count in COUNTS)}"


def _recall(data: Path, form: str, count: int) -> float:
    found = [
        label.role in PROMO_INSERTS
        for article in rails_to_judge(data, form, count)
        for label, role in zip(label_paragraphs(article.document), article.roles, strict=True)
        if role == "promo_story"
    ]
    return sum(found) / len(found)


def stretches(data: Path) -> str:
    """Return how many of the stretches marked in `roles_more` are found, check outlets left out."""
    known, count = check_outlets(data), Counter[str]()
    for row in read_lines(data / "promo_inserts" / "roles_more.jsonl.gz"):
        if row["outlet"] not in known and any(p.get("stretches") for p in row["paragraphs"]):
            count += _count_stretches(row)
    return ", ".join(f"{name} {number}" for name, number in count.items())


def _count_stretches(row: Row) -> Counter[str]:
    document, labels = _labelled(pasted(row))
    count = Counter[str]()
    for place, label, gold in zip(document.paragraphs, labels, row["paragraphs"], strict=True):
        texts = [stretch["text"] for stretch in gold.get("stretches", ())]
        marked = [
            Span(start, start + len(t)) for t in texts if (start := _find(document, place, t))
        ]
        count["marked"] += len(marked)
        count["found"] += sum(any(_meet(s, f) for f in label.stretches) for s in marked)
        count["found unmarked"] += sum(
            not any(_meet(s, f) for s in marked) for f in label.stretches
        )
    return count


def _find(document: Document, paragraph: Paragraph, text: str) -> int:
    return document.text.index(text, paragraph.start)


def _meet(one: Span | InsertStretch, other: Span | InsertStretch) -> bool:
    return one.start < other.end and other.start < one.end


def pages(data: Path) -> Iterator[str]:
    """Yield F1 of promo inserts on labelled pages, by form and by whose pages they are."""
    folder = data / "news_pages"
    kept = set((folder / "check_outlets.txt").read_text("utf-8").splitlines())
    count = defaultdict[tuple[str, bool], Counter[str]](Counter)
    for row in read_lines(folder / "pages.jsonl.gz"):
        markup = gzip.decompress((folder / row["html"]).read_bytes()).decode("utf-8", "replace")
        page = article_of_page(markup, Origin("page.html", row["id"]))
        for form, article in (("HTML", page), ("pasted", pasted(row))):
            count[form, row["outlet"] in kept] += _count_page(article, row["paragraphs"])
    for (form, is_check), told in sorted(count.items()):
        found, wrong, missed = told["found"], told["wrong"], told["missed"]
        score = 2 * found / (2 * found + wrong + missed)
        yield f"{form}, {'check outlets' if is_check else 'others'}: F1 {score:.3f} {dict(told)}"


def _count_page(article: Article, paragraphs: list[Row]) -> Counter[str]:
    """Compare what is found with what a careful reader may say."""
    document, labels = _labelled(article)
    ours = defaultdict[str, list[str]](list)
    for place, label in zip(document.paragraphs, labels, strict=True):
        ours[_joined(place.of(document.text))].append(label.role)
    count = Counter[str]()
    for gold in paragraphs:
        allowed = {role in PROMO_INSERTS for role in (gold["role"], *gold["also"])}
        given = ours[_joined(gold["text"])]
        if given:
            said = given.pop(0) in PROMO_INSERTS
            count["found"] += said and True in allowed
            count["wrong"] += said and True not in allowed
            count["missed"] += not said and False not in allowed
    return count


def pasted(row: Row) -> Article:
    """Return the labelled paragraphs as a text."""
    return Article(row["headline"], "\n\n".join(part["text"] for part in row["paragraphs"]))


def read_lines(path: Path) -> Iterator[Row]:
    """Yield the objects of a file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _labelled(article: Article) -> tuple[Document, tuple[ParagraphRole, ...]]:
    document = segment(article)
    return document, label_paragraphs(document)


def _joined(text: str) -> str:
    return _JOINED.sub("", text.lower())


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description="Count inserts where the evaluation looks not.")
    parser.add_argument("--data", type=Path, required=True, help="folder with the labelled sets")
    data = parser.parse_args().data
    print(f"rails of {', '.join(map(str, COUNTS))} headlines, recall")
    for line in (*rails(data), f"stretches: {stretches(data)}", *pages(data)):
        print(line)


if __name__ == "__main__":
    main()
