"""Whether the outlet tells whose view a stretch is: `critics argued that the plan was reckless`."""

from bias.document.document import Cue, Document, Sentence
from bias.reading import Reading
from bias.speakers.reports import Report
from bias.words.classes import DETERMINERS

CLOSING = 4
"""Tokens that may follow a verb which closes its sentence: `…, said Mr. Ryan.`"""
SOURCE = 6
"""Tokens between such a verb and the mark that parts it from what was said."""
REACH = 30
"""Tokens after a verb that may still be what its source said."""
ACCUSED = 8
"""Tokens between `accused` and `of`, at most."""
_SUBJECTS = frozenset({"it", "it's", "he", "he's", "she", "she's", "they", "they're", "we", "we're",
                       "you", "i", "there", "there's", "this", "these", "those"})  # fmt: skip
_SAY = frozenset({"said", "say", "says", "saying", "argued", "argues", "arguing"})
"""Verbs whose `the …` begins a clause; of others it is an object: `announced the deal`."""
_BARRIERS = frozenset({"which", "who", "whom", "whose", "where", "despite", "—", "–", "--", ";"})
"""Here the outlet takes over again."""


def is_reported(reading: Reading, cue: Cue) -> bool:
    """Tell whether the sentence lays what a cue marks at somebody's door, without quoting it.

    Parameters
    ----------
    reading
        Of the article.
    cue
        One of its cues in the outlet's voice; a report verb itself is the outlet's.
    """
    document = reading.told
    return cue.feature != "attribution" and any(
        _opens(document, report, cue) or _closes(document, report, cue)
        for report in reading.reports
        if document.sentences[report.sentence].meets(cue)
    )


def _opens(document: Document, report: Report, cue: Cue) -> bool:
    """Tell whether a clause that a report verb opens holds the cue."""
    last, sentence = report.match.last, document.sentences[report.sentence]
    place = _place(document, sentence, cue)
    if not last < place <= last + REACH or not _opens_clause(document, report):
        return False
    return not _BARRIERS.intersection(document.keys[last:place])


def _opens_clause(document: Document, report: Report) -> bool:
    verb, last, keys = report.match, report.match.last, document.keys
    if verb.term.term == "accuse":
        return "of" in keys[last : last + ACCUSED]
    following = keys[last] if last < len(keys) else ""
    said = keys[verb.first] in _SAY and following in DETERMINERS
    return following == "that" or following in _SUBJECTS or said


def _closes(document: Document, report: Report, cue: Cue) -> bool:
    """Tell whether a report verb closes the sentence that the cue stands in."""
    first, last = report.match.first, report.match.last
    sentence = document.sentences[report.sentence]
    if int(document.starts[first]) < cue.end or sentence.last - last > CLOSING:
        return False
    before = document.keys[_place(document, sentence, cue) : first]
    return any(key[-1] in ',”"’' for key in before[-SOURCE:])


def _place(document: Document, sentence: Sentence, cue: Cue) -> int:
    """Return the index of a cue's first token."""
    starts = document.starts[sentence.first : sentence.last]
    return sentence.first + int(starts.searchsorted(cue.start))
