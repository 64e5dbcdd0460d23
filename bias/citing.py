"""How to cite the tool, a model and what it learnt from, as BibTeX."""

import re
from functools import cache
from importlib import resources

from bias.errors import UsageError
from bias.outputs.record import model_digests
from bias.version import __version__

TOOL = """@software{{bias,
  author  = {{{{The authors of bias}}}},
  title   = {{bias: where and how a news article is slanted, with the evidence in place}},
  version = {{{version}}},
  license = {{Apache-2.0}},
}}"""
MODEL = """@misc{{bias-{name},
  author  = {{{{The authors of bias}}}},
  title   = {{Model of {name} of bias {version}}},
  note    = {{{files}}},
}}"""
_KEYWORDS = re.compile(r"^  keywords .*?{(.*)},\n", re.MULTILINE)


@cache
def card_names() -> tuple[str, ...]:
    """Return the names of the model cards."""
    files = resources.files("bias.models.data").iterdir()
    return tuple(sorted(f.name[:-3] for f in files if f.name.endswith(".md")))


def card(name: str) -> str:
    """Return a model card, Markdown.

    Raises `UsageError` where there is none of that name.
    """
    if name not in card_names():
        raise UsageError(f"There is no card {name!r}. Allowed: {', '.join(card_names())}.")
    return resources.files("bias.models.data").joinpath(f"{name}.md").read_text("utf-8")


def citation(name: str | None = None) -> str:
    """Return BibTeX: the tool, and one model with its sources, or the sources of all.

    Parameters
    ----------
    name
        Of a model card.
    """
    tool = TOOL.format(version=__version__)
    entries = [tool] if name is None else [tool, _model(name)]
    return "\n\n".join(
        [*entries, *(text for text, models in _sources() if name in (None, *models))]
    )


def _model(name: str) -> str:
    """Return the entry of a model: the files that its card names, with their digests."""
    told = card(name)
    digests = [f"{file} {digest}" for file, digest in model_digests().items() if file in told]
    files = f"SHA-256, first 12 digits: {', '.join(digests)}"
    return MODEL.format(name=name, version=__version__, files=files.replace("_", r"\_"))


def _sources() -> list[tuple[str, tuple[str, ...]]]:
    """Return the entry of each source, and the models that learnt from it."""
    text = resources.files("bias.models.data").joinpath("sources.bib").read_text("utf-8")
    found = []
    for entry in text.strip().split("\n\n"):
        models = _KEYWORDS.search(entry)
        assert models, "each source names its models"
        found.append((_KEYWORDS.sub("", entry), tuple(models[1].split(", "))))
    return found
