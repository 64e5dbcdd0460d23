"""The headline against its story: whether the body carries what it says."""

import math
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

from bias.document.document import Cue, Token
from bias.document.runs import Name
from bias.features.base import rate
from bias.features.headline.support import OPENING_PARAGRAPHS, same_word, support_gap, support_parts
from bias.features.headline.terms import find_terms
from bias.lists.terms import shipped_list
from bias.reading import Reading
from bias.words.classes import FUNCTION_WORDS, common_words
from bias.words.remembered import Remembered

LEAD_PARAGRAPHS = 3
"""Paragraphs of the story that the headline is held against."""
LOADED = frozenset({"loaded_verb", "loaded_label", "hyperbole", "sarcasm"})
"""Devices that rest on words, so that the body can be searched for the same."""
PLAIN_SAYING = 0.3
"""Report verbs of more weight dramatise and attribute little; the list's own edge is 0.4."""
GAPS = (
    "headline_loaded_gap",
    "headline_unsupported_names",
    "headline_loaded_words_in_body",
    "headline_flat_claims",
    "headline_lead_overlap",
    "headline_gap",
)
UNSUPPORTED_NAME = "unsupported_name"
"""Category of the cue on a name that the story never mentions."""
NAME_WEIGHT = 0.3
"""Of that cue: alone it says little (AUC 0.57, headline_devices, 2026-11-22)."""


def measure_gap(
    reading: Reading, cues: Sequence[Cue], names: Sequence[Name], unsupported: Sequence[Cue]
) -> dict[str, float]:
    """Return the measures of `GAPS`; all NaN without a headline or without a story.

    Parameters
    ----------
    reading
        The article.
    cues
        Its headline's devices.
    names
        Its headline's sure names.
    unsupported
        Those of them that the story never mentions, of `find_unsupported`.
    """
    lead = lead_tokens(reading)
    words = [token for token in reading.headline_tokens if token.kind == "word"]
    if not words or not any(token.kind == "word" for token in lead):
        return dict.fromkeys(GAPS, math.nan)
    values = (
        loaded_rate(reading, cues) - _lead_rate(lead),
        len(unsupported) / len(names) if names else math.nan,
        _share_repeated(reading, cues),
        _flat_claim(reading.headline_tokens, lead),
        _overlap(words, lead),
        _beyond_story(reading, cues, words),
    )
    return dict(zip(GAPS, values, strict=True))


def find_unsupported(reading: Reading, names: Sequence[Name]) -> Iterator[Cue]:
    """Yield a cue for each of the headline's sure names of which the story has no word."""
    if not names or not reading.words:
        return
    story = frozenset(map(_ROOTS.__getitem__, reading.story_keys))
    text, tokens = reading.document.text, reading.document.tokens
    for name in names:
        first, last = tokens[name.first], tokens[name.last - 1]
        if _is_mentioned(tokens[name.first : name.last], story):
            continue
        yield Cue(
            first.start, last.end, text[first.start : last.end], "headline", "headline",
            UNSUPPORTED_NAME, first.voice, NAME_WEIGHT, "the story never mentions it",
        )  # fmt: skip


def _beyond_story(reading: Reading, cues: Sequence[Cue], words: Sequence[Token]) -> float:
    """Return P(headline is stronger than its story or unsupported by it)."""
    paragraphs = list(reading.paragraphs_with("body"))[:OPENING_PARAGRAPHS]
    opening = chain.from_iterable(map(reading.story_tokens, paragraphs))
    story = frozenset(_ROOTS[token.key] for token in opening)
    content = [token for token in words if _tells(token)]
    loaded = [
        ([_BASES[t.key] for t in content if cue.start <= t.start < cue.end], cue.weight)
        for cue in cues
        if cue.category in LOADED and cue.voice == "outlet"
    ]
    return support_gap(support_parts([_BASES[t.key] for t in content], loaded, story))


def lead_tokens(reading: Reading) -> list[Token]:
    """Return the tokens of the first paragraphs that tell the story."""
    indices = list(reading.paragraphs_with("body"))[:LEAD_PARAGRAPHS]
    return list(chain.from_iterable(map(reading.story_tokens, indices)))


def loaded_rate(reading: Reading, cues: Sequence[Cue]) -> float:
    """Return the outlet's loaded weight per ten words of the headline."""
    words = sum(token.kind == "word" for token in reading.headline_tokens)
    loaded = (c.weight for c in cues if c.category in LOADED and c.voice == "outlet")
    return rate(sum(loaded), words, per=10)


def _lead_rate(lead: Sequence[Token]) -> float:
    found = find_terms(lead, 0, len(lead))
    weight = sum(match.term.weight for match in found if lead[match.first].voice == "outlet")
    return rate(weight, sum(token.kind == "word" for token in lead), per=10)


def _is_mentioned(name: Sequence[Token], story: frozenset[str]) -> bool:
    """Tell whether the story has a word of a name, or a form of it."""
    return any(_ROOTS[token.key] in story for token in name)


def _share_repeated(reading: Reading, cues: Sequence[Cue]) -> float:
    """Share of the loaded words that the body uses too."""
    spans = [(c.start, c.end) for c in cues if c.category in LOADED and c.voice == "outlet"]
    if not spans:
        return math.nan
    body = frozenset(map(_BASES.__getitem__, reading.story_keys))
    tokens = reading.headline_tokens
    repeated = [
        any(start <= t.start < end and _tells(t) and _BASES[t.key] in body for t in tokens)
        for start, end in spans
    ]
    return sum(repeated) / len(spans)


def _flat_claim(headline: Sequence[Token], lead: Sequence[Token]) -> float:
    """1 where the headline asserts what the lead hedges or attributes, else 0."""
    qualified = any(token.key in _qualifiers() or token.key == "?" for token in headline)
    quoted = any(token.voice == "quoted" for token in headline)
    opening = lead[: len(headline) * 3]
    return float(not qualified and not quoted and any(t.key in _qualifiers() for t in opening))


@cache
def _qualifiers() -> frozenset[str]:
    """Return hedges and plain words of saying, in every form."""
    saying = (t for t in shipped_list("report_verbs").terms if t.weight <= PLAIN_SAYING)
    terms = chain(shipped_list("hedges").terms, saying)
    forms = frozenset(form[0] for term in terms for form in term.forms() if len(form) == 1)
    return forms | {"according", "alleged", "allegedly", "claim", "claims", "claimed"}


def _overlap(words: Sequence[Token], lead: Sequence[Token]) -> float:
    """Share of the headline's content words that stand in the lead."""
    content = {_BASES[token.key] for token in words if _tells(token)}
    if not content:
        return math.nan
    return len(content & {_BASES[token.key] for token in lead}) / len(content)


def _tells(token: Token) -> bool:
    return token.kind == "word" and token.key not in FUNCTION_WORDS and token.key != "'s"


def _base(key: str) -> str:
    """Return a rough base form, so that `ditches` meets `ditched`."""
    bases = [key.removesuffix(ending) for ending in ("es", "s", "ed", "ing") if len(key) > 4]
    return next((base for base in bases if base != key and base in common_words()), key)


_BASES = Remembered(_base)
_ROOTS = Remembered(lambda key: same_word(_BASES[key]))
"""What the forms of a word share, as far as readers' judgements went by it."""
