"""A release: version, changelog and citation agree; what is packed is all there is."""

import re
import runpy
import tomllib
from pathlib import Path

import pytest

from bias.version import __version__

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
ELSEWHERE = PROJECT["tool"]["setuptools"]["package-dir"]


def _newest() -> tuple[str, str]:
    """Return version and date of the changelog's newest release."""
    found = re.search(
        r"^## \[([\d.]+)\] - ([\d-]+)$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE
    )
    assert found
    return found[1], found[2]


def test_version_changelog_and_citation_agree() -> None:
    """The newest release of the changelog is this version; so does the citation say, date too."""
    citation = (ROOT / "CITATION.cff").read_text("utf-8")
    version, date = _newest()
    assert version == __version__
    assert f"version: {version}\n" in citation
    assert f"date-released: {date}\n" in citation


def test_every_package_is_packed() -> None:
    """What `pyproject.toml` lists are the folders of the package, none forgotten."""
    folders = {
        ".".join(file.parent.relative_to(ROOT).parts)
        for file in (ROOT / "bias").rglob("__init__.py")
        if not any(parent.is_symlink() for parent in (file.parent, *file.parents))
    }
    elsewhere = set(ELSEWHERE) - {"bias"}
    assert set(PROJECT["tool"]["setuptools"]["packages"]) == folders | elsewhere


def test_the_package_indexs_page_has_no_dead_links() -> None:
    """Links to files of the project are words there, web links stay."""
    page = runpy.run_path(str(ROOT / "setup.py"), run_name="read")["index_page"]
    shown = page((ROOT / "README.md").read_text("utf-8"))
    assert re.findall(r"\]\((?!https?:)[^)]*\)", shown) == []
    assert "Codebook: every number" in shown
    assert page("# a\n\n[b](https://b.org) [c](c.md)").endswith("[b](https://b.org) c")
    assert "bias docs" in shown


@pytest.mark.parametrize("name", sorted(ELSEWHERE))
def test_folders_of_the_package_exist(name: str) -> None:
    """Whatever stands outside of the package's own folder is where it is said to be."""
    assert (ROOT / ELSEWHERE[name] / "__init__.py").exists()
