"""Headline framing: its devices, its score, and its gap to the story."""

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from bias.article import Article, Cue
from bias.errors import UsageError
from bias.features.base import Evidence, Extractor, Measure, Reading
from bias.features.headline_devices import DEVICES, find_devices
from bias.features.headline_gap import GAPS, loaded_rate, measure_gap
from bias.features.headline_score import device_weights, score_of, score_parts
from bias.features.headline_style import comment_style
from bias.segment import segment

if TYPE_CHECKING:
    import pandas as pd

_OWN = "own definition"
_TEASING = ("forward_reference", "question", "reader_address", "capitals")
_MEANING = {
    "loaded_verb": "verbs that judge or dramatise where a plain one exists",
    "loaded_label": "nouns and adjectives that judge a person, group or act",
    "hyperbole": "overstatements, superlatives and intensifiers",
    "scare_quotes": "words in quotation marks that keep a distance and report no speech",
    "question": "questions the headline asks",
    "forward_reference": "pointers to something withheld so that one must read on",
    "named_target": "named persons or groups that are the butt of the outlet's wording",
    "agentless": "passives and nominalisations that leave out who acted",
    "presupposition": "contested claims taken for granted, as in why X never delivers",
    "sarcasm": "mockery and mock courtesy",
    "reader_address": "words that speak to the reader: you, we, commands",
    "capitals": "single words shouted in capitals",
}


def _count(device: str) -> Measure:
    definition = f"Number of {_MEANING[device]} in the headline, in the outlet's voice."
    return Measure(
        f"headline_{device}",
        definition,
        "count",
        0,
        math.inf,
        "more slanted",
        "headline_devices guidelines",
    )


MEASURES = (
    Measure("headline_words", "Words of the headline.", "count", 0, math.inf, "longer", _OWN),
    Measure(
        "headline_devices", "Framing devices in the headline, in the outlet's voice.",
        "count", 0, math.inf, "more slanted", _OWN,
    ),
    Measure(
        "headline_quoted_devices", "Framing devices inside words the headline quotes.",
        "count", 0, math.inf, "more loaded speech reported", _OWN,
    ),
    *(_count(device) for device in DEVICES),
    Measure(
        "headline_loaded_per_10_words", "Summed weight of loaded verbs, labels, hyperbole and "
        "sarcasm in the outlet's voice.", "weight per 10 words", 0, math.inf, "more slanted", _OWN,
    ),
    Measure(
        "headline_capitals_share", "Share of the headline's words of four letters or more that "
        "are all capitals.", "share", 0, 1, "more shouting", _OWN,
    ),
    Measure(
        "headline_comment_style", "How much the headline is built like comment rather than like a "
        "report, names and topics masked.", "log-odds", -math.inf, math.inf, "more like comment",
        "own model; idea of style features: Potthast et al. 2018",
    ),
    Measure(
        "headline_loaded_gap", "Loaded weight per 10 words of the headline minus that of the "
        "story's first three paragraphs, outlet's voice.", "weight per 10 words", -math.inf,
        math.inf, "headline hotter than story", _OWN,
    ),
    Measure(
        "headline_unsupported_names", "Share of the names in the headline that the story never "
        "mentions.", "share", 0, 1, "less supported", _OWN,
    ),
    Measure(
        "headline_loaded_words_in_body", "Share of the headline's loaded words that the story uses "
        "too.", "share", 0, 1, "story as loaded as headline", _OWN,
    ),
    Measure(
        "headline_flat_claims", "1 where the headline asserts flatly while the story's opening "
        "hedges or attributes, else 0.", "0 or 1", 0, 1, "headline surer than story", _OWN,
    ),
    Measure(
        "headline_lead_overlap", "Share of the headline's content words that stand in the story's "
        "first three paragraphs.", "share", 0, 1, "better supported",
        "word overlap as in the Fake News Challenge baseline, 2017",
    ),
)  # fmt: skip


def extract(reading: Reading) -> Evidence:
    """Find a headline's devices and score it; NaN throughout without a headline."""
    if not any(token.kind == "word" for token in reading.headline_tokens):
        return Evidence(math.nan, dict.fromkeys((m.name for m in MEASURES), math.nan))
    cues = find_devices(reading.document)
    style, gaps = comment_style(reading.document), measure_gap(reading, cues)
    score = score_of(score_parts(device_weights(cues), style, gaps[GAPS[0]]))
    return Evidence(score, _measures(reading, cues, style) | gaps, cues)


def _measures(reading: Reading, cues: Sequence[Cue], style: float) -> dict[str, float]:
    own = [cue.category for cue in cues if cue.voice == "outlet"]
    return {
        "headline_words": float(sum(t.kind == "word" for t in reading.headline_tokens)),
        "headline_devices": float(len(own)),
        "headline_quoted_devices": float(len(cues) - len(own)),
        **{f"headline_{device}": float(own.count(device)) for device in DEVICES},
        "headline_loaded_per_10_words": loaded_rate(reading, cues),
        "headline_capitals_share": _capitals_share(reading),
        "headline_comment_style": style,
    }


def _capitals_share(reading: Reading) -> float:
    texts = (token.of(reading.document.text) for token in reading.headline_tokens)
    long = [text for text in texts if text.isalpha() and len(text) >= 4]
    return sum(text.isupper() for text in long) / len(long) if long else math.nan


HEADLINE = Extractor(
    name="headline",
    score_name="headline",
    definition="How slanted the headline's own wording is: loaded words, targets, claims taken "
    "for granted, comment style; and how far it goes beyond the story.",
    measures=MEASURES,
    extract=extract,
)


def rate_headlines(headlines: Sequence[str]) -> "pd.DataFrame":
    """Rate headlines without their articles.

    Parameters
    ----------
    headlines
        One per row of the result, in this order.

    Returns
    -------
    pandas.DataFrame
        `headline`; `score`, 0 to 1, higher is more slanted; `loaded` and
        `clickbait`, summed weights of judging and of teasing devices; then the
        headline's measures without their prefix. NaN for an empty headline.
    """
    import pandas as pd

    if isinstance(headlines, str):
        raise UsageError("rate_headlines got a single text. Give a list of them.")
    return pd.DataFrame([_row(headline) for headline in headlines])


def _row(headline: str) -> dict[str, str | float]:
    evidence = extract(Reading(segment(Article(headline=headline)), ()))
    weights = device_weights(evidence.cues)
    measures = {name: value for name, value in evidence.features.items() if name not in GAPS}
    sums: Mapping[str, float] = {
        "loaded": sum(weight for device, weight in weights.items() if device not in _TEASING),
        "clickbait": sum(weights[device] for device in _TEASING),
    }
    return {
        "headline": headline,
        "score": evidence.score,
        **(sums if not math.isnan(evidence.score) else dict.fromkeys(sums, math.nan)),
        **{name.removeprefix("headline_"): value for name, value in measures.items()},
    }
