"""The documentation tells what the code does today."""

import re
from pathlib import Path

import pytest

from bias import codebook
from bias.cli.parser import BENCHMARKS, build_parser
from bias.features import EXTRACTORS
from bias.inputs.columns import ALIASES
from bias.lists.terms import shipped_names

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
PAGES = [ROOT / "README.md", *sorted(ROOT.glob("docs/*.md")), ROOT / "CONTRIBUTING.md"]


def test_codebook_is_current() -> None:
    """`docs/codebook.md` is what `bias codebook` prints."""
    assert (ROOT / "docs" / "codebook.md").read_text("utf-8") == codebook.as_markdown()


def test_every_measure_is_explained_once() -> None:
    """No two measures share a name, and each has a definition and a source."""
    rows = codebook.rows()
    names = [row["name"] for row in rows]
    assert len(names) == len(set(names))
    assert all(row["definition"] and row["source"] and row["direction"] for row in rows)


@pytest.mark.parametrize("extractor", EXTRACTORS, ids=lambda extractor: extractor.name)
def test_extractors_measure_what_they_promise(extractor: object) -> None:
    """An extractor's features are exactly its measures, also when there is no text."""
    from bias import Article
    from bias.document.segment import segment
    from bias.features.measured import measure

    for article in (Article(), Article("A headline", "It rained.\n\nThen it stopped.")):
        found = measure(segment(article)).evidence[extractor.name].features
        assert list(found) == [measure.name for measure in extractor.measures]


def test_every_list_is_described() -> None:
    """Each shipped term list stands in the lists' own documentation."""
    text = (ROOT / "lexicons" / "README.md").read_text("utf-8")
    assert [name for name in shipped_names() if f"`{name}`" not in text] == []


def test_every_benchmark_is_documented() -> None:
    """Each benchmark's command stands somewhere in the documentation."""
    text = "".join(page.read_text("utf-8") for page in PAGES)
    assert [name for name in BENCHMARKS if f"evaluate {name}" not in text] == []


def test_every_command_is_in_the_readme_or_help() -> None:
    """The README names the main commands, and the parser knows each of them."""
    help_text = build_parser().format_help()
    for command in re.findall(r"^bias (\w+)", README, re.MULTILINE):
        assert command in help_text


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    """Every relative link of a page leads to a file of the project."""
    links = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_the_readmes_python_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The Python of the README runs as it stands."""
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    monkeypatch.chdir(tmp_path)
    code = re.search(r"```python\n(.*?)```", README, re.DOTALL)
    assert code
    exec(code.group(1), {})
    assert "promo_story" in capsys.readouterr().out
    assert list((tmp_path / "reports" / "latest").glob("*.pdf"))


def test_every_column_that_is_read_is_documented() -> None:
    """The names that headline, body and the rest are read from stand in docs/batch.md."""
    rows = (ROOT / "docs" / "batch.md").read_text("utf-8").splitlines()
    for field, names in ALIASES.items():
        [row] = [row for row in rows if row.startswith(f"| `{field}` | `{names[0]}`")]
        assert row.split("|")[2].split() == [f"`{name}`" for name in names]
