"""Articles in which a reader marked what slants, before any tool was run: `slant_stretches`.

Half of the articles is a check part: it was set aside by a hash of the ids before the first look,
and nothing was chosen with its stretches in view.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from bias.document.article import Article
from bias.labelled.files import read_lines
from bias.words.cut import Span

FILE = "slant_stretches/articles.jsonl.gz"


@dataclass(frozen=True)
class Marked:
    """One article with the stretches that a reader marked."""

    article: Article
    slant: int
    """How slanted the reader found it, 0 to 3."""
    stretches: tuple[str, ...]
    """Words as they stand in the article, blanks aside."""
    is_check: bool
    """It belongs to the part that was set aside."""

    def spans(self, text: str) -> list[Span]:
        """Return where the stretches stand in the analysed text."""
        patterns = (r"\s+".join(map(re.escape, words.split())) for words in self.stretches)
        found = (re.search(pattern, text) for pattern in patterns)
        return [Span(*match.span()) for match in found if match]


def read_marked(data: Path) -> Iterator[Marked]:
    """Yield the articles; `data` is the folder that holds `slant_stretches`."""
    for row in read_lines(data / FILE):
        article = Article(
            id=row["id"], outlet=row["outlet"], headline=row["headline"] or "", body=row["body"]
        )
        stretches = tuple(stretch["text"] for stretch in row["stretches"])
        yield Marked(article, row["slant"], stretches, is_check(row["id"]))


def is_check(article: str) -> bool:
    """Tell whether an article belongs to the check part: its id's SHA-256 is an even number.

    >>> is_check("a"), is_check("b")
    (False, False)
    """
    return int(sha256(article.encode()).hexdigest(), 16) % 2 == 0
