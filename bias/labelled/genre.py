"""Articles of which is known whether they are reporting or opinion.

Most are known by their address: `article-bias-prediction` has no genre, but papers keep opinion
in a section of its own: `/opinion/`, `/columnists/`, or a headline that opens with "Opinion:".
The same outlets' news sections are the other side, so that the outlet is not what is learnt. Of
partisan outlets,
which keep no sections, people judged some hundred articles of `semeval23-task3-en`; a fifth of
them, by a hash, is a check part.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zlib import crc32

from bias.document.article import Article
from bias.labelled.files import read_lines, read_news
from bias.labelled.real_articles import reading_of
from bias.rating.manner import Style, measure_style

PER_OUTLET = 220
"""Articles of one outlet and genre, at most."""
EXCERPT = 4
"""Every fourth article is also given by its opening alone, so that short ones are known."""
JUDGED, OPINION = "semeval23-task3-en", "opinion"
CHECK_EVERY = 5
OPENING = 6
"""Paragraphs of an opening."""

_OPINION = re.compile(
    r"/(?:opinions?|commentary|commentisfree|op-?eds?|editorials?|columnists?|columns?|voices|"
    r"view|ideas|first-person|the-big-idea)(?:/|$)"
)
_NEWS = re.compile(
    r"/(?:politics|usa?|us-news|uk-news|nation|national|world|news|homenews|policy|business|"
    r"health|justice|europe|asia|middleeast|nyregion|story|stories)(?:/|$)|/article/us-|/world-"
)
_NEITHER = re.compile(
    r"/(?:blogs?|magazine|upshot|interactive|fact-?check|video|podcast|live|live-updates?|"
    r"dc-decoder|outlook)(?:/|$)|analysis"
)
_LABEL = re.compile(
    r"\W*(?:opinion|op-ed|editorial|column|commentary|perspective)\s*[:|]\s*", re.IGNORECASE
)
_NEWS_DESKS = frozenset(
    {
        "reuters.com", "npr.org", "bbc.com", "politico.com", "thehill.com", "cbsnews.com",
        "go.com", "nbcnews.com", "cnbc.com", "axios.com", "usatoday.com", "cnn.com",
        "nytimes.com", "theguardian.com", "csmonitor.com", "foxnews.com", "apnews.com",
        "washingtonpost.com", "bloomberg.com", "bostonglobe.com", "suntimes.com", "wsj.com",
        "nypost.com", "aljazeera.com",
    }
)  # fmt: skip
"""Sites whose news sections hold reporting; elsewhere `/news/` may hold anything."""


@dataclass(frozen=True)
class Example:
    """One article with its genre."""

    style: Style
    opinion: bool
    outlet: str
    """Its web domain."""
    lean: str
    """`left`, `center` or `right`, of its outlet; empty where nobody says."""
    judged: bool = False
    """People judged it; its outlet is not known."""


def genre_label(url: str, title: str, source: str) -> str | None:
    """Return `opinion` or `reporting` by address, headline and outlet name; None if unclear.

    >>> genre_label("https://www.cnn.com/2020/01/02/opinions/a/index.html", "On Bridges", "CNN")
    'opinion'
    """
    path = urlsplit(url).path.lower()
    if _OPINION.search(path) or _LABEL.match(title):
        return "opinion"
    if _NEITHER.search(path) or re.search("Opinion|Editorial|Guest Writer", source):
        return None
    return "reporting" if domain_of(url) in _NEWS_DESKS and _NEWS.search(path) else None


def domain_of(url: str) -> str:
    """Return the last two parts of an address's host: one outlet's sites are one."""
    return ".".join(urlsplit(url).netloc.lower().split(".")[-2:])


def read_examples(data: Path) -> list[Example]:
    """Read and measure the articles to learn from, the same ones each time.

    `data` is the folder that holds `article-bias-prediction`.
    """
    taken: dict[tuple[str, str], int] = {}
    examples = list[Example]()
    for row in sorted(read_news(data), key=lambda row: crc32(row["ID"].encode())):
        genre = genre_label(row["url"] or "", row["title"] or "", row["source"])
        place = (domain_of(row["url"] or ""), genre or "")
        if genre and taken.get(place, 0) < PER_OUTLET:
            taken[place] = taken.get(place, 0) + 1
            examples += _examples(row, genre == "opinion", taken[place] % EXCERPT == 0)
    return examples


@dataclass(frozen=True)
class Judged:
    """One article that people called reporting or opinion."""

    id: str
    article: Article
    opinion: bool

    @property
    def is_check(self) -> bool:
        """It is of the check part: it teaches nothing, and nothing is chosen on it."""
        return crc32(self.id.encode()) % CHECK_EVERY == 0

    def example(self) -> Example:
        """Measure it; its own outlet, so that it stands in one fold alone."""
        style = measure_style(reading_of(self.article))
        return Example(style, self.opinion, f"{JUDGED} {self.id}", "", judged=True)


def read_judged(data: Path) -> list[Judged]:
    """Return the articles of `semeval23-task3-en` that people called reporting or opinion.

    `data` is the folder that holds it; where it is not there, there are none.
    """
    file = data / JUDGED / "articles.jsonl.gz"
    rows = read_lines(file) if file.exists() else ()
    return [
        Judged(str(row["article_id"]), _article(row["title"], row["text"]), row["genre"] == OPINION)
        for row in rows
        if row["genre"] in (OPINION, "reporting")
    ]


def _article(title: str, text: str) -> Article:
    return Article(headline=title, body=text.removeprefix(title).strip())


def _examples(row: Mapping[str, Any], opinion: bool, opening: bool) -> Iterator[Example]:
    """Yield the whole article and, when asked, its opening."""
    headline, body = _LABEL.sub("", row["title"] or "", count=1), row["content"] or ""
    bodies = [body]
    if opening:
        bodies.append("\n\n".join(body.split("\n\n")[:OPENING]))
    for text in bodies:
        style = measure_style(reading_of(Article(headline=headline, body=text)))
        yield Example(style, opinion, domain_of(row["url"]), row["bias_text"])
