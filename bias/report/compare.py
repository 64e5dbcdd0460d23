"""One event told by several articles: as tables, and drawn."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bias.errors import UsageError
from bias.events.account import Account
from bias.events.event import Event
from bias.events.find import find_events
from bias.events.tables import COLUMNS, rows_of
from bias.events.write import write_tables
from bias.outputs import replacing
from bias.report.write import FORMATS, check_formats
from bias.showing import Shows

if TYPE_CHECKING:
    import pandas as pd

    from bias.analysis import Analysis

TOP = 10
"""Events that are drawn, of many: those with most articles."""
INDEX = "index.html"


def compare(analyses: "Iterable[Analysis]", events: bool = False) -> "Comparison":
    """Compare articles about one event, or find the events among many and compare each.

    Parameters
    ----------
    analyses
        From `bias.analyze_many`; may be a stream: of each only what is compared is kept.
    events
        Find which articles tell one event, by shared names, rare words and dates. Otherwise all
        are taken for accounts of one.

    Returns
    -------
    Comparison
        Its tables are DataFrames; `write(folder)` writes them and draws a report.

    Raises
    ------
    UsageError
        There are fewer than two articles.

    Examples
    --------
    >>> from bias import Article, analyze
    >>> bodies = "The council voted to close Mill Bridge.", "Mill Bridge was closed by a vote."
    >>> told = compare(analyze(Article(id=name, body=b)) for name, b in zip("ab", bodies))
    >>> told.events[["event", "id"]].values.tolist()
    [['1', 'a'], ['1', 'b']]
    """
    return compare_accounts([Account.of(analysis) for analysis in analyses], events)


def compare_accounts(accounts: Sequence[Account], events: bool = False) -> "Comparison":
    """Compare what `bias.events.account.Account.of` kept of some analyses."""
    if len(accounts) < 2:
        raise UsageError(
            f"compare got {len(accounts)} article{'s' * (len(accounts) != 1)}. Give two or more "
            "articles about one event, or, with events, a corpus that holds some."
        )
    groups = find_events(accounts) if events else [[*range(len(accounts))]]
    return Comparison(tuple(tuple(accounts[place] for place in group) for group in groups))


@dataclass(frozen=True, eq=False, repr=False)
class Comparison(Shows):
    """Articles compared, event by event."""

    groups: tuple[tuple[Account, ...], ...]
    """The accounts of each event; events are called by their place, from 1 on."""

    def each(self) -> Iterator[Event]:
        """Yield every event, compared; one alone is held in memory."""
        for place, group in enumerate(self.groups, start=1):
            yield Event.of(str(place), group)

    @cached_property
    def several(self) -> list[int]:
        """Places in `groups` of the events that several articles tell, those with most first."""
        places = [place for place, group in enumerate(self.groups) if len(group) > 1]
        return sorted(places, key=lambda place: (-len(self.groups[place]), place))

    @cached_property
    def _tables(self) -> "dict[str, pd.DataFrame]":
        import pandas as pd

        rows: dict[str, list[dict[str, Any]]] = {table: [] for table in COLUMNS}
        for event in self.each():
            for table, some in rows_of(event).items():
                rows[table] += some
        return {table: pd.DataFrame(rows[table], columns=[*COLUMNS[table]]) for table in COLUMNS}

    @property
    def events(self) -> "pd.DataFrame":
        """One row an article: event, id, outlet, date; the oldest of an event first."""
        return self._tables["events"]

    @property
    def alignment(self) -> "pd.DataFrame":
        """One row a pair of sentences of two articles that tell the same, or contradict each other.

        Columns event, a_id, a_start, a_end, b_id, b_start, b_end, relation (`same`, `overlap` or
        `differs`) and probability, 0 to 1, that both tell the same in whole or in part. Offsets
        point into each article's text.
        """
        return self._tables["alignment"]

    @property
    def told(self) -> "pd.DataFrame":
        """One row a sentence: event, id, start, end, told_elsewhere.

        The last is the probability, 0 to 1, that another article of the event tells its main
        content.
        """
        return self._tables["told"]

    @property
    def wording(self) -> "pd.DataFrame":
        """One row a pair of stretches that stand for each other in sentences that tell the same.

        Columns event, a_id, a_start, a_end, b_id, b_start, b_end, a_voice and b_voice, each
        `outlet` or `quoted`.
        """
        return self._tables["wording"]

    def write(
        self,
        folder: str | Path,
        formats: Sequence[str] = FORMATS,
        tables: str = "csv",
        top: int = TOP,
    ) -> list[Path]:
        """Write the tables, and draw the events with several articles.

        Parameters
        ----------
        folder
            Made when it is missing; files of the same names are replaced.
        formats
            Any of `pdf`, `png` and `html`.
        tables
            `csv` or `parquet`.
        top
            Events that are drawn, at most: those with most articles.

        Returns
        -------
        list of Path
            What was written: `events`, `alignment`, `told` and `wording`, and of a single event
            `comparison.pdf`, `comparison.png` and `comparison.html`; of several `event-N` of each,
            and `index.html`. Equal input gives equal bytes.
        """
        kinds, out = check_formats(formats), Path(folder)
        drawn, written = self._chosen(top), list[Path]()
        written += write_tables(self._drawing(drawn, kinds, out, written), out, tables)
        if len(self.groups) > 1 and "html" in kinds:
            from bias.report.html.events import events_html

            written.append(_written(out / INDEX, events_html(self.groups, drawn)))
        return sorted(written)

    def _chosen(self, top: int) -> dict[int, str]:
        """Return the names of the files of those events that are drawn, by place."""
        if len(self.groups) == 1:
            return {0: "comparison"}
        return {place: f"event-{place + 1}" for place in sorted(self.several[:top])}

    def _drawing(
        self, drawn: dict[int, str], kinds: Sequence[str], out: Path, written: list[Path]
    ) -> Iterator[dict[str, list[dict[str, Any]]]]:
        """Yield the rows of every event; draw those that are to be drawn."""
        for place, event in enumerate(self.each()):
            if place in drawn:
                for kind, content in _files(event, kinds):
                    written.append(_written(out / f"{drawn[place]}.{kind}", content))
            yield rows_of(event)


def _written(path: Path, content: bytes) -> Path:
    with replacing(path, "wb") as file:
        file.write(content)
    return path


def _files(event: Event, kinds: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Yield suffix and content of an event's files."""
    from bias.report.html.event import event_html
    from bias.report.print.event_card import event_card
    from bias.report.print.event_pdf import event_pdf
    from bias.report.telling import Telling

    telling = Telling(event)
    makers: dict[str, Callable[[Telling], bytes]] = {
        "pdf": event_pdf, "png": event_card, "html": event_html,
    }  # fmt: skip
    for kind in kinds:
        yield kind, makers[kind](telling)
