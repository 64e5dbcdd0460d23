"""One list from one file, whatever its format."""

import io
from hashlib import sha256
from pathlib import Path

from bias.errors import LexiconError, ReadError, UsageError
from bias.inputs.decode import text_lines
from bias.inputs.lists.dic import read_dic
from bias.inputs.lists.entry import Gathered, usable_terms
from bias.inputs.lists.plain import read_table, read_words
from bias.inputs.lists.quanteda import read_quanteda
from bias.inputs.lists.vale import is_vale, read_vale
from bias.inputs.lists.yaml_nodes import compose
from bias.lists.terms import Term, has_own_columns, parse_list
from bias.lists.user import UserLexicon
from bias.words.cut import column_word, tidy

LARGEST = 5_000_000
"""Bytes; LIWC's own dictionaries have a tenth of that."""
SUFFIXES = (".txt", ".csv", ".tsv", ".dic", ".yml", ".yaml")


def read_lexicon(path: str | Path) -> UserLexicon:
    """Read a term list of one's own, to be given to `bias.analyze`.

    Parameters
    ----------
    path
        By suffix: `.txt` one word or phrase a line; `.csv` or `.tsv` a table with a column
        `term`, or in this project's format; `.dic` as LIWC writes it; `.yml` or `.yaml` a
        quanteda dictionary or a Vale rule (`docs/lexicons.md` shows each).

    Returns
    -------
    UserLexicon
        Its name is the file's stem, or a TSV header's `name`; `problems` tells what
        was left out.

    Raises
    ------
    LexiconError
        Naming file and line: what cannot be read as such a list.

    Examples
    --------
    >>> import tempfile
    >>> file = Path(tempfile.mkdtemp()) / "strife.yml"
    >>> _ = file.write_text("fights: [clash*, lock horns]", "utf-8")
    >>> [term.term for term in read_lexicon(file).terms]
    ['clash*', 'lock horns']
    """
    if not isinstance(path, str | Path):
        raise UsageError(
            f"read_lexicon got {type(path).__name__} {path!r:.40}. Give the path of a list, such "
            "as 'fear.txt' with a word a line."
        )
    path = Path(path)
    if path.suffix.lower() not in SUFFIXES:
        raise LexiconError(
            f"{path}: unknown suffix {path.suffix!r}. Allowed: {', '.join(SUFFIXES)}."
        )
    data = _bytes_of(path)
    text = _text_of(data, path)
    name = column_word(path.stem)
    found = Gathered(str(path))
    if path.suffix.lower() == ".tsv" and has_own_columns(text):
        header, terms = _own(text, path, name)
        name = column_word(header) or name
    else:
        found = _foreign(text, path, name)
        terms = usable_terms(found)
    if not name:
        raise LexiconError(f"{path}: a name without letters. Rename the file.")
    digest = sha256(data).hexdigest()[:12]
    problems = tuple(sorted(found.problems, key=lambda problem: problem.line))
    return UserLexicon(name, terms, digest, str(path), problems)


def _own(text: str, path: Path, name: str) -> tuple[str, tuple[Term, ...]]:
    """Return the name and the terms of a list in our own format."""
    terms = parse_list(text, str(path), name)
    return terms.header.get("name", ""), terms.terms


def _foreign(text: str, path: Path, name: str) -> Gathered:
    if path.suffix.lower() == ".dic":
        return read_dic(text, str(path))
    if path.suffix.lower() == ".txt":
        return read_words(text, str(path), name)
    if path.suffix.lower() in (".csv", ".tsv"):
        return read_table(text, str(path), name)
    root = compose(text, str(path))
    if is_vale(root):
        return read_vale(root, str(path), name)
    return read_quanteda(root, str(path))


def _bytes_of(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise LexiconError(f"{path}: {size:,} bytes, at most {LARGEST:,}. Part the list.")
        return path.read_bytes()
    except OSError as error:
        raise LexiconError(f"{path}: cannot be read ({error.strerror}).") from error


def _text_of(data: bytes, path: Path) -> str:
    try:
        stream = io.BufferedReader(io.BytesIO(data))
        return tidy(text_lines(stream, None).read())  # type: ignore[arg-type]
    except (ReadError, UnicodeError) as error:
        raise LexiconError(f"{path}: cannot be read as text ({error})") from error
