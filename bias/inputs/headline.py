"""The headline of a web page, without the name of its site."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from bias.inputs.blocks import Cut

SHARED_WORDS = 0.5
"""Share of the shorter title's words that an `h1` and the page's title must have in common."""

LEAST_WORDS = 3
"""Words from which a block that the title repeats is the headline, not the site's name."""
LONGEST = 300
"""Characters; a longer title is a tag that was never closed."""
MOST_TITLES = 100
"""Different titles that are looked at: drawings inside a page have titles too. On the scrapinghub
and L3S-GN1 pages 50 are the most (2026-11-23)."""
STORY_WORDS = 25
"""Words of a block with which the story has begun."""

_WORD = re.compile(r"[^\W_]+")
_PARTING = re.compile(r"\s+(?:[|·•»:–—-]|::)\s+|\s*\|\s*")
_META_TITLES = ("og:title", "twitter:title", "dc.title", "headline")


def find_headline(tree: Any, cuts: Sequence[Cut], site: str | None) -> str:
    """Return the headline; empty when the page names none.

    Parameters
    ----------
    tree
        The parsed page.
    cuts
        Its blocks: one that the title repeats, among other things, is the headline.
    site
        The site's name, to be cut off the end or the beginning; None when unknown.
    """
    titles = [_without_site(title, site) for title in islice(_titles(tree), MOST_TITLES)]
    tops = [text for top in tree.iter("h1") if (text := _text(top))]
    spoken = [_words(title) for title in titles]
    sets = [frozenset(words) for words in spoken]
    fitting = [top for top in tops if _agrees(top, sets)]
    padded = [f" {' '.join(words)} " for words in spoken]
    longest = max(map(len, spoken), default=0)
    repeated = [cut.text for cut in cuts if _is_part(_words(cut.text), padded, longest)]
    shown = max(fitting + repeated, key=lambda text: _likeness(text, sets), default="")
    speaking = [title for title in titles if len(_words(title)) >= LEAST_WORDS]
    choices = (shown, *speaking, _heading_above(cuts), *tops, *titles)
    return next(filter(None, choices), "")


def is_headline(paragraph: str, headline: str) -> bool:
    """Tell whether a paragraph only repeats the headline."""
    return _words(paragraph) == _words(headline)


def _titles(tree: Any) -> Iterator[str]:
    """Yield the page's own titles, the most reliable first."""
    found = {
        (meta.get("property") or meta.get("name") or "").lower(): meta.get("content")
        for meta in tree.iter("meta")
    }
    candidates = [*map(found.get, _META_TITLES), *map(_text, tree.iter("title"))]
    clean = (" ".join((title or "").split()) for title in candidates)
    return (title for title in dict.fromkeys(clean) if 0 < len(title) <= LONGEST)


def _text(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _without_site(title: str, site: str | None) -> str:
    """Cut the site's name off; an unknown one is a short last part behind a bar."""
    parts = _PARTING.split(title)
    seams = _PARTING.findall(title)
    if len(parts) < 2:
        return title
    if _is_site(parts[-1], site) or (seams[-1].strip() == "|" and len(parts[-1].split()) <= 4):
        return title[: title.rindex(seams[-1])].strip()
    if _is_site(parts[0], site):
        return title[len(parts[0]) + len(seams[0]) :].strip()
    return title


def _is_site(part: str, site: str | None) -> bool:
    """Tell a site's name, however spaced or suffixed."""
    ours, theirs = "".join(_words(part)), "".join(_words(site or ""))
    return bool(ours and theirs) and (ours in theirs or theirs in ours)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _likeness(text: str, titles: Sequence[frozenset[str]]) -> float:
    """Return the share of all words that a text and the likest title both have."""
    ours = set(_words(text))
    return max(len(ours & theirs) / max(1, len(ours | theirs)) for theirs in titles)


def _agrees(text: str, titles: Sequence[frozenset[str]]) -> bool:
    """Tell whether a text has about half its words in common with one of the titles."""
    ours = set(_words(text))
    return any(
        len(ours & theirs) >= SHARED_WORDS * max(1, min(len(ours), len(theirs)))
        for theirs in titles
    )


def _is_part(words: list[str], titles: Sequence[str], longest: int) -> bool:
    """Tell whether a title repeats a block that is long enough to be a headline."""
    if not LEAST_WORDS <= len(words) <= longest:
        return False
    sought = f" {' '.join(words)} "
    return any(sought in title for title in titles)


def _heading_above(cuts: Sequence[Cut]) -> str:
    """Return the last heading before the story begins; empty when there is none."""
    long = (i for i, cut in enumerate(cuts) if len(_words(cut.text)) >= STORY_WORDS)
    above = cuts[: next(long, 0)]
    headings = (cut.text for cut in reversed(above) if cut.element.tag in ("h1", "h2", "h3"))
    return next((text for text in headings if len(_words(text)) >= LEAST_WORDS), "")
