"""Fit what comes with the package: `python -m bias.training MODEL --data PATH [-o FOLDER]`.

One module a model; its docstring says what it reads, and how long that takes. `vocabulary` gives
new words of the term lists a number, and needs no data.
"""

import argparse
from importlib import import_module
from pathlib import Path

from bias.training import vocabulary

MODELS = (
    "wording", "teacher", "sentences", "tokens", "roles", "page", "clickbait", "headline",
    "headline_wording", "headline_devices", "attribution", "articles", "genre", "lean", "frames",
    "norms", "seen", "short", "pairs", "events", "evidence",
)  # fmt: skip
"""In the order in which they are fitted: each may read what stands before it."""
SHIPPED = Path(__file__).parents[1] / "models" / "data"


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m bias.training",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("model", choices=[*MODELS, "vocabulary"])
    parser.add_argument("--data", type=Path, help="folder with the labelled data sets")
    parser.add_argument("-o", "--out", type=Path, default=SHIPPED, help="folder for what is fitted")
    options = parser.parse_args()
    if options.model == "vocabulary":
        print(f"{len(vocabulary.add_words(vocabulary.listed_words()))} words added")
    elif options.data is None:
        parser.error(f"{options.model} is fitted on labelled data: give --data PATH")
    else:
        import_module(f"bias.training.{options.model}").write(options.data, options.out)


if __name__ == "__main__":
    main()
