"""Write down which labelled texts the shipped models learnt from, as hashes.

    python -m bias.training seen --data PATH [-o FOLDER]

`bias train` then says which rows of a table its figures are too good on. Run it again when the
sentence or the article model learns from other texts.
"""

from collections.abc import Iterator
from pathlib import Path

from bias.labelled.files import read_lines
from bias.labelled.marks import marked_sentences
from bias.models.files import write_model
from bias.models.seen import FILE, FORM, hashes_of
from bias.training.articles import FILE as ARTICLES


def article_texts(data: Path) -> Iterator[str]:
    """Yield the article model's texts, with and without the title before them."""
    for row in read_lines(data / ARTICLES):
        yield " ".join(row["paragraphs"])
        yield row["flat_text"]


def write(data: Path, folder: Path) -> None:
    """Hash the texts of the data sets in a folder and write the table into another."""
    sentences = hashes_of(marked_sentences(data)["text"])
    content = {"sentences": sentences, "articles": hashes_of(article_texts(data))}
    write_model(folder / FILE, FORM, content)
