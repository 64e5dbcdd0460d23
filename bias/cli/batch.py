"""Run a function over every article of the inputs; what is refused is set aside."""

import json
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from bias.article import Article
from bias.errors import ReadError, UsageError
from bias.output import replacing
from bias.parallel import map_in_order
from bias.reading import Refusal, read_articles
from bias.roles import Repeats, find_repeats

Result = TypeVar("Result")

RAW_LIMIT = 2_000
"""Characters of a refused record that are kept."""


class Batch:
    """The articles of one command line, and those of them that were refused."""

    def __init__(self, options: Namespace) -> None:
        self.options = options
        self.refused: list[Refusal] = []

    def results(self, function: Callable[[Article], Result]) -> Iterator[Result]:
        """Yield `function(article)` for each article that can be read, in order."""
        from tqdm import tqdm

        articles = self._read(self.refuse)
        outcomes = map_in_order(partial(_try, function), articles, self.options.jobs)
        silent = self.options.quiet or not sys.stderr.isatty()
        for outcome in tqdm(outcomes, unit=" articles", disable=silent, leave=False):
            if isinstance(outcome, Refusal):
                self.refuse(outcome)
            else:
                yield outcome

    def repeats(self) -> Repeats | None:
        """Return the lines that stand in several articles of an outlet, where asked for."""
        if not self.options.repeats:
            return None
        if "-" in self.options.inputs:
            raise UsageError(
                "--repeats reads the inputs twice, and standard input (-) can be read once. "
                "Save it to a file first, or leave --repeats out."
            )
        return find_repeats(self._read(lambda refusal: None))

    def _read(self, on_error: Callable[[Refusal], None]) -> Iterator[Article]:
        columns = dict(self.options.column)
        return read_articles(self.options.inputs, columns=columns, on_error=on_error)

    def refuse(self, refusal: Refusal) -> None:
        """Name one refused input on standard error; with --strict, stop."""
        if self.options.strict:
            raise ReadError(_sentence(refusal))
        print(f"bias: refused {_sentence(refusal)}", file=sys.stderr)
        self.refused.append(refusal)

    def write_refusals(self, path: Path) -> None:
        """Write the refused inputs, or remove the file an earlier run left."""
        if not self.refused:
            path.unlink(missing_ok=True)
            return
        with replacing(path) as file:
            for refusal in self.refused:
                file.write(json.dumps(_row(refusal), ensure_ascii=False) + "\n")


def _try(function: Callable[[Article], Result], article: Article) -> Result | Refusal:
    """Let one article fail without taking the batch with it."""
    try:
        return function(article)
    except Exception as error:
        reason = f"analysis failed ({type(error).__name__}: {error}). Please report this article."
        return Refusal(article.source, None, reason, article.headline)


def _sentence(refusal: Refusal) -> str:
    place = refusal.source if refusal.line is None else f"{refusal.source}, line {refusal.line}"
    return f"{place}: {refusal.reason}"


def _row(refusal: Refusal) -> dict[str, Any]:
    return {
        "source": refusal.source,
        "line": refusal.line,
        "reason": refusal.reason,
        "raw": None if refusal.raw is None else str(refusal.raw)[:RAW_LIMIT],
    }
