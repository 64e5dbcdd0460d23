"""The language of marks: colours, second signs, words and type sizes.

One hue per family of evidence. The hues keep apart for colour-blind readers
and step evenly in lightness, so they keep apart in grey too; none is a party's
colour, none says good or bad. Each family has a letter and an underline as
well, so a photocopy loses nothing.
"""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from bias.codebook import in_words

if TYPE_CHECKING:
    from bias.analysis import Analysis

INK = "#1f2328"
SOFT = "#5d646c"
"""For second-rank words; 5.9 : 1 on white."""
FAINT = "#8b939b"
"""For rules and furniture; never for words that must be read."""
RULE = "#c9ced3"
WASH = "#eef0f2"
PAPER = "#ffffff"

Underline = Literal["thick", "solid", "double", "dashed", "wavy", "broken", "dotted"]


@dataclass(frozen=True, slots=True)
class Family:
    """How one extractor's evidence is drawn and named."""

    feature: str
    letter: str
    label: str
    colour: str
    tint: str | None
    """Behind the words; None where marks are many and must stay light."""
    underline: Underline
    marker: str
    """Its sign in the rows under the strip, a matplotlib marker."""

    @property
    def ink(self) -> str:
        """Return its colour for words: darker, to be read at small sizes."""
        return mixed(self.colour, "#000000", 0.28)


FAMILIES: tuple[Family, ...] = (
    Family("headline", "H", "headline device", "#4d2180", "#e6dcf2", "thick", "D"),
    Family("loaded_terms", "L", "loaded wording", "#c97a00", "#fdecc8", "solid", "s"),
    Family("framing", "S", "suggestion", "#3f7f33", "#e3f0df", "broken", "v"),
    Family("promo", "P", "promo insert", "#00757f", "#dff0f1", "wavy", "^"),
    Family("attribution", "A", "attribution", "#a0578c", None, "double", "o"),
    Family("epistemology", "E", "certainty and doubt", "#a9a27c", None, "dashed", "|"),
    Family("agency", "G", "agency", "#bdb9ad", None, "dotted", "X"),
)
FRAME = Family("frames", "F", "policy frame", "#5d646c", None, "dotted", "x")
"""What an article looks at: no evidence of slant, marked in the page when asked for."""
OTHER = Family("other", "U", "list of your own", "#5d646c", "#e4e7ea", "dotted", "x")
"""Whatever no extractor of ours found: terms of the user's lists."""
_BY_FEATURE = {family.feature: family for family in (*FAMILIES, FRAME)}

SCORE_LABELS = {
    "headline": ("headline", "Headline"),
    "loaded": ("loaded_terms", "Wording, outlet’s voice"),
    "framing": ("framing", "Suggestion"),
    "promo": ("promo", "Promo inserts"),
    "attribution": ("attribution", "Attribution"),
    "epistemology": ("epistemology", "Certainty and doubt"),
    "agency": ("agency", "Agency"),
}
"""By score: the family it belongs to, and its words."""

INSERT_LABELS = {
    "promo_story": "headline of another story",
    "promo_media": "pointer to a video, picture or podcast",
    "ad": "advertisement",
    "signup": "invitation to sign up",
}
INSERT_KINDS = {
    "promo_story": "insert: another story",
    "promo_media": "insert: video or podcast",
    "ad": "insert: advertisement",
    "signup": "insert: sign-up",
}
"""The same in few words, for lists."""
FURNITURE_LABELS = {
    "engagement": "reader poll or comment",
    "credit": "credit",
    "notice": "notice",
    "residue": "page residue",
}


def families_in(analysis: "Analysis") -> tuple[Family, ...]:
    """Return the families whose marks an article's pages explain."""
    return (*FAMILIES, OTHER) if analysis.lexicons else FAMILIES


def family_of(feature: str) -> Family:
    """Return how an extractor's evidence is drawn; unknown ones stay grey."""
    return _BY_FEATURE.get(feature, OTHER)


def score_family(score: str) -> Family:
    """Return the family that a score sums up."""
    return family_of(SCORE_LABELS.get(score, (score, ""))[0])


def score_label(score: str) -> str:
    """Return a score's name in words."""
    return SCORE_LABELS.get(score, ("", in_words(score).capitalize()))[1]


def mixed(colour: str, other: str, share: float) -> str:
    """Mix a share of another colour into one.

    >>> mixed("#000000", "#ffffff", 0.5)
    '#808080'
    """
    pairs = ((int(colour[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def lighter(colour: str, share: float) -> str:
    """Mix a share of white into a colour."""
    return mixed(colour, PAPER, share)


def undefined(value: float | None) -> bool:
    """Say whether a number is missing: None or NaN."""
    return value is None or math.isnan(value)


def number(value: float | None) -> str:
    """Write a probability or a score with the two decimals it deserves.

    >>> number(0.618), number(float("nan"))
    ('0.62', 'undefined')
    """
    return "undefined" if value is None or math.isnan(value) else f"{value:.2f}"


def measured(value: float | None) -> str:
    """Write a measure: three significant digits, thousands whole.

    >>> measured(1234.6), measured(0.01234), measured(-2.0)
    ('1,235', '0.0123', '−2')
    """
    if value is None or math.isnan(value):
        return "undefined"
    if abs(value) >= 100 or value == round(value):
        return f"{value:,.0f}".replace("-", "−")
    return f"{value:.3g}".replace("-", "−")


def signed(value: float) -> str:
    """Write a contribution with its sign.

    >>> signed(-0.412)
    '−0.41'
    """
    return f"{value:+.2g}".replace("-", "−")


def capital(words: str) -> str:
    """Begin words with a capital, whatever follows."""
    return words[:1].upper() + words[1:]


def shorten(text: str, length: int) -> str:
    """Cut a text at a word end, with an ellipsis, to at most `length` characters.

    >>> shorten("one two three", 9)
    'one two…'
    """
    text = " ".join(text.split())
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    at = cut.rfind(" ")
    return (cut[:at] if at > length // 2 else cut).rstrip(" ,;:–—-") + "…"
