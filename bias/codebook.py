"""The codebook: every number this package prints, explained; made from the code."""

from collections.abc import Iterable
from typing import Any

from bias.features import EXTRACTORS
from bias.features.base import Measure
from bias.features.user_terms import user_measures
from bias.frames.policy import FRAME_MEASURES
from bias.lists.user import UserLexicon
from bias.rating.article_codebook import MEASURES
from bias.rating.beside import GENRE_MEASURES
from bias.roles import ROLES

COLUMNS = ("name", "definition", "unit", "range", "direction", "source")

_RATING = (
    Measure(
        "rating_bias",
        "Calibrated probability that readers judge the article biased, for a reader who before "
        "reading held both equally likely.",
        "probability", 0, 1, "more likely judged biased",
        "model card `bias/models/data/articles.md`",
    ),
    Measure(
        "rating_low", "Lower end of the rating's 90 % interval.", "probability", 0, 1,
        "more likely judged biased", "model card `bias/models/data/articles.md`",
    ),
    Measure(
        "rating_high", "Upper end of the rating's 90 % interval.", "probability", 0, 1,
        "more likely judged biased", "model card `bias/models/data/articles.md`",
    ),
    Measure(
        "rating_without_inserts", "The same as the rating, in which inserts have no say.",
        "probability", 0, 1, "more likely judged biased",
        "model card `bias/models/data/articles.md`",
    ),
)  # fmt: skip

_LEAN = tuple(
    Measure(
        f"lean_{side}",
        f"Probability that the story's wording is that of articles from {side} outlets, as it "
        "comes true of outlets the model has not read; null where unsure. No verdict.",
        "probability", 0, 1, f"more like the {side} outlets that taught it",
        "model card `bias/models/data/lean.md`",
    )
    for side in ("left", "center", "right")
)  # fmt: skip


def rows(lexicons: Iterable[UserLexicon] = ()) -> list[dict[str, Any]]:
    """Return the codebook as rows: name, definition, unit, range, direction, source.

    Parameters
    ----------
    lexicons
        Term lists of the user's own; their features come last, as in the output.
    """
    scores = [
        Measure(
            f"score_{e.score_name}",
            e.definition,
            "score",
            0,
            1,
            "more slanted",
            f"extractor `{e.name}`",
        )
        for e in EXTRACTORS
    ]
    features = [measure for e in EXTRACTORS for measure in e.measures]
    own = [measure for lexicon in lexicons for measure in user_measures(lexicon)]
    framed = (*scores, *FRAME_MEASURES, *features)
    every = (*_RATING, *_LEAN, *framed, *MEASURES, *GENRE_MEASURES, *own)
    return [_row(measure) for measure in every]


def _row(measure: Measure) -> dict[str, Any]:
    return {
        "name": measure.name,
        "definition": measure.definition,
        "unit": measure.unit,
        "range": f"{measure.low:g} to {measure.high:g}",
        "direction": measure.direction,
        "source": measure.source,
    }


def as_markdown(lexicons: Iterable[UserLexicon] = ()) -> str:
    """Return the codebook as the Markdown page `docs/codebook.md`, the user's lists last."""
    sections = [_INTRODUCTION, "## Rating\n\n" + _table(_RATING)]
    sections.append(f"## What drives the rating\n\n{_DRIVERS}\n\n{_table(MEASURES)}")
    sections.append(f"## Genre\n\n{_GENRE}\n\n{_table(GENRE_MEASURES)}")
    sections.append(f"## Lean\n\n{_LEAN_MEANS}\n\n{_table(_LEAN)}")
    sections.append(f"## Policy frames\n\n{_FRAMES}\n\n{_table(FRAME_MEASURES)}")
    for extractor in EXTRACTORS:
        name = extractor.score_name
        title = f"## {extractor.name}: `scores.{name}`, in tables `score_{name}`"
        sections.append(f"{title}\n\n{extractor.definition}\n\n{_table(extractor.measures)}")
    for lexicon in lexicons:
        title = f"## {lexicon.name}: a list of your own"
        told = f"From `{lexicon.source}`. Its features enter no score and no rating."
        sections.append(f"{title}\n\n{told}\n\n{_table(user_measures(lexicon))}")
    sections.append("## Paragraph roles\n\n" + ", ".join(f"`{role}`" for role in ROLES) + ".")
    return "\n\n".join(sections) + "\n"


_DRIVERS = (
    "Beside the scores `headline`, `loaded` and `framing`, the rating "
    "is a weighted sum of these; brackets, dashes and second persons are told and have no say."
)
_LEAN_MEANS = (
    "In records `lean`; all three are null, with a `lean_reason`, where such a statement would be "
    "wrong too often. It enters no score and no rating; `docs/lean.md` says how far to trust it."
)
_FRAMES = (
    "In records `frames`, without the `frame_`; `headline_frames` are the headline's, and each "
    "paragraph names its own. Null where a frame cannot be told well enough: `docs/frames.md`."
)
_GENRE = "What kind of piece it reads like; it enters no score and no rating."

_INTRODUCTION = """# Codebook

Every number the package prints. This page is made by `bias codebook --format markdown`
from the code; a test keeps the two equal. Undefined numbers are empty (`null` in
records, NaN in Python), never 0. Rates are counted over the story's own paragraphs:
promo inserts, page furniture and subheads are left out. Two columns of tables are words:
`rating_band` (low, moderate or high) and `rating_reason` (why there is no rating, or why its
interval is wide)."""


def _table(measures: Iterable[Measure]) -> str:
    lines = ["| " + " | ".join(COLUMNS) + " |", "|" + " --- |" * len(COLUMNS)]
    for measure in measures:
        cells = [str(cell).replace("|", "\\|") for cell in _row(measure).values()]
        lines.append(f"| `{cells[0]}` | " + " | ".join(cells[1:]) + " |")
    return "\n".join(lines)


def in_words(code: str) -> str:
    """Return a code name as words.

    >>> in_words("loaded_verb")
    'loaded verb'
    """
    return code.replace("_", " ")
