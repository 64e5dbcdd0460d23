"""Where many articles have the very same value: one rank, the middle, and said so everywhere."""

import math
from pathlib import Path

import numpy as np
import pytest

import bias
from bias.charts import percentile_dots
from bias.charts.fonts import width_of
from bias.models.norms import HIGHEST, LEVEL, Place, percentile_ranks, place_of, reference_quantiles
from bias.rating.article_codebook import MEASURES
from bias.report.html.measures import measures_part, scores_part
from bias.report.print.measure_pages import RANK, SIZE, TRACK, TRACK_WIDTH
from bias.shown.summary import summarize

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def calm() -> bias.Analysis:
    """Return an article without loaded words and inserts, as half of all are."""
    return bias.analyze(bias.read_article(ROOT / "seeds" / "calm-wire.txt"))


def test_a_tied_value_has_the_middle_of_its_range() -> None:
    """Half of the articles have no loaded words: none of them stands below all others."""
    quantiles = reference_quantiles("loaded")
    last = max(rank for rank, value in enumerate(quantiles) if value == 0)
    place = place_of("loaded", 0.0)
    assert place == Place(0, last)
    assert percentile_ranks({"loaded": 0.0})["loaded"] == place.rank == last / 2 > LEVEL / 2


def test_what_is_written_with_fewer_digits_is_level_too() -> None:
    """Quantiles are rounded: a value with all its digits is found among its equals."""
    quantiles = reference_quantiles("headline_gap")
    written = next(value for value in quantiles if quantiles.count(value) > LEVEL)
    exact = written * (1 + 1e-7)
    assert exact != written
    assert place_of("headline_gap", exact) == place_of("headline_gap", written)


@pytest.mark.parametrize("name", ["bias", "loaded", "promo", "headline_question", "headline_words"])
def test_the_news_as_a_whole_stands_in_the_middle(name: str) -> None:
    """With ties at their middle the mean rank of the reference is 50: what groups are told from."""
    ranks = [percentile_ranks({name: value})[name] for value in reference_quantiles(name)]
    assert np.mean(ranks) == pytest.approx(50, abs=0.1)
    assert ranks == sorted(ranks)


def test_above_everything_and_below() -> None:
    """The highest there is stays below 100, and what no article has is no tie."""
    assert percentile_ranks({"bias": 1.0})["bias"] == HIGHEST
    assert place_of("loaded", -1.0) == Place(0, 0)
    assert place_of("nothing", 0.5) is place_of("bias", math.nan) is None


def test_the_record_holds_the_middle(calm: bias.Analysis) -> None:
    """A record and a place tell the same."""
    record = calm.to_dict()["percentiles"]
    for name in calm.scores:
        assert record[name] == calm.place(name).rank


def test_every_output_says_how_many_are_level(calm: bias.Analysis) -> None:
    """Terminal, page, chart: no article is told to be above 0 % of the news."""
    told = calm.place("loaded").words
    assert told.startswith("as in ")
    terminal = summarize([calm])
    assert f"0.00  {'':<20}  {told} of news articles" in terminal
    assert "above 0 %" not in terminal
    for page in (scores_part(calm), measures_part(calm)):
        assert ">as in " in page
        assert 'class="level"' in page
    axes = percentile_dots(dict(calm.scores), dict(calm.percentiles))
    assert told in {words.get_text() for words in axes.texts}
    assert len(axes.patches) > sum(calm.place(name).level >= LEVEL for name in calm.scores) > 1


def test_the_widest_cell_has_room_on_paper() -> None:
    """The words stand between their track and the definitions."""
    assert RANK - width_of(Place(0, 100).short, "sans", SIZE) > TRACK + TRACK_WIDTH


def test_no_place_without_a_percentile() -> None:
    """What another language's article has no percentile of, it has no place of."""
    body = "Der Stadtrat hat am Montag beschlossen, eine neue Brücke über den Fluss zu bauen. " * 12
    foreign = bias.analyze(bias.Article(body=body))
    assert {foreign.place(name) for name in (*foreign.scores, *(m.name for m in MEASURES))} == {
        None
    }
