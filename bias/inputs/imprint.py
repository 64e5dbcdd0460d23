"""What a page says of its article: headline, outlet, day, address and authors."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from bias.inputs.blocks import Cut
from bias.inputs.extractor import metadata
from bias.inputs.headline import LONGEST, PARTING, find_headline, titles_of, words_of

LONGEST_NAME = 6
"""Words of an outlet's name; what is longer is a slogan, or the headline."""
MOST_AUTHORS = 50
"""Names that are looked at; no story has so many."""

_ADDRESS = re.compile(r"^(?:https?://)?(?:www\.)?", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_NO_NAME = frozenset({"copyright", "home", "homepage", "untitled"})
_NO_PERSON = frozenset({
    "admin", "administrator", "contributor", "correspondent", "editor", "editorial", "email",
    "facebook", "instagram", "is", "log", "login", "news", "posted", "published", "register",
    "reporter", "service", "share", "sign", "subscribe", "twitter", "updated", "writer", "monday",
    "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february",
    "july", "september", "october", "november", "december",
})  # fmt: skip
"""Words that are no part of a person's name: it ends before them."""
_ALSO_NAMES = frozenset({"april", "august", "june", "march", "may"})
"""Months that are names as well: none only behind a whole name."""
_MANY = frozenset({"bureau", "desk", "newsroom", "services", "staff", "team", "wire"})
"""Words of what is no person at all."""
_AGENCIES = frozenset({"afp", "ap", "cnn", "pti", "upi"})


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a page says of its article."""

    headline: str
    """Empty when it names none."""
    outlet: str | None
    date: str | None
    """A day, YYYY-MM-DD."""
    url: str | None
    authors: str | None
    """Names, parted by semicolons."""


def read_imprint(tree: Any, cuts: Sequence[Cut]) -> Imprint:
    """Return what a parsed page, cut into blocks, says of its article."""
    about, titles = metadata(tree), list(titles_of(tree))
    site, url = about.get("sitename"), about.get("url")
    headline = find_headline(tree, cuts, outlet_of(site, titles))
    outlet = outlet_of(site, titles, headline)
    authors = authors_of(about.get("author"), outlet, tree, cuts)
    return Imprint(headline, outlet, date_of(tree, about.get("date")), url, authors)


def outlet_of(site: str | None, titles: Sequence[str], headline: str = "") -> str | None:
    """Return the outlet's name: of what the page calls its site, the part that can be a name.

    Parameters
    ----------
    site
        What the page calls its site.
    titles
        The page's own titles; one may end in the outlet's name, behind a bar.
    headline
        The article's, which some pages give as the name of their site; empty when not yet known.

    >>> outlet_of("The Bay News | All about the bay, its boats and its people", [])
    'The Bay News'
    >>> outlet_of("Pier Closes", ["Pier Closes | The Bay News"], "Pier Closes")
    'The Bay News'
    """
    parts = PARTING.split(_ADDRESS.sub("", (site or "")[:LONGEST]))
    name = next((part for part in parts if _is_name(part, headline)), None)
    if name is None and site:
        ends = (title.rpartition("|")[2].strip() for title in titles if "|" in title)
        name = next((end for end in ends if _is_name(end, headline)), None)
    return name


def _is_name(part: str, headline: str) -> bool:
    words = words_of(part)
    return (
        0 < len(words) <= LONGEST_NAME and words != words_of(headline) and words[0] not in _NO_NAME
    )


def date_of(tree: Any, found: str | None) -> str | None:
    """Return the article's day: one that the head states, else of `datetime=`, else a guess.

    Parameters
    ----------
    tree
        The parsed page.
    found
        What the extractor takes for the day, YYYY-MM-DD; it may be a guess from the text.
    """
    written = re.compile((found or "").replace("-", "[-/]?"))
    if found is None or any(map(written.search, _stated(tree))):
        return found
    marked = (_DAY.search(time.get("datetime") or "") for time in tree.iter("time"))
    return next((day[0] for day in marked if day), found)


def _stated(tree: Any) -> Iterator[str]:
    """Yield what stands in the head for machines."""
    yield from (meta.get("content") or "" for meta in tree.iter("meta"))
    yield from (
        script.text or "" for script in tree.iter("script") if "json" in (script.get("type") or "")
    )


def authors_of(found: str | None, outlet: str | None, tree: Any, cuts: Sequence[Cut]) -> str | None:
    """Return the authors' names, parted by semicolons; None where none of them is a person's.

    Parameters
    ----------
    found
        What the extractor takes for them, parted alike.
    outlet
        The outlet's name, which is no author.
    tree, cuts
        The page and its blocks: who is named in boxes beside the story only did not write it.
    """
    parts = (found or "").split(";")[:MOST_AUTHORS]
    names = [name for part in parts if (name := _person(part[:LONGEST]))]
    full = [name for name in names if " " in name and name.split()[0].lower() not in _AGENCIES]
    own = [name for name in full or names if words_of(name) != words_of(outlet or "")]
    return "; ".join(name for name in own if not _is_beside(name, tree, cuts)) or None


def _person(part: str) -> str:
    """Return a name up to the first word that is part of none.

    >>> _person(" Nora Quill November"), _person("Login New"), _person("Ada May")
    ('Nora Quill', '', 'Ada May')
    """
    words = part.split()
    if not _MANY.isdisjoint(word.lower() for word in words):
        return ""
    last = (
        i
        for i, word in enumerate(word.lower() for word in words)
        if word in _NO_PERSON or (i > 1 and word in _ALSO_NAMES)
    )
    return " ".join(words[: next(last, None)])


def _is_beside(name: str, tree: Any, cuts: Sequence[Cut]) -> bool:
    """Tell whether a name stands on the page only in what is set beside the story."""
    sought = f" {' '.join(words_of(name))} "
    shown = [cut for cut in cuts if sought in f" {' '.join(words_of(cut.text))} "]
    return (
        bool(shown)
        and all(_is_aside(cut.element) for cut in shown)
        and not any(sought in f" {' '.join(words_of(stated))} " for stated in _stated(tree))
    )


def _is_aside(element: Any) -> bool:
    return element.tag == "aside" or next(element.iterancestors("aside"), None) is not None
