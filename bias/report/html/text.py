"""The article as HTML: sentences that can be linked to, cues as marks."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from bias.charts.style import FURNITURE_LABELS, INSERT_LABELS
from bias.document.document import Cue
from bias.report.evidence import insert_label, numbers_by_cue
from bias.report.html.element import element, escaped
from bias.report.html.kinds import Kinds
from bias.report.html.style import SHADES
from bias.report.marks import Stretch, cut
from bias.words.cut import Span

if TYPE_CHECKING:
    from bias.analysis import Analysis, LabelledParagraph
    from bias.report.subject import Subject


@dataclass(frozen=True)
class Text:
    """An article's text, ready to be marked."""

    subject: "Subject"
    kinds: Kinds

    @property
    def analysis(self) -> "Analysis":
        """The article's analysis."""
        return self.subject.analysis

    @cached_property
    def listed(self) -> Mapping[Cue, int]:
        """Return the number of every cue of the evidence list."""
        return numbers_by_cue(self.subject.evidence)

    @cached_property
    def places(self) -> Mapping[int, int]:
        """Return each cue's place among the article's, by the cue's identity."""
        return {id(cue): place for place, cue in enumerate(self.analysis.cues)}

    @cached_property
    def _sentences(self) -> Mapping[int, list[int]]:
        """Return the indices of each paragraph's sentences; -1 is the headline."""
        found: dict[int, list[int]] = {}
        for index, sentence in enumerate(self.analysis.sentences):
            found.setdefault(sentence.paragraph, []).append(index)
        return found

    def headline(self) -> str:
        """Return the headline with its marks."""
        if not self.analysis.headline:
            return escaped(self.subject.title)
        return self._marked(self.analysis.document.headline, -1)

    def body(self) -> str:
        """Return the body: paragraphs, inserts as boxed asides, furniture grey."""
        paragraphs = (self._paragraph(*pair) for pair in enumerate(self.analysis.paragraphs))
        body = "\n".join(paragraphs) or element("p", "This article has no body.", class_="soft")
        return element("article", body, aria_label="The article")

    def _paragraph(self, index: int, paragraph: "LabelledParagraph") -> str:
        text, role = self._marked(paragraph, index), paragraph.role
        if role in INSERT_LABELS:
            label = self._insert_label(paragraph)
            inner = label + element("p", text, dir="auto")
            return element("aside", inner, class_="insert", aria_label=f"Insert {index + 1}")
        if role in FURNITURE_LABELS:
            label = element("span", FURNITURE_LABELS[role], class_="label")
            return element("p", label + text, class_="furniture", dir="auto")
        name = "subhead" if role == "subhead" else None
        return element("p", text, class_=name, dir="auto")

    def _insert_label(self, paragraph: "LabelledParagraph") -> str:
        """Return the box's label; it tells why, as marks do."""
        ends = (paragraph.start, paragraph.end)
        whole = [
            str(place)
            for place, cue in enumerate(self.analysis.cues)
            if cue.feature == "promo" and (cue.start, cue.end) == ends
        ]
        words = f"Insert: {insert_label(paragraph)}"
        return element("span", words, class_="label", data_c=" ".join(whole) or None)

    def _marked(self, span: Span, paragraph: int) -> str:
        """Return a stretch of text: its sentences, in them its marks."""
        inside = self._sentences.get(paragraph, [])
        sentences = self.analysis.sentences
        edges = [edge for i in inside for edge in (sentences[i].start, sentences[i].end)]
        stretches = cut(self.analysis, span, self.listed, edges)
        starts = {sentences[index].start: index for index in inside}
        ends = {index: sentences[index].end for index in inside}
        owners = _owners(stretches, starts, ends)
        parts = groupby(zip(owners, stretches, strict=True), key=lambda pair: pair[0])
        return "".join(self._sentence(owner, [s for _, s in group]) for owner, group in parts)

    def _sentence(self, owner: int, stretches: list[Stretch]) -> str:
        inner = "".join(self._stretch(stretch) for stretch in stretches)
        if owner < 0:
            return inner
        step = min(SHADES - 1, int(SHADES * self.analysis.sentences[owner].bias))
        name = f"s b{step}" if step else "s"
        return f'<span class="{name}" id="s{owner}">{inner}</span>'

    def _stretch(self, stretch: Stretch) -> str:
        words = escaped(stretch.of(self.analysis.text)).replace("\n", "<br>")
        references = "".join(map(_reference, stretch.ends))
        if stretch.cues and not words.isspace():
            return self._mark(stretch, words) + references
        return (element("span", words, class_="said") if stretch.quoted else words) + references

    def _mark(self, stretch: Stretch, words: str) -> str:
        kinds = dict.fromkeys(self.kinds.of(cue) for cue in stretch.cues)
        names = [kind.code for kind in kinds]
        quoted = stretch.cues[0].voice == "quoted"
        names += ["quoted"] if quoted else ["said"] if stretch.quoted else []
        if stretch.insert is not None:
            names += ["boxed", "opens"] if stretch.start == stretch.insert.start else ["boxed"]
        places = " ".join(str(self.places[id(cue)]) for cue in stretch.cues)
        return element("mark", words, class_=" ".join(names), data_c=places)


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


def _reference(number: int) -> str:
    link = element(
        "a", str(number), href=f"#e{number}", id=f"c{number}", aria_label=f"evidence {number}"
    )
    return element("sup", link)
