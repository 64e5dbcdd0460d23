"""The rating of an article: what it holds, when it is withheld, what moves it."""

import math
from itertools import pairwise
from pathlib import Path

import pytest

import bias
from bias.document.article import Article
from bias.document.language import Language
from bias.document.segment import segment
from bias.errors import ModelError
from bias.features.measured import measure
from bias.labelled.files import read_lines
from bias.models.linear import log_odds
from bias.models.short import ENOUGH, shipped_short
from bias.rating.rate import BASE, FEWEST_WORDS, Rating, band_of, rate, shipped_model
from bias.training.articles import FILE

PLAIN = (
    "The city council voted 5 to 4 on Monday to build a bridge over the river. Work will "
    "begin in May and take two years, the public works department said. The bridge will cost "
    "$40 million. Residents spoke at the meeting for two hours. A second vote on the budget "
    "is due in June."
)
LOADED = (
    "This disgraceful council has once again betrayed everyone who pays its bloated salaries. "
    "Who do these arrogant frauds think they are? Of course the so-called experts cheered, "
    "because that is what shameless cronies do. You are being robbed, and the media could not "
    "care less!"
)
FOREIGN = {
    "German": (
        "Der Stadtrat hat am Montag mit fünf zu vier Stimmen beschlossen, eine neue Brücke "
        "über den Fluss zu bauen. Die Arbeiten sollen im Mai beginnen und zwei Jahre dauern."
    ),
    "French": (
        "Le conseil municipal a voté lundi la construction d'un nouveau pont sur la rivière. "
        "Les travaux doivent commencer en mai et dureront deux ans, selon la mairie."
    ),
    "Spanish": (
        "El ayuntamiento votó el lunes a favor de construir un nuevo puente sobre el río. Las "
        "obras empezarán en mayo y durarán dos años, según el departamento."
    ),
    "Dutch": (
        "De gemeenteraad heeft maandag besloten om een nieuwe brug over de rivier te bouwen. "
        "Het werk begint in mei en zal twee jaar duren, zegt de wethouder."
    ),
    "Italian": (
        "Il consiglio comunale ha votato lunedì per costruire un nuovo ponte sul fiume. I "
        "lavori inizieranno a maggio e dureranno due anni, ha detto il sindaco."
    ),
    "Portuguese": (
        "A câmara municipal votou na segunda-feira a construção de uma nova ponte sobre o "
        "rio. As obras vão começar em maio e durar dois anos, segundo o presidente."
    ),
}


def rating_of(headline: str, body: str) -> Rating:
    """Return the rating of an article."""
    measured = measure(segment(Article(headline=headline, body=body)))
    return rate(measured.reading, measured.features | measured.scores)


def test_loaded_above_plain() -> None:
    """Abuse is rated above a plain report, and their bands differ."""
    plain = rating_of("Council Approves Bridge", PLAIN)
    loaded = rating_of("Shameless Council Betrays You Again", LOADED)
    assert plain.bias is not None
    assert loaded.bias is not None
    assert plain.bias + 0.3 < loaded.bias
    assert (plain.band, loaded.band) == ("low", "high")


@pytest.mark.parametrize("body", [PLAIN, LOADED, PLAIN + "\n\n" + LOADED])
def test_rating_is_sound(body: str) -> None:
    """The interval holds the estimate and the drivers add up to its log-odds."""
    rating = rating_of("Council Approves Bridge", body)
    assert rating.bias is not None
    assert rating.interval is not None
    low, high = rating.interval
    assert 0 < low <= rating.bias <= high < 1
    total = sum(driver.contribution for driver in rating.drivers)
    assert total == pytest.approx(log_odds(rating.bias))
    assert rating.drivers[-1].feature == BASE
    assert {d.feature for d in rating.drivers[:-1]} == set(shipped_model().features)
    assert rating.reason is None


@pytest.mark.parametrize("body", ["", "Too short.", " ".join(["Yes."] * (FEWEST_WORDS - 1))])
def test_too_short(body: str) -> None:
    """A text of fewer words than the limit has no rating, and the reason says so."""
    rating = rating_of("", body)
    assert (rating.bias, rating.low, rating.high, rating.band) == (None, None, None, None)
    assert rating.without_inserts is None
    assert rating.interval is None
    assert rating.drivers == ()
    assert "too short" in (rating.reason or "")


def test_headline_alone_is_too_short() -> None:
    """However long a headline is, without a story there is no rating."""
    assert rating_of("word " * 100, "").bias is None


def test_short_is_less_sure() -> None:
    """A few lines have a wider interval than a long article in the same tone."""
    short, long = rating_of("", PLAIN), rating_of("", "\n\n".join([PLAIN] * 8))
    assert _width(short) > _width(long)


FEW = (
    "The city council voted 5 to 4 on Monday to build a bridge over the river. Work will begin in "
    "May and take two years, the public works department said."
)
"""Twenty-eight words and two numbers."""


def test_few_words_are_rated() -> None:
    """From 25 words on there is a rating; the interval says how little so few can, and so do we."""
    rating = rating_of("", FEW)
    assert rating.bias is not None
    assert _width(rating) >= 2 * shipped_short().margin(30) > 5
    assert "leave much open" in (rating.reason or "")
    assert "30 words" in (rating.reason or "")
    words = FEW.split()
    assert rating_of("", " ".join(words[:25])).bias is not None
    assert rating_of("", " ".join(words[:24])).bias is None
    assert rating_of("", PLAIN).reason is None


def test_an_interval_narrows_with_every_word() -> None:
    """What is learnt fades without a step, and adds nothing from 200 words on."""
    short = shipped_short()
    margins = [short.margin(words) for words in range(1, 400)]
    assert margins == sorted(margins, reverse=True)
    assert max(a - b for a, b in pairwise(margins[24:])) < 0.1
    assert short.margin(ENOUGH) == 0
    assert 1.9 < short.margin(100) < short.margin(50) < short.margin(25) < 3.5


def test_a_headline_alone_is_told_as_one() -> None:
    """The reason does not say that a hundred words are too few."""
    assert "no story to rate" in (rating_of("word " * 100, "").reason or "")


def test_short_intervals_hold_the_whole_article(data: Path) -> None:
    """Of real articles' first words nine intervals in ten hold what the whole is rated.

    As far as the two differ around their mean: the shipped model has read these articles.
    """
    from bias.training.short import first_words

    differences, margin = [], shipped_short().margin(50)
    for row, _ in zip(read_lines(data / FILE), range(120), strict=False):
        whole = rating_of(row["title"] or "", "\n\n".join(row["paragraphs"]))
        cut = first_words(row["title"] or "", row["paragraphs"], 50)
        part = rating_of(cut.headline, cut.body)
        if whole.bias is not None and part.bias is not None:
            differences.append(log_odds(whole.bias) - log_odds(part.bias))
    middle = sum(differences) / len(differences)
    held = sum(abs(difference - middle) <= margin for difference in differences)
    assert len(differences) > 80
    assert 0.8 <= held / len(differences) <= 0.97


def _width(rating: Rating) -> float:
    assert rating.interval is not None
    low, high = rating.interval
    return log_odds(high) - log_odds(low)


def test_no_paragraphs() -> None:
    """An article in one line, its title inside, is rated much as the article itself."""
    whole = rating_of("Shameless Council Betrays You Again", f"{PLAIN}\n\n{LOADED}")
    flat = rating_of("", f"Shameless Council Betrays You Again: {PLAIN} {LOADED}")
    assert whole.bias is not None
    assert flat.bias is not None
    assert abs(whole.bias - flat.bias) < 0.3


@pytest.mark.parametrize(("one", "other"), [("Democrats", "Republicans"), ("Biden", "Trump")])
def test_swap(one: str, other: str) -> None:
    """Swapping parties or persons moves no rating."""
    body = (
        "{0} blocked the bill. The shameful stunt by {0} angered voters, critics of {0} said. " * 4
    )
    first = rating_of(f"{one} Slammed Over Bill", body.format(one))
    second = rating_of(f"{other} Slammed Over Bill", body.format(other))
    assert first.bias == pytest.approx(second.bias, abs=0.01)


@pytest.mark.parametrize("language", FOREIGN)
def test_not_english(language: str) -> None:
    """Of another language nothing is said that only English can be measured by."""
    analysis = bias.analyze(Article(body=f"{FOREIGN[language]}\n\n" * 12))
    assert analysis.rating.reason == (
        f"not English: reads like {language}; the models know English only"
    )
    assert analysis.rating.bias is analysis.lean is None
    compared = {*analysis.percentiles.values(), *analysis.percentiles_by_length.values()}
    kinds = [value for name, value in analysis.values.items() if name.startswith("genre_")]
    assert all(map(math.isnan, (*compared, *kinds)))


@pytest.mark.parametrize("text", [PLAIN, LOADED, "Short and plain.", "5-4, 3-2, 7-1", ""])
def test_english(text: str) -> None:
    """English, and what is too short to tell, is not called foreign."""
    language = Language.of(segment(Article(body=text)))
    assert language.foreign_reason is language.sparse_reason is None


def test_list_is_flagged() -> None:
    """A long list of names and words without sentences is unlike anything in training."""
    text = ", ".join(["Bolts", "washers", "Henderson", "gaskets", "pumps", "Ridgeway"] * 10)
    assert Language.of(segment(Article(body=text))).sparse_reason


def test_undefined_feature_is_average() -> None:
    """An undefined feature counts as the average and moves nothing."""
    model = shipped_model()
    assert set(model.standardise(dict.fromkeys(model.features, math.nan))) == {0.0}


def test_missing_feature_is_refused() -> None:
    """A model that needs a measure nobody takes is refused by name."""
    model = shipped_model()
    with pytest.raises(ModelError, match=model.features[0]):
        model.standardise({})


def test_band_edges() -> None:
    """The edges belong to the moderate band."""
    assert [band_of(p) for p in (0.34, 0.35, 0.5, 0.65, 0.66)] == [
        "low", "moderate", "moderate", "moderate", "high",
    ]  # fmt: skip


def test_cards_name_the_shipped_models() -> None:
    """Each model card gives the digest of the file that ships."""
    from bias.outputs.record import model_digests

    digests = model_digests()
    folder = Path(__file__).parent.parent / "bias" / "models" / "data"
    for card, names in {
        "articles.md": ["articles.json.gz"],
        "sentences.md": ["sentences.json.gz", "wording.json.gz"],
    }.items():
        text = (folder / card).read_text("utf-8")
        assert [name for name in names if digests[name] not in text] == []
