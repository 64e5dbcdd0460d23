"""The strip: an article from left to right, sentence by sentence.

A bar is a sentence: as wide as it is long, as high as the probability that
experts judge it biased. Under the bars each family of cues has a row.
"""

from typing import TYPE_CHECKING, Any

import numpy as np

from bias.analysis import Analysis
from bias.charts.draw import axes_for, bare, words
from bias.charts.given import table_of
from bias.charts.style import (
    FAINT,
    INK,
    INSERT_LABELS,
    PAPER,
    RULE,
    SOFT,
    Family,
    family_of,
    lighter,
    score_family,
)
from bias.corpus.tables import tables_of
from bias.features.base import MINOR
from bias.why.strongest import Numbered, strongest

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

QUOTED = 0.5
"""A sentence counts as quoted from this share of its tokens on."""
SENTENCE = ("part", "role", "paragraph", "start", "end", "bias", "quoted_share")
"""Columns that a sentence's bar needs."""
HEADLINE_GAP = 0.012
PARAGRAPH_GAP = 0.004
MOST_GAPS = 0.1
"""Gaps, as shares of the strip's length; all together at most `MOST_GAPS`."""
APART = 0.022
"""How far apart evidence numbers on one level must stand."""
ROW = 0.23
"""Height of a row of cues, where the bars' scale is 1."""
FIRST_ROW = -0.24
LETTERS = -0.012
"""Where the rows' letters end: a sign at the very start must not touch them."""
MOST_EVIDENCE = 6
"""Numbers over the strip of an analysis."""
MOST_LABELS = 3
"""More inserts than this are not labelled one by one."""
BODY = "#6c757d"
FURNITURE = "#d5dade"


def bias_strip(
    sentences: "pd.DataFrame | Analysis",
    cues: "pd.DataFrame | None" = None,
    evidence: "tuple[Numbered, ...]" = (),
    ax: "Axes | None" = None,
    size: float = 7,
) -> "Axes":
    """Draw one article's sentences, its cues below and the evidence numbers above.

    Parameters
    ----------
    sentences, cues
        An analysis, or one article's rows of the tables that `bias analyze -o FOLDER` writes.
    evidence
        The listed cues; their numbers stand over the place they come from. Of an analysis its own.
    size
        Of the type, in points.

    Examples
    --------
    >>> import bias
    >>> analysis = bias.analyze(bias.Article("Bridge Opens", "It is open."))
    >>> chart = bias.charts.bias_strip(analysis)
    """
    if isinstance(sentences, Analysis):
        tables = tables_of({"": sentences})
        evidence = evidence or strongest(sentences, MOST_EVIDENCE)
        sentences, cues = tables.sentences, tables.cues
    sentences = table_of(sentences, "articles", *SENTENCE)
    cues = sentences.iloc[:0].assign(feature="", weight=0.0) if cues is None else cues
    rows = _families(cues)
    axes = axes_for(ax, 150)
    bare(axes)
    axes.set(
        xlim=(0, 1), ylim=(FIRST_ROW - ROW * max(0, len(rows) - 0.4), 1.68 if evidence else 1.2)
    )
    if sentences.empty:
        words(axes, 0, 0.5, "No sentences to draw.", "serif-italic", 1.3 * size, color=SOFT)
        return axes
    placed = place(sentences)
    _scale(axes, size)
    for kind, group in placed.groupby("kind", sort=True):
        _bars(axes, str(kind), group)
    _paragraph_ticks(axes, placed)
    _label_parts(axes, placed, size)
    for row, family in enumerate(rows):
        _cue_row(axes, placed, cues, family, FIRST_ROW - ROW * row, size)
    _numbers(axes, placed, evidence, size)
    return axes


def place(sentences: "pd.DataFrame") -> "pd.DataFrame":
    """Give each sentence its kind and its place from `left` to `right`, 0 to 1."""
    widths = (sentences["end"] - sentences["start"]).clip(lower=1).to_numpy(float)
    starts_paragraph = sentences["paragraph"].diff().ne(0).to_numpy(copy=True)
    starts_paragraph[0] = False
    gaps = np.where(starts_paragraph, PARAGRAPH_GAP, 0.0)
    if sentences["part"].iloc[0] == "headline" and len(sentences) > 1:
        gaps[1] = HEADLINE_GAP
    gaps *= min(1.0, MOST_GAPS / gaps.sum()) if gaps.sum() else 1.0
    scaled = widths / widths.sum() * (1 - gaps.sum())
    left = np.cumsum(gaps) + np.cumsum(scaled) - scaled
    return sentences.assign(left=left, right=left + scaled, kind=_kinds(sentences))


def _kinds(sentences: "pd.DataFrame") -> Any:
    insert, furniture = sentences["role"].isin(INSERT_LABELS), sentences["role"]
    told = furniture.isin(("headline", "body", "subhead"))
    quoted = sentences["quoted_share"] >= QUOTED
    return np.select([insert, ~told, quoted], ["insert", "furniture", "quoted"], "outlet")


def _scale(axes: "Axes", size: float) -> None:
    for level in (0.5, 1.0):
        axes.plot([0, 1], [level, level], color=RULE, linewidth=0.5, zorder=0)
    for level in (0, 0.5, 1):
        words(axes, -0.006, level, f"{level:g}", "sans", 0.85 * size, ha="right", color=SOFT)


def _bars(axes: "Axes", kind: str, group: "pd.DataFrame") -> None:
    """Draw the bars of one kind: outlet filled, quoted light, inserts open."""
    promo = score_family("promo").colour
    looks: dict[str, dict[str, Any]] = {
        "outlet": {"color": BODY, "edgecolor": PAPER, "linewidth": 0.4},
        "furniture": {"color": FURNITURE, "edgecolor": PAPER, "linewidth": 0.4},
        "quoted": {"color": lighter(BODY, 0.8), "edgecolor": BODY, "linestyle": (0, (1, 1.3)),
                   "linewidth": 0.7},
        "insert": {"color": PAPER, "edgecolor": promo, "linewidth": 1.2, "zorder": 3},
    }  # fmt: skip
    widths = group["right"] - group["left"]
    axes.bar(group["left"], group["bias"], width=widths, align="edge", **looks[kind])


def _paragraph_ticks(axes: "Axes", placed: "pd.DataFrame") -> None:
    axes.plot([0, 1], [0, 0], color=INK, linewidth=0.6)
    for left in placed.groupby("paragraph")["left"].min():
        axes.plot([left, left], [0, -0.055], color=INK, linewidth=0.6)


def _label_parts(axes: "Axes", placed: "pd.DataFrame", size: float) -> None:
    """Name the headline's bar and, where they are few, the inserts'."""
    first = placed.iloc[0]
    if first["part"] == "headline":
        words(axes, first["left"], 1.1, "headline", "sans", 0.85 * size, ha="left", color=SOFT,
              bbox={"facecolor": PAPER, "edgecolor": "none", "pad": 0.4})  # fmt: skip
    inserts = placed[placed["kind"] == "insert"].groupby("paragraph")
    if 0 < len(inserts) <= MOST_LABELS:
        for _, group in inserts:
            middle, top = (group["left"].min() + group["right"].max()) / 2, group["bias"].max()
            words(axes, middle, top + 0.09, "insert", "sans", 0.85 * size, ha="center",
                  color=score_family("promo").ink,
                  bbox={"facecolor": PAPER, "edgecolor": "none", "pad": 0.4})  # fmt: skip


def _families(cues: "pd.DataFrame") -> list[Family]:
    """Return the families with cues that have a row: promo inserts are boxes already."""
    present = set(cues.loc[cues["weight"] >= MINOR, "feature"]) if len(cues) else set()
    order = ("headline", "loaded_terms", "attribution", "epistemology")
    known = [name for name in order if name in present]
    return [family_of(name) for name in known]


def _cue_row(
    axes: "Axes",
    placed: "pd.DataFrame",
    cues: "pd.DataFrame",
    family: Family,
    y: float,
    size: float,
) -> None:
    """Draw where a family's cues stand, minor ones left out; quoted ones hollow."""
    rows = cues[(cues["feature"] == family.feature) & (cues["weight"] >= MINOR)]
    words(axes, LETTERS, y, family.letter, "sans-bold", 0.9 * size, ha="right", color=family.ink)
    for voice, face in (("outlet", family.colour), ("quoted", "none")):
        x = positions(placed, rows.loc[rows["voice"] == voice, "start"].to_numpy())
        axes.plot(
            x, np.full(len(x), y), linestyle="none", marker=family.marker, markersize=0.55 * size,
            markerfacecolor=face, markeredgecolor=family.colour, markeredgewidth=0.8, clip_on=False,
        )  # fmt: skip


def positions(placed: "pd.DataFrame", offsets: Any) -> Any:
    """Return where text offsets fall on the strip."""
    starts, ends = placed["start"].to_numpy(float), placed["end"].to_numpy(float)
    left, right = placed["left"].to_numpy(), placed["right"].to_numpy()
    at = np.clip(np.searchsorted(starts, offsets, side="right") - 1, 0, len(starts) - 1)
    share = np.clip((offsets - starts[at]) / (ends[at] - starts[at]), 0, 1)
    return left[at] + share * (right[at] - left[at])


def _numbers(
    axes: "Axes", placed: "pd.DataFrame", evidence: "tuple[Numbered, ...]", size: float
) -> None:
    """Set the evidence numbers over their places, lifted where they would meet."""
    starts = np.array([item.cue.start for item in evidence], dtype=float)
    spots = sorted(zip(positions(placed, starts), evidence, strict=True), key=lambda pair: pair[0])
    last = {0: -1.0, 1: -1.0, 2: -1.0}
    for x, item in spots:
        level = min(last, key=lambda k: (max(last[k] + APART - x, 0.0), k))
        last[level] = at = max(x, last[level] + APART)
        y = 1.26 + 0.15 * level
        colour = family_of(item.cue.feature).ink
        axes.plot([x, at], [0, y - 0.07], color=FAINT, linewidth=0.4, zorder=0)
        words(axes, at, y, str(item.number), "sans-bold", 0.85 * size, ha="center", color=colour)
