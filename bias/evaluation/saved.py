"""Tables of figures on the disk: Markdown, CSV, and a plot where one says more."""

from pathlib import Path
from typing import TYPE_CHECKING

from bias.outputs import replacing

if TYPE_CHECKING:
    import pandas as pd


def save(name: str, table: "pd.DataFrame", out: Path) -> list[Path]:
    """Write a benchmark's table; return the paths.

    Parameters
    ----------
    name
        Of the benchmark: names the files in a folder.
    out
        `.csv` or `.md` for that file alone; else a folder, in which `NAME.md`, `NAME.csv`
        and, where a plot makes sense, `NAME.png` are written.
    """
    if out.suffix in (".csv", ".md"):
        save_table(table, out)
        return [out]
    paths = [out / f"{name}.md", out / f"{name}.csv"]
    for path in paths:
        save_table(table, path)
    if (image := _plot(table)) is not None:
        paths.append(out / f"{name}.png")
        with replacing(paths[-1], "wb") as file:
            file.write(image)
    return paths


def save_table(table: "pd.DataFrame", out: Path) -> None:
    """Write a frame: `.csv` as such, any other suffix as Markdown."""
    with replacing(out) as file:
        if out.suffix == ".csv":
            table.to_csv(file, index=False)
        else:
            file.write(markdown_table(table) + "\n")


def _plot(table: "pd.DataFrame") -> bytes | None:
    """Draw calibration, or figures with their intervals; None where there are neither."""
    if "predicted" in table:
        from bias.charts.calibration import calibration_png

        return calibration_png(table)
    if {"mean", "largest"} <= set(table):
        table = _movements(table)
    if {"value", "low", "high"} <= set(table) and table["low"].notna().any():
        from bias.charts.figures import figures_png

        return figures_png(table.dropna(subset=["value", "low", "high"]))
    return None


def _movements(table: "pd.DataFrame") -> "pd.DataFrame":
    """Return what all swaps together move, and the shares of false alarms, as figures.

    A movement's line runs from its mean to the largest, a share's over its interval.
    """
    drawn = table[table["names"].isin(("all", "left", "right", "left less right"))]
    low, high = drawn["low"].fillna(drawn["mean"]), drawn["high"].fillna(drawn["largest"])
    told = drawn[["text", "names", "measure"]]
    return told.assign(value=drawn["mean"], low=low, high=high)


def markdown_table(table: "pd.DataFrame") -> str:
    """Return a frame as a Markdown table; undefined cells are empty."""
    rows = [list(map(str, table.columns)), ["---"] * len(table.columns)]
    rows += [[_cell(value) for value in row] for row in table.itertuples(index=False)]
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def _cell(value: object) -> str:
    if isinstance(value, float):
        return "" if value != value else _short(value)
    return "" if value is None else str(value)


def _short(value: float) -> str:
    """Three digits after the point, or three that say something when it is small."""
    return f"{value:.3g}" if abs(value) < 1 else f"{value:.3f}".rstrip("0").rstrip(".")
