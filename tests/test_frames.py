"""Policy frames of articles, headlines and paragraphs; axes and lists of the user's own."""

import math
from pathlib import Path

import numpy as np
import pytest

import bias
from bias.codebook import rows
from bias.corpus.frames import frames_table
from bias.corpus.tables import article_row, frame_of
from bias.errors import LexiconError, ModelError
from bias.frames.microframes import Microframe, read_microframes
from bias.frames.policy import FEWEST_WORDS, FRAME_MEASURES, WEIGHT
from bias.lists.groups import FRAME_LISTS
from bias.models.files import write_model
from bias.models.frames import FORM, FRAMES, read_frames_model, shipped_frames_model

VIRUS = (
    "Doctors at the harbour hospital treated eleven patients for the infection on Monday. A nurse "
    "said that two children were still ill and that the ward had run out of vaccine.\n\n"
    "The disease spreads through unclean water. Symptoms are fever and a rash, the clinic said, "
    "and most patients recover after a week of medication. Health officials asked people to boil "
    "water, and epidemiologists are looking for the source of the outbreak.\n\n"
    "Some shops in the old town sold out of soap. The mayor thanked the paramedics."
)
TRIAL = (
    "A jury found the former bank clerk guilty of fraud on Thursday, and the judge sentenced her "
    "to four years in prison. Prosecutors said that she stole from forty customers.\n\n"
    "Police arrested her in March after a detective traced the money. Her lawyer said that she "
    "would appeal the conviction. She will be held in the county jail until the hearing.\n\n"
    "Investigators have charged a second suspect with theft and perjury. The court set his trial "
    "for autumn, and the victims hope to testify against him."
)


def _analysis(body: str, headline: str = "Town news") -> bias.Analysis:
    return bias.analyze(bias.Article(headline=headline, body=body))


def _likeliest(body: str) -> str:
    known = {n: p for n, p in _analysis(body).framing.article.items() if not math.isnan(p)}
    return max(known, key=known.__getitem__)


def test_an_article_has_the_frames_of_its_words() -> None:
    """Illness and crime are told apart."""
    assert _likeliest(VIRUS) == "health_and_safety"
    assert _likeliest(TRIAL) == "crime_and_punishment"


def test_frames_stand_in_the_record_with_their_words() -> None:
    """All names, probabilities or null; cues are words of the text that pull to a frame."""
    record = _analysis(VIRUS).to_dict()
    assert tuple(record["frames"]) == tuple(record["headline_frames"]) == FRAMES
    assert all(p is None or 0 <= p <= 1 for p in record["frames"].values())
    cues = [cue for cue in record["cues"] if cue["feature"] == "frames"]
    assert {"patients", "disease"} & {cue["text"] for cue in cues}
    for cue in cues:
        assert record["text"][cue["start"] : cue["end"]] == cue["text"]
        assert cue["weight"] == WEIGHT
        assert record["frames"][cue["category"]] == cue["probability"]


def test_a_frame_that_cannot_be_told_is_null() -> None:
    """What was told badly on articles left out is never said."""
    model = shipped_frames_model()
    unsaid = [name for name, said in zip(FRAMES, model.article.said, strict=True) if not said]
    assert "public_opinion" in unsaid
    frames = _analysis(VIRUS).to_dict()["frames"]
    assert all(frames[name] is None for name in unsaid)
    assert (model.article.auc[model.article.said] >= 0.75).all()


@pytest.mark.parametrize("body", ["", "Too short.", " ".join(["The vote was held."] * 9)])
def test_too_short_an_article_has_none(body: str) -> None:
    """Below the fewest words nothing is said of the article, and nothing fails."""
    assert FEWEST_WORDS > 9 * 4
    assert all(map(math.isnan, _analysis(body).framing.article.values()))


def test_another_language_has_none() -> None:
    """The models know English only."""
    body = "Der Rat hat am Montag über die neue Brücke und den Haushalt der Stadt beraten. " * 9
    framing = _analysis(body, "Die Stadt und das Wasser").framing
    assert all(map(math.isnan, (*framing.article.values(), *framing.headline.values())))


def test_paragraphs_and_headline_have_their_own() -> None:
    """A paragraph on a trial inside an article on illness is told for what it is."""
    analysis = _analysis(f"{VIRUS}\n\n{TRIAL}", "Patients die of disease as hospital fails")
    assert "health_and_safety" in analysis.paragraphs[0].frames
    assert "crime_and_punishment" in analysis.paragraphs[3].frames
    assert analysis.framing.headline["health_and_safety"] > 0.5


def test_an_insert_has_no_say() -> None:
    """What an advertisement says moves no frame."""
    plain = _analysis(VIRUS)
    sold = _analysis(f"{VIRUS}\n\nRead more: Jury finds banker guilty of fraud and murder")
    assert any(p.role != "body" for p in sold.paragraphs)
    assert str(plain.framing.article) == str(sold.framing.article)
    assert sold.paragraphs[-1].frames == ()


def test_every_frame_has_a_list_and_a_measure() -> None:
    """Names are the same everywhere."""
    assert tuple(f"frame_{name}" for name in FRAMES) == FRAME_LISTS
    assert tuple(measure.name for measure in FRAME_MEASURES) == FRAME_LISTS
    assert {row["name"] for row in rows()} >= {*FRAME_LISTS}


def test_groups_are_compared_by_frame() -> None:
    """Two outlets with other matters lie apart; a frame that is never said has no column."""
    analyses = [_analysis(VIRUS), _analysis(TRIAL)] * 5
    articles = frame_of([article_row(str(i), a) for i, a in enumerate(analyses)])
    table = frames_table(articles, articles["article"].astype(int).mod(2).map({0: "a", 1: "b"}))
    assert "frame_public_opinion" not in set(table["measure"])
    apart = table.set_index(["group", "measure"])["deviation"]
    assert apart["a", "frame_health_and_safety"] > 0 > apart["b", "frame_health_and_safety"]


def test_a_damaged_model_is_refused(tmp_path: Path) -> None:
    """A file whose weights are of other words is refused with a reason."""
    path = tmp_path / "frames.json.gz"
    numbers = {n: [0.0] * len(FRAMES) for n in ("scale", "base", "least", "auc", "said")}
    part = {"weights": np.zeros((2, len(FRAMES)), np.int8)} | numbers
    words = {"words": np.array([1, 2, 3]), "rarity": np.array([16, 16, 16])}
    write_model(path, FORM, {**words, "article": part, "short": part})
    with pytest.raises(ModelError, match="weights of shape"):
        read_frames_model(path)


def test_frames_of_ones_own_are_lists(tmp_path: Path) -> None:
    """A YAML of seed words gives a feature a frame, and its words as cues."""
    file = tmp_path / "harbour.yml"
    file.write_text("water: [water, unclean, boil]\ntrade: [shop*, sold, soap]\n", "utf-8")
    article = bias.Article(headline="Town news", body=VIRUS)
    analysis = bias.analyze(article, lexicons=[bias.read_lexicon(file)])
    assert analysis.values["lexicon_harbour_water_per_100_words"] > 0
    assert {"shops", "soap"} <= {cue.text for cue in analysis.cues if cue.feature == "harbour"}


def test_microframes_part_texts(tmp_path: Path) -> None:
    """On an axis from crime to health the two articles lie at the ends."""
    file = tmp_path / "axes.yml"
    file.write_text("ward:\n  low: [crime, jail]\n  high: [hospital, medicine]\n", "utf-8")
    table = bias.microframe_table([_analysis(VIRUS), _analysis(TRIAL)], read_microframes(file))
    assert table["bias"][0] > table["bias"][1]
    assert list(table.columns) == ["id", "microframe", "bias", "intensity", "words"]
    nothing = bias.microframe_table([_analysis("", "")], read_microframes(file))
    assert nothing["bias"].isna().all()


@pytest.mark.parametrize(
    "text",
    ["- a\n- b\n", "ward: [a, b]\n", "ward:\n  low: [a]\n", "ward:\n  low: a\n  high: b\n"],
)
def test_a_file_of_no_microframes_is_refused(tmp_path: Path, text: str) -> None:
    """The error names the line and shows the form."""
    file = tmp_path / "axes.yml"
    file.write_text(text, "utf-8")
    with pytest.raises(LexiconError, match=r"axes\.yml, line \d: no microframe"):
        read_microframes(file)


def test_a_pole_of_unknown_words_is_refused() -> None:
    """Without a vector there is no axis."""
    with pytest.raises(LexiconError, match="no word of its pole 'high'"):
        Microframe("odd", ("war",), ("xyzzyx",)).cosine("peace")
