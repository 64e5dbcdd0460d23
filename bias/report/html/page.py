"""The frame of every HTML page: one file that needs no network and trusts no text.

A content security policy names the page's own style sheet and script by their
digests; whatever else the page might be made to hold does not run.
"""

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from bias.charts.style import INK, PAPER, shorten
from bias.report.html.element import element, escaped
from bias.version import __version__

ICON = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E"
    f"%3Crect width='16' height='16' rx='3' fill='%23{INK[1:]}'/%3E"
    f"%3Cpath d='M3 13V9h2v4zM7 13V3h2v10zM11 13V7h2v6z' fill='%23{PAPER[1:]}'/%3E%3C/svg%3E"
)
"""Named in the page, so that no browser asks a server for one."""

FOOT = f"Made by bias {__version__}. It looks at wording and layout; it checks no facts."


@dataclass(frozen=True, slots=True)
class Section:
    """One titled part of a page."""

    id: str
    title: str
    content: str
    short: str = ""
    """Its name in the list of parts; the title where empty."""


def page(
    title: str,
    header: str,
    sections: Sequence[Section],
    style: str,
    scripts: Sequence[str],
    aim: str,
    foot: str = "",
) -> bytes:
    """Return a whole HTML document; equal input, equal bytes.

    Parameters
    ----------
    title
        Of the browser's window; plain words.
    header, foot
        HTML before and after the sections.
    sections
        The parts, in order; the list at the top leads to each.
    style
        The style sheet.
    scripts
        Names of files in `assets`, run in this order.
    aim
        Id of the section that the first link skips to.
    """
    script = "".join(asset(name) for name in scripts)
    aimed = next(section for section in sections if section.id == aim)
    body = "\n".join(_section(section) for section in sections)
    document = f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{escaped(policy(style, script))}">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="bias {__version__}">
<link rel="icon" href="{ICON}">
<title>{escaped(shorten(title, 200))}</title>
<style>{style}</style></head>
<body>
<a class="skip" href="#{aim}">Skip to: {escaped(aimed.short or aimed.title)}</a>
{_navigation(sections)}
{element("header", header)}
<main>
{body}
</main>
{element("footer", FOOT)}
{foot}<script>{script}</script>
</body></html>
"""
    return document.encode("utf-8")


def policy(style: str, script: str) -> str:
    """Return the page's content security policy."""
    return (
        f"default-src 'none'; img-src data:; style-src '{_digest(style)}'; "
        f"script-src '{_digest(script)}'; base-uri 'none'; form-action 'none'"
    )


def _digest(source: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(source.encode("utf-8")).digest()).decode()


@cache
def asset(name: str) -> str:
    """Return the text of a style sheet or script that comes with the package."""
    return resources.files("bias.report").joinpath("assets", name).read_text("utf-8")


def _navigation(sections: Sequence[Section]) -> str:
    items = "".join(
        element("li", element("a", escaped(part.short or part.title), href=f"#{part.id}"))
        for part in sections
    )
    parts = element("nav", element("ul", items), aria_label="Parts of this page")
    theme = element("button", "Colours", type="button", id="theme", hidden="")
    return element("div", parts + theme, class_="top")


def _section(section: Section) -> str:
    label = f"{section.id}-title"
    head = element("h2", escaped(section.title), id=label)
    return element("section", head + section.content, id=section.id, aria_labelledby=label)
