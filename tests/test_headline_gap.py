"""The headline against its story: one probability, and cues for names it lacks."""

import math
import os
from pathlib import Path

import pytest

from bias.corpus.deviations import MEASURES as DEVIATIONS
from bias.document.article import Article
from bias.document.segment import segment
from bias.evaluation.headlines import LEFT_OUT, evaluate_headlines
from bias.features.base import Evidence
from bias.features.headline.extractor import HEADLINE
from bias.features.headline.gap import GAPS, support_gap, support_parts
from bias.reading import Reading
from bias.roles import ParagraphRole
from bias.roles.role import Role

DATA = Path(os.environ.get("BIAS_DATA", Path(__file__).parents[2] / "shared" / "data"))
BODY = (
    "Mayor Jane Doe of Springfield said on Monday that the bridge might close.\n\n"
    "Doe answered questions for an hour. The council will vote in May."
)


def _extract(headline: str, body: str = BODY, role: Role = "body") -> Evidence:
    document = segment(Article(headline=headline, body=body))
    return HEADLINE.extract(
        Reading(document, (ParagraphRole(role, 1.0),) * len(document.paragraphs))
    )


def _gap(headline: str) -> float:
    return _extract(headline).features["headline_gap"]


def test_a_headline_beyond_its_story_has_the_larger_gap() -> None:
    """Words and loaded words the story lacks raise the gap; its own words do not."""
    near = _gap("Doe says Springfield bridge might close")
    far = _gap("Quimby destroys shameful pension scheme for teachers")
    assert near < 0.1 < far <= 1


@pytest.mark.parametrize(("headline", "body", "role"), [
    ("", BODY, "body"), ("Bridge may close", "", "body"), ("Bridge may close", BODY, "ad"),
])  # fmt: skip
def test_without_headline_or_story_it_is_undefined(headline: str, body: str, role: Role) -> None:
    """No headline, no body, or a body of inserts only: nothing to compare, and no cue."""
    evidence = _extract(headline, body, role)
    assert math.isnan(evidence.features["headline_gap"])
    assert [cue for cue in evidence.cues if cue.category == "unsupported_name"] == []


def test_names_the_story_never_mentions_are_cues() -> None:
    """A missing name is marked in place, one that is there is not."""
    headline = "Doe meets Ann Quimby over Bridge"
    cues = [cue for cue in _extract(headline).cues if cue.category == "unsupported_name"]
    assert [headline[cue.start : cue.end] for cue in cues] == ["Ann Quimby"]


@pytest.mark.parametrize("headline", [
    "Doe Meets Ramshackle Bridge", "Ex-NASA man meets Doe", "NY and DC meet Doe",
])  # fmt: skip
def test_what_only_looks_like_a_name_is_no_cue(headline: str) -> None:
    """A rare word of a title-case headline, or a short form, says nothing by its absence."""
    assert [c for c in _extract(headline).cues if c.category == "unsupported_name"] == []


def test_a_missing_name_moves_the_score_no_more_than_before() -> None:
    """The cue is evidence for the gap, no device: the score does not count it."""
    assert _extract("Doe Meets Quimby").score == pytest.approx(
        _extract("Doe Meets Doe").score, abs=0.1
    )


def test_parts_are_cut_off() -> None:
    """A long headline of missing words stays short of certainty."""
    many = support_parts([chr(97 + n) * 6 for n in range(26)], [(["x"], 9.0)], frozenset())
    assert many == {"missing_words": 6.0, "missing_loaded": 1.5}
    assert support_gap(many) < 0.99


@pytest.mark.skipif(not (DATA / "headline_devices").is_dir(), reason="labelled headlines not here")
def test_labelled_gaps() -> None:
    """The gap ranks headlines beyond their story above the rest, too weakly to be a finding."""
    table = evaluate_headlines(DATA / "headline_devices").set_index("measure")
    table = table[table.index.str.endswith(f"of headline_gap{LEFT_OUT}")]
    assert table["value"][f"AUC of headline_gap{LEFT_OUT}"] >= 0.66
    assert (table["low"] <= table["value"]).all()


def test_the_gap_is_no_finding() -> None:
    """What tells a gap this seldom is measured, and stands in no chart of findings."""
    assert "headline_gap" in GAPS
    assert [name for name in DEVIATIONS if name in GAPS] == []
