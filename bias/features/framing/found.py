"""One turn of phrase where it stands, and how likely it slants there."""

from bias.values import value


@value(frozen=True, slots=True)
class Turn:
    """Some tokens that frame: `[first, last)`."""

    first: int
    last: int
    sentence: int
    """Index into `Document.sentences`."""
    category: str
    weight: float
    """How surely it slants by itself, 0 to 1."""
    note: str
    probability: float
    """That it slants here, 0 to 1."""
