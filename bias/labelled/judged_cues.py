"""Cues that readers judged as a lecturer would, without their text: `judged_cues.tsv`.

On 2026-11-30 two readers judged the cues of 200 articles of article-bias-prediction and
l3s-gn1-news-blocks, and a third hits of framing devices in hyperpartisan-semeval19 and
ptc-semeval20-task11. A cue is *good* when it is the outlet's own wording in a slanted sense, *weak*
when it is mild or a convention, else *wrong*. The file names a cue by a hash of its kind and words.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

from bias.document.article import Article
from bias.document.document import Cue
from bias.errors import UsageError
from bias.inputs.page import article_of_page
from bias.inputs.record import Origin
from bias.labelled.files import read_lines, read_news, shipped_lines
from bias.labelled.pages import read_l3s

FILE = "judged_cues.tsv"
GOOD, WEAK, WRONG = "good", "weak", "wrong"
KEY = 10
"""Letters of a hash."""
Found = Iterator[tuple[str, str, Article]]
"""Identifier, outlet and article."""


@dataclass(frozen=True)
class Judged:
    """An article with what a reader said of its cues."""

    article: Article
    outlet: str
    judgements: Mapping[str, str]
    """By `key_of` a cue."""

    def of(self, cue: Cue) -> str | None:
        """Return `good`, `weak` or `wrong`; None for a cue that nobody judged."""
        return self.judgements.get(key_of(cue))


def key_of(cue: Cue) -> str:
    """Return what a cue's kind and words hash to."""
    words = " ".join(cue.text.casefold().split())
    return sha256(f"{cue.feature}/{cue.category}/{words}".encode()).hexdigest()[:KEY]


def read_judged(data: Path) -> Iterator[Judged]:
    """Yield the articles with their judgements, set by set.

    `data` is the folder that holds the four sets. Raises `UsageError` where one is missing.
    """
    wanted = _judgements()
    for name, read in _SETS.items():
        if not (data / name).is_dir():
            raise UsageError(f"{data / name}: there is no such folder. Give --data PATH.")
        for identifier, outlet, article in read(data):
            judgements = wanted.get((name, identifier))
            if judgements:
                yield Judged(article, outlet, judgements)


def _judgements() -> dict[tuple[str, str], dict[str, str]]:
    """Return the judgements of each article by its set and identifier."""
    found: dict[tuple[str, str], dict[str, str]] = {}
    _, *rows = shipped_lines("bias.labelled", FILE)
    for row in rows:
        name, identifier, key, judgement = row.split("\t")
        found.setdefault((name, identifier), {})[key] = judgement
    return found


def _news(data: Path) -> Found:
    for row in read_news(data):
        yield row["ID"], row["source"], Article(headline=row["title"] or "", body=row["content"])


def _pages(data: Path) -> Found:
    for page in read_l3s(data):
        outlet = urlsplit(page.url).netloc
        yield page.name, outlet, article_of_page(page.markup, Origin(page.name, page.name))


def _hyperpartisan(data: Path) -> Found:
    for row in read_lines(data / "hyperpartisan-semeval19" / "train_byarticle.jsonl.gz"):
        article = Article(headline=row["title"] or "", body="\n\n".join(row["paragraphs"]))
        yield row["id"], urlsplit(row["url"] or "").netloc, article


def _propaganda(data: Path) -> Found:
    for row in read_lines(data / "ptc-semeval20-task11" / "articles.jsonl.gz"):
        yield row["article_id"], row["article_id"], Article(headline=row["title"], body=row["text"])


_SETS: Mapping[str, Callable[[Path], Found]] = {
    "article-bias-prediction": _news,
    "l3s-gn1-news-blocks": _pages,
    "hyperpartisan-semeval19": _hyperpartisan,
    "ptc-semeval20-task11": _propaganda,
}
