"""Why a stretch is not told a desk: somebody else's view, somebody's word in quotation marks.

`critics argued that the plan was reckless`, `accused the mayor of lying`, `what he termed “filth”`.
"""

from bias.document.document import Cue, Document, Sentence
from bias.lists.groups import REPORT
from bias.reading import Reading
from bias.speakers.reports import Report
from bias.words.classes import DETERMINERS, PRONOUNS

CLOSING = 4
"""Tokens that may follow a verb which closes its sentence: `…, said Mr. Ryan.`"""
SOURCE = 6
"""Tokens between such a verb and the mark that parts it from what was said."""
REACH = 30
"""Tokens after a verb that may still be what its source said."""
CHARGED = 10
"""Tokens between `accused` and `of`, `dismissed` and `as`, at most."""
NAMED = 8
"""Tokens between `called` and what it is called, at most."""
_SUBJECTS = frozenset(
    {"it", "it's", "he", "he's", "she", "she's", "they", "they're", "we", "we're", "you", "i",
     "there", "there's", "this", "these", "those"}
)  # fmt: skip
_SAY = frozenset({"said", "say", "says", "saying", "argued", "argues", "arguing"})
"""Verbs whose `the …` begins a clause; of others it is an object: `announced the deal`."""
_NAMES = ("call", "label", "brand", "dub", "denounc", "portray", "paint", "term", "consider")
"""Verbs that tell what somebody calls a thing."""
_CHARGES = ("accus", "blast", "slam", "lash", "critici", "condemn", "denounc", "dismiss", "describ",
            "decr", "blam", "fault", "rebuk", "mock", "derid", "attack", "cast", "paint",
            "portray", "ripp", "depict", "see", "view", "regard")  # fmt: skip
"""Verbs after which `of`, `as` or `for` begins what somebody charges."""
_ENDS = (
    "", "d", "e", "ed", "eing", "es", "ied", "ies", "ing", "led", "ling", "n", "ped", "ping", "s",
    "se", "sed", "ses", "sing", "y", "ying", "ze", "zed", "zes", "zing",
)  # fmt: skip
_BEFORE_VERBS = frozenset(
    {"to", "and", "or", "will", "would", "can", "could", "may", "might", "must", "should", "cannot",
     "do", "does", "did", "not", "never", "then", "also", "who", "people", "both"}
)  # fmt: skip
"""What stands before a verb, and not before a noun."""
_BARRIERS = frozenset(
    {"which", "who", "whom", "whose", "where", "despite", "but", "because", "—", "–", "--", ";"}
)
"""Here the outlet takes over again."""


def _forms(stems: tuple[str, ...]) -> frozenset[str]:
    return frozenset(stem + end for stem in stems for end in _ENDS)


_NAMING, _CHARGING = _forms(_NAMES), _forms(_CHARGES)


def is_doubted(reading: Reading, cue: Cue) -> bool:
    """Tell whether what a cue marks is somebody else's, or no verb where a verb is meant.

    Parameters
    ----------
    reading
        Of the article.
    cue
        One of its cues in the outlet's voice; a report verb itself is the outlet's.
    """
    document = reading.told
    if cue.feature == "attribution":
        return _is_thing(document, cue)
    return _is_in_marks(document, cue) or is_reported(reading, cue)


def is_reported(reading: Reading, cue: Cue) -> bool:
    """Tell whether the sentence lays what a cue marks at somebody's door, without quoting it."""
    document = reading.told
    sentence, place = _place(document, cue)
    before = document.keys[sentence.first : place]
    if _is_named(before) or _is_charged(before):
        return True
    reports = [r for r in reading.reports if document.sentences[r.sentence] is sentence]
    return _is_in_clause(document, sentence, place) or any(
        _opens(document, report, place) or _frames(document, report, cue) for report in reports
    )


def _place(document: Document, cue: Cue) -> tuple[Sentence, int]:
    """Return the sentence of a cue, and the index of its first token."""
    place = min(int(document.starts.searchsorted(cue.start)), len(document.keys) - 1)
    return document.sentences[int(document.sentence_of[place])], place


def _is_thing(document: Document, cue: Cue) -> bool:
    """Tell whether a report verb is a noun or an idiom: `the Benghazi attack`, `hammered out`."""
    sentence, place = _place(document, cue)
    keys, key = document.keys, document.keys[place]
    before = keys[place - 1] if place > sentence.first else ""
    after = keys[place + 1] if place + 1 < sentence.last else ""
    if key.startswith("hammer") or key.endswith(("ed", "ing")):
        return after == "out" and key.startswith("hammer")
    if key.endswith("s"):
        is_name = bool(after) and document.forms[place + 1][0].isupper()
        return not (is_name or after in DETERMINERS or after in PRONOUNS)
    return not (before in _BEFORE_VERBS or before in PRONOUNS or before.endswith(("s", "ly")))


def _is_in_marks(document: Document, cue: Cue) -> bool:
    """Tell whether a word stands in quotation marks that are not themselves the reason."""
    if cue.category == "scare_quotes":
        return False
    return any(q.start < cue.start and cue.end < q.end for q in document.quotations)


def _is_named(before: list[str]) -> bool:
    """Tell whether a word is what somebody calls a thing: `calling him a traitor`."""
    near = before[-NAMED:]
    named = [at for at, key in enumerate(near) if key in _NAMING]
    return bool(named) and not _BARRIERS.intersection(near[named[-1] :])


def _is_charged(before: list[str]) -> bool:
    """Tell whether a word is in what somebody charges: `accused her of lying`."""
    opened = [at for at, key in enumerate(before) if key in ("of", "as", "for")]
    return any(
        _CHARGING.intersection(before[max(0, at - CHARGED) : at])
        and not _BARRIERS.intersection(before[at:])
        for at in opened[-3:]
    )


def _is_in_clause(document: Document, sentence: Sentence, place: int) -> bool:
    """Tell whether a report verb before a word opens a clause with `that`."""
    keys = document.keys
    for verb in document.listed(REPORT).matches():
        last = verb.last
        if sentence.first <= verb.first and last < place <= last + REACH and keys[last] == "that":
            return not _BARRIERS.intersection(keys[last:place])
    return False


def _opens(document: Document, report: Report, place: int) -> bool:
    """Tell whether a clause that a report verb opens holds a word."""
    keys, last = document.keys, report.match.last
    if not last < place <= last + REACH or _BARRIERS.intersection(keys[last:place]):
        return False
    said = keys[report.match.first] in _SAY and keys[last] in DETERMINERS
    return keys[last] in _SUBJECTS or said


def _frames(document: Document, report: Report, cue: Cue) -> bool:
    """Tell whether a report verb closes the cue's sentence, or stands between commas in it."""
    keys, sentence = document.keys, document.sentences[report.sentence]
    first, last = report.match.first, report.match.last
    before = keys[max(sentence.first, first - SOURCE) : first]
    parted = any(key[-1] in ',”"’' for key in before)
    closes = int(document.starts[first]) >= cue.end and sentence.last - last <= CLOSING
    return parted and (closes or keys[last : last + 1] == [","])
