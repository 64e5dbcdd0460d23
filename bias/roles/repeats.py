"""Lines that an outlet sets in several of its articles: furniture, when a batch is at hand.

A line of the story stands in one article; a button, an appeal or a notice in many.
In promo_inserts, counted over Article-Bias-Prediction, 11 of 5,943 paragraphs of the
story but 443 of 1,167 others stand in two more articles of their outlet; in just one more
28 of the story do, as stories are told again (2026-11-22).
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import blake2b

from bias.document.article import Article
from bias.document.document import Document
from bias.document.paragraphs import split_paragraphs
from bias.roles.role import Role
from bias.words.cut import tidy

LONGEST_LINE = 400
"""Characters beyond which a paragraph is not counted: furniture is short."""
LEAST_OTHERS = 2
"""Other articles a line must stand in to count as repeated (see above)."""
MOST_LINES = 200_000
"""Different lines kept in mind, whatever the size of the batch."""
COPY_SHARE = 0.5
"""An article with more of its paragraphs repeated is a copy, and nothing is told from it."""
NUDGES: dict[Role, float] = {"body": -2.0, "subhead": -1.0}
"""Log odds that repetition adds. Sections have standing names, so less for subheads (set by
hand from -1 to -4 on promo_inserts, which hardly moves with it, 2026-11-22)."""

_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True)
class Repeats:
    """How often lines stand in the articles of one batch, outlet by outlet.

    Plain data without any text, small enough to hand to other processes.
    """

    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    """For each outlet, in how many articles a line (by its hash) stands."""

    def others(self, document: Document) -> tuple[int, ...]:
        """Return, for each paragraph, in how many other articles of the outlet it stands.

        Parameters
        ----------
        document
            An article of the batch the lines were counted in.

        Returns
        -------
        tuple of int
            Zero for what stands in fewer than `LEAST_OTHERS`, and throughout for an
            article without an outlet or one that the batch holds several times.
        """
        counts = self.counts.get(document.article.outlet or "", {})
        if not counts:
            return (0,) * len(document.paragraphs)
        texts = [document.text[p.start : p.end] for p in document.paragraphs]
        found = tuple(counts.get(_key(text), 1) - 1 if _counts(text) else 0 for text in texts)
        copied = sum(map(bool, found)) > COPY_SHARE * len(found)
        return (0,) * len(found) if copied else found


def find_repeats(articles: Iterable[Article], most: int = MOST_LINES) -> Repeats:
    """Count in how many articles of its outlet each short paragraph stands.

    Beyond `most` different lines each count is lowered by one and what falls to
    zero forgotten (Misra & Gries, Finding repeated elements, 1982), so counts may
    then fall short by the number of lines over `most`. Until then the order of
    the articles does not matter. Articles without an outlet are passed over.

    Parameters
    ----------
    articles
        The batch; gone through once.
    most
        Lines kept in mind, 1 or more.
    """
    seen: Counter[tuple[str, int]] = Counter()
    for article in articles:
        if article.outlet:
            paragraphs = split_paragraphs(tidy(article.body))
            seen.update(
                (article.outlet, key) for key in set(map(_key, filter(_counts, paragraphs)))
            )
        if len(seen) > most:
            seen = Counter({line: count - 1 for line, count in seen.items() if count > 1})
    counts: dict[str, dict[int, int]] = {}
    for (outlet, key), count in sorted(seen.items()):
        if count > LEAST_OTHERS:
            counts.setdefault(outlet, {})[key] = count
    return Repeats(counts)


def _counts(text: str) -> bool:
    return len(text) <= LONGEST_LINE and any(map(str.isalpha, text))


def _key(text: str) -> int:
    """Return a number that stands for a line, the same whatever its numbers and case."""
    line = _DIGITS.sub("0", text.casefold())
    return int.from_bytes(
        blake2b(line.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big"
    )
