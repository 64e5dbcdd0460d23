"""Give every direct quotation its speaker, and find claims without marks."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from bias.document.document import Document, Quotation
from bias.speakers.reports import Report, Speaker, find_reports
from bias.words.cut import Span

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
        The article as cut by `bias.document.segment.segment`.
    reports
        What `find_reports` returned for it, when already at hand.
    """
    reports = find_reports(document) if reports is None else reports
    verbs = [document.tokens[report.match.first].start for report in reports]
    starts = [sentence.start for sentence in document.sentences]
    speakers: list[Speaker | None] = []
    for quotation in document.quotations:
        speaker = None
        if quotation.kind == "direct":
            first = max(0, bisect_right(starts, quotation.start) - 1)
            last = max(0, bisect_right(starts, quotation.end - 1) - 1)
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
    quoted = [i for i, token in enumerate(document.tokens) if token.voice == "quoted"]
    claims: dict[int, Claim] = {}
    for report in reports:
        if report.sentence not in claims and _reports_claim(document, report, quoted):
            sentence = document.sentences[report.sentence]
            claims[report.sentence] = Claim(sentence.start, sentence.end, report.sentence, report)
    return tuple(claims.values())


def _reports_claim(document: Document, report: Report, quoted: Sequence[int]) -> bool:
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
    return not _tags_quotation(document, report, quoted) and _has_own_words(document, report)


def _tags_quotation(document: Document, report: Report, quoted: Sequence[int]) -> bool:
    """Tell whether the verb only names the speaker of a quotation beside it.

    `quoted` are the indices of all tokens in direct speech, in order.
    """
    sentence, verb = document.sentences[report.sentence], report.match
    if bisect_left(quoted, sentence.first) < bisect_left(quoted, verb.first):
        return True
    following = bisect_left(quoted, verb.last)
    if following == bisect_left(quoted, sentence.last):
        return False
    index = quoted[following]
    return document.tokens[index - 1].key in (",", ":") or index - verb.last < LOOK_AHEAD


def _has_own_words(document: Document, report: Report) -> bool:
    """Tell whether the outlet has words for a claim there, the source's name left out."""
    sentence = document.sentences[report.sentence]
    own = (
        token
        for token in map(document.tokens.__getitem__, range(sentence.first, sentence.last))
        if token.kind == "word"
        and token.voice == "outlet"
        and not report.speaker.start <= token.start < report.speaker.end
    )
    return next(islice(own, CLAIM_WORDS, None), None) is not None
