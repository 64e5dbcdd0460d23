"""Work that ends its process once; a module of its own, which workers import at once."""

import os
import signal
from pathlib import Path
from typing import Any

import bias
from bias.analysis import analyze_document
from bias.document.document import Document


def die_once(mark: str) -> None:
    """Kill this process, unless one was killed before."""
    if not Path(mark).exists():
        Path(mark).touch()
        os.kill(os.getpid(), signal.SIGKILL)


def analyze_or_die(document: Document, mark: str, **options: Any) -> bias.Analysis:
    """Analyze an article; the one called `a40` kills its worker at the first visit."""
    if document.article.id == "a40":
        die_once(mark)
    return analyze_document(document, **options)


def pass_or_die(frame: Any, mark: str) -> Any:
    """Return a partition; the first one of all kills its worker once."""
    die_once(mark)
    return frame
