"""All framing devices of one headline, as cues."""

from collections.abc import Iterable, Iterator, Sequence

from bias.document.document import Cue, Document
from bias.document.runs import Name, body_cases
from bias.features.headline.clauses import Device, device_of, find_clause_devices
from bias.features.headline.targets import find_agentless, find_targets
from bias.features.headline.terms import category_of, find_terms
from bias.features.loaded.meant import is_denied
from bias.lists.terms import Match, shipped_lexicon
from bias.words.classes import common_words, word_set

DEVICES = (
    "loaded_verb",
    "loaded_label",
    "hyperbole",
    "scare_quotes",
    "question",
    "forward_reference",
    "named_target",
    "agentless",
    "presupposition",
    "sarcasm",
    "reader_address",
    "capitals",
)
"""The categories of headline cues."""
_LABELS_OF_GENRE = word_set("labels_of_genre")
"""Shouted out of habit: they say what kind of item it is."""
_SHORTEST_SHOUT = 4
"""Letters a common word needs to be shouted."""
_LONGEST_ACRONYM = 5
"""Letters; words that are not common may be acronyms up to this length."""
_OUTLET_ONLY = frozenset({"question", "reader_address", "forward_reference", "capitals"})
"""Inside direct speech these are addressed to somebody else."""
_DENIABLE = frozenset({"loaded_label", "hyperbole", "intensifier"})
"""Not radical is no charge; not caving still dramatises."""


def find_devices(document: Document, names: Sequence[Name]) -> tuple[Cue, ...]:
    """Return the headline's devices in order; empty without a headline.

    Parameters
    ----------
    document
        The article.
    names
        Its headline's names, of `find_names`.
    """
    headline = document.headline
    if headline.first == headline.last:
        return ()
    terms = loaded_terms(document)
    devices = {d for d in _all_devices(document, terms, names) if _is_real(document, d)}
    cues = [_cue(document, d) for d in _widest(devices)] + list(_scare_quotes(document, terms))
    return tuple(sorted(cues, key=lambda cue: (cue.start, -cue.end, cue.category)))


def loaded_terms(document: Document) -> list[Match]:
    """Return the headline's loaded terms that are no names, no titles and not denied."""
    headline = document.headline
    found = find_terms(document.tokens, headline.first, headline.last)
    if not found:
        return []
    upper, lower = body_cases(document)
    return [match for match in found if not _says_nothing(document, match, upper - lower)]


def _says_nothing(document: Document, match: Match, names: frozenset[str]) -> bool:
    """Tell whether a term is a name in the body, inside a work's title, or denied."""
    first = document.tokens[match.first]
    named = match.last == match.first + 1 and first.key in names
    titled = any(q.kind == "title" and q.start <= first.start < q.end for q in document.quotations)
    denied = match.term.category in _DENIABLE and is_denied(
        document, document.headline.first, match
    )
    return named or titled or denied


def _all_devices(
    document: Document, terms: Sequence[Match], names: Sequence[Name]
) -> Iterator[Device]:
    yield from (device_of(match, category_of(match)) for match in terms)
    yield from find_clause_devices(document, terms)
    yield from find_targets(document, terms, names)
    yield from find_agentless(document, terms)
    yield from _shouted(document, names)


def _is_real(document: Document, device: Device) -> bool:
    """Drop unknown categories, US read as us, and what a speaker asks or tells whom."""
    if device.category not in DEVICES:
        return False
    first = document.tokens[device.first]
    country = device.category == "reader_address" and first.of(document.text) == "US"
    return not country and not (first.voice == "quoted" and device.category in _OUTLET_ONLY)


def _widest(devices: Iterable[Device]) -> list[Device]:
    """Drop a device that lies inside another of its category."""
    kept: list[Device] = []
    for device in sorted(devices, key=lambda d: (d.category, d.first, -d.last)):
        last = kept[-1] if kept else None
        if last is None or last.category != device.category or device.first >= last.last:
            kept.append(device)
    return kept


def _shouted(document: Document, names: Sequence[Name]) -> Iterator[Device]:
    """Yield shouted words; a headline all in capitals is a style, not a shout."""
    headline, text = document.headline, document.text
    if headline.of(text).isupper():
        return
    inside = {index for name in names for index in range(name.first, name.last)}
    for index in range(headline.first, headline.last):
        token = document.tokens[index]
        word = token.of(text)
        least = _SHORTEST_SHOUT if token.key in common_words() else _LONGEST_ACRONYM + 1
        shouted = len(word) >= least and word.isalpha() and word.isupper()
        if shouted and index not in inside and token.key not in _LABELS_OF_GENRE:
            yield Device(index, index + 1, "capitals", 0.4, "shouts a word")


def _scare_quotes(document: Document, terms: Sequence[Match]) -> Iterator[Cue]:
    """Yield words held at a distance.

    Words are reported, and not held, where the headline or the body quotes somebody
    saying them, and where the quoted word is itself loaded: then it is the speaker's.
    """
    headline, text = document.headline, document.text
    if shipped_lexicon("report_verbs").find(document.tokens, headline.first, headline.last):
        return
    if any(q.part == "headline" and q.kind == "direct" for q in document.quotations):
        return
    judged = {document.tokens[term.first].start for term in terms}
    said = {token.key for token in document.tokens[headline.last :] if token.voice == "quoted"}
    for quotation in document.quotations:
        if quotation.part != "headline" or quotation.kind != "scare":
            continue
        inside = [
            t for t in document.tokens_of(headline) if quotation.start <= t.start < quotation.end
        ]
        words = [token for token in inside if token.kind == "word"]
        reported = all(token.key in said for token in words)
        if words and not reported and judged.isdisjoint(token.start for token in words):
            yield Cue(
                quotation.start, quotation.end, quotation.of(text), "headline", "headline",
                "scare_quotes", "outlet", 0.5, "quotation marks that keep a distance",
            )  # fmt: skip


def _cue(document: Document, device: Device) -> Cue:
    first, last = document.tokens[device.first], document.tokens[device.last - 1]
    text = document.text[first.start : last.end]
    return Cue(
        first.start,
        last.end,
        text,
        "headline",
        "headline",
        device.category,
        first.voice,
        device.weight,
        device.note,
    )
