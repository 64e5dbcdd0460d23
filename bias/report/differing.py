"""What differs between two accounts, as a report calls it."""

from dataclasses import dataclass

from bias.events.difference import Difference

KINDS = {
    "money": "another sum", "percent": "another share", "count": "another number",
    "scale": "another number", "ordinal": "another number", "tally": "another count of votes",
    "age": "another age", "year": "another year", "month": "another month", "day": "another day",
    "date": "another date", "time": "another time of day", "name": "another name",
    "place": "another place", "outcome": "opposite words",
    "attribution": "whose word it is", "stage": "another stage",
}  # fmt: skip
"""What differs, in words."""


@dataclass(frozen=True)
class Differing:
    """A contradiction, ready to be shown: one for each two accounts and each thing that differs."""

    one: int
    other: int
    what: Difference

    @property
    def label(self) -> str:
        """Return what differs, in words."""
        return KINDS[self.what.kind]
