"""Give every direct quotation its speaker, and find claims without marks."""

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass

from bias.article import Document, Quotation, Span
from bias.quotation.reports import Report, find_reports
from bias.quotation.speaker import Speaker

CLAIM_WORDS = 3
"""Words in the outlet's voice that a sentence must have beside source and verb."""
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


@dataclass(frozen=True, slots=True)
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
        The article as cut by `bias.segment.segment`.
    reports
        What `find_reports` returned for it, when already at hand.
    """
    reports = find_reports(document) if reports is None else reports
    by_sentence: dict[int, list[Report]] = defaultdict(list)
    for report in reports:
        by_sentence[report.sentence].append(report)
    starts = [sentence.start for sentence in document.sentences]
    speakers: list[Speaker | None] = []
    for quotation in document.quotations:
        speaker = None
        if quotation.kind == "direct":
            first = max(0, bisect_right(starts, quotation.start) - 1)
            last = max(0, bisect_right(starts, quotation.end - 1) - 1)
            speaker = _beside(document, quotation, by_sentence[first], by_sentence[last])
        speakers.append(speaker)
    return tuple(_fill(document, speakers))


def _beside(
    document: Document, quotation: Quotation, first: list[Report], last: list[Report]
) -> Speaker | None:
    """Choose among the reports of the sentences where a quotation starts and ends."""
    start_of = [document.tokens[report.match.first].start for report in first]
    before = [r for r, start in zip(first, start_of, strict=True) if start < quotation.start]
    after = [r for r in last if document.tokens[r.match.first].start >= quotation.end]
    ends_open = document.text[quotation.end - 2 : quotation.end - 1] in ",?!"
    if after and (ends_open or not before):
        return after[0].speaker
    return before[-1].speaker if before else None


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
    claims: dict[int, Claim] = {}
    for report in reports:
        if report.sentence not in claims and _reports_claim(document, report):
            sentence = document.sentences[report.sentence]
            claims[report.sentence] = Claim(sentence.start, sentence.end, report.sentence, report)
    return tuple(claims.values())


def _reports_claim(document: Document, report: Report) -> bool:
    """Tell whether the claim stands in the outlet's own words, not in marks beside the verb."""
    sentence, tokens = document.sentences[report.sentence], document.tokens
    stop = min(report.match.last + LOOK_AHEAD, sentence.last)
    for index in range(report.match.last, stop):
        if tokens[index].voice == "quoted":
            break
        if tokens[index].key in _OPENERS:
            following = min(index + 1, sentence.last - 1)
            return tokens[following].voice == "outlet"
    participle = tokens[report.match.last - 1].key.endswith("ing")
    if report.match.term.term not in BARE or participle:
        return False
    return not _tags_quotation(document, report) and _own_words(document, report) > CLAIM_WORDS


def _tags_quotation(document: Document, report: Report) -> bool:
    """Tell whether the verb only names the speaker of a quotation beside it."""
    sentence, tokens = document.sentences[report.sentence], document.tokens
    if any(tokens[i].voice == "quoted" for i in range(sentence.first, report.match.first)):
        return True
    for index in range(report.match.last, sentence.last):
        if tokens[index].voice == "quoted":
            return tokens[index - 1].key in (",", ":") or index - report.match.last < LOOK_AHEAD
    return False


def _own_words(document: Document, report: Report) -> int:
    """Count the outlet's words of the sentence, the source's name left out."""
    return sum(
        token.kind == "word"
        and token.voice == "outlet"
        and not report.speaker.start <= token.start < report.speaker.end
        for token in document.tokens_of(document.sentences[report.sentence])
    )
