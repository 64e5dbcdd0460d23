"""The article as HTML: sentences that can be linked to, cues as marks."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import TYPE_CHECKING

from bias.article import Cue, Span
from bias.report.element import element, escaped
from bias.report.evidence import kind, numbers_by_cue, where, why
from bias.report.marks import Stretch, cut
from bias.report.style import (
    FURNITURE_LABELS,
    INSERT_LABELS,
    families_in,
    family_of,
    number,
    undefined,
)

if TYPE_CHECKING:
    from bias.analysis import Analysis, LabelledParagraph
    from bias.report.subject import Subject


def headline_html(subject: "Subject") -> str:
    """Return the headline with its marks."""
    analysis = subject.analysis
    if not analysis.headline:
        return escaped(subject.title)
    return _marked(subject, analysis.document.headline)


def article_text(subject: "Subject") -> str:
    """Return the body: paragraphs, inserts as boxed asides, furniture grey."""
    paragraphs = [_paragraph(subject, paragraph) for paragraph in subject.analysis.paragraphs]
    body = "\n".join(paragraphs) or element("p", "This article has no body.", class_="soft")
    return element("article", body)


def _paragraph(subject: "Subject", paragraph: "LabelledParagraph") -> str:
    text, role = _marked(subject, paragraph), paragraph.role
    if role in INSERT_LABELS:
        topic = {"on": ", on this article’s topic", "off": ", off topic"}.get(
            paragraph.topic or "", ""
        )
        label = f"Insert: {INSERT_LABELS[role]}{topic} · {100 * paragraph.probability:.0f} % sure"
        return f'<aside class="insert"><span class="label">{label}</span><p>{text}</p></aside>'
    if role in FURNITURE_LABELS:
        label = f'<span class="label">{FURNITURE_LABELS[role]}</span>'
        return f'<p class="furniture">{label}{text}</p>'
    return f'<p class="{"subhead" if role == "subhead" else "body"}">{text}</p>'


def _marked(subject: "Subject", span: Span) -> str:
    """Return a stretch of text: its sentences, in them its marks."""
    analysis, numbers = subject.analysis, numbers_by_cue(subject.evidence)
    inside = [
        (index, sentence)
        for index, sentence in enumerate(analysis.sentences)
        if span.start <= sentence.start < span.end
    ]
    starts = {sentence.start: index for index, sentence in inside}
    edges = [edge for _, s in inside for edge in (s.start, s.end)]
    stretches = cut(analysis, span, numbers, edges)
    ends = {index: sentence.end for index, sentence in inside}
    owners = list(_owners(stretches, starts, ends))
    parts = groupby(zip(owners, stretches, strict=True), key=lambda pair: pair[0])
    return "".join(
        _sentence(subject, owner, [s for _, s in group], numbers) for owner, group in parts
    )


def _owners(
    stretches: list[Stretch], starts: Mapping[int, int], ends: Mapping[int, int]
) -> Iterator[int]:
    """Yield for each stretch the sentence it belongs to; -1 between sentences."""
    current = -1
    for stretch in stretches:
        if current >= 0 and stretch.start >= ends[current]:
            current = -1
        current = starts.get(stretch.start, current)
        yield current


def _sentence(
    subject: "Subject", owner: int, stretches: list[Stretch], numbers: Mapping[Cue, int]
) -> str:
    text = subject.analysis.text
    inner = "".join(_stretch(text, stretch, numbers) for stretch in stretches)
    return inner if owner < 0 else f'<span class="sentence" id="s{owner}">{inner}</span>'


def _stretch(text: str, stretch: Stretch, numbers: Mapping[Cue, int]) -> str:
    words = escaped(stretch.of(text)).replace("\n", "<br>")
    references = "".join(_reference(n) for n in stretch.ends)
    if not stretch.cues:
        return words + references
    reasons = " — ".join(_reason(cue) for cue in stretch.cues)
    voice = "quoted" if stretch.cues[0].voice == "quoted" else "outlet"
    if stretch.insert is not None:
        voice += " boxed opens" if stretch.start == stretch.insert.start else " boxed"
    mark = element(
        "mark",
        words,
        class_=f"{stretch.families[0].feature} {voice}",
        tabindex=0,
        title=reasons,
        data_why=reasons,
        aria_label=f"{stretch.of(text)}: {reasons}",
    )
    return mark + references


def _reference(number: int) -> str:
    link = element(
        "a", str(number), href=f"#e{number}", id=f"c{number}", aria_label=f"evidence {number}"
    )
    return element("sup", link)


def _reason(cue: Cue) -> str:
    letter = family_of(cue.feature).letter
    likely = "" if undefined(cue.probability) else f", probability {number(cue.probability)}"
    return f"{letter}, {kind(cue)}; {where(cue)}; weight {number(cue.weight)}{likely}: {why(cue)}"


def filters(analysis: "Analysis") -> str:
    """Return the switches for families and voices; they work without scripts."""
    switches = [
        (f.letter, f'{f.letter} <mark class="{f.feature} outlet">{f.label}</mark>')
        for f in families_in(analysis)
    ]
    switches += [("outlet", "outlet’s voice"), ("quoted", "quoted")]
    made = (
        f'<label><input type="checkbox" id="show-{name}" checked> {label}</label>'
        for name, label in switches
    )
    return f'<fieldset class="filters" aria-label="Marks to show">{"".join(made)}</fieldset>'
