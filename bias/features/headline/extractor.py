"""Headline framing: its devices, its score, and its gap to the story."""

import math
from collections.abc import Sequence
from dataclasses import replace

from bias.document.document import Cue
from bias.features.base import Evidence, Extractor, Measure
from bias.features.headline.actors import Action, find_action
from bias.features.headline.devices import DEVICES, denies, find_devices, loaded_terms
from bias.features.headline.gap import GAPS, against_story, loaded_rate
from bias.features.headline.judging import find_judging
from bias.features.headline.names import find_names, sure_names
from bias.features.headline.score import CONSTANT, PARTS, amounts_of, score_of, score_parts
from bias.features.headline.shapes import comment_style
from bias.features.headline.teasing import clickbait_probability, find_clickbait
from bias.features.headline.words import Headline
from bias.models.headline import HeadlineModel, shipped_headline_model
from bias.reading import Reading

_OWN = "own definition"
_COUNTS = {device: f"headline_{device}" for device in DEVICES}
"""The measure of each device."""
_LONG = 4
"""Letters of a word that may be shouted."""
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
        _COUNTS[device],
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
        "headline_clickbait", "Probability that the headline is clickbait, from its words and "
        "their order, names masked.", "probability", 0, 1, "more like clickbait",
        "own model on Chakraborty et al. 2016",
    ),
    Measure(
        "headline_acted_upon", "1 where the headline's first-named actor is acted upon, as in X "
        "slammed by Y; 0 where it acts, as in X slams Y.", "0 or 1", 0, 1,
        "first-named actor is shown suffering", _OWN,
    ),
    Measure(
        "headline_agent_left_out", "1 where the first-named actor is acted upon and the headline "
        "does not say by whom; 0 where it does.", "0 or 1", 0, 1, "less said of who acts", _OWN,
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
    Measure(
        "headline_gap", "Probability that readers find the headline stronger than its story or "
        "unsupported by it, from content words and loaded words the story lacks.",
        "probability", 0, 1, "goes further beyond the story", _OWN,
    ),
)  # fmt: skip


def extract(reading: Reading) -> Evidence:
    """Find a headline's devices and score it; NaN throughout without a headline."""
    return evidence_of(Headline.of(reading.told), reading)


def evidence_of(headline: Headline, reading: Reading | None = None) -> Evidence:
    """Return the same of a headline, held against its story where there is one."""
    return explain(headline, reading)[0]


def explain(
    headline: Headline, reading: Reading | None = None, model: HeadlineModel | None = None
) -> tuple[Evidence, dict[str, float]]:
    """Return the same, and what each named part adds to the score.

    Parameters
    ----------
    headline, reading
        The headline, and its article.
    model
        Judges the words and weighs the parts; the shipped one unless told.

    Returns
    -------
    evidence
        NaN throughout without a word.
    parts
        Of `score.PARTS`, and the constant: log-odds. All NaN without a word.
    """
    if not headline.words:
        nothing = dict.fromkeys((CONSTANT, *PARTS), math.nan)
        return Evidence(math.nan, dict.fromkeys((m.name for m in MEASURES), math.nan)), nothing
    model = model or shipped_headline_model()
    names, terms = find_names(headline), loaded_terms(headline)
    judged, action = find_judging(headline, terms, model), find_action(headline, names)
    devices = find_devices(headline, names, terms, judged, model)
    cues = tuple(_with_actors(headline, cue, action) for cue in devices)
    gaps, unsupported = against_story(reading, headline, cues, sure_names(headline, names))
    clickbait = clickbait_probability(headline)
    amounts = amounts_of(headline, cues, judged, gaps[GAPS[0]], denies(headline))
    parts = score_parts(model, amounts)
    measures = _measures(headline, cues) | {"headline_clickbait": clickbait}
    evidence = Evidence(
        score_of(parts),
        measures | _sides(action) | gaps,
        (*cues, *unsupported, *find_clickbait(headline, clickbait)),
    )
    return evidence, parts


def _with_actors(headline: Headline, cue: Cue, action: Action | None) -> Cue:
    """Say on the headline's main verb who acts and who is acted upon."""
    if action is None or cue.start != headline.starts[action.verb]:
        return cue
    return replace(cue, note=f"{cue.note}; {action.note}")


def _sides(action: Action | None) -> dict[str, float]:
    passive = action is not None and action.passive
    return {
        "headline_acted_upon": math.nan if action is None else float(passive),
        "headline_agent_left_out": (
            float(not action.told) if action is not None and passive else math.nan
        ),
    }


def _measures(headline: Headline, cues: Sequence[Cue]) -> dict[str, float]:
    own = [cue.category for cue in cues if cue.voice == "outlet"]
    return {
        "headline_words": float(headline.words),
        "headline_devices": float(len(own)),
        "headline_quoted_devices": float(len(cues) - len(own)),
        **{name: float(own.count(device)) for device, name in _COUNTS.items()},
        "headline_loaded_per_10_words": loaded_rate(headline, cues),
        "headline_capitals_share": _capitals_share(headline.forms),
        "headline_comment_style": comment_style(headline),
    }


def _capitals_share(forms: Sequence[str]) -> float:
    """Return the share of longer words that are all capitals.

    >>> _capitals_share(["Mayor", "REFUSES", "to", "Open"])
    0.3333333333333333
    """
    long = [form for form in forms if len(form) >= _LONG and form.isalpha()]
    return sum(map(str.isupper, long)) / len(long) if long else math.nan


HEADLINE = Extractor(
    name="headline",
    score_name="headline",
    definition="How slanted the headline's own wording is: loaded words, targets, claims taken "
    "for granted, comment style; and how far it goes beyond the story.",
    measures=MEASURES,
    extract=extract,
)
