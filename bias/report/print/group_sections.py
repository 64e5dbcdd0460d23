"""The corpus report's charts of groups: ratings, deviations, headlines, inserts, terms."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from bias.charts.distribution import panels
from bias.charts.fonts import printable
from bias.charts.heat import HEAD, heat_map
from bias.charts.inserts import insert_kinds, insert_shares
from bias.charts.pairs import headline_and_body
from bias.charts.ranges import ranges
from bias.charts.style import shorten
from bias.charts.terms import distinctive
from bias.codebook import in_words
from bias.corpus.corpus import MOST_GROUPS
from bias.corpus.groups import FEW
from bias.report import findings
from bias.report.print.flow import LEFT, RIGHT, Section, across, in_parts

if TYPE_CHECKING:
    import pandas as pd

    from bias.charts.sheet import Sheet
    from bias.corpus.corpus import Corpus

ROWS_A_PAGE = 40
ROW, LOW_ROW = 16.5, 14.0
"""Height of a row; of the heat map's where there are many."""
SIZE = 7.5
PANELS_A_PAGE = 40
PANEL_COLUMNS, WIDE_PANEL_COLUMNS = 4, 3
PANEL = 68.0
KEY_ROWS = 2.2
TERM_COLUMNS = 3
TERM = 11.0
TERM_HEAD = 24.0
TERMS_OF_FEW, TERMS_OF_MANY = 10, 6
"""Terms listed of each group, where there are up to, or more than, `FEW_GROUPS`."""
FEW_GROUPS = 6
TERM_PAGE = 640.0
CHANCE = 0.1
NAMES = 170.0
"""Room for the names left of the rows."""

RANGES = (
    f"Mean rating with its 90 % bootstrap interval; faint ticks: single articles, or a band from "
    f"their tenth to their ninetieth percent. Hollow: fewer than {FEW} rated articles, too few for "
    "an interval. Before each row: rated articles."
)
PANELS = (
    "Share of articles in each tenth of the rating, from 0 to 1; thin line: all articles. Below: "
    "mean, 90 % interval, rated articles. Pale and hollow: few."
)
HEAT = (
    "How many percentile points each mean lies above (+) or below (−) real news articles. Bold: "
    "the 90 % interval leaves out 0. Groups and measures are ordered along the axis that parts the "
    "groups most. If nothing differed, about {chance} of the {cells} cells would still be bold."
)
FRAMES = (
    "Share of articles that have each policy frame (mean probability): how many percentage points "
    "above (+) or below (−) all articles given. Bold: the 90 % interval leaves out 0. What a group "
    "writes about decides much of it. Frames that cannot be told well enough are left out."
)
PAIRS = (
    "How many percentile points headlines (devices) and bodies (loaded wording, outlet’s voice) "
    "lie from real news articles, with 90 % intervals. Before each row: articles. Hollow: few."
)
INSERTS = (
    "Left: share of articles with promo inserts, with Wilson’s 90 % interval. Right: inserts per "
    "article, by kind. Before each row: articles."
)
TERMS = (
    "Loaded terms in the outlet’s voice that a group uses more than all others together: log-odds "
    "with an informative Dirichlet prior (Monroe and others 2008) and 90 % interval, from "
    "z = 2.58 up and in at least 3 articles. Right of each: times here : times elsewhere."
)


def group_sections(corpus: "Corpus") -> Iterator[Section]:
    """Yield the sections that compare groups; none when there is one group only."""
    if not corpus.compared:
        return
    by = in_words(corpus.by)
    if corpus.by != "date":
        yield from _rows(corpus, f"Ratings by {by}", findings.range_finding, RANGES, _draw_ranges)
    yield from _panels(corpus)
    yield from _heat(corpus)
    yield from _frames(corpus)
    yield from _rows(corpus, "Headline and body", findings.pair_finding, PAIRS, _draw_pairs)
    if corpus.articles["inserts"].any():
        yield from _rows(corpus, "Promo inserts", findings.insert_finding, INSERTS, _draw_inserts)
    yield from _terms(corpus)


def _rows(
    corpus: "Corpus",
    chapter: str,
    finding: "Callable[[Corpus], str]",
    means: str,
    draw: "Callable[[Corpus, pd.DataFrame, Sheet, float], None]",
) -> Iterator[Section]:
    """Yield a chart with one row per group, on as many pages as its rows take."""
    for name, told, part in in_parts(chapter, finding(corpus), corpus.shown, ROWS_A_PAGE):
        height = ROW * (len(part) + 1.8)
        yield Section(name, told, means + _left_out(corpus), height, partial(draw, corpus, part))


def _left_out(corpus: "Corpus") -> str:
    hidden = len(corpus.groups) - len(corpus.shown)
    if not hidden:
        return ""
    return f" Drawn are the {MOST_GROUPS} largest of {len(corpus.groups):,}; all are in groups.csv."


def _too_small(corpus: "Corpus") -> str:
    """Say which groups heat map and panels leave out."""
    count = len(corpus.small)
    told = f" {corpus.counted(count)} of fewer than five rated articles: groups.csv."
    all_large = len(corpus.pictured) + count == len(corpus.groups)
    return (told if count else "") + ("" if all_large else _left_out(corpus))


def _draw_ranges(corpus: "Corpus", part: "pd.DataFrame", sheet: "Sheet", y: float) -> None:
    axes = sheet.axes(LEFT + NAMES, y, RIGHT - LEFT - NAMES - 50, ROW * (len(part) + 1.4))
    ranges(part, corpus.ratings, axes, SIZE)


def _draw_pairs(corpus: "Corpus", part: "pd.DataFrame", sheet: "Sheet", y: float) -> None:
    axes = sheet.axes(LEFT + NAMES, y, RIGHT - LEFT - NAMES - 10, ROW * (len(part) + 1.4))
    headline_and_body(part, axes, SIZE)


def _draw_inserts(corpus: "Corpus", part: "pd.DataFrame", sheet: "Sheet", y: float) -> None:
    height, wide, y = ROW * (len(part) + 1.4), 130.0, y + 0.4 * ROW
    insert_shares(part, sheet.axes(LEFT + NAMES, y, wide, height), SIZE)
    insert_kinds(part, sheet.axes(LEFT + NAMES + wide + 48, y, wide, height), SIZE)


def _panels(corpus: "Corpus") -> Iterator[Section]:
    shown = corpus.pictured
    columns = WIDE_PANEL_COLUMNS if len(shown) <= WIDE_PANEL_COLUMNS else PANEL_COLUMNS
    chapter, found = f"Ratings within each {in_words(corpus.by)}", findings.share_finding(corpus)
    for name, told, part in in_parts(chapter, found, shown, PANELS_A_PAGE):
        height = PANEL * -(-len(part) // columns)
        draw = across(partial(panels, part, corpus.ratings, columns), height, 6.8)
        yield Section(name, told, PANELS + _too_small(corpus), height, draw)


def _heat(corpus: "Corpus") -> Iterator[Section]:
    cells = _pictured(corpus, corpus.deviations)
    means = HEAT.format(cells=len(cells), chance=round(CHANCE * len(cells))) + _too_small(corpus)
    yield from _maps("Where they differ", findings.deviation_finding(corpus), means, cells)


def _frames(corpus: "Corpus") -> Iterator[Section]:
    cells, means = _pictured(corpus, corpus.frames), FRAMES + _too_small(corpus)
    if not cells.empty:
        yield from _maps("Policy frames", findings.frame_finding(corpus), means, cells)


def _pictured(corpus: "Corpus", cells: "pd.DataFrame") -> "pd.DataFrame":
    return cells[cells["group"].isin(set(corpus.pictured["group"]))]


def _maps(chapter: str, finding: str, means: str, cells: "pd.DataFrame") -> Iterator[Section]:
    """Yield a heat map, on as many pages as its rows take."""
    groups = list(dict.fromkeys(cells["group"]))
    for name, told, some in in_parts(chapter, finding, groups, ROWS_A_PAGE):
        row = LOW_ROW if len(some) > ROWS_A_PAGE // 2 else ROW
        height = row * (len(some) + HEAD + KEY_ROWS)
        chart = partial(heat_map, cells[cells["group"].isin(some)])
        draw = across(chart, height, 7, LEFT + 124, RIGHT - 32)
        yield Section(name, told, means, height, draw)


def _terms(corpus: "Corpus") -> Iterator[Section]:
    """Yield the groups' terms, some panels side by side."""
    frame = corpus.distinctive
    frame = frame[frame["group"].isin(set(corpus.shown["group"]))]
    if frame.empty:
        return
    most = TERMS_OF_FEW if len(corpus.shown) <= FEW_GROUPS else TERMS_OF_MANY
    kept = frame.groupby("group", sort=False).head(most)
    order = [name for name in corpus.shown["group"] if name in set(kept["group"])]
    parts = [kept[kept["group"] == name] for name in order]
    lines = [parts[at : at + TERM_COLUMNS] for at in range(0, len(parts), TERM_COLUMNS)]
    chapter, finding = "Terms that set groups apart", findings.term_finding(corpus)
    for name, told, (page,) in in_parts(chapter, finding, _pages(lines), 1):
        height = sum(_line_height(line) for line in page)
        draw = partial(_draw_terms, page, float(kept["high"].max()))
        yield Section(name, told, TERMS, height, draw)


def _line_height(line: "list[pd.DataFrame]") -> float:
    return TERM_HEAD + TERM * max(map(len, line))


def _pages(lines: "list[list[pd.DataFrame]]") -> "list[list[list[pd.DataFrame]]]":
    """Put lines of panels on pages."""
    pages: list[list[list[pd.DataFrame]]] = [[]]
    for line in lines:
        if sum(map(_line_height, (*pages[-1], line))) > TERM_PAGE:
            pages.append([])
        pages[-1].append(line)
    return pages


def _draw_terms(lines: "list[list[pd.DataFrame]]", most: float, sheet: "Sheet", y: float) -> None:
    wide = (RIGHT - LEFT) / TERM_COLUMNS
    for line in lines:
        for column, terms in enumerate(line):
            x, height = LEFT + column * wide, TERM * len(terms)
            name = shorten(printable(terms["group"].iloc[0], "sans"), 28)
            sheet.text(x, y + 12, name, "sans-bold", SIZE)
            distinctive(terms, most, sheet.axes(x + 74, y + 17, wide - 108, height), 6.8)
        y += _line_height(line)


def no_groups(corpus: "Corpus") -> str:
    """Say why groups are not compared; empty when they are."""
    if corpus.compared:
        return ""
    known = len(corpus.given)
    told = f"only one {in_words(corpus.by)} is" if known else f"no {in_words(corpus.by)} is"
    return f"Groups are not compared: {told} known."
