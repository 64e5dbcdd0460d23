"""Join the published labels to the public articles.

    python benchmarks/promo_inserts/join.py --articles PATH -o OUT

PATH is a checkout of github.com/ramybaly/Article-Bias-Prediction (its `data/jsons/*.json`) or a
folder with the same articles as `articles_*.jsonl.xz`. OUT is a folder that
`bias evaluate promo-inserts --data OUT` reads. Articles that PATH lacks are named and left out;
a paragraph that is not the one that was labelled is an error.
"""

import argparse
import csv
import gzip
import hashlib
import json
import lzma
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from bias.errors import BiasError, ReadError

HERE = Path(__file__).parent
SETS = {"roles_dev": "", "roles_more": "", "bare_inserts_dev": "syn-"}
"""The sets, and what their articles' identifiers begin with."""
CHECK = "check_outlets.txt"
"""Names the outlets of `roles_more` that nothing is learnt from."""
SHARDS = 4
JSON_FOLDERS = (".", "jsons", "data/jsons")
REMEDY = "Take the article from the published corpus as it is."
KEPT = ("ID", "topic", "source", "url", "date", "title", "content")

_STRETCH = re.compile(r"(?P<role>\w+):(?P<start>\d+)-(?P<end>\d+)")

Record = dict[str, Any]
Row = dict[str, str]


def title_case(headline: str) -> str:
    """Put the first letter of every word in upper case."""
    return re.sub(r"(?<!\S)\w", lambda match: match[0].upper(), headline)


SETTINGS: dict[str, Callable[[str], str]] = {
    "as is": str,
    "title case": title_case,
    "upper case": str.upper,
}
"""How a headline of another article was set when it was dropped in."""


@dataclass(frozen=True)
class Corpus:
    """What the labels need of the articles."""

    articles: dict[str, Record]
    """The needed ones, by identifier; `content` as published, not tokenised."""
    titles: dict[str, str]
    """Of every article."""
    settings: dict[str, str]
    """From the check of a headline, as set, to the headline; for those without an article."""


class MissingError(BiasError):
    """An article or a headline is not among the articles given."""


def check_of(text: str) -> str:
    """Return the first 8 hexadecimal digits of a paragraph's SHA-256 (UTF-8)."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:8]


def read_table(name: str, folder: Path = HERE) -> list[Row]:
    """Read one published table."""
    with (folder / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def shards_of(path: Path) -> list[Path]:
    """Return the articles' files when they come many to a file."""
    return sorted(path.glob("articles_*.jsonl.xz"))


def read_articles(path: Path) -> Iterator[Record]:
    """Yield every article of the public corpus, in either layout, by identifier or by file.

    Raises
    ------
    ReadError
        When the folder holds neither layout.
    """
    folders = [path / name for name in JSON_FOLDERS]
    files = next((found for f in folders if (found := sorted(f.glob("*.json")))), [])
    if not shards_of(path) and not files:
        raise ReadError(
            f"{path}: holds neither articles_*.jsonl.xz nor data/jsons/*.json. Give a checkout of "
            "github.com/ramybaly/Article-Bias-Prediction."
        )
    for shard in shards_of(path):
        with lzma.open(shard, "rt", encoding="utf-8") as lines:
            yield from map(json.loads, lines)
    for file in () if shards_of(path) else files:
        row = {"ID": file.stem, **json.loads(file.read_text("utf-8"))}
        yield row | {"content": row.get("content_original") or row["content"]}


def read_corpus(path: Path, folder: Path = HERE) -> Corpus:
    """Read what the tables of `folder` need of the articles in `path`."""
    needed = {row["article"] for row in read_table("articles.tsv", folder)}
    articles, titles = {}, {}
    for row in read_articles(path):
        titles[row["ID"]] = row["title"].strip()
        if row["ID"] in needed:
            articles[row["ID"]] = row
    bare = read_table("bare_inserts_dev.tsv", folder)
    open_checks = {r["check"] for r in bare if r["role"] != "body" and not r["headline_of"]}
    return Corpus(articles, titles, _find_settings(titles.values(), open_checks))


def _find_settings(titles: Iterable[str], checks: set[str]) -> dict[str, str]:
    """Return the headlines, as set, whose check is one of these."""
    if not checks:
        return {}
    forms = (form(title) for title in titles for form in SETTINGS.values())
    return {check: form for form in forms if (check := check_of(form)) in checks}


def join_set(name: str, corpus: Corpus, folder: Path = HERE) -> tuple[list[Record], list[str]]:
    """Return one set's articles with their text, and what is missing.

    Raises
    ------
    ReadError
        When an article's paragraphs are not those that were labelled.
    """
    about = {
        row["article"]: row for row in read_table("articles.tsv", folder) if row["set"] == name
    }
    joined, missing = [], []
    for article, rows in groupby(read_table(f"{name}.tsv", folder), lambda row: row["article"]):
        try:
            texts = list(_paragraphs(article, list(rows), corpus))
        except MissingError as error:
            missing.append(f"{name}: {error}")
        else:
            joined.append(_record(name, corpus.articles[article], about[article], texts))
    return joined, missing


def _paragraphs(article: str, rows: Sequence[Row], corpus: Corpus) -> Iterator[Record]:
    """Yield an article's paragraphs with their labels."""
    if article not in corpus.articles:
        raise MissingError(f"article {article} is not there")
    lines = [line.strip() for line in corpus.articles[article]["content"].split("\n")]
    own = iter(_as_many(article, list(filter(None, lines)), sum(not is_insert(r) for r in rows)))
    for row in rows:
        text = _headline(row, corpus) if is_insert(row) else next(own)
        _compare(row, text)
        inside = _stretches(row, text)
        marked = {"stretches": inside} if inside else {}
        yield {"text": text, "role": row["role"], "topic": row["topic"] or None, **marked}


def _stretches(row: Row, text: str) -> list[Record]:
    """Return the inserts marked inside a paragraph, `role:start-end` in the table."""
    found = (_STRETCH.fullmatch(part) for part in (row.get("stretches") or "").split(";"))
    return [{"role": s["role"], "text": text[int(s["start"]) : int(s["end"])]} for s in found if s]


def _as_many(article: str, lines: list[str], labelled: int) -> list[str]:
    if len(lines) != labelled:
        raise ReadError(
            f"article {article}: has {len(lines)} paragraphs, {labelled} were labelled. {REMEDY}"
        )
    return lines


def _compare(row: Row, text: str) -> None:
    """Refuse a paragraph whose check is not that of the labelled one."""
    found = check_of(text)
    if found != row["check"]:
        raise ReadError(
            f"article {row['article']}, paragraph {row['paragraph']}: is not the text that was "
            f"labelled (check {found}, expected {row['check']}): {text[:40]!r}. {REMEDY}"
        )


def is_insert(row: Row) -> bool:
    """Tell whether a paragraph was dropped into the article."""
    return "headline_of" in row and row["role"] != "body"


def _headline(row: Row, corpus: Corpus) -> str:
    """Return a dropped-in headline as it was set."""
    if not row["headline_of"] and row["check"] in corpus.settings:
        return corpus.settings[row["check"]]
    if row["headline_of"] not in corpus.titles:
        whose = f"of {row['headline_of']}" if row["headline_of"] else f"with check {row['check']}"
        where = f"article {row['article']}, paragraph {row['paragraph']}"
        raise MissingError(f"{where}: the headline {whose} is not there")
    return SETTINGS[row["set_as"]](corpus.titles[row["headline_of"]])


def _record(name: str, article: Record, about: Row, paragraphs: list[Record]) -> Record:
    """Return one line of a joined set; the real articles carry more than the made ones."""
    real = name != "bare_inserts_dev"
    return {
        "id": SETS[name] + article["ID"],
        "outlet": article["source"],
        **({"url": article["url"], "date": article["date"]} if real else {}),
        "topic": article["topic"],
        **({} if real else {"date": article["date"]}),
        "headline": article["title"],
        **({"annotators": int(about["annotators"])} if real else {}),
        "paragraphs": paragraphs,
        **({"sample": about["sample"]} if real else {}),
    }


def join(articles: Path, out: Path, folder: Path = HERE) -> list[str]:
    """Write the sets, and the articles to train with, under `out`; return what is missing."""
    corpus = read_corpus(articles, folder)
    names = [name for name in SETS if (folder / f"{name}.tsv").exists()]
    joined = {name: join_set(name, corpus, folder) for name in names}
    (out / "promo_inserts").mkdir(parents=True, exist_ok=True)
    (out / "article-bias-prediction").mkdir(exist_ok=True)
    for name, (records, _) in joined.items():
        target = out / "promo_inserts" / f"{name}.jsonl.gz"
        target.write_bytes(gzip.compress(as_lines(records).encode("utf-8"), mtime=0))
    if (folder / CHECK).exists():
        (out / "promo_inserts" / CHECK).write_bytes((folder / CHECK).read_bytes())
    _write_outlets(out / "article-bias-prediction" / "outlets.csv", corpus, folder)
    _write_shards(articles, out / "article-bias-prediction")
    return [line for _, missing in joined.values() for line in missing]


def _write_shards(articles: Path, out: Path) -> None:
    """Deal all articles into four files by a hash of the identifier; link what is so dealt."""
    for shard in shards_of(articles):
        (out / shard.name).unlink(missing_ok=True)
        (out / shard.name).symlink_to(shard.resolve())
    if not shards_of(articles):
        with ExitStack() as stack:
            names = [out / f"articles_{number}.jsonl.xz" for number in range(SHARDS)]
            files = [
                stack.enter_context(lzma.open(n, "wt", preset=0, encoding="utf-8")) for n in names
            ]
            for row in read_articles(articles):
                kept = {name: row.get(name) for name in KEPT}
                files[int(check_of(row["ID"]), 16) % SHARDS].write(as_lines([kept]))


def as_lines(records: Iterable[Record]) -> str:
    """Return records as JSON, one a line."""
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def _write_outlets(path: Path, corpus: Corpus, folder: Path) -> None:
    """Write which source is which outlet, aliases joined."""
    rows = read_table("articles.tsv", folder)
    found = [row for row in rows if row["article"] in corpus.articles]
    pairs = {(corpus.articles[row["article"]]["source"], row["outlet"]) for row in found}
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerows([("source", "outlet"), *sorted(pairs)])


def main(arguments: Sequence[str] | None = None) -> int:
    """Run from the command line; 1 when something is missing or does not fit."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=Path, required=True, help="the public articles")
    parser.add_argument("-o", "--out", type=Path, required=True, help="folder to write")
    options = parser.parse_args(arguments)
    try:
        missing = join(options.articles, options.out)
    except BiasError as error:
        print(f"join.py: {error}", file=sys.stderr)
        return 1
    for line in missing:
        print(line, file=sys.stderr)
    print(f"{options.out}: written, {len(missing)} missing", file=sys.stderr)
    return int(bool(missing))


if __name__ == "__main__":
    sys.exit(main())
