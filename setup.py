"""What the package index shows: the README, without links that lead nowhere there.

All else is in `pyproject.toml`.
"""

import re
from pathlib import Path

from setuptools import setup

_PICTURE = re.compile(r"!\[[^\]]*\]\((?!https?:)[^)]*\)\n*")
_LINK = re.compile(r"\[([^\]]*)\]\((?!https?:)[^)]*\)")
_PAGES = "*The pages that this text names come with the package: `bias docs` opens them.*"


def index_page(readme: str) -> str:
    r"""Return the README for the package index: links to files of the project become words.

    >>> index_page("# bias\n\nSee the [codebook](docs/codebook.md).").splitlines()[-1]
    'See the codebook.'
    """
    title, _, rest = _LINK.sub(r"\1", _PICTURE.sub("", readme)).partition("\n\n")
    return f"{title}\n\n{_PAGES}\n\n{rest}"


if __name__ == "__main__":
    setup(
        long_description=index_page((Path(__file__).parent / "README.md").read_text("utf-8")),
        long_description_content_type="text/markdown",
    )
