"""The two collections of labelled news pages, read from their archives."""

import gzip
import json
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from bias.inputs.decode import decode_page
from bias.labelled.files import read_lines
from bias.roles.page import PageModel

Collection = Literal["scrapinghub", "l3s"]


@dataclass(frozen=True)
class Page:
    """One page of a collection with its gold."""

    collection: Collection
    markup: str
    gold: str
    """The article's text, without headline."""
    blocks: tuple[tuple[str, str], ...] = ()
    """Text and hand label of each block, where there are such."""
    model: PageModel | None = None
    """What to read it with; None for the model that ships."""
    name: str = ""
    """In its collection."""
    url: str = ""


def read_scrapinghub(data: Path) -> Iterator[Page]:
    """Yield the pages of the article extraction benchmark, by name."""
    files = _unpack(data / "web-content-blocks" / "scrapinghub-html.tar.xz")
    truth = json.loads(files["ground-truth.json"])
    for name in sorted(truth):
        markup = decode_page(gzip.decompress(files[f"html/{name}.html.gz"]))
        yield Page("scrapinghub", markup, truth[name]["articleBody"])


def read_l3s(data: Path) -> Iterator[Page]:
    """Yield the pages of L3S-GN1 with their blocks and hand labels."""
    folder = data / "l3s-gn1-news-blocks"
    files = _unpack(folder / "html.tar.xz")
    originals = {Path(n).stem: data for n, data in files.items() if "/original/" in n}
    for row in read_lines(folder / "pages.jsonl.gz"):
        blocks = tuple((block["text"], block["label"]) for block in row["blocks"])
        gold = "\n".join(text for text, label in blocks if label == "full_text")
        markup = decode_page(originals[row["page"]])
        yield Page("l3s", markup, gold, blocks, name=str(row["page"]), url=row["url"])


def _unpack(archive: Path) -> dict[str, bytes]:
    """Return the files of an archive by name."""
    with tarfile.open(archive) as members:
        return {
            member.name: file.read() for member in members if (file := members.extractfile(member))
        }
