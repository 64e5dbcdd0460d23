"""Sourcing: who is quoted, by which verbs, and which claims have no source.

The score is a weighted mean of five parts, each 0 to 1: sentences without a
source, loaded report verbs, vague attributions, one source that does all the
talking, and unnamed sources. A part that is undefined for an article is left
out of the mean.
"""

import math
from collections import Counter
from dataclasses import dataclass

import numpy as np

from bias.document.document import Cue, Document, Quotation
from bias.features.attributed import attributed
from bias.features.base import Evidence, Extractor, Measure, cue_of, cues_of, rate
from bias.features.loaded.literal import is_literal
from bias.features.loaded.nouns import is_noun
from bias.lists.groups import VAGUE
from bias.lists.hits import Hits
from bias.reading import Reading
from bias.speakers.reports import Report
from bias.speakers.sources import Speaker
from bias.speakers.speakers import find_claims

NAME = "attribution"
LOADED = 0.4
"""Weight in `report_verbs` from which a verb counts as loaded ("accused", "claimed")."""
MIN_WORDS = 100
"""Body words below which the score is undefined: a note of one or two attributions."""
MIN_QUOTED_WORDS = 40
"""Quoted words below which nobody can be said to do all the talking."""
VAGUE_HALF = 0.5
"""Vague attributions per 100 words at which that part reaches one half."""
WEIGHTS = {"unsourced": 0.40, "loaded": 0.30, "vague": 0.15, "one_sided": 0.10, "unnamed": 0.05}
"""Weights of the parts: by judgement, more for those that told hyperpartisan articles from
others (SemEval 2019 by-article set, 400 articles, 2026-11-22); not fitted."""
QUOTATION_WEIGHT = 0.05
"""Weight of a quotation's cue: it shows who speaks and is no slant by itself."""
NAN = float("nan")


@dataclass(frozen=True, slots=True)
class _Sourcing:
    """Everything the measures count, of the story's paragraphs only."""

    quotations: tuple[tuple[Quotation, Speaker | None, int], ...]
    """Direct quotations, each with its speaker and its words."""
    reports: tuple[Report, ...]
    """Report verbs that report speech: beside a quotation or a claim."""
    vague: Hits
    attributed: int
    """Sentences with a quotation or a reported claim."""


def extract(reading: Reading) -> Evidence:
    """Measure the sourcing of one article."""
    sourcing = _read(reading)
    features = _features(reading, sourcing)
    return Evidence(_score(reading, features), features, _cues(reading, sourcing))


def _read(reading: Reading) -> _Sourcing:
    sourced = reading.quoted_shares > 0
    sourced[[*find_claims(reading.reported)]] = True
    sourced &= reading.is_body
    told = tuple(report for report in reading.reports if sourced[report.sentence])
    count = int(np.count_nonzero(sourced))
    return _Sourcing(_quotations(reading), told, _vague(reading), count)


def _quotations(reading: Reading) -> tuple[tuple[Quotation, Speaker | None, int], ...]:
    """Return the direct quotations of the story, each with its speaker and its words."""
    document = reading.told
    if not document.quotations:
        return ()
    spans = np.array([(q.start, q.end) for q in document.quotations], dtype=np.int32)
    places = document.starts.searchsorted(spans).tolist()
    words = document.is_word.tobytes()
    return tuple(
        (quotation, speaker, words.count(1, first, last))
        for quotation, speaker, (first, last) in zip(
            document.quotations, reading.speakers, places, strict=True
        )
        if quotation.kind == "direct" and quotation.part == "body"
    )


def _vague(reading: Reading) -> Hits:
    """Return the vague attributions in the outlet's voice."""
    found = reading.told.listed(VAGUE).within(reading.body_bounds)
    return found.where(~reading.told.quoted[found.firsts])


def _features(reading: Reading, sourcing: _Sourcing) -> dict[str, float]:
    words, sentences = reading.words, len(reading.body_sentences)
    by_source = _words_by_source(sourcing)
    neutral = sum(report.match.term.weight < LOADED for report in sourcing.reports)
    return {
        "quoted_word_share": _share(reading.quoted_words, words),
        "quoted_sources": float(len(by_source)) if words else NAN,
        "top_source_share": _share(max(by_source.values(), default=0), sum(by_source.values())),
        "unnamed_source_share": _unnamed(sourcing.reports),
        "report_verbs_per_100_words": rate(len(sourcing.reports), words),
        "neutral_report_verb_share": _share(neutral, len(sourcing.reports)),
        "attributed_sentences_share": _share(sourcing.attributed, sentences),
        "vague_attributions_per_100_words": rate(len(sourcing.vague), words),
    }


def _share(part: float, whole: float) -> float:
    return part / whole if whole else NAN


def _words_by_source(sourcing: _Sourcing) -> Counter[str]:
    """Count the quoted words of each speaker, known by last name."""
    counts: Counter[str] = Counter()
    for _, speaker, words in sourcing.quotations:
        if speaker:
            counts[speaker.last] += words
    return counts


def _unnamed(reports: tuple[Report, ...]) -> float:
    """Return the share of sources that are only described, such as "officials"."""
    named = {report.speaker.last: report.speaker.named for report in reports}
    return _share(sum(not name for name in named.values()), len(named))


def _score(reading: Reading, features: dict[str, float]) -> float:
    """Weigh the parts that are defined; NaN for short articles."""
    if reading.words < MIN_WORDS:
        return NAN
    vague = features["vague_attributions_per_100_words"]
    parts = {
        "unsourced": 1 - features["attributed_sentences_share"],
        "loaded": 1 - features["neutral_report_verb_share"],
        "vague": vague / (vague + VAGUE_HALF),
        "one_sided": _one_sided(reading, features),
        "unnamed": features["unnamed_source_share"],
    }
    known = {name: part for name, part in parts.items() if not math.isnan(part)}
    total = sum(WEIGHTS[name] for name in known)
    return sum(WEIGHTS[name] * part for name, part in known.items()) / total


def _one_sided(reading: Reading, features: dict[str, float]) -> float:
    """Return 0 where no source has more than half of the quoted words, 1 where one has all."""
    if reading.quoted_words < MIN_QUOTED_WORDS:
        return NAN
    return max(0.0, 2 * features["top_source_share"] - 1)


def _cues(reading: Reading, sourcing: _Sourcing) -> tuple[Cue, ...]:
    document = reading.told
    judging = [report for report in sourcing.reports if report.match.term.weight >= LOADED]
    loaded = [report.match for report in judging if not _is_plain(document, report)]
    cues = [cue_of(document, m, "body", NAME, category="loaded_report_verb") for m in loaded]
    cues += cues_of(document, sourcing.vague, "body", NAME)
    cues += [_quotation_cue(document.text, q, speaker) for q, speaker, _ in sourcing.quotations]
    cues += attributed(reading)
    return tuple(sorted(cues, key=lambda cue: cue.start))


def _is_plain(document: Document, report: Report) -> bool:
    """Tell whether a verb is a noun there, or tells of things: water ripped a pipe."""
    bounds, match = document.sentences[report.sentence], report.match
    keys, first, last = document.keys, bounds.first, bounds.last
    return is_literal(keys, first, last, match) or is_noun(keys, first, last, match)


def _quotation_cue(text: str, quotation: Quotation, speaker: Speaker | None) -> Cue:
    note = f"quoted: {speaker.name}" if speaker else "quoted: speaker not found"
    return Cue(
        quotation.start, quotation.end, quotation.of(text), quotation.part, NAME, "quotation",
        "quoted", QUOTATION_WEIGHT, note,
    )  # fmt: skip


MEASURES = (
    Measure(
        "quoted_word_share",
        "Share of the body's words that stand inside direct speech.",
        "share", 0, 1, "more of the article is its sources' own words", "own",
    ),
    Measure(
        "quoted_sources",
        "How many different people or bodies are quoted directly, told apart by last name.",
        "count", 0, math.inf, "more voices", "own",
    ),
    Measure(
        "top_source_share",
        "Share of the quoted words that the most quoted source has.",
        "share", 0, 1, "one source does more of the talking", "own",
    ),
    Measure(
        "unnamed_source_share",
        'Share of the sources that are only described, such as "officials".',
        "share", 0, 1, "fewer sources can be checked", "own",
    ),
    Measure(
        "report_verbs_per_100_words",
        'Report verbs with a source ("said", "according to", "claimed") per 100 body words.',
        "per 100 words", 0, 100, "more of the article is attributed", "own",
    ),
    Measure(
        "neutral_report_verb_share",
        'Share of the report verbs that only report ("said") rather than judge ("admitted").',
        "share", 0, 1, "plainer attribution",
        "Wikipedia, Manual of Style, Words to watch; Recasens et al. 2013",
    ),
    Measure(
        "attributed_sentences_share",
        "Share of the body's sentences with a direct quotation or a reported claim.",
        "share", 0, 1, "more of the article is attributed", "own",
    ),
    Measure(
        "vague_attributions_per_100_words",
        'Claims laid to nobody in particular ("critics say", "reportedly") per 100 body words.',
        "per 100 words", 0, 100, "more claims cannot be traced",
        "Wikipedia, Manual of Style, Words to watch",
    ),
)  # fmt: skip

ATTRIBUTION = Extractor(
    NAME,
    NAME,
    "How slanted the sourcing is: claims without a source, loaded report verbs, vague "
    "attributions, one source doing the talking, unnamed sources.",
    MEASURES,
    extract,
)
