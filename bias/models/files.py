"""Models as plain data: JSON, compressed, with a format name and a version.

Nothing that can run is ever stored, so a model outlives every library it was
fitted with. The same content always gives the same bytes.
"""

import gzip
import json
from collections.abc import Mapping
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from bias.errors import ModelError


def write_model(path: Path, form: str, version: int, content: Mapping[str, Any]) -> None:
    """Write a model; keys sorted, no time stamp, so a rerun gives the same bytes."""
    record = {"format": form, "version": version, **content}
    text = json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    path.write_bytes(gzip.compress(text.encode("utf-8"), 9, mtime=0))


def read_model(
    path: Path | Traversable, form: str, version: int, names: tuple[str, ...]
) -> dict[str, Any]:
    """Return the content of a model file.

    Parameters
    ----------
    path
        A `.json.gz` file.
    form, version
        What the caller can use.
    names
        The fields that must be there.

    Raises
    ------
    ModelError
        When the file is missing, damaged, of another kind, or lacks a field.
    """
    record = _load(path)
    found = (record.get("format"), record.get("version"))
    if found != (form, version):
        raise ModelError(
            f"{path}: is {found[0]!r} version {found[1]!r}, expected {form!r} version {version}. "
            "Train it again with this version of bias."
        )
    missing = [name for name in names if name not in record]
    if missing:
        raise ModelError(f"{path}: lacks {', '.join(missing)}. Train it again.")
    return record


def _load(path: Path | Traversable) -> dict[str, Any]:
    try:
        record = json.loads(gzip.decompress(path.read_bytes()).decode("utf-8"))
    except FileNotFoundError as error:
        raise ModelError(
            f"{path}: there is no such model file. Train it, or name another."
        ) from error
    except (OSError, EOFError, ValueError) as error:
        raise ModelError(
            f"{path}: cannot be read as gzipped JSON ({error}). Name a `.json.gz` file that "
            "`bias train` wrote."
        ) from error
    if not isinstance(record, dict):
        raise ModelError(
            f"{path}: holds a {type(record).__name__}, expected an object. Train it again."
        )
    return record


def shipped(name: str) -> Traversable:
    """Return the file of a model that comes with the package."""
    return resources.files("bias.models.data").joinpath(name)
