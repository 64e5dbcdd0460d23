"""Writes the reports: which files, under which names, whole or not at all."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bias.errors import UsageError

if TYPE_CHECKING:
    from bias.analysis import Analysis
    from bias.article import Article

FORMATS = ("pdf", "png", "html")
GROUPINGS = ("outlet", "date", "source")
"""Columns every article has; its `extra` columns may group as well."""
NAME_LENGTH = 60
TAKEN = ("summary", "index")
"""Names of the reports on all articles."""
DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
"""File names that one operating system keeps for itself."""
_UNSAFE = re.compile(r"[^\w.-]+")


def write_report(
    analyses: "Iterable[Analysis]",
    directory: str | Path,
    formats: Sequence[str] = FORMATS,
    by: str = "outlet",
    title: str | None = None,
    top: int = 10,
) -> list[Path]:
    """Draw each article, and all of them together, into a folder.

    Parameters
    ----------
    analyses
        From `bias.analyze_many`; may be a stream.
    directory
        Made when it is missing. Files of the same names are replaced.
    formats
        Any of `pdf`, `png` and `html`.
    by
        What the summary compares: `outlet`, `date`, `source`, or a column of
        the first article's `extra`.
    title
        Of the summary.
    top
        How many cues an article's report lists, and articles the summary.

    Returns
    -------
    list of Path
        What was written: `NAME.pdf`, `NAME.png`, `NAME.html` for each article
        (the name comes from its id), for several articles also `summary.pdf`,
        `summary.png` and `index.html`, and the tidy tables as CSV. Equal input
        gives equal bytes.

    Raises
    ------
    UsageError
        For an unknown format or grouping, or when `directory` is a file.
    """
    from bias.output import write_records

    run = Run(_folder(directory), check_formats(formats), by, title, _check_top(top))
    write_records(run.draw_each(analyses), run.folder)
    tables = ("articles.csv", "paragraphs.csv", "sentences.csv", "cues.csv", "manifest.json")
    return [*run.written, *run.draw_all(), *(run.folder / name for name in tables)]


def check_formats(formats: Sequence[str]) -> tuple[str, ...]:
    """Return the formats, each once and in order.

    Raises
    ------
    UsageError
        When one is unknown or none is given.
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


@dataclass
class Run:
    """One call: what was asked for, what is written so far."""

    folder: Path
    formats: tuple[str, ...]
    by: str
    title: str | None
    top: int
    written: list[Path] = field(default_factory=list)
    rows: list[dict[str, Any]] = field(default_factory=list)
    """One per article, for the summary; the analyses themselves are let go."""
    names: set[str] = field(default_factory=lambda: set(TAKEN))

    def draw_each(self, analyses: "Iterable[Analysis]") -> Iterator[dict[str, Any]]:
        """Draw article after article; yield their records."""
        from bias.report.tables import article_row

        for analysis in analyses:
            if not self.rows:
                check_grouping(self.by, analysis.article)
            name = self._name(analysis.article)
            self.rows.append(article_row(name, analysis))
            for kind, content in _article_files(analysis, self.formats, self.top):
                self._write(f"{name}.{kind}", content)
            yield analysis.to_dict()

    def draw_all(self) -> list[Path]:
        """Draw the summary when there are several articles; return its files."""
        from bias.report.summary import Corpus
        from bias.report.tables import frame_of

        if len(self.rows) < 2:
            return []
        before = len(self.written)
        corpus = Corpus(frame_of(self.rows), self.by, self.title, self.top)
        for name, content in _summary_files(corpus, self.formats):
            self._write(name, content)
        return self.written[before:]

    def _name(self, article: "Article") -> str:
        stem = file_name(article.id or Path(article.source).stem or article.headline)
        name, number = stem, 2
        while name.casefold() in self.names:
            name, number = f"{stem}-{number}", number + 1
        self.names.add(name.casefold())
        return name

    def _write(self, name: str, content: bytes) -> None:
        from bias.output import replacing

        path = self.folder / name
        with replacing(path, "wb") as file:
            file.write(content)
        self.written.append(path)


def check_grouping(by: str, article: "Article") -> None:
    """Refuse a grouping that the first article does not have."""
    allowed = (*GROUPINGS, *article.extra)
    if by not in allowed:
        raise UsageError(f"write_report: by is {by!r}. Allowed here: {', '.join(allowed)}.")


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
    from bias.report.article_pdf import article_pdf
    from bias.report.card import card
    from bias.report.html import article_html
    from bias.report.subject import Subject

    subject = Subject(analysis, top)
    makers = {"pdf": article_pdf, "png": card, "html": article_html}
    for kind in formats:
        yield kind, makers[kind](subject)


def _summary_files(corpus: Any, formats: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of the summary's files."""
    from bias.report.html_index import index_html
    from bias.report.summary import summary_card, summary_pdf

    makers = {
        "pdf": ("summary.pdf", summary_pdf),
        "png": ("summary.png", summary_card),
        "html": ("index.html", index_html),
    }
    for kind in formats:
        name, make = makers[kind]
        yield name, make(corpus)
