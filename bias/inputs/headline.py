"""The headline of a web page: neither its site's name nor what stands in a footer or a drawing."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from bias.inputs.blocks import Cut, cut_blocks

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
PARTING = re.compile(r"\s+(?:[|·•»:–—-]|::)\s+|\s*\|\s*")
_NEWSPAPER = re.compile(
    r"(?:The )?(?:[A-Z][\w.'’&]* ){0,3}(?:Post|Times|Courier|Gazette|Herald|News|Journal|Tribune|"
    r"Guardian|Telegraph|Mail|Express|Star|Sun|Chronicle|Observer|Echo|Press|Daily|Weekly|Ledger|"
    r"Register|Independent|Standard|Today|Reuters|CNN|BBC|NPR|Bugle|Sentinel|Dispatch|Examiner|"
    r"Enquirer|Mirror|Argus|Bulletin|Record|Globe|Inquirer|Monitor|Advertiser)"
    r"(?: (?:News|Online|Radio|TV|UK|US|World|Sport))?|[\w-]{2,30}\.(?:com|org|net|co\.uk|news)"
)
"""What looks like a newspaper's name."""
_BESIDE = ("aside", "footer", "nav")
_SITE_WORDS = frozenset({"home", "homepage", "newspaper", "official", "site", "the", "website"})
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
    titles = [without_site(title, site) for title in islice(titles_of(tree), MOST_TITLES)]
    own = [cut for cut in cuts if not stands_beside(cut.element)]
    heads = (top for top in tree.iter("h1") if not stands_beside(top))
    tops = [text for top in heads if (text := _text(top))]
    spoken = [words_of(title) for title in titles]
    sets = [frozenset(words) for words in spoken]
    fitting = [top for top in tops if _agrees(top, sets)]
    padded = [f" {' '.join(words)} " for words in spoken]
    longest = max(map(len, spoken), default=0)
    repeated = [cut.text for cut in own if _is_part(words_of(cut.text), padded, longest)]
    named = [text for text in fitting + repeated if not _is_site_only(text, site)]
    shown = max(named, key=lambda text: _likeness(text, sets), default="")
    speaking = [title for title in titles if len(words_of(title)) >= LEAST_WORDS]
    choices = (shown, *speaking, _heading_above(own), *tops, *titles)
    return next((text for text in choices if text and not _is_site_only(text, site)), "")


def is_headline(paragraph: str, headline: str) -> bool:
    """Tell whether a paragraph only repeats the headline."""
    return words_of(paragraph) == words_of(headline)


def titles_of(tree: Any) -> Iterator[str]:
    """Yield the page's own titles, the most reliable first."""
    found = {
        (meta.get("property") or meta.get("name") or "").lower(): meta.get("content")
        for meta in tree.iter("meta")
    }
    candidates = [*map(found.get, _META_TITLES), *map(_text, _page_titles(tree))]
    clean = (" ".join((title or "").split()) for title in candidates)
    return (title for title in dict.fromkeys(clean) if 0 < len(title) <= LONGEST)


def _page_titles(tree: Any) -> Iterator[Any]:
    """Yield the page's titles, not those of drawings in it."""
    return (title for title in tree.iter("title") if next(title.iterancestors("svg"), None) is None)


def _text(element: Any) -> str:
    """Return the text that an element shows, in one line."""
    return " ".join(" ".join(cut.text for cut in cut_blocks(element)).split())


def stands_beside(element: Any) -> bool:
    """Tell what stands beside the story or below the page."""
    return element.tag in _BESIDE or next(element.iterancestors(*_BESIDE), None) is not None


def _is_site_only(text: str, site: str | None) -> bool:
    """Tell a title that holds the site's name and nothing that speaks of an article."""
    own = set(words_of(site or ""))
    return bool(own) and own | _SITE_WORDS >= set(words_of(text))


def without_site(title: str, site: str | None) -> str:
    """Cut the site's name off; an unknown one is a short last part behind a bar."""
    parts = PARTING.split(title)
    seams = PARTING.findall(title)
    if len(parts) < 2:
        return title
    is_short = seams[-1].strip() == "|" and len(parts[-1].split()) <= 4
    if _is_site(parts[-1], site) or is_short or _NEWSPAPER.fullmatch(parts[-1]):
        return title[: title.rindex(seams[-1])].strip()
    if _is_site(parts[0], site):
        return title[len(parts[0]) + len(seams[0]) :].strip()
    return title


def _is_site(part: str, site: str | None) -> bool:
    """Tell a site's name, however spaced or suffixed."""
    ours, theirs = "".join(words_of(part)), "".join(words_of(site or ""))
    return bool(ours and theirs) and (ours in theirs or theirs in ours)


def words_of(text: str) -> list[str]:
    """Return the words of a title or a name, in lower case."""
    return _WORD.findall(text.lower())


def _likeness(text: str, titles: Sequence[frozenset[str]]) -> float:
    """Return the share of all words that a text and the likest title both have."""
    ours = set(words_of(text))
    return max(len(ours & theirs) / max(1, len(ours | theirs)) for theirs in titles)


def _agrees(text: str, titles: Sequence[frozenset[str]]) -> bool:
    """Tell whether a text has about half its words in common with one of the titles."""
    ours = set(words_of(text))
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
    long = (i for i, cut in enumerate(cuts) if len(words_of(cut.text)) >= STORY_WORDS)
    above = cuts[: next(long, 0)]
    headings = (cut.text for cut in reversed(above) if cut.element.tag in ("h1", "h2", "h3"))
    return next((text for text in headings if len(words_of(text)) >= LEAST_WORDS), "")
