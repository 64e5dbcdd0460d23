"""An article's report as one HTML file: no scripts, no network, nothing beside it.

A content security policy forbids whatever the page itself does not hold.
"""

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bias.article_codebook import MEASURES as RATING_MEASURES
from bias.report.element import element, escaped, number_cell, soft_cell, table
from bias.report.evidence import Numbered, kind, where, why
from bias.report.html_charts import rank_cells, rating_scale, score_row, strip
from bias.report.html_style import style_sheet
from bias.report.html_text import article_text, filters, headline_html
from bias.report.measure_pages import METHOD, extractors, origin, own_measures, with_unit
from bias.report.style import family_of, in_words, measured, number, shorten
from bias.report.subject import drivers

if TYPE_CHECKING:
    from bias.report.subject import Subject

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
WEB = ("http", "https")


def article_html(subject: "Subject") -> bytes:
    """Return the page; equal input, equal bytes."""
    parts = (
        ("Rating", _rating(subject)),
        ("Where", _scores(subject)),
        ("Along the article", strip(subject.tables.sentences)),
        ("Strongest evidence", _evidence(subject.evidence)),
        (
            "The article, with its evidence in place",
            filters(subject.analysis) + article_text(subject),
        ),
        ("Measures", _measures(subject)),
        ("Method, versions and limits", _method(subject)),
    )
    facts = element("p", _facts(subject), class_="facts")
    header = element("header", element("h1", headline_html(subject)) + facts)
    return page(subject.title, header, parts)


def page(title: str, header: str, parts: tuple[tuple[str, str], ...]) -> bytes:
    """Return a whole HTML document: a header, then titled sections."""
    sections = "\n".join(
        element("section", element("h2", heading) + content, id=f"part{number}")
        for number, (heading, content) in enumerate(parts)
    )
    document = f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<meta name="referrer" content="no-referrer">
<title>{escaped(shorten(title, 200))}</title>
<style>{style_sheet()}</style></head>
<body>
{header}
<main>
{sections}
</main>
</body></html>
"""
    return document.encode("utf-8")


def _facts(subject: "Subject") -> str:
    facts, url = escaped(subject.facts()), subject.analysis.article.url
    if not url:
        return facts
    shown = escaped(shorten(url, 80))
    if _is_web_address(url):
        shown = element("a", shown, href=url, rel="noopener noreferrer nofollow")
    return f"{facts} · {shown}"


def _is_web_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in WEB and bool(parts.netloc)


def _rating(subject: "Subject") -> str:
    rating = subject.analysis.rating
    big, words = "–", "not rated"
    if rating.bias is not None:
        big, words = number(rating.bias), rating.band or ""
    answer = element("p", element("b", big) + element("strong", escaped(words)))
    told = element("figcaption", escaped(subject.finding()))
    drawn = element("figure", rating_scale(rating) + told)
    moved = element("p", escaped(drivers(rating)), class_="soft")
    return element("div", answer + drawn, class_="rating") + moved


def _scores(subject: "Subject") -> str:
    ranks = subject.analysis.percentiles
    rows = (score_row(name, v, ranks.get(name)) for name, v in subject.analysis.scores.items())
    return table(("score", "", "this article, 0 to 1", "", "percentile, grey: middle half"), rows)


def _evidence(items: tuple[Numbered, ...]) -> str:
    if not items:
        return element("p", "No cues were found.", class_="soft")
    return element("ol", "".join(_item(item) for item in items), class_="evidence")


def _item(item: Numbered) -> str:
    cue = item.cue
    times = f", {item.times} times" if item.times > 1 else ""
    quote = element("q", escaped(shorten(cue.text, 120)))
    letter = element("b", family_of(cue.feature).letter)
    place = element("a", "in the text", href=f"#c{item.number}")
    reason = element("span", escaped(why(cue)), class_="soft")
    told = f"{quote} {letter} {escaped(kind(cue))} · {where(cue)}{times} {place}<br>{reason}"
    return element("li", told, id=f"e{item.number}")


def _measures(subject: "Subject") -> str:
    analysis = subject.analysis
    known = {measure.name: measure for extractor in extractors() for measure in extractor.measures}
    known |= {m.name: m for m in (*RATING_MEASURES, *own_measures(analysis))}
    rows = []
    for name, value in analysis.values.items():
        measure = known.get(name)
        told = with_unit(name, measure.definition, measure.unit) if measure else ""
        cells = number_cell(measured(value)) + rank_cells(analysis.percentiles.get(name))
        label = element("th", escaped(in_words(name)))
        rows.append(element("tr", label + cells + soft_cell(told)))
    return table(("measure", "value", "", "percentile", "what it is"), rows)


def _method(subject: "Subject") -> str:
    texts = (*METHOD, *origin(subject.analysis))
    return "".join(element("p", escaped(text), class_="soft") for text in texts if text)
