"""Where in the text a driver of the rating comes from.

A driver above the training mean points to what holds most of its measure; one about
sentences that lies below it, to the sentences that hold least. A rate below the mean has
nothing to show: what it counts is not there.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from bias.analysis import Analysis
from bias.document.document import Sentence, Token
from bias.document.masked import mask, score_sentences
from bias.lists.identity import NAME, one_sex
from bias.rating.measures import DASHES, SECOND_PERSON, TOP_SHARE
from bias.rating.own import rater_of
from bias.rating.rate import Driver, shipped_model
from bias.words.cut import Span

MOST = 3
"""Stretches shown for a driver unless told otherwise."""
CUES = {"headline": "headline", "loaded": "loaded_terms"}
"""Scores of extractors, and what their cues carry in `feature`."""


class _Scored(NamedTuple):
    """A sentence with its scores."""

    sentence: Sentence
    keys: Sequence[str]
    log_odds: float
    partisan: float


def spans_behind(analysis: Analysis, driver: Driver, most: int = MOST) -> tuple[Span, ...]:
    """Return the stretches of the text that a driver of the rating comes from.

    Parameters
    ----------
    analysis
        From `bias.analyze`.
    driver
        One of `analysis.rating.drivers`.
    most
        Stretches at most.

    Returns
    -------
    tuple of Span
        The strongest first. Empty for `base`, for an undefined measure, and for a rate that
        is low because what it counts is rare. Of `article_wording` it is the words that pull
        the same way as the driver.
    """
    return _behind(analysis, driver, cache(lambda: list(_scored(analysis))))[:most]


def spans_behind_each(
    analysis: Analysis, drivers: Sequence[Driver], most: int = MOST
) -> list[tuple[Span, ...]]:
    """Return the same for each of several drivers; the text is scored once."""
    scored = cache(lambda: list(_scored(analysis)))
    return [_behind(analysis, driver, scored)[:most] for driver in drivers]


def _behind(
    analysis: Analysis, driver: Driver, score: Callable[[], list[_Scored]]
) -> tuple[Span, ...]:
    name = driver.feature
    if not driver.deviation:
        return ()
    if name in CUES:
        return _cues(analysis, CUES[name])
    scored, sign = score(), 1 if driver.deviation > 0 else -1
    if name == "article_wording":
        words = (rater_of(analysis.models) or shipped_model()).wording.words
        return _tokens(analysis, scored, lambda _, key: sign * words.get(key, 0.0))
    if name in _TOKENS:
        return _tokens(analysis, scored, _TOKENS[name]) if sign > 0 else ()
    if name in _SENTENCES:
        return _sentences(_considered(name, scored), _SENTENCES[name], sign)
    return ()


def _cues(analysis: Analysis, feature: str) -> tuple[Span, ...]:
    found = [c for c in analysis.cues if c.feature == feature and c.voice == "outlet"]
    return tuple(sorted(found, key=lambda cue: (-cue.weight, cue.start)))


def _scored(analysis: Analysis) -> Iterator[_Scored]:
    """Yield the headline and the story's sentences."""
    masked, scores = mask(analysis.document), score_sentences(analysis.document)
    columns = (masked.keys(), scores.log_odds.tolist(), scores.partisan.tolist())
    for sentence, *row in zip(analysis.document.sentences, *columns, strict=True):
        label = analysis.paragraphs[sentence.paragraph].label if sentence.paragraph >= 0 else None
        if label is None or label.role_of(sentence) == "body":
            yield _Scored(sentence, *row)


def _considered(name: str, scored: list[_Scored]) -> list[_Scored]:
    """Return the sentences that a measure looks at."""
    if name == "sentence_bias_headline":
        return [row for row in scored if row.sentence.part == "headline"]
    body = [row for row in scored if row.sentence.part == "body"]
    return body[: max(1, round(TOP_SHARE * len(body)))] if name == "sentence_bias_lead" else body


def _sentences(
    scored: list[_Scored], weigh: Callable[[_Scored], float], sign: int
) -> tuple[Span, ...]:
    ranked = sorted(scored, key=lambda row: (-sign * weigh(row), row.sentence.start))
    return tuple(row.sentence for row in ranked)


def _tokens(
    analysis: Analysis, scored: list[_Scored], weigh: Callable[[Token, str], float]
) -> tuple[Span, ...]:
    """Return the tokens that weigh more than nothing, the heaviest first."""
    found = [
        (weigh(token, _key(token, row)), token)
        for row in scored
        for token in analysis.document.tokens_of(row.sentence)
    ]
    ranked = sorted(found, key=lambda item: (-item[0], item[1].start))
    return tuple(Span(token.start, token.end) for weight, token in ranked if weight > 0)


def _key(token: Token, row: _Scored) -> str:
    """Return what the models see of a token: its own key, or that it is a name."""
    key = one_sex(token.key)
    return key if token.kind != "word" or key in row.keys else NAME


_TOKENS: dict[str, Callable[[Token, str], float]] = {
    "quoted_share": lambda token, _: token.voice == "quoted",
    "second_person_per_100": lambda _, key: key in SECOND_PERSON,
    "names_per_100": lambda _, key: key == NAME,
    "numbers_per_100": lambda token, _: token.kind == "number",
    "brackets_per_100": lambda _, key: key == "(",
    "dashes_per_100": lambda _, key: key in DASHES,
}
"""How much of a measure one token holds."""

_SENTENCES: dict[str, Callable[[_Scored], float]] = {
    **dict.fromkeys(
        ("sentence_bias_outlet", "sentence_bias_top", "sentence_bias_lead"),
        lambda row: row.log_odds,
    ),
    "sentence_bias_share": lambda row: row.log_odds,
    "sentence_bias_headline": lambda row: row.log_odds,
    "partisan_wording": lambda row: row.partisan,
    "partisan_wording_spread": lambda row: abs(row.partisan),
    "sentence_length": lambda row: len(row.keys),
    "article_length": lambda row: len(row.keys),
}
"""How much of a measure one sentence holds."""
