"""Run a function over every article of the inputs; what is refused is set aside."""

import re
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TypeVar

from bias.cli.told import harmless
from bias.document.article import Article
from bias.document.document import Document
from bias.document.segment import cut_together, segment
from bias.engines.choose import results
from bias.errors import ReadError, UsageError
from bias.inputs import Item, Refusal, read_items, settle
from bias.inputs.fetch import is_address
from bias.inputs.inputs import is_stream
from bias.inputs.page import Page
from bias.outputs import replacing
from bias.roles import Repeats, find_repeats

Result = TypeVar("Result")

BAR = "{l_bar}{bar}| {n_fmt} of {total_fmt} read, {elapsed}, {remaining} left"
BAR_WITHOUT_END = "{n_fmt} read, {elapsed}, {rate_noinv_fmt}"

_NUMBERED = re.compile(r"(.*):([0-9]+)", re.DOTALL)


class Batch:
    """The articles of one command line, and those of them that were refused."""

    def __init__(self, options: Namespace) -> None:
        self.options = options
        self.refused: list[Refusal] = []

    @property
    def from_standard_input(self) -> bool:
        """Part of it can be read only once."""
        return any(is_stream(given) or is_address(given) for given in self.options.inputs)

    def _items(self) -> Iterator[Item]:
        """Read the inputs from their beginning."""
        options = self.options
        others = "kept" if options.keep_columns or hasattr(options, "by") else "ignored"
        fetching = options.fetch or len(options.inputs) == 1
        return read_items(options.inputs, dict(options.column), others, options.metadata, fetching)

    def outcomes(
        self, function: Callable[[Document, int], Result], done: int = 0
    ) -> Iterator[Result | Refusal]:
        """Yield `function(document, number)` or a refusal for each article, in order.

        Parameters
        ----------
        function
            Picklable. The number counts from 0 what was read, refusals included.
        done
            Articles and refusals at the beginning that are passed over.
        """
        options = self.options
        found = results(
            partial(_outcomes, function),
            enumerate(islice(self._items(), done, None), start=done),
            options.engine,
            options.jobs,
            options.scheduler,
        )
        for outcome in self._watched(found, done):
            if isinstance(outcome, Refusal):
                self.refuse(outcome)
            yield outcome

    def _watched(self, found: Iterator[Result], done: int) -> Iterator[Result]:
        """Show how far it is where somebody watches, with the time left where the end is known."""
        if self.options.quiet or not sys.stderr.isatty():
            return found
        from tqdm import tqdm

        from bias.inputs.length import length_of

        total = length_of(self.options.inputs)
        form = BAR if total else BAR_WITHOUT_END
        return iter(tqdm(found, total=total, initial=done, leave=False, bar_format=form))

    def results(self, function: Callable[[Document], Result]) -> Iterator[Result]:
        """Yield `function(document)` for each article that can be read, in order; keep refusals."""
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
        items = map(settle, self._items())
        return find_repeats(item for item in items if isinstance(item, Article))

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


def _unnumbered(function: Callable[[Document], Result], document: Document, number: int) -> Result:
    return function(document)


def _outcomes(
    function: Callable[[Document, int], Result], chunk: Sequence[tuple[int, Item]]
) -> Iterator[Result | Refusal]:
    """Yield what becomes of each of a few articles, which are cut together."""
    numbers, items = zip(*chunk, strict=True)
    settled = [*map(_settled, items)]
    documents = _cut([item for item in settled if isinstance(item, Article)])
    for number, item in zip(numbers, settled, strict=True):
        if isinstance(item, Article):
            yield _outcome(function, item, next(documents, None), number)
        else:
            yield item


def _settled(item: Item) -> Article | Refusal:
    try:
        return settle(item)
    except Exception as error:
        return _refused(item, _failed(error))


def _cut(articles: Sequence[Article]) -> Iterator[Document]:
    """Cut articles together; nothing where one of them cannot be cut."""
    try:
        return iter([*cut_together(articles)])
    except Exception:
        return iter(())


def _outcome(
    function: Callable[[Document, int], Result],
    article: Article,
    document: Document | None,
    number: int,
) -> Result | Refusal:
    """Let one article fail without taking the others with it: what fails is tried by itself."""
    if document is not None:
        with suppress(Exception):
            return function(document, number)
    try:
        return function(segment(article), number)
    except Exception as error:
        return _refused(article, _failed(error))


def _failed(error: Exception) -> str:
    return f"analysis failed ({type(error).__name__}: {error}). Please report this article."


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
