"""Clickbait probability: what it tells apart, what may not move it, where it rests."""

import math
import os
from itertools import pairwise
from pathlib import Path

import pytest

from bias.analysis import analyze
from bias.document.article import Article
from bias.features.headline.teasing import clickbait_probability, headline_keys
from bias.features.headline.words import Headline
from bias.lists.identity import NAME
from bias.lists.pop_culture import STAR, WARE, WORK
from bias.models.clickbait import grams_of, shipped_clickbait

DATA = Path(os.environ.get("BIAS_DATA", Path(__file__).parents[2] / "shared" / "data"))
BAIT = [
    "21 Things You Will Only Understand If You Grew Up In A Small Town",
    "Which Kind Of Sandwich Are You",
    "This Dog Eating Pancakes Is The Best Thing You Will See Today",
]
PLAIN = [
    "Senate passes budget bill after long debate",
    "Two dead in factory fire, officials say",
    "Court upholds ruling on water rights",
    "Governor signs law to fund 12 new schools",
]
PAIRS = [
    (
        "Why Democrats Can't Stop Talking About This",
        "Why Republicans Can't Stop Talking About This",
    ),
    ("Biden Has The Best Reaction", "Trump Has The Best Reaction"),
    ("17 Things Muslims Know", "17 Things Christians Know"),
    ("She Did What Every Mother Dreams Of", "He Did What Every Father Dreams Of"),
    ("Mexico Did Something Weird", "Canada Did Something Weird"),
    ("Jane Quimby Finally Spoke", "Xyla Brzcek Finally Spoke"),
    ("Dr. King Finally Spoke", "Dr. Quimby Finally Spoke"),
    ("Rihanna Finally Spoke", "Katy Beyoncé Knowles Finally Spoke"),
    ("Which Hogwarts House Are You", "Which Westeros House Are You"),
]
KINDS = [
    ("Jane Quimby sings", [NAME, "sings"]),
    ("Rihanna sings", [STAR, "sings"]),
    ("Robyn Rihanna Fenty sings", [STAR, "sings"]),
    ("Harry Potter sings", [NAME, WORK, "sings"]),
    ("an Oreo sings", ["an", WARE, "sings"]),
    ("A pregnant bride sings", ["a", NAME, "sings"]),
]


def _headline(headline: str) -> Headline:
    return next(Headline.alone([headline]))


def _probability(headline: str) -> float:
    return clickbait_probability(_headline(headline))


def _keys(headline: str) -> list[str]:
    return [*filter(None, headline_keys(_headline(headline), shipped_clickbait().known))]


@pytest.mark.parametrize("headline", BAIT)
def test_bait_is_called_bait(headline: str) -> None:
    """Lists, quizzes and teasers are more likely clickbait than not."""
    assert _probability(headline) > 0.5


@pytest.mark.parametrize("headline", PLAIN)
def test_plain_news_is_not(headline: str) -> None:
    """Reports are not, a number in them or not."""
    assert _probability(headline) < 0.5


@pytest.mark.parametrize("headline", BAIT + PLAIN)
def test_case_does_not_matter(headline: str) -> None:
    """Title case tells the outlet, not the genre, and moves nothing."""
    assert _probability(headline.title()) == _probability(headline.lower())


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_names_do_not_matter(one: str, other: str) -> None:
    """Swapping a party, person, faith, sex or country for its like moves nothing."""
    assert _probability(one) == _probability(other)


@pytest.mark.parametrize("headline", ["", "?!", "2024", "—"])
def test_without_words_it_is_undefined(headline: str) -> None:
    """Without a word there is no probability."""
    assert math.isnan(_probability(headline))


def test_the_strongest_stretches_are_given_in_place() -> None:
    """Stretches lie in the headline, do not overlap and add something."""
    keys = _keys(BAIT[0])
    found = shipped_clickbait().strongest(keys)
    assert found
    assert all(amount > 0 and last <= len(keys) for (_, last), amount in found)
    stretches = sorted(stretch for stretch, _ in found)
    assert all(last <= first for (_, last), (first, _) in pairwise(stretches))


def test_a_headline_without_weight_has_no_stretch() -> None:
    """An empty headline gives no stretch and no gram but its length."""
    assert shipped_clickbait().strongest([]) == []
    assert [gram for gram in grams_of([]) if gram.startswith("#")] == ["#0"]


@pytest.mark.parametrize(("headline", "keys"), KINDS)
def test_names_are_marks_of_their_kind(headline: str, keys: list[str]) -> None:
    """The model sees a name's kind, never the name, and not that women's lives are the topic."""
    assert _keys(headline) == keys


@pytest.mark.skipif(not (DATA / "clickbait-chakraborty").is_dir(), reason="headlines not here")
def test_a_small_fit_learns_from_labelled_headlines() -> None:
    """Fitted on 2,000 headlines, the recipe is right in nine of ten of 500 others."""
    import numpy as np
    import pandas as pd

    from bias.training.clickbait import Headlines, fit, keys_of_headlines

    frame = pd.read_csv(DATA / "clickbait-chakraborty" / "headlines.csv.gz")
    frame = frame.sample(2500, random_state=0)
    keys = keys_of_headlines(frame["headline"])
    labelled = Headlines(keys, frame["clickbait"].to_numpy(dtype=bool))
    model = fit(labelled.take(range(2000)), Headlines((), np.zeros(0, dtype=bool)))
    test = labelled.take(range(2000, 2500))
    called = [model.log_odds(row) > 0 for row in test.keys]
    assert np.mean(np.array(called) == test.clickbait) > 0.9


def test_what_speaks_for_clickbait_is_marked_in_place() -> None:
    """A headline called clickbait has cues that say why; a plain one has none."""
    tease = analyze(Article(headline="17 Things You'll Only Get If You Love Coffee"))
    cues = [cue for cue in tease.cues if cue.category == "clickbait"]
    assert cues
    assert all(tease.text[cue.start : cue.end] == cue.text for cue in cues)
    plain = analyze(Article(headline="Council votes to close the bridge until March"))
    assert [cue for cue in plain.cues if cue.category == "clickbait"] == []
