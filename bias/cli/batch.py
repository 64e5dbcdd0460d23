"""Run a function over every article of the inputs; what is refused is set aside."""

import re
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TypeVar

from bias.cli.told import harmless
from bias.document.article import Article
from bias.engines.choose import results
from bias.errors import ReadError, UsageError
from bias.inputs import Item, Refusal, read_articles, read_items, settle
from bias.inputs.inputs import is_stream
from bias.inputs.page import Page
from bias.outputs import replacing
from bias.roles import Repeats, find_repeats

Result = TypeVar("Result")

_NUMBERED = re.compile(r"(.*):([0-9]+)", re.DOTALL)


class Batch:
    """The articles of one command line, and those of them that were refused."""

    def __init__(self, options: Namespace) -> None:
        self.options = options
        self.refused: list[Refusal] = []

    @property
    def from_standard_input(self) -> bool:
        """Part of it can be read only once."""
        return any(map(is_stream, self.options.inputs))

    def outcomes(
        self, function: Callable[[Article, int], Result], done: int = 0
    ) -> Iterator[Result | Refusal]:
        """Yield `function(article, number)` or a refusal for each article, in order.

        Parameters
        ----------
        function
            Picklable. The number counts from 0 what was read, refusals included.
        done
            Articles and refusals at the beginning that are passed over.
        """
        from tqdm import tqdm

        options = self.options
        items = read_items(options.inputs, dict(options.column))
        found = results(
            partial(_outcome, function),
            enumerate(islice(items, done, None), start=done),
            options.engine,
            options.jobs,
            options.scheduler,
        )
        silent = options.quiet or not sys.stderr.isatty()
        for outcome in tqdm(found, unit=" articles", disable=silent, leave=False, initial=done):
            if isinstance(outcome, Refusal):
                self.refuse(outcome)
            yield outcome

    def results(self, function: Callable[[Article], Result]) -> Iterator[Result]:
        """Yield `function(article)` for each article that can be read, in order; keep refusals."""
        for outcome in self.outcomes(partial(_unnumbered, function)):
            if isinstance(outcome, Refusal):
                self.refused.append(outcome)
            else:
                yield outcome

    def repeats(self) -> Repeats | None:
        """Return the lines that stand in several articles of an outlet, where asked for."""
        if not self.options.repeats:
            return None
        if self.from_standard_input:
            raise UsageError(
                "--repeats reads the inputs twice, and standard input (-) or a pipe can be read "
                "once. Save it to a file first, or leave --repeats out."
            )
        columns = dict(self.options.column)
        return find_repeats(read_articles(self.options.inputs, columns, lambda refusal: None))

    def refuse(self, refusal: Refusal) -> None:
        """Name one refused input on standard error; with --strict, stop."""
        if self.options.strict:
            raise ReadError(_sentence(refusal))
        print(f"bias: refused {_sentence(refusal)}", file=sys.stderr)

    def write_refusals(self, path: Path) -> None:
        """Write the refused inputs, or remove the file an earlier run left."""
        if not self.refused:
            path.unlink(missing_ok=True)
            return
        with replacing(path, "wb") as file:
            file.writelines(refusal.as_line() for refusal in self.refused)


def _unnumbered(function: Callable[[Article], Result], article: Article, number: int) -> Result:
    return function(article)


def _outcome(
    function: Callable[[Article, int], Result], numbered: tuple[int, Item]
) -> Result | Refusal:
    """Let one article fail without taking the batch with it."""
    number, item = numbered
    try:
        item = settle(item)
        return item if isinstance(item, Refusal) else function(item, number)
    except Exception as error:
        reason = f"analysis failed ({type(error).__name__}: {error}). Please report this article."
        return _refused(item, reason)


def _refused(article: Item, reason: str) -> Refusal:
    """Refuse an article or page, under the name and number it was read from."""
    if isinstance(article, Refusal):
        return article
    if isinstance(article, Page):
        return Refusal(article.origin.name, article.line, reason, article.beginning)
    raw = f"{article.headline}\n\n{article.body}"
    numbered = _NUMBERED.fullmatch(article.source)
    if numbered is None:
        return Refusal(article.source, None, reason, raw)
    return Refusal(numbered[1], int(numbered[2]), reason, raw)


def _sentence(refusal: Refusal) -> str:
    place = refusal.source if refusal.line is None else f"{refusal.source}, line {refusal.line}"
    return harmless(f"{place}: {refusal.reason}")
