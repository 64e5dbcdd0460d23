"""Give every direct quotation its speaker, and find claims without marks."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from bias.document.document import Document, Quotation
from bias.document.turns import find_turns, last_name
from bias.speakers.attributions import find_attributions
from bias.speakers.pieces import Attribution
from bias.speakers.reported import Reported
from bias.speakers.sources import Speaker

CLAIM_WORDS = 2
"""More words of somebody's than these, outside of quotation marks, make a claim."""


def find_speakers(
    document: Document, attributions: Sequence[Attribution] | None = None
) -> tuple[Speaker | None, ...]:
    """Return one speaker per quotation; None where it is not direct or unknown.

    Parameters
    ----------
    document
        The article as cut by `bias.document.segment.segment`.
    attributions
        What `find_attributions` returned for it, when already at hand.
    """
    if not any(quotation.kind == "direct" for quotation in document.quotations):
        return (None,) * len(document.quotations)
    if attributions is None:
        attributions = find_attributions(document)
    owners = Reported(document, attributions).owners
    spans = np.array([(q.start, q.end) for q in document.quotations], dtype=np.int32)
    places = document.starts.searchsorted(spans).tolist()
    speakers = list[Speaker | None]()
    for quotation, (first, last) in zip(document.quotations, places, strict=True):
        inside = owners[first:last].tolist() if quotation.kind == "direct" else []
        found = Counter(owner for owner in inside if owner >= 0).most_common(1)
        number = found[0][0] if found else _led_by(document, quotation, first, attributions)
        speakers.append(attributions[number].speaker if inside and number >= 0 else None)
    return tuple(_fill(document, _labelled(document, speakers)))


def _labelled(document: Document, speakers: Sequence[Speaker | None]) -> list[Speaker | None]:
    """Give the turns of a transcript to those whom their labels name, by the fullest name."""
    found = [*speakers]
    if not any(quotation.block for quotation in document.quotations):
        return found
    turns = find_turns(document.text, document.paragraphs)
    names = {span.start: name for _, span, name in turns if len(name) > 1}
    full = dict[str, str]()
    for name in names.values():
        full[last_name(name)] = max(full.get(last_name(name), ""), name, key=len)
    for number, quotation in enumerate(document.quotations):
        if quotation.block and quotation.start in names:
            found[number] = _named(full[last_name(names[quotation.start])], quotation)
    return found


def _named(name: str, quotation: Quotation) -> Speaker:
    start = quotation.start
    return Speaker(start, start, name, last_name(name).lower(), True, " " in name)


def _led_by(
    document: Document, quotation: Quotation, first: int, attributions: Sequence[Attribution]
) -> int:
    """Return the attribution whose cue stands in the line above a block quotation; -1 for none."""
    if not quotation.block or not first:
        return -1
    above = int(document.sentence_of[first - 1])
    return next(
        (i for i, found in enumerate(attributions) if found.cue and found.cue.sentence == above), -1
    )


def _fill(document: Document, speakers: list[Speaker | None]) -> list[Speaker | None]:
    """Give quotations that no attribution holds the speaker of their neighbours."""
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


def find_claims(reported: Reported) -> frozenset[int]:
    """Return the sentences that report a claim or a view in the outlet's own words, by index."""
    words = reported.mask & reported.document.is_word
    counts = np.bincount(reported.document.sentence_of, words)
    return frozenset(np.flatnonzero(counts > CLAIM_WORDS).tolist())
