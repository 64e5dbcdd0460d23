"""An article's report as one HTML file: no network, nothing beside it."""

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bias.charts.style import capital, family_of, shorten
from bias.features.loaded.speakers import speaker_at
from bias.report.evidence import kinds as kinds_of
from bias.report.evidence import where, whys
from bias.report.html.cues import cue_data
from bias.report.html.element import element, escaped
from bias.report.html.filters import filters
from bias.report.html.kinds import MEANINGS, Kinds
from bias.report.html.measures import measures_part, method_part, scores_part
from bias.report.html.page import Section, page
from bias.report.html.rating import drivers_part, lean_part, rating_part
from bias.report.html.strip import strip
from bias.report.html.style import article_style
from bias.report.html.text import Text
from bias.why.strongest import NOTHING, Numbered, by_others

if TYPE_CHECKING:
    from bias.report.subject import Subject

MOST_OF_OTHERS = 8
"""Words of those quoted that are listed."""
WEB = ("http", "https")
TIP = '<div id="tip" role="tooltip" hidden></div>\n'
HOW = (
    "Point at a mark, tap it, or reach it with the keyboard to read why it is there; the arrow "
    "keys go from mark to mark, Escape closes."
)


def article_html(subject: "Subject") -> bytes:
    """Return the page; equal input, equal bytes."""
    kinds = Kinds(subject.analysis)
    text = Text(subject, kinds)
    header = element("h1", text.headline(), dir="auto")
    header += element("p", _facts(subject), class_="facts")
    style, foot = article_style(kinds), TIP + cue_data(subject.analysis, kinds)
    sections, scripts = _sections(subject, text), ("page.js", "article.js")
    return page(subject.title, header, sections, style, scripts, "text", foot)


def _sections(subject: "Subject", text: Text) -> list[Section]:
    analysis, tables = subject.analysis, subject.tables
    sections = [
        Section("rating", "Rating", rating_part(subject)),
        Section("where", "Where the slant sits", scores_part(analysis), "Where"),
        Section("why", "Why this rating", drivers_part(subject), "Why"),
        Section("lean", "Whose wording it resembles", lean_part(subject), "Lean"),
        Section("along", "Along the article", strip(tables.sentences, tables.cues), "Along"),
        Section("evidence", "Strongest evidence", _evidence(subject), "Evidence"),
        Section("text", "The article, with its evidence in place", _reading(text), "Article"),
        Section("measures", "Measures", measures_part(analysis)),
        Section("method", "Method, versions and limits", method_part(subject), "Method"),
    ]
    return [section for section in sections if section.content]


def _reading(text: Text) -> str:
    """Return the article beside its filters."""
    how = element("p", HOW, class_="soft jump") if text.kinds.all else ""
    content = filters(text.analysis, text.kinds) + text.body()
    return how + element("div", content, class_="reading")


def _facts(subject: "Subject") -> str:
    facts, url = escaped(subject.facts()), subject.analysis.article.url
    if not url:
        return facts
    shown = escaped(shorten(url, 80))
    if is_web_address(url):
        shown = element("a", shown, href=url, rel="noopener noreferrer nofollow")
    return f"{facts} · {shown}"


def is_web_address(url: str) -> bool:
    """Say whether an address may become a link.

    >>> is_web_address("https://example.org/a"), is_web_address("javascript:alert(1)")
    (True, False)
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in WEB and bool(parts.netloc)


def _evidence(subject: "Subject") -> str:
    items = "".join(_item(item) for item in subject.evidence)
    own = element("ol", items, class_="evidence")
    return (own if items else element("p", f"{capital(NOTHING)}.", class_="soft")) + _others(
        subject
    )


def _others(subject: "Subject") -> str:
    """Return the loaded words of those quoted, with who said them; nothing where there are none."""
    reading = subject.analysis.reading
    said = [(cue, speaker_at(reading, cue)) for cue in by_others(subject.analysis, MOST_OF_OTHERS)]
    told = "; ".join(
        element("q", escaped(shorten(cue.text, 60)), dir="auto")
        + (f" {escaped(speaker.name)}" if speaker else " speaker not named")
        for cue, speaker in said
    )
    return element("p", f"Said by those quoted, not by the outlet: {told}.") if told else ""


def _item(item: Numbered) -> str:
    cue, family = item.cue, family_of(item.cue.feature)
    times = f", {item.times} times" if item.times > 1 else ""
    quote = element("q", escaped(shorten(cue.text, 120)), dir="auto")
    letter = element("b", family.letter, class_=f"letter {family.feature}")
    place = element("a", "in the text", href=f"#c{item.number}", class_="jump")
    named = f"{letter} {escaped(kinds_of(item))} · {where(cue)}{times} · {place}"
    reasons = element("span", escaped(_reasons(item)), class_="soft")
    told = element("span", named, class_="kind") + reasons
    return element("li", quote + told, id=f"e{item.number}")


def _reasons(item: Numbered) -> str:
    """Say why the stretch counts here, then what such cues are."""
    parts = (whys(item), MEANINGS.get(item.cue.category, ""))
    return " ".join(f"{part[0].upper()}{part[1:].rstrip('.')}." for part in parts if part)
