"""Report verbs with their sources: attributions whose cue is an entry of `report_verbs`."""

from bisect import bisect_left
from collections.abc import Sequence

from bias.document.document import Document
from bias.lists.groups import REPORT
from bias.lists.hits import Match
from bias.speakers.attributions import find_attributions
from bias.speakers.pieces import Attribution
from bias.speakers.sources import Speaker
from bias.values import value


@value(frozen=True, slots=True)
class Report:
    """One report verb in the outlet's voice, with its source."""

    match: Match
    """The verb: token indices, and its entry in `report_verbs`."""
    sentence: int
    """Index into `Document.sentences`."""
    speaker: Speaker


def find_reports(
    document: Document, attributions: Sequence[Attribution] | None = None
) -> tuple[Report, ...]:
    """Return every report verb of the body that has a source, in order.

    Parameters
    ----------
    document
        The article as cut by `bias.document.segment.segment`.
    attributions
        What `find_attributions` returned for it, when already at hand.
    """
    if attributions is None:
        attributions = find_attributions(document)
    verbs = document.listed(REPORT).apart().matches()
    firsts = [verb.first for verb in verbs]
    found = dict[Match, Report]()
    for attribution in attributions:
        cue, speaker = attribution.cue, attribution.speaker
        if cue is None or speaker is None or document.sentences[cue.sentence].part != "body":
            continue
        place = bisect_left(firsts, cue.first)
        if place < len(verbs) and firsts[place] < cue.last and not document.quoted[cue.first]:
            verb = verbs[place]
            said = document.text[document.starts[verb.first] : document.ends[verb.last - 1]]
            found[verb] = Report(verb, cue.sentence, speaker.saying(said))
    return tuple(sorted(found.values(), key=lambda report: report.match.first))
