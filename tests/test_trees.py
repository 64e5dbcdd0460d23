"""Sums of small trees give what walking them gives, and what they were fitted to give."""

from pathlib import Path

import numpy as np
import pytest

from bias.errors import ModelError
from bias.models.files import write_model
from bias.models.trees import AT_ONCE, FORM, PART, Trees
from bias.training.trees import fit_trees

MEASURES, COLUMNS = ("length", "shout", "place"), ("story", "advert", "pitch")


@pytest.fixture(scope="module")
def cases() -> tuple["np.ndarray[tuple[int, int], np.dtype[np.float64]]", list[int]]:
    """Return measures of some cases, and what they are: a rule that only counts together."""
    values = np.random.default_rng(1).random((AT_ONCE + 60, 3)).round(2)
    labels = np.where(
        (values[:, 0] < 0.5) & (values[:, 1] > 0.4), 1, np.where(values[:, 2] > 0.7, 2, 0)
    )
    return values, labels.tolist()


@pytest.fixture(scope="module")
def trees(cases: tuple["np.ndarray[tuple[int, int], np.dtype[np.float64]]", list[int]]) -> Trees:
    """Return trees fitted on them."""
    values, labels = cases
    return fit_trees(values, labels, [1.0] * len(labels), MEASURES, COLUMNS)


def test_they_learn_what_counts_only_together(cases, trees) -> None:  # type: ignore[no-untyped-def]
    """The likeliest column is the rule's in nearly every case."""
    values, labels = cases
    assert (trees.log_odds(values.T).argmax(axis=1) == labels).mean() > 0.97


def test_asking_all_at_once_is_walking_each(cases, trees) -> None:  # type: ignore[no-untyped-def]
    """A leaf is where all its questions are answered as it wants."""
    values, _ = cases
    for case, told in zip(values[:20], trees.log_odds(values.T)[:20], strict=True):
        sums = np.zeros(len(COLUMNS))
        for tree in range(len(trees.adds)):
            yes = sum(
                1 << bit
                for bit, (asked, limit) in enumerate(
                    zip(trees.asked[tree], trees.limits[tree], strict=True)
                )
                if case[asked] <= limit
            )
            leaves = [
                leaf
                for leaf in range(trees.adds.shape[1])
                if trees.adds[tree, leaf]
                and yes & trees.cares[tree, leaf] == trees.wants[tree, leaf]
            ]
            assert len(leaves) <= 1
            sums[tree % len(COLUMNS)] += sum(trees.adds[tree, leaf] for leaf in leaves) / PART
        assert told == pytest.approx(sums)


def test_no_case_no_row(trees: Trees) -> None:
    """An article without a doubtful paragraph is none to look at."""
    assert trees.log_odds(np.empty((3, 0))).shape == (0, 3)


def test_a_file_gives_the_same_trees_back(trees: Trees, tmp_path: Path) -> None:
    """What is written is what is read."""
    write_model(tmp_path / "trees.json.gz", FORM, trees.content())
    again = Trees.read(tmp_path / "trees.json.gz")
    for name in FORM.fields:
        assert np.array_equal(getattr(again, name), getattr(trees, name)), name


@pytest.mark.parametrize(
    ("field", "value"), [("asked", 3), ("asked", -1)], ids=["too far", "below 0"]
)
def test_a_question_about_nothing_is_refused(
    trees: Trees, tmp_path: Path, field: str, value: int
) -> None:
    """A place that no measure has is an error that names the field."""
    content = trees.content()
    content[field] = np.full_like(content[field], value)
    write_model(tmp_path / "trees.json.gz", FORM, content)
    with pytest.raises(ModelError, match=field):
        Trees.read(tmp_path / "trees.json.gz")


def test_rows_that_do_not_fit_are_refused(trees: Trees, tmp_path: Path) -> None:
    """Every tree has eight leaves and seven questions."""
    write_model(tmp_path / "trees.json.gz", FORM, trees.content() | {"cares": trees.cares[:, :3]})
    with pytest.raises(ModelError, match="cares"):
        Trees.read(tmp_path / "trees.json.gz")
