"""Spoil inputs, guided by coverage, and look for what fails or takes long.

    python benchmarks/fuzz.py [--n 20000] [--seed 0] [-o failures/]

Each input is a seed after random mutations, read from a file as `bias analyze` reads it and
analysed to its record, with a term list of wildcard phrases; or it is a term list itself. An
input that runs a line of the package that none ran before joins the seeds. Whatever is raised
but is not refused on purpose, or takes more than 2 seconds of processor time, is printed and kept.
"""

import argparse
import io
import json
import random
import signal
import sys
import tempfile
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

from mutations import mutate, pack

import bias
from bias.errors import LexiconError, UsageError
from bias.inputs import Refusal, read_items, settle
from bias.inputs.beside import Beside
from bias.outputs.copies import sketch_of

LIMIT = 2.0
"""Processor seconds."""
HANGS = 60
"""Processor seconds, tracing included, after which an input is given up."""
LISTS = (".dic", ".list.tsv", ".yml")
PACKAGES = (".docx", ".xlsx", ".about.xlsx")
ABOUT = (".about.csv", ".about.jsonl", ".about.xlsx")
"""Tables that tell of other files."""
PACKAGE = str(Path(bias.__file__).parent)
ROOT = Path(__file__).parent.parent


class Hang(BaseException):
    """An input was given up; no handler of the package catches it."""


class Coverage:
    """The lines of the package that were run; a function all of whose lines were is left alone."""

    def __init__(self) -> None:
        self.fresh = 0
        self._left: dict[CodeType, set[int]] = {}

    def start(self) -> None:
        """Count from here."""
        self.fresh = 0
        sys.settrace(self._enter)

    def _enter(self, frame: FrameType, event: str, _: Any) -> Any:
        code = frame.f_code
        left = self._left.get(code)
        if left is None:
            inside = code.co_filename.startswith(PACKAGE)
            left = {line for *_, line in code.co_lines() if line} if inside else set()
            self._left[code] = left
        return self._line if left else None

    def _line(self, frame: FrameType, event: str, _: Any) -> Any:
        left = self._left[frame.f_code]
        if event == "line" and frame.f_lineno in left:
            left.discard(frame.f_lineno)
            self.fresh += 1
        return self._line


def main() -> int:
    """Fuzz; 1 when something failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--n", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("-o", "--out", type=Path)
    options = parser.parse_args()
    signal.signal(signal.SIGPROF, _give_up)
    with tempfile.TemporaryDirectory() as name:
        failures = fuzz(options, Path(name))
    return int(bool(failures))


def fuzz(options: argparse.Namespace, folder: Path) -> Counter[str]:
    """Run all inputs; print and keep what fails; return how often each way."""
    chance, corpus, coverage = random.Random(options.seed), seeds(), Coverage()
    lexicon, failures, kinds = own_list(folder), Counter[str](), Counter[str]()
    began = time.process_time()
    for number in range(options.n):
        suffix, data = draw(corpus, chance)
        kinds[suffix] += 1
        coverage.start()
        failure = run(folder, suffix, data, lexicon)
        sys.settrace(None)
        if failure and failure.startswith("slow"):
            failure = run(folder, suffix, data, lexicon)  # without the tracing
        if failure:
            failures[failure] += 1
            keep(options.out, suffix, data, failure, failures[failure])
        elif coverage.fresh and len(data) < 20_000:
            corpus[suffix.removesuffix(".gz")].append(data)
        if number % 1000 == 999:
            held, spent = sum(map(len, corpus.values())), time.process_time() - began
            told = f"{number + 1} inputs, {held} seeds, {sum(failures.values())} failures"
            print(f"{told}, {spent:.0f} s", flush=True)
    print(f"{options.n} inputs: {dict(kinds)}; failures: {dict(failures) or 'none'}")
    return failures


def draw(corpus: dict[str, list[bytes]], chance: random.Random) -> tuple[str, bytes]:
    """Return a suffix and a spoiled input; one in ten is packed, and some spoiled after it."""
    suffix = chance.choice(list(corpus))
    if suffix in PACKAGES and chance.random() < 0.8:
        return suffix, inside(chance.choice(corpus[suffix]), chance)
    data = mutate(chance.choice(corpus[suffix]), chance, corpus[suffix])
    if suffix in (*LISTS, *ABOUT) or chance.random() > 0.1:
        return suffix, data
    packed = pack(data)
    return f"{suffix}.gz", mutate(packed, chance, [packed]) if chance.random() < 0.5 else packed


def inside(package: bytes, chance: random.Random) -> bytes:
    """Return a package of an office program with one of its files spoiled."""
    out = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(out, "w") as new:
            parts = {name: old.read(name) for name in old.namelist()}
            name = max(parts, key=lambda n: chance.random() * (1 + 4 * n.endswith(".xml")))
            parts[name] = mutate(parts[name], chance, list(parts.values()))
            for part, data in parts.items():
                new.writestr(part, data)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, ValueError):
        return package
    return out.getvalue()


def run(folder: Path, suffix: str, data: bytes, lexicon: Any) -> str | None:
    """Return how an input failed, None when it did not."""
    path = folder / f"input{suffix}"
    path.write_bytes(data)
    start = time.process_time()
    signal.setitimer(signal.ITIMER_PROF, HANGS)
    try:
        reader_of(suffix)(path, lexicon)
    except Hang:
        return f"slow: {suffix} ran {HANGS} s"
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        return f"{type(error).__name__} at {Path(last.filename).name}:{last.lineno}"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    spent = time.process_time() - start
    return f"slow: {suffix}" if spent > LIMIT else None


def reader_of(suffix: str) -> Callable[[Path, Any], None]:
    """Return what reads an input."""
    if suffix in LISTS:
        return read_list
    return read_about if suffix in ABOUT else read_and_analyze


def read_about(path: Path, _: Any) -> None:
    """Read a table that tells of files, and ask it about one."""
    article = bias.Article(headline="Mayor Slams Plan", body="It is open.", source="news/a.txt")
    try:
        told = Beside(path).told_of(article, Path(article.source))
    except UsageError:
        return
    json.dumps(bias.analyze(told).to_dict(keep_columns=True)).encode()  # type: ignore[arg-type]


def _give_up(*_: object) -> None:
    raise Hang


def read_list(path: Path, _: Any) -> None:
    """Read a term list and look for it in a text."""
    try:
        lexicon = bias.read_lexicon(path)
    except LexiconError:
        return
    bias.analyze(bias.Article(headline="Mayor Slams Plan", body="It is open."), [lexicon])


def read_and_analyze(path: Path, lexicon: Any) -> None:
    """Read a file and write the record of each article in it."""
    for item in read_items([path]):
        article = settle(item)
        if isinstance(article, Refusal):
            article.as_line()
        else:
            record = bias.analyze(article, [lexicon]).to_dict(keep_columns=True)
            json.dumps(record).encode()
            sketch_of(record)


def keep(out: Path | None, suffix: str, data: bytes, failure: str, count: int) -> None:
    """Print a failure, and keep the first inputs of each kind."""
    if count > 3:
        return
    name = f"{sha256(data).hexdigest()[:12]}{suffix}"
    print(f"{failure}: {name}, {len(data)} bytes", flush=True)
    if out is not None:
        out.mkdir(parents=True, exist_ok=True)
        (out / name).write_bytes(data)


def own_list(folder: Path) -> Any:
    """Return a term list whose phrases begin alike and hold wildcards."""
    path = folder / "own.yml"
    path.write_text('fight: ["* said", "a* b* c*", "lock* horns", "?", "he said *", "(", "*a*b*"]')
    return bias.read_lexicon(path)


def seeds() -> dict[str, list[bytes]]:
    """Return good inputs by suffix: the seed articles in every format, and term lists."""
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    rows = [dict(zip(("headline", "body"), text.split("\n", 1), strict=True)) for text in texts]
    pages = [page(row) for row in rows] + [p.read_bytes() for p in (ROOT / "seeds").glob("*.html")]
    encoded = [text.encode() for text in texts]
    found = {".txt": encoded, ".md": encoded, ".html": pages, ".warc": [warc(p) for p in pages[:5]]}
    found |= {".json": [json.dumps(rows[:2]).encode(), json.dumps(rows[2]).encode()]}
    found |= {".jsonl": ["\n".join(map(json.dumps, rows[:3])).encode()]}
    found |= {
        ".csv": [table(rows[:3], ","), table(rows[3:5], ";"), b"sep=;\n" + table(rows[:2], ";")],
        ".tsv": [table(rows[:2], "\t")],
    }
    found[".txt"] = [*encoded, table(rows[:2], "\t"), found[".jsonl"][0], pages[0]]
    found[".json"] += [json.dumps(holder).encode() for holder in holders(rows)]
    found[".jsonl"] += [json.dumps(row, indent=1).encode() for row in rows[:2]]
    found |= {
        ".about.csv": [b"file,outlet,date,topic\na.txt,Post,2026-03-02,sea\nnews/b,Herald,,\n"],
        ".about.jsonl": [b'{"file": "a.txt", "outlet": "Post", "tags": ["sea", "sky"]}\n'],
    }
    found[".txt"] += exports(rows) + [spoilt.encode() for spoilt in spoiled(texts[0])]
    found |= {".mhtml": [message(pages[0], "html")], ".eml": [message(encoded[0], "plain")]}
    about = [{"file": "a.txt", "outlet": "Post"}, {"file": "news/b", "outlet": "Herald"}]
    found[".about.xlsx"] = [workbook(about)]
    found[".md"].append(f"---\ntitle: A\ntags: [b, c]\n---\n\n> {texts[1]}\n* [x](y)\n".encode())
    found[".csv"].append(knowledge_graph())
    return (
        found
        | {".parquet": [parquet(rows[:2])]}
        | office(rows[:3])
        | feeds(rows[:3])
        | term_lists()
    )


def holders(rows: list[dict[str, str]]) -> list[object]:
    """Return records as interfaces and crawlers hold them."""
    first, second = ({"title": row["headline"], "content": row["body"]} for row in rows[:2])
    wordpress = {"title": {"rendered": first["title"]}, "content": {"rendered": first["content"]}}
    pieces = second["content"].replace("\n\n", "\n").split(" ", 8)
    return [
        {"status": "ok", "articles": [first | {"source": {"id": None, "name": "Post"}}]},
        {"response": {"docs": [first, second | {"publishedAt": "2026-03-02T08:00:00Z"}]}},
        {"a1": first, "a2": second},
        [wordpress, second | {"content": pieces}],
        {"maintext": first["content"], "title": first["title"], "authors": ["A. Bee"]},
    ]


def page(row: dict[str, str]) -> bytes:
    """Return an article as a web page."""
    body = "".join(f"<p>{part}</p>\n" for part in row["body"].split("\n\n"))
    head = f"<title>{row['headline']}</title>"
    story = f"<article><h1>{row['headline']}</h1>{body}</article>"
    return f"<html><head>{head}</head><body>{story}</body></html>".encode()


def warc(data: bytes) -> bytes:
    """Return a web archive of one page."""
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + data
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://example.org/a\r\n"
        "WARC-Date: 2026-11-23T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def message(data: bytes, kind: str) -> bytes:
    """Return a page as a browser saves it, or a text as an e-mail."""
    from email.message import EmailMessage

    out = EmailMessage()
    out["Subject"], out["From"], out["Date"] = "Ferry", "a@b.example", "Tue, 5 Mar 2024 10:00:00"
    out.set_content(data.decode(), subtype=kind)
    out.add_attachment(b"no page", maintype="image", subtype="png", filename="a.png")
    return out.as_bytes()


def table(rows: list[dict[str, str]], delimiter: str) -> bytes:
    """Return rows as a delimited table."""
    import csv

    out = io.StringIO()
    writer = csv.DictWriter(out, ["headline", "body"], delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def spoiled(text: str) -> list[str]:
    """Return a text as exports and wrong encodings leave it."""
    return [
        text.encode().decode("cp1252", "replace"),
        text.replace("\n", "\\n"),
        text.replace("“", "&ldquo;").replace("\n\n", "<br/>"),
        text.replace(" ", "\u200b "),
        text.replace("\n\n", "\u2028").replace("“", "?").replace("”", "?"),
        text.replace(". ", "."),
    ]


def exports(rows: list[dict[str, str]]) -> list[bytes]:
    """Return articles as Nexis, Factiva and ProQuest export them."""
    nexis, factiva, proquest = "", "", ""
    for number, row in enumerate(rows[:2], start=1):
        head, body = row["headline"], row["body"].strip()
        nexis += (
            f"{number} of 2 DOCUMENTS\n\nThe Post\n\nMarch 5, 2024\n\n{head}\n\nLENGTH: 9 words\n"
        )
        nexis += f"\n{body}\n\nLOAD-DATE: March 6, 2024\n\n"
        factiva += f"HD\n{head}\n\nPD\n5 March 2024\n\nSN\nPost\n\nLP\n\n{body}\n\nTD\n\nMore.\n\n"
        factiva += "AN\nDocument POST000020240305ek3500001\n\n"
        proquest += f"{'_' * 60}\n\nDocument {number} of 2\n\n{head}\n\nFull text: {body}\n\n"
        proquest += f"Publication title: Post\n\nProQuest document ID: {number}\n\n"
    return [text.encode() for text in (nexis, factiva, proquest)]


def knowledge_graph() -> bytes:
    """Return a row of GDELT's knowledge graph."""
    cells = ["20240305101500-12", "20240305101500", "1", "post.example", "https://post.example/a"]
    return "\t".join([*cells, *[""] * 21, "<PAGE_TITLE>Mayor Quits</PAGE_TITLE>"]).encode()


def office(rows: list[dict[str, str]]) -> dict[str, list[bytes]]:
    """Return articles in files of office programs."""
    import docx

    word, document = io.BytesIO(), docx.Document()
    for part in f"{rows[0]['headline']}\n{rows[0]['body']}".split("\n"):
        document.add_paragraph(part)
    document.save(word)
    signs = "".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in rows[1]["body"])
    rich = "{\\rtf1\\ansi{\\fonttbl{\\f0 A;}}" + signs.replace("\n", "\\par\n") + "\\'97}"
    return {".docx": [word.getvalue()], ".xlsx": [workbook(rows)], ".rtf": [rich.encode()]}


def workbook(rows: list[dict[str, str]]) -> bytes:
    """Return rows as a spreadsheet."""
    import openpyxl

    book, out = openpyxl.Workbook(), io.BytesIO()
    for cells in [[*rows[0]], *([*row.values()] for row in rows)]:
        book.active.append(cells)
    book.save(out)
    return out.getvalue()


def feeds(rows: list[dict[str, str]]) -> dict[str, list[bytes]]:
    """Return articles as feeds."""
    from html import escape

    items = "".join(
        f"<item><title>{escape(row['headline'])}</title><link>http://post.example/</link>"
        f"<description>{escape('<p>' + row['body'] + '</p>')}</description></item>"
        for row in rows
    )
    entries = items.replace("item>", "entry>").replace("description>", "summary>")
    channel = f"<channel><title>Post</title>{items}</channel>"
    rss = f'<?xml version="1.0"?><rss version="2.0">{channel}</rss>'
    atom = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title>{entries}</feed>'
    return {".rss": [rss.encode()], ".atom": [atom.encode()], ".xml": [rss.encode()]}


def parquet(rows: list[dict[str, str]]) -> bytes:
    """Return rows as a Parquet file."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows), out)
    return out.getvalue()


def term_lists() -> dict[str, list[bytes]]:
    """Return a term list in each format."""
    shipped = (ROOT / "lexicons" / "boosters.tsv").read_bytes()
    quanteda = b"fights:\n  open: [clash*, lock horns]\n  quiet:\n    - '* row'\ncalm: [talk*]\n"
    vale = (
        b"extends: existence\nmessage: \"Avoid '%s'\"\ntokens:\n  - very\n  - 'so (?:much|many)'\n"
    )
    dic = b"%\n1\tfight\n2\tcalm\n%\nclash*\t1\ntalk\t2\nlock horns\t1 2\n"
    return {".list.tsv": [shipped[:1500]], ".yml": [quanteda, vale], ".dic": [dic]}


if __name__ == "__main__":
    sys.exit(main())
