"""Readers: files, folders, globs and standard input become `bias.Article`s.

Formats are chosen by suffix: `.txt` `.md` `.html` `.htm` `.json` `.jsonl`
`.csv` `.tsv` `.parquet` `.warc`, each also with `.gz`. Text that is not UTF-8 (or
UTF-16 with a byte order mark, or what a web page declares) is read as
Windows-1252, byte by byte where it fails; anything binary is refused.
"""

from bias.inputs.items import Item, settle
from bias.inputs.read import read_article, read_articles, read_items
from bias.inputs.refusal import Refusal

__all__ = ["Item", "Refusal", "read_article", "read_articles", "read_items", "settle"]
