"""Writes the reports: which files, under which names, whole or not at all."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from bias.errors import UsageError
from bias.report.choice import Chosen, check_pages

if TYPE_CHECKING:
    from bias.analysis import Analysis
    from bias.corpus.distinctive import TermCounts
    from bias.document.article import Article

FORMATS = ("pdf", "png", "html")
GROUPINGS = ("outlet", "date", "source", "folder")
"""Columns every article has; its `extra` columns may group as well."""
LINKED = ("html", "pdf", "png")
"""Which of an article's files the summary leads to, the first that is made."""
NAME_LENGTH = 60
TAKEN = ("summary", "index")
"""Names of the reports on all articles."""
DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
"""File names that one operating system keeps for itself."""
_UNSAFE = re.compile(r"[^\w.-]+")


def write_report(
    analyses: "Iterable[Analysis] | Analysis",
    directory: str | Path,
    formats: Sequence[str] = FORMATS,
    by: str = "outlet",
    title: str | None = None,
    top: int = 10,
    pages: str = "auto",
    keep_columns: bool = False,
) -> list[Path]:
    """Draw articles, and all of them together, into a folder.

    Parameters
    ----------
    analyses
        From `bias.analyze_many`; may be a stream, or a single one.
    directory
        Made when it is missing. Files of the same names are replaced; those of an earlier
        summary of other articles are removed.
    formats
        Any of `pdf`, `png` and `html`.
    by
        What the summary compares: `outlet`, `date` (joined to days, weeks,
        months or years, as the span demands), `source`, `folder` (the folder that
        an article's file lies in), or a column of the first article's `extra`.
    title
        Of the summary.
    top
        How many cues an article's report lists, and articles each of the
        summary's two reading lists.
    pages
        Which articles get files of their own: `all`; `listed`, those in the
        summary's reading lists; `auto`, all up to `MOST_PAGES`, of more those
        listed.
    keep_columns
        Write the input's own columns, called `extra_NAME`, into the articles' table.

    Returns
    -------
    list of Path
        What was written: `NAME.pdf`, `NAME.png`, `NAME.html` for each such
        article (the name comes from its id), for several articles also
        `summary.pdf`, `summary.png`, `index.html` and the summary's tables,
        and the tidy tables, as CSV; nothing without articles. Equal input gives equal bytes.

    Raises
    ------
    UsageError
        For an unknown format, grouping or choice of pages, or when `directory`
        is a file.
    """
    from bias.outputs import write_records

    kinds, most = check_formats(formats), _check_top(top)
    chosen = Chosen(check_pages(pages), most)
    run = Run(_folder(directory), kinds, by, title, most, chosen, keep_columns)
    records = run.read_each(_several(analyses))
    if not write_records(records, run.folder, keeps_columns=keep_columns):
        return []
    tables = ("articles.csv", "paragraphs.csv", "sentences.csv", "cues.csv", "manifest.json")
    run.draw_all()
    return [*run.written, *(run.folder / name for name in tables)]


def _several(analyses: "Iterable[Analysis] | Analysis") -> "Iterable[Analysis]":
    """Return analyses as a stream; one by itself is a stream of one."""
    from bias.analysis import Analysis

    return [analyses] if isinstance(analyses, Analysis) else analyses


def check_formats(formats: Sequence[str]) -> tuple[str, ...]:
    """Return the formats, each once and in order.

    Raises `UsageError` when one is unknown or none is given.
    """
    asked = formats.split(",") if isinstance(formats, str) else formats
    wanted = tuple(dict.fromkeys(name.strip().lower() for name in asked))
    unknown = [name for name in wanted if name not in FORMATS]
    if unknown or not wanted:
        raise UsageError(
            f"write_report: format {', '.join(map(repr, unknown)) or 'missing'}. "
            f"Allowed: {', '.join(FORMATS)}."
        )
    return wanted


def _check_top(top: int) -> int:
    if top < 1:
        raise UsageError(f"write_report: top is {top}. Give a whole number from 1 up.")
    return top


def _folder(directory: str | Path) -> Path:
    folder = Path(directory)
    if folder.exists() and not folder.is_dir():
        raise UsageError(
            f"{folder}: is a file; reports need a folder. Name another or move it away."
        )
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _no_terms() -> "TermCounts":
    from bias.corpus.distinctive import TermCounts

    return TermCounts()


@dataclass
class Run:
    """One call: what was asked for, what is written so far."""

    folder: Path
    formats: tuple[str, ...]
    by: str
    title: str | None
    top: int
    pages: Chosen
    keep_columns: bool = False
    written: list[Path] = field(default_factory=list)
    rows: list[dict[str, Any]] = field(default_factory=list)
    """One per article, for the summary; the analyses themselves are let go."""
    terms: "TermCounts" = field(default_factory=_no_terms)
    drawn: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=lambda: set(TAKEN))

    @property
    def column(self) -> str:
        """The column to group by, as the tables call it."""
        from bias.corpus.tables import own_column

        return self.by if self.by in GROUPINGS else own_column(self.by)

    def read_each(self, analyses: "Iterable[Analysis]") -> Iterator[dict[str, Any]]:
        """Note what the summary needs of article after article; yield their records."""
        for analysis in analyses:
            if not self.rows:
                check_grouping(self.by, analysis.article)
            self._note(self._name(analysis.article), analysis)
            yield analysis.to_dict(self.keep_columns)

    def _note(self, name: str, analysis: "Analysis") -> None:
        from bias.corpus.tables import article_row
        from bias.report.subject import drivers

        folder = PurePath(analysis.article.source).parent.name
        row = {"folder": folder} | article_row(name, analysis)
        self.terms.add(str(row.get(self.column) or ""), analysis)
        self.rows.append(row | {"why": drivers(analysis.rating)})
        if self.pages.which == "all":
            self._draw(name, analysis)
        else:
            self.pages.offer(name, analysis)

    def _draw(self, name: str, analysis: "Analysis") -> None:
        for kind, content in _article_files(analysis, self.formats, self.top):
            self._write(f"{name}.{kind}", content)
        self.drawn.add(name)

    def draw_all(self) -> None:
        """Draw the pages that were waited with, and the summary of several articles."""
        from bias.report.earlier import clear_earlier

        for name, analysis in self.pages.held.items():
            self._draw(name, analysis)
        files = self._summary() if len(self.rows) > 1 else {}
        clear_earlier(self.folder, files)
        for name, content in files.items():
            self._write(name, content)

    def _summary(self) -> dict[str, bytes]:
        """Return name and content of the summary's files."""
        from bias.corpus.corpus import Corpus
        from bias.corpus.tables import frame_of

        frame = frame_of(self.rows)
        frame = frame.assign(page=frame["article"].isin(self.drawn))
        linked = next(kind for kind in LINKED if kind in self.formats)
        corpus = Corpus(frame, self.column, self.title, self.top, self.terms, linked)
        return dict(_summary_files(corpus, self.formats))

    def _name(self, article: "Article") -> str:
        stem = file_name(article.id or Path(article.source).stem or article.headline)
        name, number = stem, 2
        while name.casefold() in self.names:
            name, number = f"{stem}-{number}", number + 1
        self.names.add(name.casefold())
        return name

    def _write(self, name: str, content: bytes) -> None:
        from bias.outputs import replacing

        path = self.folder / name
        with replacing(path, "wb") as file:
            file.write(content)
        self.written.append(path)


def check_grouping(by: str, article: "Article") -> None:
    """Refuse a grouping that the first article does not have."""
    allowed = (*GROUPINGS, *article.extra)
    if by not in allowed:
        raise UsageError(
            f"there is no column {by!r} to group by. Allowed here: {', '.join(allowed)}."
        )


def file_name(words: str) -> str:
    """Return a file name, without suffix, that stays in its folder on every system.

    >>> file_name("../../etc/passwd"), file_name("Żółć 2026: “news”")
    ('etc-passwd', 'Żółć-2026-news')
    """
    name = _UNSAFE.sub("-", unicodedata.normalize("NFC", words))[:NAME_LENGTH].strip(".-_ ")
    return f"article-{name}".rstrip("-") if not name or DEVICES.match(name) else name


def _article_files(
    analysis: "Analysis", formats: tuple[str, ...], top: int
) -> Iterator[tuple[str, bytes]]:
    """Yield suffix and content of an article's files."""
    from bias.report.html.article import article_html
    from bias.report.print.article_pdf import article_pdf
    from bias.report.print.card import card
    from bias.report.subject import Subject

    subject = Subject(analysis, top)
    makers = {"pdf": article_pdf, "png": card, "html": article_html}
    for kind in formats:
        yield kind, makers[kind](subject)


def _summary_files(corpus: Any, formats: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of the summary's files."""
    from bias.corpus.tables import csv_of
    from bias.report.html.index import index_html
    from bias.report.print.summary import summary_card, summary_pdf

    makers = {
        "pdf": ("summary.pdf", summary_pdf),
        "png": ("summary.png", summary_card),
        "html": ("index.html", index_html),
    }
    for kind in formats:
        name, make = makers[kind]
        yield name, make(corpus)
    tables = {
        "groups.csv": corpus.groups,
        "deviations.csv": corpus.deviations,
        "over_time.csv": corpus.periods,
        "terms.csv": corpus.distinctive,
    }
    for name, table in tables.items():
        yield name, csv_of(table)
