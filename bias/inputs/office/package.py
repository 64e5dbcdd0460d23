"""The package that a `.docx` or `.xlsx` is: a zip archive of XML files."""

import io
import zipfile

from bias.errors import ReadError
from bias.inputs.limits import LARGEST_DOCUMENT, too_long

MOST_PARTS = 5_000
"""Files in a package; a pictured book has some hundreds."""
LARGEST_PART = 64_000_000
"""Bytes of one XML file in it, unpacked."""
LARGEST_PACKAGE = 256_000_000
"""Bytes of all of them, unpacked, pictures included."""
FAULTS = (
    zipfile.BadZipFile, KeyError, ValueError, TypeError, AttributeError, IndexError, SyntaxError,
    NotImplementedError, RuntimeError, AssertionError,
)  # fmt: skip
"""What readers of such packages raise about one that is not sound; XML faults among them."""


def opened(stream: io.BufferedReader, suffix: str) -> io.BytesIO:
    """Return a package that is held whole and unpacks to no more than is allowed.

    An archive gives no more bytes of a file than it says, so what it says can be relied on.
    Raises `ReadError`.
    """
    data = stream.read(LARGEST_DOCUMENT + 1)
    if len(data) > LARGEST_DOCUMENT:
        raise too_long("the file", LARGEST_DOCUMENT)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = package.infolist()
    except zipfile.BadZipFile as error:
        raise ReadError(
            f"it is no sound {suffix} file ({error}). Save it again as {suffix}; an old or a "
            "protected file is none."
        ) from error
    sizes = [part.file_size for part in parts]
    largest = max((p.file_size for p in parts if not _is_picture(p.filename)), default=0)
    if len(parts) > MOST_PARTS or largest > LARGEST_PART or sum(sizes) > LARGEST_PACKAGE:
        raise ReadError(
            f"it unpacks to {sum(sizes):,} bytes in {len(parts):,} files, the largest "
            f"{largest:,}; at most {LARGEST_PACKAGE:,}, {MOST_PARTS:,} and {LARGEST_PART:,} are "
            "read. Save the text alone."
        )
    return io.BytesIO(data)


def _is_picture(name: str) -> bool:
    return not name.lower().endswith((".xml", ".rels"))
