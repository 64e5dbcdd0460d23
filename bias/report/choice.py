"""Which articles get pages of their own, chosen while they stream past."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bias.errors import UsageError
from bias.outputs.record import DECIMALS

if TYPE_CHECKING:
    from bias.analysis import Analysis

PAGES = ("auto", "all", "listed")
"""Which articles get files of their own."""
MOST_PAGES = 100
"""Up to so many articles `auto` draws every one: some minutes, and a folder one can survey."""


def check_pages(pages: str) -> str:
    """Return a choice of pages.

    Raises `UsageError` when there is no such choice.
    """
    if pages not in PAGES:
        raise UsageError(f"write_report: pages is {pages!r}. Allowed: {', '.join(PAGES)}.")
    return pages


@dataclass
class Chosen:
    """Chooses, as analyses stream past, whose pages are drawn; holds only those."""

    which: str
    """One of `PAGES`."""
    top: int
    held: "dict[str, Analysis]" = field(default_factory=dict)
    """By name."""
    seen: int = 0

    def offer(self, name: str, analysis: "Analysis") -> None:
        """Take an analysis, and let go of those that will not be drawn."""
        self.held[name] = analysis
        self.seen += 1
        if self.which == "listed" or self.seen > MOST_PAGES:
            self.held = {name: self.held[name] for name in self._listed()}

    def _listed(self) -> list[str]:
        """Return the articles of the highest and the lowest ratings so far."""
        ratings = {name: one.rating for name, one in self.held.items()}
        rated = [
            (round(rating.bias, DECIMALS), name)
            for name, rating in ratings.items()
            if rating.bias is not None and not rating.reason
        ]
        highest = sorted(rated, key=lambda pair: (-pair[0], pair[1]))[: self.top]
        lowest = sorted(set(rated) - set(highest))[: self.top]
        chosen = {name for _, name in (*highest, *lowest)}
        return [name for name in self.held if name in chosen]
