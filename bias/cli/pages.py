"""`bias card`, `bias cite` and `bias docs`: what ships to be read."""

import pydoc
import sys
from argparse import Namespace
from importlib import resources

from bias.citing import card, card_names, citation
from bias.errors import UsageError


def run_card(options: Namespace) -> int:
    """Show a model card, or name them all."""
    return _show(card(options.name)) if options.name else _list({n: card(n) for n in card_names()})


def run_cite(options: Namespace) -> int:
    """Print BibTeX."""
    print(citation(options.name))
    return 0


def run_docs(options: Namespace) -> int:
    """Show a page of the documentation, or name them all."""
    pages = {
        page.name[:-3]: page.read_text("utf-8")
        for page in sorted(resources.files("bias.docs").iterdir(), key=lambda page: page.name)
        if page.name.endswith(".md")
    }
    if options.name is None:
        return _list(pages)
    if options.name not in pages:
        raise UsageError(f"There is no page {options.name!r}. Allowed: {', '.join(pages)}.")
    return _show(pages[options.name])


def _list(pages: dict[str, str]) -> int:
    """Print the name of each page and its heading."""
    wide = max(map(len, pages))
    for name, text in pages.items():
        print(f"{name:<{wide}}  {text.partition(chr(10))[0].lstrip('# ')}")
    return 0


def _show(text: str) -> int:
    """Print a page, on a terminal a screen at a time."""
    if sys.stdout.isatty():
        pydoc.pager(text)
    else:
        print(text, end="")
    return 0
