"""The user's own lists in an analysis: cues and features under their names, and nothing moved."""

import json
import math
from pathlib import Path

import pandas as pd
import pytest

import bias
from bias.cli import main
from bias.engines.local import CHUNK
from bias.errors import UsageError

ARTICLE = bias.Article(
    id="ferry",
    headline="Harbour Board Clashes Over Ferry",
    body="The board clashed with the crew and locked horns on Monday over the old ferry.\n\n"
    '"We clash because we care, and my aunt clashes too," the captain said on the pier.\n\n'
    + "\n\n".join(
        f"The board met for the {n} time this year and approved the ferry after a debate."
        for n in ("first", "second", "third", "fourth", "fifth")
    ),
)
LIST = "fights: [clash*, lock* horns]\nkin: [aunt]\nnever: [zyzzyva]\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A list in a file."""
    path = tmp_path / "strife.yml"
    path.write_text(LIST, "utf-8")
    return path


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """The article in a file."""
    path = tmp_path / "ferry.txt"
    path.write_text(f"{ARTICLE.headline}\n\n{ARTICLE.body}", "utf-8")
    return path


def test_hits_become_cues_and_features(file: Path) -> None:
    """Each hit is a cue of the list's name, with part and voice; rates are told apart by voice."""
    analysis = bias.analyze(ARTICLE, lexicons=[bias.read_lexicon(file)])
    cues = [cue for cue in analysis.cues if cue.feature == "strife"]
    assert [(c.text, c.part, c.category, c.voice) for c in cues] == [
        ("Clashes", "headline", "fights", "outlet"),
        ("clashed", "body", "fights", "outlet"),
        ("locked horns", "body", "fights", "outlet"),
        ("clash", "body", "fights", "quoted"),
        ("aunt", "body", "kin", "quoted"),
        ("clashes", "body", "fights", "quoted"),
    ]
    values = analysis.values
    outlet = sum(t.kind == "word" and t.voice == "outlet" for t in _body_tokens(analysis))
    assert values["lexicon_strife_fights_per_100_words"] == pytest.approx(200 / outlet)
    assert values["lexicon_strife_fights_quoted_per_100_words"] == pytest.approx(200 / 10)
    assert values["lexicon_strife_never_per_100_words"] == 0
    assert all(analysis.text[c.start : c.end] == c.text for c in cues)


def _body_tokens(analysis: bias.Analysis) -> list[object]:
    return list(analysis.document.tokens[analysis.document.headline.last :])


def test_undefined_without_words(file: Path) -> None:
    """Without quotations the quoted rate is undefined, not 0."""
    article = bias.Article(body="The board met and the crew clashed.")
    values = bias.analyze(article, [bias.read_lexicon(file)]).values
    assert math.isnan(values["lexicon_strife_fights_quoted_per_100_words"])


def test_nothing_of_ours_moves(file: Path) -> None:
    """Rating, scores, percentiles, features and cues of ours are the same with and without."""
    plain, own = bias.analyze(ARTICLE), bias.analyze(ARTICLE, [bias.read_lexicon(file)])
    records = [analysis.to_dict() for analysis in (plain, own)]
    for record in records:
        record["cues"] = [cue for cue in record["cues"] if cue["feature"] != "strife"]
        record["features"] = {n: v for n, v in record["features"].items() if "strife" not in n}
    assert records[1]["meta"]["lexicons"].pop("strife") == bias.read_lexicon(file).digest
    assert records[0] == records[1]


@pytest.mark.parametrize("stem", ["loaded_terms", "headline", "promo", "rating", "hedges"])
def test_names_of_ours_are_refused(tmp_path: Path, stem: str) -> None:
    """A list named like an extractor, a score or a list that ships is refused."""
    file = tmp_path / f"{stem}.yml"
    file.write_text(LIST, "utf-8")
    with pytest.raises(UsageError, match="Rename the file"):
        bias.analyze(ARTICLE, lexicons=[bias.read_lexicon(file)])


def test_names_must_differ(file: Path, tmp_path: Path) -> None:
    """The same name twice, in lists or in columns, is refused; so is what is no list."""
    lexicon = bias.read_lexicon(file)
    with pytest.raises(UsageError, match="twice"):
        bias.analyze(ARTICLE, lexicons=[lexicon, lexicon])
    other = tmp_path / "x.yml"
    other.write_text("a: [war]\na quoted: [peace]\n", "utf-8")
    with pytest.raises(UsageError, match="lexicon_x_a_quoted_per_100_words"):
        bias.analyze(ARTICLE, lexicons=[bias.read_lexicon(other)])
    with pytest.raises(UsageError, match="read_lexicon"):
        bias.analyze(ARTICLE, lexicons=[str(file)])  # type: ignore[list-item]


def test_processes_and_estimators_take_lists(file: Path) -> None:
    """Two processes give what one gives; the transformer has the columns at its end."""
    lexicon = bias.read_lexicon(file)
    one, two = (
        [a.to_dict() for a in bias.analyze_many([ARTICLE] * CHUNK, jobs=jobs, lexicons=[lexicon])]
        for jobs in (1, 2)
    )
    assert one == two
    extractor = bias.FeatureExtractor(lexicons=[lexicon])
    values = extractor.fit_transform([ARTICLE])
    assert values.shape == (1, len(extractor.get_feature_names_out()))
    assert extractor.get_feature_names_out()[-6] == "lexicon_strife_fights_per_100_words"


def test_every_output_holds_the_list(file: Path, article: Path, tmp_path: Path) -> None:
    """Flat rows have its columns last; tidy tables its cues; the manifest its digest."""
    options = ["--lexicon", str(file), "--quiet"]
    assert main(["analyze", str(article), "-o", str(tmp_path / "x.csv"), *options]) == 0
    columns = pd.read_csv(tmp_path / "x.csv").columns
    assert [c for c in columns if c.startswith("lexicon_")] == list(columns[-6:])
    assert main(["analyze", str(article), "-o", str(tmp_path / "tables"), *options]) == 0
    cues = pd.read_csv(tmp_path / "tables" / "cues.csv")
    assert (cues["feature"] == "strife").sum() == 6
    manifest = json.loads((tmp_path / "tables" / "manifest.json").read_text("utf-8"))
    assert manifest["lexicons"]["strife"] == bias.read_lexicon(file).digest


def test_terminal_and_codebook_name_the_list(
    file: Path, article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The summary counts its hits, the codebook explains its columns."""
    assert main(["analyze", str(article), "--lexicon", str(file)]) == 0
    assert "fights 5, kin 1 (of them in quotations: 3)" in capsys.readouterr().out
    assert main(["codebook", "--lexicon", str(file), "--format", "csv"]) == 0
    assert capsys.readouterr().out.count("lexicon_strife_") == 6
    assert main(["codebook", "--lexicon", str(file)]) == 0
    assert "## strife: a list of your own" in capsys.readouterr().out


def test_the_report_marks_its_terms(file: Path, article: Path, tmp_path: Path) -> None:
    """In the text they are marked as the user's; they are no strongest evidence."""
    out = tmp_path / "report"
    options = ["--lexicon", str(file), "--format", "html", "--quiet"]
    assert main(["report", str(article), "-o", str(out), *options]) == 0
    page = (out / "ferry.html").read_text("utf-8")
    assert 'class="letter other"' in page
    assert ">clashed<" in page
    assert "strife: fights" in page
    evidence = page.partition('<ol class="evidence">')[2].partition("</ol>")[0]
    assert "strife" not in evidence
    plain = tmp_path / "plain"
    main(["report", str(article), "-o", str(plain), "--format", "html", "--quiet"])
    assert "list of your own" not in (plain / "ferry.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "status", "words"),
    [
        ("a: [war", 2, "no valid YAML"),
        ("a: [ferry, '*']", 0, "line 1: '*' consists of wildcards alone"),
    ],
)
def test_the_command_line_tells_faults(
    article: Path,
    tmp_path: Path,
    text: str,
    status: int,
    words: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A broken list ends the command as wrong usage; an entry left out is told and that is all."""
    file = tmp_path / "mine.yml"
    file.write_text(text, "utf-8")
    assert main(["analyze", str(article), "--lexicon", str(file)]) == status
    assert words in capsys.readouterr().err
    assert main(["lexicon", "check", str(file)]) == 1
    assert words in capsys.readouterr().out


def test_two_lists_of_one_name_are_refused(tmp_path: Path) -> None:
    """Lists named alike could not be told apart, even with other categories."""
    lists = []
    for folder, category in (("a", "kin"), ("b", "fights")):
        (tmp_path / folder).mkdir()
        file = tmp_path / folder / "mine.yml"
        file.write_text(f"{category}: [pact]", "utf-8")
        lists.append(bias.read_lexicon(file))
    with pytest.raises(bias.BiasError, match="mine"):
        bias.analyze(bias.Article(body="A pact."), lexicons=lists)
