"""What moves the rating a band, and where its drivers stand in the text."""

import pytest

import bias
from bias.document.article import Block
from bias.errors import UsageError
from bias.rating.article_codebook import MEASURES
from bias.rating.rate import BASE, Driver, shipped_model
from bias.why.behind import MOST, spans_behind
from bias.why.moves import Moves, Piece, what_moves, without

CALM = [
    "The city council voted 5 to 4 on Monday to build a bridge over the river.",
    "Work will begin in May and take two years, the public works department said.",
    "The bridge will cost $40 million, and residents spoke at the meeting for two hours.",
    "A second vote on the budget is due in June, and the mayor will sign it in July.",
]
LOADED = (
    "This disgraceful council has once again betrayed everyone who pays its bloated salaries, "
    "and its arrogant, shameless cronies lie to you about it!"
)
PROMO = "READ MORE: Shameless cronies exposed in vile scandal"
HEADLINE = "Shameless Council Betrays You in Disgraceful, Vile Stunt"


def analysed(*paragraphs: str, headline: str = "") -> bias.Analysis:
    """Return the analysis of an article of these paragraphs."""
    return bias.analyze(bias.Article(headline=headline, body="\n\n".join(paragraphs)))


MORE = "You are being robbed by these vile frauds, and the shameless media could not care less!"
SHORT = (
    "Officials said on Monday that the scheme, which sparked fury in the town, would of course go "
    "ahead whatever the shameful cost."
)
HOT = [
    analysed(LOADED, CALM[0], MORE, CALM[1], LOADED.replace("council", "board"), headline=HEADLINE),
    analysed(LOADED, CALM[0], LOADED.replace("council", "board"), MORE),
    analysed(LOADED, *CALM, MORE, PROMO, headline=HEADLINE),
]


@pytest.mark.parametrize("analysis", HOT)
def test_without_the_pieces_the_rating_is_in_a_lower_band(analysis: bias.Analysis) -> None:
    """Measured again without them, the article has the rating that is promised."""
    moves = what_moves(analysis)
    assert moves is not None
    again = bias.analyze(without(analysis, moves.pieces)).rating
    assert again.bias == moves.bias
    assert again.band == moves.band != analysis.rating.band
    assert analysis.rating.bias is not None
    assert moves.bias < analysis.rating.bias


@pytest.mark.parametrize("analysis", HOT)
def test_every_piece_is_needed(analysis: bias.Analysis) -> None:
    """With any one of the pieces left in, the band stays as it is."""
    moves = what_moves(analysis)
    assert moves is not None
    for piece in moves.pieces:
        others = [other for other in moves.pieces if other != piece]
        assert bias.analyze(without(analysis, others)).rating.band == analysis.rating.band


def test_calm_and_short_articles_have_nothing_to_lose() -> None:
    """In the lowest band and without a rating there is no answer."""
    assert what_moves(analysed(*CALM)) is None
    assert what_moves(analysed("Too short.", headline=HEADLINE)) is None


def test_a_wholly_loaded_article_does_not_move() -> None:
    """Where one piece is not enough and no more may go, there is no answer."""
    hot = analysed(*[LOADED.replace("council", name) for name in ("board", "court", "school")])
    assert what_moves(hot, most=1) is None


def test_an_article_left_too_short_is_no_answer() -> None:
    """Without the headline too few words are left to rate; that is no other band."""
    short = analysed(SHORT, headline=HEADLINE)
    for analysis in (short, *HOT):
        moves = what_moves(analysis)
        assert moves is None or moves.bias < (analysis.rating.bias or 0.0)
    assert short.rating.band != "low"
    assert what_moves(short) is None


def test_pieces_must_be_allowed() -> None:
    """No pieces at all is a wrong question."""
    with pytest.raises(UsageError, match="most=0"):
        what_moves(HOT[0], most=0)


WORDS = [
    (("headline",), "Without the headline the rating would be 0.31, low."),
    (
        ("headline", "sentence"),
        "Without the headline and 1 sentence the rating would be 0.31, low.",
    ),
    (("sentence", "sentence"), "Without 2 sentences the rating would be 0.31, low."),
]


@pytest.mark.parametrize(("kinds", "words"), WORDS)
def test_words(kinds: tuple[str, ...], words: str) -> None:
    """The answer reads as a sentence."""
    pieces = tuple(Piece(n, n + 1, kind) for n, kind in enumerate(kinds))  # type: ignore[arg-type]
    assert Moves(pieces, 0.31, "low").words == words


def test_cutting_nothing_changes_nothing() -> None:
    """The article without no pieces is rated as it was."""
    for analysis in HOT:
        assert bias.analyze(without(analysis, [])).rating == analysis.rating


def test_a_paragraph_goes_with_its_block() -> None:
    """Of a web page, the block of an emptied paragraph goes too; others keep theirs."""
    blocks = tuple(Block(tag=tag) for tag in ("p", "h2", "div"))
    article = bias.Article(
        "Bridge", "One stays.\n\nTwo goes.\n\nThree stays. Four goes.", blocks=blocks
    )
    analysis = bias.analyze(article)
    spans = [bias.words.cut.Span(s.start, s.end) for s in analysis.sentences]
    left = without(analysis, [s for s in spans if s.of(analysis.text).endswith("goes.")])
    assert left.body == "One stays.\n\nThree stays."
    assert [block.tag for block in left.blocks] == ["p", "div"]
    assert left.headline == "Bridge"


def test_drivers_stand_in_the_text() -> None:
    """Every driver but the base points into the article where it lies above the mean."""
    for analysis in HOT:
        for driver in analysis.rating.drivers:
            spans = spans_behind(analysis, driver)
            assert len(spans) <= MOST
            assert all(0 <= s.start < s.end <= len(analysis.text) for s in spans)
            if driver.feature != BASE and driver.deviation > 0:
                assert spans, driver


def test_every_measure_can_be_traced() -> None:
    """No feature of the model is unknown to the tracing, whatever the article."""
    text = f"“You lie (again) — in 2020,” he told Ann Example. {LOADED}"
    hint = "The disgraceful and corrupt chairman took no questions."
    analysis = analysed(text, hint, *CALM, headline=HEADLINE)
    known = {*shipped_model().features, *(measure.name for measure in MEASURES)}
    assert [n for n in known if not spans_behind(analysis, Driver(n, 1.0, 1.0))] == []
    assert spans_behind(analysis, Driver(BASE, 1.0)) == ()


TRACED = [
    ("second_person_per_100", 1.0, "You"),
    ("numbers_per_100", 1.0, "5"),
    ("sentence_bias_top", 1.0, LOADED),
    ("sentence_bias_headline", 1.0, HEADLINE),
]


@pytest.mark.parametrize(("feature", "deviation", "expected"), TRACED)
def test_what_a_driver_points_to(feature: str, deviation: float, expected: str) -> None:
    """The first stretch is what holds most of the measure."""
    analysis = HOT[0]
    assert spans_behind(analysis, Driver(feature, 1.0, deviation))[0].of(analysis.text) == expected


HIDDEN = [
    (
        "names_per_100",
        "Talks in May may fail, said aides of May and Biden.",
        ["May", "May", "Biden"],
    ),
    ("names_per_100", "A book by Simone de Beauvoir is out.", ["Simone", "de", "Beauvoir"]),
    ("numbers_per_100", "A 3D plan of the 1990s holds.", ["3D", "1990s"]),
    ("second_person_per_100", "Your bill is due, you and YOU know it.", ["Your", "you"]),
]


@pytest.mark.parametrize(("feature", "sentence", "expected"), HIDDEN)
def test_what_the_models_see_of_each_word(feature: str, sentence: str, expected: list[str]) -> None:
    """A word is a name where it stands for one, though its like in the sentence is none."""
    analysis = analysed(sentence)
    spans = spans_behind(analysis, Driver(feature, 1.0, 1.0))
    assert [span.of(analysis.text) for span in spans] == expected


def test_a_low_measure_points_to_the_calmest() -> None:
    """Below the mean, sentences that hold least are shown, and a rare word not at all."""
    analysis = HOT[0]
    low = spans_behind(analysis, Driver("sentence_bias_top", -1.0, -1.0))
    assert LOADED not in [span.of(analysis.text) for span in low]
    assert spans_behind(analysis, Driver("second_person_per_100", 1.0, -1.0)) == ()
    assert spans_behind(analysis, Driver("article_length", 0.0, 0.0)) == ()
