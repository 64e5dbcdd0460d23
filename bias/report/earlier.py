"""What an earlier corpus report left in a folder, taken away where it would mislead."""

from collections.abc import Mapping
from pathlib import Path

PAGES = ("summary.pdf", "summary.png", "index.html")
TABLES = ("groups.csv", "deviations.csv", "frames.csv", "over_time.csv", "terms.csv")
"""Every corpus report writes all of them."""


def clear_earlier(folder: Path, files: Mapping[str, bytes]) -> None:
    """Remove the files of an earlier report on other articles that this one does not replace.

    Without all its tables there was no such report, and files of these names are somebody
    else's. Equal tables are of the same articles, drawn again in another format: all stay.

    Parameters
    ----------
    folder
        Where the report goes.
    files
        Its summary, content by name, not yet written; empty for a single article.
    """
    tables = [folder / name for name in TABLES]
    if not all(table.is_file() for table in tables):
        return
    if files and all(table.read_bytes() == files[table.name] for table in tables):
        return
    for name in (*PAGES, *TABLES):
        if name not in files:
            (folder / name).unlink(missing_ok=True)
