"""Rails made for the role model: headlines of other stories, several together.

News pages set them amid a story or below it, bare, under a label, or with kickers, bylines or
times between. Clean articles are given one each, made of real headlines and of our own labels.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from bias.labelled.files import shipped_lines
from bias.labelled.inserts import (
    HEADLINES,
    Labelled,
    Line,
    as_set,
    clean_articles,
    labelled_of,
    other_headlines,
    prose_of,
)

Rng = random.Random
RAILS = 2
"""Made of each clean article, each in an article of its own."""
RUNS = 2
"""The same of lines that are the story's own."""
MOST = 7
"""Headlines of one rail."""
LABELS = (
    "Trending Stories", "Trending Now", "Latest Headlines", "Latest News", "Popular",
    "Most Popular", "Most Read", "Top Stories", "More Stories", "More News", "Related Stories",
    "Related Articles",
    "Recommended", "You May Also Like", "In Other News", "Editors’ Picks", "What to Read Next",
    "Also in the News", "Today’s Headlines", "More Like This", "Don’t Miss", "Other Stories",
)  # fmt: skip
KICKERS = (
    "Politics", "World", "Business", "Opinion", "Sports", "Health", "Science", "Technology",
    "Local", "Entertainment", "Crime", "Education", "Travel", "Culture", "Money", "Weather",
    "Media", "Life",
)  # fmt: skip
FIRST = ("Anna", "John", "Maria", "David", "Kate", "Paul", "Lisa", "Omar", "Wei", "Peter", "Nina")
LAST = ("Miller", "Lopez", "Chen", "Brown", "Okafor", "Kelly", "Novak", "Hall", "Reyes", "Berg")
MONTHS = ("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.")


def _kicker(rng: Rng) -> Line:
    word = rng.choice(KICKERS)
    return Line(rng.choice((word, word.upper())), "mixed")


def _byline(rng: Rng) -> Line:
    name = f"{rng.choice(FIRST)} {rng.choice(LAST)}"
    return Line(rng.choice((f"By {name}", f"by {name}", name, f"BY {name.upper()}")), "credit")


def _time(rng: Rng) -> Line:
    hours, day = rng.randint(2, 23), f"{rng.choice(MONTHS)} {rng.randint(1, 28)}"
    clock = f"{rng.randint(1, 12)}:{rng.randint(10, 59)} {rng.choice(('AM', 'p.m.'))}"
    times = (f"{hours} hours ago", f"{hours}h ago", f"{day}, 2019", day, clock, f"{day}, {clock}")
    return Line(rng.choice(times), "residue")


Part = Callable[[Rng], Line]
Form = tuple[bool, Part | None, Part | None]
"""Has it a label, and what stands above and below each headline?"""
FORMS: dict[str, Form] = {
    "bare": (False, None, None),
    "kickers above": (False, _kicker, None),
    "bylines below": (False, None, _byline),
    "times below": (False, None, _time),
    "under a label": (True, None, None),
    "under a label, times below": (True, None, _time),
}
"""Of each form: has it a label, and what stands above and below each headline."""


def make_rails(data: Path, seed: int = 0) -> list[Labelled]:
    """Give every second clean article two rails, apart, the same ones for the same seed."""
    rng, headlines = Rng(seed), other_headlines(data)
    return [
        with_rail(article, FORMS[rng.choice([*FORMS])], rng.randint(1, MOST), headlines, rng)
        for _ in range(RAILS)
        for article in clean_articles(data)[::2]
    ]


def make_runs(data: Path, seed: int = 0) -> list[Labelled]:
    """Give every second clean article some lines in a row that are its own: verse, an interview."""
    rng, runs = Rng(seed), read_runs()
    return [
        _with(article, [Line(text, "body") for text in _some(rng.choice(runs), rng)], rng)
        for _ in range(RUNS)
        for article in clean_articles(data)[::2]
    ]


def read_runs() -> list[list[str]]:
    """Read our lines that stand in a row and belong to the story, kind by kind."""
    kinds: dict[str, list[str]] = {}
    for row in shipped_lines("bias.labelled", "story_runs.tsv"):
        kind, text = row.split("\t")
        kinds.setdefault(kind, []).append(text)
    return [*kinds.values()]


def _some(lines: Sequence[str], rng: Rng) -> Sequence[str]:
    """Return some lines that follow each other."""
    first = rng.randrange(0, len(lines) - 1, 2)
    return lines[first : first + rng.randint(2, MOST)]


def rails_to_judge(data: Path, form: str, count: int) -> list[Labelled]:
    """Give the other clean articles a rail each, of other headlines."""
    rng, headlines = Rng(count), other_headlines(data, HEADLINES)
    return [
        with_rail(article, FORMS[form], count, headlines, rng)
        for article in clean_articles(data)[1::2]
    ]


def with_rail(
    article: Labelled, form: Form, count: int, headlines: Sequence[str], rng: Rng
) -> Labelled:
    """Set a rail of so many headlines between two paragraphs of an article, or behind the last."""
    chosen = [as_set(headline, rng) for headline in rng.sample(headlines, count)]
    return _with(article, [*_rail(form, chosen, rng)], rng)


def _with(article: Labelled, lines: Sequence[Line], rng: Rng) -> Labelled:
    """Set lines between two paragraphs of an article, or behind the last."""
    prose = prose_of(article)
    place = rng.randint(1, len(prose))
    parts, headline = [*prose[:place], *lines, *prose[place:]], article.document.headline
    return labelled_of(headline.of(article.document.text), parts, article.outlet, "made")


def _rail(form: Form, headlines: Sequence[str], rng: Rng) -> Iterator[Line]:
    is_labelled, above, below = form
    if is_labelled:
        yield Line(rng.choice(LABELS), "promo_story", "off")
    for headline in headlines:
        if above:
            yield above(rng)
        yield Line(headline, "promo_story", "off")
        if below:
            yield below(rng)
