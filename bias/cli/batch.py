"""Run a function over every article of the inputs; what is refused is set aside."""

import json
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from bias.article import Article
from bias.errors import ReadError
from bias.output import replacing
from bias.parallel import map_in_order
from bias.reading import Refusal, read_articles

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

        articles = read_articles(
            self.options.inputs, columns=dict(self.options.column), on_error=self.refuse
        )
        outcomes = map_in_order(partial(_try, function), articles, self.options.jobs)
        silent = self.options.quiet or not sys.stderr.isatty()
        for outcome in tqdm(outcomes, unit=" articles", disable=silent, leave=False):
            if isinstance(outcome, Refusal):
                self.refuse(outcome)
            else:
                yield outcome

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
