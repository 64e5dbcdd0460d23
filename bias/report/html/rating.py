"""The rating as HTML: its scale before the hill of real articles, and what moved it."""

from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from bias.charts.style import capital, number
from bias.codebook import in_words
from bias.models.norms import reference_quantiles
from bias.rating.rate import BASE, HIGH_EDGE, LOW_EDGE, band_of
from bias.report.html.charts import outline, percent, stretched
from bias.report.html.element import element, escaped, number_cell, table
from bias.report.subject import DRIVERS
from bias.why.behind import spans_behind_each

if TYPE_CHECKING:
    from bias.rating.rate import Driver, Rating
    from bias.report.subject import Subject
    from bias.words.cut import Span

AXIS = 62
"""Height of the scale's line, in pixels from the top."""
HILL = 44
MOST_DRIVERS = 8
LEAN_MEANS = (
    "A resemblance of words to those of outlets, never a verdict on the article; the rating does "
    "not look at it."
)


def rating_part(subject: "Subject") -> str:
    """Return the rating, how sure it is, how it compares, and why it is so."""
    rating = subject.analysis.rating
    big, words = ("–", "not rated") if rating.bias is None else (number(rating.bias), rating.band)
    verdict = element("p", element("b", big) + element("span", words or ""), class_="verdict")
    told = element("figcaption", escaped(capital(subject.finding())))
    drawn = element(
        "figure", scale(rating, subject.analysis.rated_by is None) + told + _manner(subject)
    )
    return element("div", verdict + drawn, class_="rating")


def _manner(subject: "Subject") -> str:
    """Say what kind of piece it reads like, where known."""
    told = subject.manner()
    return element("p", escaped(told), class_="soft") if told else ""


def lean_part(subject: "Subject") -> str:
    """Return whose wording the article resembles; empty where that is unknown."""
    told = subject.resemblance()
    return element("p", escaped(told)) + element("p", LEAN_MEANS, class_="soft") if told else ""


def scale(rating: "Rating", reference: bool = True) -> str:
    """Draw the scale from 0 to 1: real articles' hill as a reference, interval, point."""
    parts = [
        hill() if reference else "",
        element("line", class_="axis", x2="100%", y1=AXIS, y2=AXIS),
    ]
    parts += [_edge(edge) for edge in (LOW_EDGE, HIGH_EDGE)]
    parts += [_words(0, "0", 20, "start"), _words(1, "1", 20, "end")]
    parts += [_words(x, name, 20) for x, name in _band_middles()]
    if rating.low is not None and rating.high is not None:
        width = percent(rating.high - rating.low)
        parts.append(
            element("rect", class_="interval", x=percent(rating.low), y=AXIS - 7, width=width,
                    height=14, rx=2)
        )  # fmt: skip
    if rating.bias is not None:
        parts.append(element("circle", class_="point", cx=percent(rating.bias), cy=AXIS, r=8))
    return element("svg", "".join(parts), class_="scale", role="img", aria_label=_told(rating))


def _told(rating: "Rating") -> str:
    """Say what the scale shows."""
    if rating.bias is None:
        return "Scale from 0 to 1, empty: not rated"
    told = f"Rating {number(rating.bias)} on a scale from 0 to 1, {rating.band}"
    if rating.low is None or rating.high is None:
        return told
    return f"{told}; 90 % interval {number(rating.low)} to {number(rating.high)}"


def _band_middles() -> tuple[tuple[float, str], ...]:
    ends = (0.0, LOW_EDGE, HIGH_EDGE, 1.0)
    middles = [(a + b) / 2 for a, b in pairwise(ends)]
    return tuple((middle, band_of(middle)) for middle in middles)


def _edge(share: float) -> str:
    at = percent(share)
    return element("line", class_="edge", x1=at, x2=at, y1=AXIS - HILL, y2=AXIS + 12)


def _words(share: float, words: str, below: int, anchor: str = "middle") -> str:
    return element("text", escaped(words), x=percent(share), y=AXIS + below, text_anchor=anchor)


def hill() -> str:
    """Draw where the ratings of real news articles lie; empty without a reference."""
    drawn = outline(reference_quantiles("bias"), "hill")
    return stretched(drawn, AXIS - HILL, HILL) if drawn else ""


def drivers_part(subject: "Subject") -> str:
    """Return what moved the rating, strongest first; the parts add up to its log-odds."""
    rating = subject.analysis.rating
    known = [driver for driver in rating.drivers if driver.feature != BASE]
    if not known:
        return ""
    base = sum(driver.contribution for driver in rating.drivers if driver.feature == BASE)
    rest = sum(driver.contribution for driver in known[MOST_DRIVERS:])
    most = max(abs(driver.contribution) for driver in known)
    shown = known[:MOST_DRIVERS]
    behind = spans_behind_each(subject.analysis, shown)
    rows = [_driver(subject, *pair, most) for pair in zip(shown, behind, strict=True)]
    rows += [_sum_row(f"{len(known) - MOST_DRIVERS} others", rest)] if rest else []
    rows += [_sum_row("every article", base)] if base else []
    total = base + sum(driver.contribution for driver in known)
    words = (
        "Each part in log-odds, against an article with average measures: filled raises the "
        f"rating, open lowers it. The sum is {_signed(total)}, a rating of {number(rating.bias)}. "
        "Small numbers lead to the sentences that a part comes from."
    )
    heads = ("measure", "lowers | raises", "by", "percentile")
    return table(heads, rows, "drivers") + element("p", words, class_="soft")


def _driver(subject: "Subject", driver: "Driver", behind: "tuple[Span, ...]", most: float) -> str:
    name = driver.feature
    place = subject.analysis.place(name)
    words = escaped(DRIVERS.get(name, in_words(name)))
    label = element("th", words + _places(subject, words, behind), scope="row")
    drawn = element("td", _pull(driver.contribution / most), class_="pull")
    amount = number_cell(_signed(driver.contribution))
    return element("tr", label + drawn + amount + number_cell(place.short if place else ""))


def _places(subject: "Subject", words: str, behind: "tuple[Span, ...]") -> str:
    """Link to the sentences that a driver comes from."""
    starts = [sentence.start for sentence in subject.analysis.sentences]
    found = dict.fromkeys(bisect_right(starts, span.start) - 1 for span in behind)
    links = (
        element("a", str(n), href=f"#s{index}", aria_label=f"{words}, place {n} in the text")
        for n, index in enumerate(found, start=1)
    )
    return " " + element("span", " ".join(links), class_="places") if found else ""


def _sum_row(words: str, contribution: float) -> str:
    label = element("th", words, scope="row", class_="soft")
    return element(
        "tr", label + element("td") + number_cell(_signed(contribution)) + number_cell("")
    )


def _signed(value: float) -> str:
    return f"{value:+.2f}".replace("-", "−")


def _pull(share: float) -> str:
    """Draw a contribution, -1 to 1, to the left or right of the middle."""
    left = 0.5 + min(0.0, share) / 2
    bar = element(
        "rect", class_="up" if share > 0 else "down", x=percent(left), y="14%",
        width=percent(abs(share) / 2), height="72%",
    )  # fmt: skip
    zero = element("line", class_="zero", x1="50%", x2="50%", y2="100%")
    return element("svg", bar + zero, class_="pull", aria_hidden="true")
