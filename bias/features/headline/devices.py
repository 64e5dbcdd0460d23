"""All framing devices of one headline, as cues."""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from bias.document.columns import KEY, WORD
from bias.document.document import Cue
from bias.features.headline.butts import find_butts
from bias.features.headline.clauses import DOUBTFUL, Device, device_of, find_clause_devices
from bias.features.headline.meant import meant_terms, probability
from bias.features.headline.names import Name
from bias.features.headline.targets import find_agentless, find_targets
from bias.features.headline.terms import category_of, terms_in
from bias.features.headline.words import Headline
from bias.lists.denied import is_denied
from bias.lists.groups import REPORT
from bias.lists.hits import Match
from bias.models.headline import JUDGING, HeadlineModel
from bias.words.classes import common_words, word_set

Floats = NDArray[np.float64]

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


def find_devices(
    headline: Headline,
    names: Sequence[Name],
    terms: Sequence[Match],
    judged: Floats,
    model: HeadlineModel,
) -> tuple[Cue, ...]:
    """Return the headline's devices in order; empty without a headline.

    Parameters
    ----------
    headline
        Of the article.
    names
        Its names, of `find_names`.
    terms
        Its listed terms, of `loaded_terms`.
    judged
        How likely each of its words judges, of `find_judging`.
    model
        What judges its names.
    """
    listed, unlisted = meant_terms(headline, terms, judged)
    devices = _by_rule(headline, names, [*listed, *unlisted])
    devices += find_butts(headline, names, judged, _targets_among(devices), model)
    cues = [_cue(headline, device, judged) for device in _widest(devices)]
    cues += _scare_quotes(headline, listed)
    return tuple(sorted(cues, key=lambda cue: (cue.start, -cue.end, cue.category)))


def ruled_targets(
    headline: Headline, names: Sequence[Name], terms: Sequence[Match], judged: Floats
) -> list[Device]:
    """Return the named targets that rules find; parameters as of `find_devices`."""
    listed, unlisted = meant_terms(headline, terms, judged)
    return _targets_among(_by_rule(headline, names, [*listed, *unlisted]))


def _targets_among(devices: Iterable[Device]) -> list[Device]:
    return [device for device in devices if device.category == "named_target"]


def _cue(headline: Headline, device: Device, judged: Floats) -> Cue:
    """Return a device's cue; one that rests on words has their probability of judging."""
    first, last = device.first, device.last
    cue = headline.cue(first, last, device.category, device.weight, device.note)
    if device.category not in JUDGING:
        return cue
    return replace(cue, probability=probability(judged, first, last))


def loaded_terms(headline: Headline) -> list[Match]:
    """Return the headline's loaded terms that are no names, no titles and not denied."""
    found = terms_in(headline.keys, headline.few)
    if not found:
        return []
    titled = {place for title in headline.quotations("title") for place in headline.places(title)}
    return [match for match in found if not _says_nothing(headline, match, titled)]


def denies(headline: Headline) -> bool:
    """Tell whether the headline denies a charge: `Not a disaster`, `No scandal at port`."""
    return any(_is_denied(headline, match) for match in terms_in(headline.keys, headline.few))


def _says_nothing(headline: Headline, match: Match, titled: Set[int]) -> bool:
    """Tell whether a term is a name in the body, inside a work's title, or denied."""
    upper_only, _ = headline.cases
    named = match.last == match.first + 1 and headline.keys[match.first] in upper_only
    return named or match.first in titled or _is_denied(headline, match)


def _is_denied(headline: Headline, match: Match) -> bool:
    return match.term.category in _DENIABLE and is_denied(headline.keys, 0, match)


def _by_rule(headline: Headline, names: Sequence[Name], terms: Sequence[Match]) -> list[Device]:
    """Return the devices that words and rules show."""
    terms = sorted(terms, key=lambda term: term.first)
    return [d for d in _all_devices(headline, terms, names) if _is_real(headline, d)]


def _all_devices(
    headline: Headline, terms: Sequence[Match], names: Sequence[Name]
) -> Iterator[Device]:
    yield from (device_of(match, category_of(match)) for match in terms)
    yield from find_clause_devices(headline, terms)
    yield from find_targets(headline, terms, names)
    yield from find_agentless(headline, terms)
    yield from _shouted(headline, names)


def _is_real(headline: Headline, device: Device) -> bool:
    """Drop unknown categories, US read as us, and what a speaker asks or tells whom."""
    if device.category not in DEVICES:
        return False
    country = device.category == "reader_address" and headline.forms[device.first] == "US"
    quoted = headline.voices[device.first] == "quoted"
    return not country and not (quoted and device.category in _OUTLET_ONLY)


def _widest(devices: Iterable[Device]) -> list[Device]:
    """Drop a device that lies inside another of its category."""
    kept: list[Device] = []
    for device in sorted(devices, key=lambda d: (d.category, d.first, -d.last)):
        last = kept[-1] if kept else None
        if last is None or last.category != device.category or device.first >= last.last:
            kept.append(device)
    return kept


def _shouted(headline: Headline, names: Sequence[Name]) -> Iterator[Device]:
    """Yield shouted words; a headline all in capitals is a style, not a shout."""
    shouted = [place for place, word in enumerate(headline.forms) if _is_shout(word)]
    if not shouted or headline.text.isupper():
        return
    inside = {place for name in names for place in range(name.first, name.last)}
    for place in shouted:
        key = headline.keys[place]
        least = _SHORTEST_SHOUT if key in common_words() else _LONGEST_ACRONYM + 1
        long = len(headline.forms[place]) >= least
        if long and place not in inside and key not in _LABELS_OF_GENRE:
            yield Device(place, place + 1, "capitals", 0.4, "shouts a word")
            yield Device(place, place + 1, "hyperbole", 0.4, "shouts a word")


def _is_shout(word: str) -> bool:
    return word.isupper() and len(word) >= _SHORTEST_SHOUT and word.isalpha()


def _scare_quotes(headline: Headline, terms: Sequence[Match]) -> Iterator[Cue]:
    """Yield words held at a distance.

    Words are reported, and not held, where the headline or the body quotes somebody
    saying them, and where the quoted word is itself loaded: then it is the speaker's.
    """
    held = headline.quotations("scare")
    if not held or headline.quotations("direct"):
        return
    if headline.listed(REPORT):
        return
    said, judged = _said(headline), {term.first for term in terms}
    for quotation in held:
        inside = headline.places(quotation)
        words = [place for place in inside if headline.kinds[place] == WORD]
        reported = said.issuperset(headline.keys[place] for place in words)
        if words and not reported and judged.isdisjoint(words):
            start, end = quotation.start, quotation.end
            yield Cue(
                start, end, headline.text[start:end], "headline", "headline",
                "scare_quotes", "outlet", DOUBTFUL, "quotation marks that keep a distance",
            )  # fmt: skip


def _said(headline: Headline) -> set[str]:
    """Return the words that stand in direct speech of the body."""
    body, first = headline.body, len(headline)
    return {*body.column(KEY)[first:][body.quoted[first:]].tolist()} if body else set()
