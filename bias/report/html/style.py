"""The style sheets of the HTML reports: what all pages share, and the marks of one article."""

from collections.abc import Iterator

from bias.charts.style import FAMILIES, FRAME, OTHER, Family, Underline, lighter
from bias.report.html.kinds import Kind, Kinds
from bias.report.html.page import asset

_LINES: dict[Underline, str] = {
    "thick": "solid 3px",
    "solid": "solid 2px",
    "double": "double 3px",
    "dashed": "dashed 1.5px",
    "wavy": "wavy 1.5px",
    "broken": "dashed 3px",
    "dotted": "dotted 2px",
}
DARK = 0.45
"""Share of white in a family's colour on dark paper."""
SHADES = 5
"""Steps of the sentences' shading."""
_OFF = "{background:none!important;text-decoration:none!important}"


def article_style(kinds: Kinds) -> str:
    """Return the style sheet of an article's page."""
    later_wins = reversed(kinds.all)
    rules = [asset("page.css"), asset("article.css"), family_colours()]
    rules += [rule for kind in later_wins for rule in _kind(kind)]
    return "".join([*rules, *_switches(), *_shades()])


def index_style() -> str:
    """Return the style sheet of the page that leads to the articles."""
    return asset("page.css") + asset("index.css") + family_colours() + "".join(_heat())


def family_colours() -> str:
    """Return the colours of all families, for light and for dark paper."""
    return "".join(_family(family) for family in (*FAMILIES, FRAME, OTHER))


def _family(family: Family) -> str:
    """Return a family's colours, for light and for dark paper."""
    name, light, dark = family.feature, family.colour, lighter(family.colour, DARK)
    tint = f"light-dark({family.tint},{light}66)" if family.tint else "transparent"
    return (
        f":root{{--{name}:light-dark({light},{dark});--{name}-ink:light-dark({family.ink},{dark});"
        f"--{name}-tint:{tint}}}\n"
        f".meter.{name} .got{{fill:var(--{name})}}.letter.{name}{{color:var(--{name}-ink)}}\n"
        f".row.{name} path{{stroke:var(--{name})}}\n"
    )


def _kind(kind: Kind) -> Iterator[str]:
    """Yield how the marks of one kind look while its switch is on."""
    name, code = kind.feature if kind.family is not OTHER else OTHER.feature, kind.code
    line = f"underline {_LINES[kind.family.underline]} var(--{name})"
    yield f".key.{code}{{background:var(--{name}-tint);text-decoration:{line}}}\n"
    on = f"body:has(#{code}:checked) mark.{code}"
    yield f"{on}{{background:var(--{name}-tint);text-decoration:{line}}}\n"
    faint = f"color-mix(in srgb,var(--{name}) 70%,var(--paper))"
    yield f"{on}.quoted{{background:none;text-decoration:underline dotted 2px {faint}}}\n"


def _switches() -> Iterator[str]:
    """Yield how the switches of voice and of parts hide."""
    yield f"body:has(#outlet:not(:checked)) mark:not(.quoted){_OFF}\n"
    yield f"body:has(#quoted:not(:checked)) mark.quoted{_OFF}\n"
    yield "body:has(#inserts:not(:checked)) :is(aside.insert,mark.boxed){display:none}\n"
    yield "body:has(#furniture:not(:checked)) p.furniture{display:none}\n"


def _shades() -> Iterator[str]:
    """Yield the sentences' shading, from none to the darkest that words stay readable on."""
    for step in range(1, SHADES):
        share = 100 * step // (2 * SHADES)
        shade = f"color-mix(in srgb,var(--bar) {share}%,var(--paper))"
        yield f"body:has(#shade:checked) .b{step}{{background:{shade}}}\n"


def _heat() -> Iterator[str]:
    """Yield the cells of a heat map: one hue above the middle, another below."""
    for step in range(1, SHADES):
        for way, name in (("up", "loaded_terms"), ("down", "promo")):
            shade = f"color-mix(in srgb,var(--{name}) {9 * step}%,var(--paper))"
            yield f".{way}{step}{{background:{shade}}}\n"
