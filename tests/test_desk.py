"""`bias check` and `bias inserts`: what they say, where it stands, what they return."""

import json
from pathlib import Path
from typing import Any

import pytest

import bias
from bias.cli import main
from bias.desk.finding import Placing
from bias.desk.settings import find_settings
from bias.desk.told import marked
from bias.lists.terms import reason_and_plainer

STORY = (
    "The council met for two hours on Monday evening and voted to close the bridge for repairs. "
    "Work begins in March, and the ferry will carry cars until the bridge opens again in June."
)
HOT = f"Mayor Slams Shameful Bridge Plan\n\n{STORY}\n\nThe disgraceful plan costs a fortune.\n"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def check(*arguments: str) -> int:
    """Run the command quietly, in this process."""
    return main(["check", *arguments, "--quiet", "--jobs", "1"])


def found(capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Return the lines that were printed."""
    return capsys.readouterr().out.splitlines()


def test_findings_have_line_column_category_and_message(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`path:line:column: category: message`, with a plainer word where the lists know one."""
    (desk / "hot.txt").write_text(HOT, "utf-8")
    assert check("hot.txt") == 1
    lines = found(capsys)
    slams = "hot.txt:1:7: loaded_verb: “Slams”: a verbal attack told as a blow"
    assert any(line.startswith(slams) and "Plainer: “criticize”" in line for line in lines)
    assert any(line.startswith("hot.txt:5:5: loaded_label: “disgraceful”") for line in lines)


def test_nothing_found_is_0_and_says_nothing(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A calm article passes."""
    (desk / "calm.txt").write_text(f"Council Closes Bridge\n\n{STORY}\n", "utf-8")
    assert check("calm.txt") == 0
    assert found(capsys) == []


@pytest.mark.parametrize(
    ("arguments", "status"),
    [(["hot.txt"], 1), (["hot.txt", "--fail-above", "0.99"], 0), (["nowhere.txt"], 1),
     (["hot.txt", "--fail-above", "2"], 2), (["hot.txt", "--config", "none.toml"], 2)],
)  # fmt: skip
def test_exit_statuses(desk: Path, arguments: list[str], status: int) -> None:
    """0 passed, 1 found or refused, 2 wrong usage; what is found but not above the bar passes."""
    (desk / "hot.txt").write_text(HOT, "utf-8")
    assert check(*arguments) == status


def test_fail_above_names_the_rating(
    seeds: Path, desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An article rated above is an error at its beginning."""
    path = seeds / "opinion-column.txt"
    assert check(str(path), "--fail-above", "0.3") == 1
    assert any(f"{path}:1:1: rating: rated 0." in line for line in found(capsys))


@pytest.mark.parametrize("suffix", [".md", ".html", ".csv", ".jsonl"])
def test_places_are_those_of_the_file(
    desk: Path, capsys: pytest.CaptureFixture[str], suffix: str
) -> None:
    """Marks, tags, quotation marks and front matter are counted as they stand in the file."""
    body = f"{STORY} The mayor said so.\n\nThe *disgraceful* plan costs a [fortune](https://x.example)."
    content = {
        ".md": f"---\ntitle: Council Closes Bridge\n---\n\n{body}\n",
        ".html": "<html><head><title>Council Closes Bridge</title></head><body><article><h1>"
        f"Council Closes Bridge</h1>\n<p>{STORY}</p>\n<p>The <b>disgraceful</b> plan "
        "costs a fortune.</p></article></body></html>",
        ".csv": f'headline,body\n"Council Closes Bridge","{STORY}\n\nThe disgraceful plan."\n',
        ".jsonl": json.dumps({"headline": "Council Closes Bridge",
                              "body": f"{STORY}\n\nThe disgraceful plan."}) + "\n",
    }[suffix]  # fmt: skip
    path = desk / f"draft{suffix}"
    path.write_text(content, "utf-8")
    assert check(path.name) == 1
    place = next(line for line in found(capsys) if "disgraceful" in line).split(":")
    line, column = int(place[1]), int(place[2])
    assert content.split("\n")[line - 1][column - 1 :].startswith("disgraceful")


def test_columns_count_code_points_of_the_file(desk: Path) -> None:
    """A letter whose accent stands apart is two columns, as in the file."""
    text = f"Council Closes Bridge\n\n{STORY}\n\nThe cafe\u0301 owner's disgraceful plan.\n"
    path = desk / "cafe.txt"
    path.write_text(text, "utf-8")
    analysis = bias.analyze(bias.read_article(path))
    places = [f.place for f in Placing().findings(marked(analysis)) if f.text == "disgraceful"]
    assert [place.column for place in places] == [text.split("\n")[4].index("disgraceful") + 1]


def test_seeds_give_the_same_findings_again(
    seeds: Path, desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Output is stable, and every place holds the words it is about."""
    check(str(seeds), "--format", "sarif")
    first = capsys.readouterr().out
    check(str(seeds), "--format", "sarif")
    assert capsys.readouterr().out == first
    results = json.loads(first)["runs"][0]["results"]
    assert len(results) > 20
    for result in results:
        place = result["locations"][0]["physicalLocation"]
        if not place["artifactLocation"]["uri"].endswith(".txt"):
            continue
        region, uri = place["region"], place["artifactLocation"]["uri"].removeprefix("file://")
        line = Path(uri).read_text("utf-8").split("\n")[region["startLine"] - 1]
        words = line[region["startColumn"] - 1 : region["endColumn"] - 1]
        assert words == region["snippet"]["text"]


REGION = {"startLine", "startColumn", "endLine", "endColumn", "snippet"}


def test_sarif_has_the_form_of_2_1_0(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Required properties are there, none is unknown, numbers count from 1, rules are named."""
    (desk / "über uns.txt").write_text(HOT, "utf-8")
    check("über uns.txt", "--format", "sarif")
    log = json.loads(capsys.readouterr().out)
    assert log.keys() == {"$schema", "version", "runs"}
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert run.keys() == {"tool", "columnKind", "results"}
    assert run["columnKind"] == "unicodeCodePoints"
    driver = run["tool"]["driver"]
    assert driver.keys() == {"name", "semanticVersion", "rules"}
    rules = [rule["id"] for rule in driver["rules"]]
    assert len(set(rules)) == len(rules)
    for result in run["results"]:
        _check_result(result, rules)


def _check_result(result: dict[str, Any], rules: list[str]) -> None:
    assert result.keys() == {"ruleId", "ruleIndex", "level", "message", "locations"}
    assert result["level"] in ("none", "note", "warning", "error")
    assert rules[result["ruleIndex"]] == result["ruleId"]
    assert result["message"].keys() == {"text"}
    place = result["locations"][0]["physicalLocation"]
    assert place.keys() == {"artifactLocation", "region"}
    assert place["artifactLocation"] == {"uri": "%C3%BCber%20uns.txt"}
    region = place["region"]
    assert region.keys() == REGION
    assert all(region[name] >= 1 for name in REGION - {"snippet"})


def test_github_reads_them_as_commands(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each is one workflow command; what would end it is escaped."""
    (desk / "a,b.txt").write_text(HOT, "utf-8")
    check("a,b.txt", "--format", "github")
    first = found(capsys)[0]
    assert first.startswith("::warning file=a%2Cb.txt,line=1,endLine=1,col=7,endColumn=12,title=")


def test_a_comment_accepts_with_a_reason(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Alone on its line it covers the paragraph after it; without a reason it covers nothing."""
    for comment, told in (("loaded_label the union's word", False), ("loaded_label", True)):
        text = f"# Council Closes Bridge\n\n{STORY}\n\n<!-- bias: ok {comment} -->\n\n"
        (desk / "draft.md").write_text(f"{text}The disgraceful\nplan costs a fortune.\n", "utf-8")
        assert check("draft.md") == int(told)
        assert any("disgraceful" in line for line in found(capsys)) == told


def test_settings_switch_and_accept(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`pyproject.toml` is found from a folder below; categories go, come, and are accepted."""
    (desk / "pyproject.toml").write_text(
        "[tool.bias.check.categories]\nloaded_verb = false\nvague_attribution = true\n"
        '[[tool.bias.check.accepted]]\ntext = "Disgraceful"\nreason = "agreed with the editor"\n',
        "utf-8",
    )
    below = desk / "news"
    below.mkdir()
    (below / "hot.txt").write_text(f"{HOT}\nCritics say the plan is too dear.\n", "utf-8")
    assert check("news/hot.txt") == 1
    categories = [line.split(": ")[1] for line in found(capsys)]
    assert "vague_attribution" in categories
    assert "loaded_verb" not in categories
    assert find_settings(below).categories == {"loaded_verb": False, "vague_attribution": True}
    (desk / ".bias.toml").write_text("[check]\nfail-above = 0.9\n", "utf-8")
    assert find_settings(below).fail_above == 0.9


@pytest.mark.parametrize(
    ("content", "said"),
    [("[check", "TOML"), ("[check]\nlevel = 1", "level"), ("[check]\nstrength = 7", "0 to 1"),
     ("[check.categories]\nnonsense = false", "nonsense"), ("check = 1", "table"),
     ("[check.categories]\nsneer = 0", "true or false"),
     ('[[check.accepted]]\ntext = "slams"', "reason")],
)  # fmt: skip
def test_wrong_settings_are_told(
    desk: Path, capsys: pytest.CaptureFixture[str], content: str, said: str
) -> None:
    """Each says what is wrong and what is allowed, and nothing is checked."""
    (desk / ".bias.toml").write_text(content, "utf-8")
    (desk / "hot.txt").write_text(HOT, "utf-8")
    assert check("hot.txt") == 2
    assert said in capsys.readouterr().err


def test_what_is_mild_unsure_or_calm_is_not_told(seeds: Path) -> None:
    """Of the evidence a desk is told what is strong, likely, and in a slanted sentence."""
    for article in bias.read_articles(seeds):
        analysis = bias.analyze(article)
        told = {(one.start, one.end, one.category) for one in marked(analysis).marks}
        for cue in analysis.evidence:
            if (cue.start, cue.end, cue.category) in told and cue.feature != "promo":
                around = [s.bias for s in analysis.sentences if s.meets(cue)]
                assert cue.weight >= 0.5
                assert not cue.probability < 0.75
                assert cue.part == "headline" or around[0] >= 0.5


def test_inserts_are_listed_as_table_and_csv(
    seeds: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Off-topic headlines alone, or all that is no part of the story."""
    path = str(seeds / "moon-station.txt")
    assert main(["inserts", path, "--off-topic", "--format", "csv", "--jobs", "1"]) == 0
    rows = found(capsys)
    assert rows[0] == "id,role,topic,probability,text"
    assert [row.split(",")[:3] for row in rows[1:]] == [["moon-station", "promo_story", "off"]] * 2
    assert main(["inserts", str(seeds / "furniture.txt"), "--jobs", "1"]) == 0
    assert any("signup" in line for line in found(capsys))


def test_hostile_files_stay_quick(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Countless comments, inserts and marks of Markdown take no more than their share of time."""
    comments = "<!-- bias: ok sneer why not -->\n" * 50_000
    (desk / "many.md").write_text(
        f"# Council Closes Bridge\n\n{comments}\n{HOT}" + "<!-- " * 50_000
    )
    (desk / "lines.txt").write_text(
        f"Council Closes Bridge\n\n{STORY}\n\n" + "READ MORE: Ferry\n\n" * 3000
    )
    check("many.md", "lines.txt")
    lines = found(capsys)
    inserts = [line.split(":")[1] for line in lines if line.startswith("lines.txt")]
    assert len(set(inserts)) == len(inserts) > 100


def test_notes_are_parted_from_plainer_words() -> None:
    """What is said after the plainer word belongs to the reason."""
    assert reason_and_plainer("a rude word") == ("a rude word", "")
