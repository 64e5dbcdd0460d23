"""A corpus as a file: one packed article a line, read one at a time and again as often as asked."""

import gzip
import json
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, cast

from bias.engines.many import analyses_in
from bias.errors import ReadError, UsageError
from bias.nltk.packed import Packed
from bias.outputs import replacing

if TYPE_CHECKING:
    from bias.analysis import Analysis

FORMAT = {"format": "bias-corpus", "version": 1}
SUFFIXES = (".jsonl", ".jsonl.gz")


def write_corpus(analyses: "Iterable[Analysis] | Analysis", path: str | Path) -> Path:
    """Write analysed articles as a corpus, one after the other.

    Parameters
    ----------
    analyses
        From `bias.analyze_many`; may be a stream, of which one article is held at a time.
    path
        Ends in `.jsonl` or `.jsonl.gz`. An earlier file is replaced when all is written.

    Returns
    -------
    Path
        Of the file, for `bias.nltk.CorpusReader`.

    Raises
    ------
    UsageError
        The path has another suffix.
    """
    path = Path(path)
    if not path.name.endswith(SUFFIXES):
        raise UsageError(f"{path}: a corpus's name ends in {' or '.join(SUFFIXES)}.")
    lines = chain([FORMAT], (packed.fields() for packed in pack_each(analyses)))
    with replacing(path, "wb") as file, _stream(path, file) as out:
        for line in lines:
            out.write(_line(line))
    return path


def _stream(path: Path, file: IO[bytes]) -> AbstractContextManager[IO[bytes]]:
    """Return what writes to a file, squeezed where its name says so; equal input, equal bytes."""
    if path.name.endswith(".gz"):
        return cast(IO[bytes], gzip.GzipFile("", "wb", fileobj=file, mtime=0))
    return nullcontext(file)


def pack_each(analyses: "Iterable[Analysis] | Analysis") -> Iterator[Packed]:
    """Yield analyses packed, each under an identifier of its own."""
    taken = set[str]()
    for number, analysis in enumerate(analyses_in(analyses, "bias.nltk"), start=1):
        stem = analysis.article.id or analysis.article.source or f"article-{number}"
        name, again = stem, 2
        while name in taken:
            name, again = f"{stem}-{again}", again + 1
        taken.add(name)
        yield Packed.of(analysis, name)


def _line(content: Any) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


@dataclass(frozen=True, repr=False)
class Lines:
    """The articles of a corpus file; only the line in hand is in memory."""

    path: Path

    def __repr__(self) -> str:
        """Return what they are in a few words."""
        return str(self.path)

    def __iter__(self) -> Iterator[Packed]:
        """Yield each article."""
        with self._open() as file:
            _check(self.path, file.readline())
            yield from map(_packed, file)

    def places(self) -> Iterator[tuple[int, Packed]]:
        """Yield each article with the place of its line."""
        with self._open() as file:
            _check(self.path, file.readline())
            place = file.tell()
            for line in iter(file.readline, b""):
                yield place, _packed(line)
                place = file.tell()

    def at(self, places: Iterable[int]) -> Iterator[Packed]:
        """Yield the articles whose lines stand at these places."""
        with self._open() as file:
            for place in places:
                file.seek(place)
                yield _packed(file.readline())

    def _open(self) -> IO[bytes]:
        try:
            if self.path.name.endswith(".gz"):
                return cast(IO[bytes], gzip.open(self.path, "rb"))
            return self.path.open("rb")
        except OSError as error:
            raise ReadError(f"{self.path}: cannot be read ({error.strerror}).") from error


def _packed(line: bytes) -> Packed:
    return Packed.read(json.loads(line))


def _check(path: Path, line: bytes) -> None:
    try:
        header = json.loads(line)
    except ValueError:
        header = None
    if header != FORMAT:
        raise ReadError(
            f"{path}: is no corpus of this version. Write one with "
            "bias.nltk.write_corpus(analyses, path), of analyses that bias.analyze_many gives."
        )


@dataclass(frozen=True, repr=False)
class Held:
    """The articles of a corpus in memory."""

    articles: tuple[Packed, ...]

    def __repr__(self) -> str:
        """Return what they are in a few words."""
        return f"{len(self.articles):,} articles"

    def __iter__(self) -> Iterator[Packed]:
        """Yield each article."""
        return iter(self.articles)

    def places(self) -> Iterator[tuple[int, Packed]]:
        """Yield each article with its place."""
        return enumerate(self.articles)

    def at(self, places: Iterable[int]) -> Iterator[Packed]:
        """Yield the articles at these places."""
        return map(self.articles.__getitem__, places)
