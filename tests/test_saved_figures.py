"""Benchmarks' tables on the disk: Markdown, CSV and a plot; and the README's figures."""

import re
from pathlib import Path

import pandas as pd

from bias.evaluation.saved import save

ROOT = Path(__file__).parent.parent
MEASURED = pd.DataFrame(
    {
        "measure": ["AUC", "F1", "count"],
        "value": [0.9, 0.5, 3.0],
        "low": [0.8, 0.4, float("nan")],
        "high": [0.95, 0.6, float("nan")],
    }
)


def test_a_folder_holds_table_and_plot(tmp_path: Path) -> None:
    """A folder gets Markdown, CSV and a plot, the same bytes each time."""
    first, again = (save("some", MEASURED, tmp_path / name) for name in ("a", "b"))
    assert [path.name for path in first] == ["some.md", "some.csv", "some.png"]
    assert [p.read_bytes() for p in first] == [p.read_bytes() for p in again]
    assert "| AUC | 0.9 | 0.8 | 0.95 |" in first[0].read_text("utf-8")
    assert pd.read_csv(first[1]).equals(MEASURED)


def test_a_file_holds_the_table_alone(tmp_path: Path) -> None:
    """A name ending in `.csv` or `.md` is that file."""
    assert save("some", MEASURED, tmp_path / "x.csv") == [tmp_path / "x.csv"]
    assert save("some", MEASURED, tmp_path / "x.md") == [tmp_path / "x.md"]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["x.csv", "x.md"]


def test_no_plot_without_intervals(tmp_path: Path) -> None:
    """A table without intervals has nothing to draw."""
    paths = save("some", MEASURED[["measure", "value"]], tmp_path / "a")
    assert [path.suffix for path in paths] == [".md", ".csv"]


def test_calibration_is_drawn_for_each_model(tmp_path: Path) -> None:
    """Tenths of predictions give a calibration plot."""
    tenths = [
        (model, f"tenth {n}", n / 11, n / 11, n / 11 - 0.05, n / 11 + 0.05)
        for model in ("one", "other")
        for n in range(1, 11)
    ]
    columns = ["model", "measure", "predicted", "value", "low", "high"]
    paths = save("calibration", pd.DataFrame(tenths, columns=columns), tmp_path / "a")
    assert paths[-1].read_bytes().startswith(b"\x89PNG")


def test_movements_are_drawn_up_to_the_largest(tmp_path: Path) -> None:
    """The table of swaps has a plot of its own: means, largest movements, shares."""
    columns = ["text", "names", "measure", "mean", "largest", "low", "high"]
    gap = float("nan")
    rows = [
        ("article", "all", "rating.bias", 0.001, 0.006, gap, gap),
        ("article", "party", "rating.bias", 0.001, 0.004, gap, gap),
        ("calm report", "left less right", "share above 0.5", 0.035, gap, -0.011, 0.081),
    ]
    paths = save("symmetry", pd.DataFrame(rows, columns=columns), tmp_path / "a")
    assert paths[-1].read_bytes().startswith(b"\x89PNG")


def test_readme_has_a_block_for_figures() -> None:
    """The README's figures stand between the markers that `make figures` looks for."""
    text = (ROOT / "README.md").read_text("utf-8")
    assert re.search(r"<!-- figures -->\n\| what .*\n<!-- /figures -->", text, re.DOTALL)
