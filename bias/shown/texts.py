"""Ratings, corpora and comparisons as text for a terminal."""

import textwrap
from collections.abc import Iterator

from bias.charts.style import number
from bias.corpus.corpus import Corpus
from bias.report.compare import Comparison
from bias.report.telling import Telling
from bias.shown.harmless import counted, harmless
from bias.shown.line import first_of, headline_of, several

GROUPS = 20
"""Groups of a corpus, or events of one, that are told; tables hold all."""
DIFFERING = 6
"""Places told in which two accounts differ."""
NAME = 24
"""Letters of an outlet."""
WIDE = 100
"""Letters of a line."""


def corpus_text(corpus: Corpus) -> str:
    """Return how many were read, the bands, and a line for each group, the highest first."""
    told = [corpus.heading(), f"  {corpus.facts()}", f"  {corpus.bands()}".rstrip(), ""]
    head = f"  {corpus.unit:<{NAME}}{'articles':>9}{'rating':>8}   90 % interval   with inserts"
    rows = [_group(group) for group in corpus.groups.head(GROUPS).to_dict("records")]
    more = len(corpus.groups) - GROUPS
    foot = [f"  {more} more in .groups"] if more > 0 else []
    return _lines([*filter(None, told), "", head, *rows, *foot])


def _group(group: dict[str, float]) -> str:
    few = " (few)" if group["few"] else ""
    ends = (number(group["low"]), number(group["high"]))
    interval = f"{ends[0]} to {ends[1]}" if group["low"] == group["low"] else "–"
    share = group["with_inserts"]
    inserts = f"{100 * share:.0f} %" if share == share else "–"
    name = textwrap.shorten(str(group["group"]), NAME - 1, placeholder="…")
    mean = number(group["mean"])
    return f"  {name:<{NAME}}{group['articles']:>9}{mean:>8}   {interval:<16}{inserts}{few}"


def comparison_text(comparison: Comparison) -> str:
    """Return what was found of an event, or the events that several articles tell."""
    if len(comparison.groups) == 1:
        return _lines(_told_of(Telling(next(comparison.each()))))
    listed = comparison.several[:GROUPS]
    more = len(comparison.several) - GROUPS
    rows = [_event(comparison, place) for place in listed]
    foot = [f"  {more} more in .events"] if more > 0 else []
    return _lines([several(comparison), "", *rows, *foot])


def _event(comparison: Comparison, place: int) -> str:
    group = comparison.groups[place]
    first = first_of(group)
    told = counted(len(group), "article")
    return f"  {place + 1:>5}  {told:<12}{first.date:<12}{headline_of(first)}"


def _told_of(telling: Telling) -> Iterator[str]:
    yield telling.title
    yield f"  {telling.about()}"
    yield ""
    for place in telling.shown:
        account = telling.event.accounts[place]
        yield f"  {telling.names[place]:<{NAME}}{telling.rating(place):<22}{headline_of(account)}"
    yield ""
    yield from textwrap.wrap(telling.finding(), WIDE, initial_indent="  ", subsequent_indent="  ")
    for found in telling.differences[:DIFFERING]:
        sides = ((found.one, found.what.one), (found.other, found.what.other))
        told = "; ".join(f"{telling.names[p]} “{telling.text(p, words)}”" for p, words in sides)
        yield f"    {found.label}: {told}"


def _lines(lines: "list[str] | Iterator[str]") -> str:
    kept = (line if len(line) <= WIDE else f"{line[: WIDE - 1]}…" for line in lines)
    return "".join(f"{harmless(line)}\n" for line in kept)
