"""Give every direct quotation its speaker, and find claims without marks."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from bias.document.document import Document, Quotation, Sentence
from bias.lists.hits import Match
from bias.speakers.reports import Report, find_reports
from bias.speakers.sources import Speaker
from bias.values import value
from bias.words.cut import Span

CLAIM_WORDS = 3
"""More words of the outlet's own than these, the verb among them, make a claim."""
LOOK_AHEAD = 6
"""Tokens after a verb within which "that" or a quotation belongs to it."""
_OPENERS = frozenset(["that", "whether", "why", "how"])
BARE = frozenset(
    [
        "say", "tell", "write", "according to", "announce", "argue", "claim", "warn", "insist",
        "accuse", "deny", "predict", "suggest", "allege", "believe", "report", "complain", "blame",
        "assert", "testify", "recommend", "forecast", "promise", "indicate", "acknowledge", "vow",
    ]
)  # fmt: skip
"""Verbs that need no "that" to report a claim."""


@value(frozen=True, slots=True)
class Claim(Span):
    """A sentence that reports a claim without marks; the span is the sentence's."""

    sentence: int
    """Index into `Document.sentences`."""
    report: Report
    """Its verb and source."""


def find_speakers(
    document: Document, reports: tuple[Report, ...] | None = None
) -> tuple[Speaker | None, ...]:
    """Return one speaker per quotation; None where it is not direct or unknown.

    Parameters
    ----------
    document
        The article as cut by `bias.document.segment.segment`.
    reports
        What `find_reports` returned for it, when already at hand.
    """
    reports = find_reports(document) if reports is None else reports
    token_starts = document.starts.data
    verbs = [token_starts[report.match.first] for report in reports]
    starts = [sentence.start for sentence in document.sentences]
    speakers: list[Speaker | None] = []
    for quotation in document.quotations:
        speaker = None
        if quotation.kind == "direct":
            first = max(0, bisect_right(starts, quotation.start) - 1)
            last = max(0, bisect_right(starts, quotation.end - 1) - 1)
            first -= quotation.block and first > 0  # the line above names who speaks
            before = bisect_left(verbs, quotation.start) - 1
            after = bisect_left(verbs, quotation.end)
            speaker = _beside(
                document, quotation, _in(first, reports, before), _in(last, reports, after)
            )
        speakers.append(speaker)
    return tuple(_fill(document, speakers))


def _in(sentence: int, reports: Sequence[Report], index: int) -> Report | None:
    """Return a report by its index, if there is one and it stands in the sentence."""
    report = reports[index] if 0 <= index < len(reports) else None
    return report if report and report.sentence == sentence else None


def _beside(
    document: Document, quotation: Quotation, before: Report | None, after: Report | None
) -> Speaker | None:
    """Choose between the reports next to a quotation, in the sentences it starts and ends in."""
    ends_open = document.text[quotation.end - 2 : quotation.end - 1] in ",?!"
    if after and (ends_open or not before):
        return after.speaker
    return before.speaker if before else None


def _fill(document: Document, speakers: list[Speaker | None]) -> list[Speaker | None]:
    """Give quotations without a report beside them the speaker of their neighbours."""
    filled = list(speakers)
    for order in (range(len(filled)), range(len(filled) - 1, -1, -1)):
        before = -1
        for index in order:
            if document.quotations[index].kind != "direct":
                continue
            if filled[index] is None and before >= 0 and _near(document, before, index):
                filled[index] = filled[before]
            before = index
    return filled


def _near(document: Document, one: int, other: int) -> bool:
    """Tell whether two quotations may share a speaker: paragraphs at most one apart."""
    a, b = document.quotations[one], document.quotations[other]
    return abs(a.paragraph - b.paragraph) <= 1


def find_claims(document: Document, reports: tuple[Report, ...] | None = None) -> tuple[Claim, ...]:
    """Return the sentences that report someone's claim in the outlet's own words."""
    reports = find_reports(document) if reports is None else reports
    if not reports:
        return ()
    reader, claims = _Claims(document), dict[int, Claim]()
    for report in reports:
        if report.sentence not in claims and reader.reports_claim(report):
            sentence = document.sentences[report.sentence]
            claims[report.sentence] = Claim(sentence.start, sentence.end, report.sentence, report)
    return tuple(claims.values())


class _Claims:
    """Tells which reports are claims; flags are 1 or 0 a token."""

    def __init__(self, document: Document) -> None:
        self.sentences, self.keys = document.sentences, document.keys
        self.starts = document.starts.data
        self.quoted = document.quoted.tobytes()
        self.own_words = (document.is_word & ~document.quoted).tobytes()

    def reports_claim(self, report: Report) -> bool:
        """Tell whether the claim stands in the outlet's own words, not in marks beside the verb."""
        sentence, verb = self.sentences[report.sentence], report.match
        for index in range(verb.last, min(verb.last + LOOK_AHEAD, sentence.last)):
            if self.quoted[index]:
                break
            if self.keys[index] in _OPENERS:
                return not self.quoted[min(index + 1, sentence.last - 1)]
        if verb.term.term not in BARE or self.keys[verb.last - 1].endswith("ing"):
            return False
        return not self._tags_quotation(sentence, verb) and self._has_own_words(sentence, report)

    def _tags_quotation(self, sentence: Sentence, verb: Match) -> bool:
        """Tell whether the verb only names the speaker of a quotation beside it."""
        if self.quoted.find(1, sentence.first, verb.first) >= 0:
            return True
        index = self.quoted.find(1, verb.last, sentence.last)
        if index < 0:
            return False
        return self.keys[index - 1] in (",", ":") or index - verb.last < LOOK_AHEAD

    def _has_own_words(self, sentence: Sentence, report: Report) -> bool:
        """Tell whether the outlet has words for a claim there, the source's name left out."""
        first = bisect_left(self.starts, report.speaker.start)
        last = bisect_left(self.starts, report.speaker.end)
        words = self.own_words.count(1, sentence.first, sentence.last)
        return words - self.own_words.count(1, first, last) > CLAIM_WORDS
