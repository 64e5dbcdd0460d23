"""What is about to be written must not be among what is read."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from bias.errors import ReadError, UsageError
from bias.inputs.inputs import STANDARD_INPUT, find_files
from bias.inputs.read import FORMATS
from bias.outputs import Layout


def check_apart(inputs: Iterable[str], layout: Layout) -> None:
    """Refuse an output whose files stand already and would be read as articles.

    Raises `UsageError`: an input is one of them, or a folder or glob that holds one.
    """
    own = (*layout.files.values(), layout.errors, layout.out / "manifest.json")
    standing = {path.resolve() for path in own if path.exists()}
    for given in inputs if standing else ():
        if str(given) != STANDARD_INPUT:
            _check(given, standing, layout.out)


def _check(given: str, standing: set[Path], out: Path) -> None:
    with suppress(ReadError):
        for file in find_files(given, FORMATS):
            if file.path.resolve() in standing:
                raise UsageError(
                    f"{out}: {file.path} is read as an input and would be replaced. "
                    "Name another output, outside of the inputs."
                )
