"""Every measure the model weighs, by name, for all doubtful paragraphs at once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np

from bias.models.lines import probabilities
from bias.roles.context import Scene, place_of
from bias.roles.cues import phrases
from bias.roles.fit import fit_of
from bias.roles.role import ROLES
from bias.roles.shape import Floats, Table, shape_of
from bias.roles.words import Counts
from bias.words.types import Bools

MOST = 2_000
"""Doubtful paragraphs that get a second look, half of them from the end: no article has so many,
and fifty thousand of one letter would take longer than any story. Set by hand, 2026-11-23."""
HEADLINE_WORDS = 4
"""Fewer words than this make no headline."""
HEADLINE_CAPITALS = 0.75
"""Share of capitalised words from which a line is set like a headline."""
CAPITALS = 0.85
"""Share of capital letters from which a line is set in capitals."""
STRANGE, AT_HOME = 0.5, 0.6
"""Below this share of known words a line is foreign to the story; above, part of it."""

BRIDGE = 3
"""Words that the prose above and below share from which it goes on across a line."""

SUREST = 9.0
"""Log odds beyond which a line's own words tell nothing more."""

RUN_ROLES = frozenset({"body", "promo_story", "promo_media", "signup", "credit", "residue"})
"""Roles whose lines stand together."""

MOST_TOLD: dict[str, float] = {
    "words": 60, "prev_words": 60, "next_words": 60,
    "stems": 15, "unknown": 10, "unknown_names": 10, "known_mass": 10, "short_known": 10,
    "bridge": 8, "rare": 8, "rare_unknown": 8,
    "from_start": 8, "from_end": 8, "tail_length": 10, "paragraphs": 60, "bare_count": 20,
    "upper_lines": 8, "repeats": 4, "label_above": 8, "run_above": 8, "run_below": 8,
    "sisters": 6, "section": 8, "other_questions": 4,
}  # fmt: skip
"""Beyond so much a measure tells nothing more (set by hand, 2026-11-22)."""
_LIMITS = np.array([*MOST_TOLD.values()])[:, None]

_NEIGHBOUR_SHAPES = (
    "words", "upper_share", "title_share", "ends_sentence", "ends_colon",
    "starts_dash", "starts_digit",
)  # fmt: skip


@dataclass(frozen=True)
class Measures:
    """What is measured of the paragraphs that deserve a second look."""

    paragraphs: Counts
    """Their units; of a lone article their indices."""
    table: Table
    """By name: a column with one value for each of them."""

    def __len__(self) -> int:
        return len(self.paragraphs)

    def values(self, names: Iterable[str]) -> Floats:
        """Return some measures; shape (names, paragraphs)."""
        return _stacked(self.table, names)

    def rows(self) -> Iterator[tuple[int, dict[str, float]]]:
        """Yield each paragraph's index with its measures by name."""
        names = [*self.table]
        for index, row in zip(self.paragraphs.tolist(), self.values(names).T.tolist(), strict=True):
            yield index, dict(zip(names, row, strict=True))


def _stacked(table: Table, names: Iterable[str]) -> Floats:
    """Return some columns as rows of a matrix."""
    columns = [table[name] for name in names]
    rows = np.concatenate(columns, dtype=np.float64) if columns else np.empty(0)
    return rows.reshape(len(columns), -1 if columns else 0)


def measure(scene: Scene) -> Measures:
    """Return the measures of every paragraph that deserves a second look."""
    chosen = scene.candidates
    of_article = scene.looks.articles[chosen]
    first, end = of_article.searchsorted(of_article), of_article.searchsorted(of_article, "right")
    place = np.arange(len(chosen))
    chosen = chosen[(place - first < MOST // 2) | (end - place <= MOST // 2)]
    return Measures(chosen, _measure(scene, chosen) if len(chosen) else {})


def _measure(scene: Scene, chosen: Counts) -> Table:
    table = {
        **shape_of(scene.looks, scene.close, chosen),
        **fit_of(scene, chosen),
        **place_of(scene, chosen),
        **_cues(scene, chosen),
        **_words(scene, chosen),
        **_run(scene, chosen),
    }
    for side, step in (("prev", -1), ("next", 1)):
        table |= _neighbour(scene, chosen, step, table, side)
    table |= _signs(table, scene.spoken[chosen])
    table |= _headline_like(table) | _furniture_like(table)
    return table | _limited(table)


def _limited(table: Table) -> Table:
    """Return the measures that tell nothing more beyond some number."""
    limited = np.minimum(_stacked(table, MOST_TOLD), _LIMITS)
    return dict(zip(MOST_TOLD, limited, strict=True))


def _words(scene: Scene, chosen: Counts) -> Table:
    """Return by how much paragraphs' own words speak for each role, rather than for the story."""
    odds = scene.line_odds[chosen].T
    told = np.clip(odds[1:] - odds[0], -SUREST, SUREST)
    return {f"words:{role}": row for role, row in zip(ROLES[1:], told, strict=True)}


def _run(scene: Scene, chosen: Counts) -> Table:
    """Return how likely each role is, by their words, of the other lines of the same run.

    Lines that stand together are of a kind: headlines of a rail, with bylines between.
    """
    bare, run = scene.looks.bare, (~scene.looks.bare).cumsum()
    chances, count = probabilities(scene.line_odds).T * bare, np.bincount(run, bare)
    others = np.maximum(count[run] - bare, 1)[chosen]
    return {
        f"run:{role}": (np.bincount(run, row)[run] - row)[chosen] / others
        for role, row in zip(ROLES, chances, strict=True)
        if role in RUN_ROLES
    }


def _cues(scene: Scene, chosen: Counts) -> Table:
    """Return which phrases paragraphs hold."""
    names = _cue_names()
    held = np.zeros((len(names), len(chosen)), np.bool_)
    for column, index in enumerate(chosen.tolist()):
        for name in scene.phrases[index]:
            held[names[f"cue:{name}"], column] = True
    return dict(zip(names, held, strict=True))


@cache
def _cue_names() -> dict[str, int]:
    """Return the name of the measure of each phrase, with its place."""
    return {f"cue:{phrase.name}": place for place, phrase in enumerate(phrases())}


def _neighbour(scene: Scene, chosen: Counts, step: int, table: Table, side: str) -> Table:
    """Return what stands next door; -1 where there is nobody or plain prose.

    Beyond an article's first and last paragraph stands a headline: nobody.
    """
    beside = (chosen + step) % len(scene.looks)
    inside = ~scene.looks.is_headline[beside]
    place = chosen.searchsorted(beside) % len(chosen)
    shaped = inside & (chosen[place] == beside)
    shapes = np.where(shaped, _stacked(table, _NEIGHBOUR_SHAPES)[:, place], -1.0)
    cues = scene.spoken[beside].T & inside
    return {
        **{f"{side}_{name}": row for name, row in zip(_NEIGHBOUR_SHAPES, shapes, strict=True)},
        **{f"{side}_cue_{role}": row for role, row in zip(ROLES[1:], cues[1:], strict=True)},
        f"{side}_bare": np.where(inside, scene.looks.bare[beside], -1.0),
    }


def _signs(row: Table, held: Bools) -> Table:
    """Return what the measures below are made of, and two that need the phrases' roles.

    `held` tells which roles each paragraph's phrases speak for, in the order of `ROLES`.
    """
    beside = row["run_above"] | row["run_below"]
    labelled = held[:, 2:].any(axis=1)
    is_item = row["starts_dash"] | row["cue:numbered"]
    after_item = (row["prev_starts_dash"] == 1) | (row["prev_starts_digit"] == 1)
    before_item = (row["next_starts_dash"] == 1) | (row["next_starts_digit"] == 1)
    return {
        "lone": (beside == 0) & ~row["in_tail"] & ~row["in_lead"],
        "any_phrase": held.any(axis=1),
        "in_list": is_item & ~labelled & (after_item | before_item),
    }


def _headline_like(row: Table) -> Table:
    """Return signs that only count together: set like a headline, and where."""
    words, lone, tail, stop = row["words"], row["lone"], row["in_tail"], row["ends_sentence"]
    shouted, known = row["upper_share"] > CAPITALS, row["known_share"]
    head = (words >= HEADLINE_WORDS) & ((row["title_share"] >= HEADLINE_CAPITALS) | shouted)
    capitals = shouted & (words >= 2)
    strange = (row["unknown"] >= 3) & (known < STRANGE)
    alien = (row["rare_unknown"] >= 2) & (known < STRANGE)
    prosaic = (row["person_share"] > 0) | (row["quoted_share"] > 0)
    labelled = row["label_above"] > 0
    return {
        "headline_case": head,
        "capitals": capitals,
        "capitals_once": capitals & (row["upper_lines"] == 1),
        "headline_strange": head & strange,
        "headline_known": head & (known >= AT_HOME),
        "headline_lone": head & lone,
        "headline_tail": head & tail,
        "headline_stop": head & stop,
        "headline_stop_lone": head & stop & lone,
        "headline_under_label": head & labelled,
        "headline_among_lines": head & (row["bare_share"] >= 0.5),
        "open_lone": lone & ~stop,
        "open_lone_strange": lone & strange & ~stop,
        "open_under_label": labelled & ~stop,
        "stop_strange": stop & strange & (words <= 20),
        "question_strange": row["ends_question"] & lone & strange,
        "capitals_strange": capitals & lone & strange,
        "breaks_bridge": lone & strange & (row["bridge"] >= BRIDGE),
        "sentences_strange": row["inner_stop"] & lone & strange,
        "alien": alien,
        "alien_stop": alien & stop,
        "alien_lone": alien & lone,
        "alien_prosaic": alien & prosaic,
        "prosaic_stop": prosaic & stop,
        "says_headline": (row["headline_covered"] >= 0.8) & (row["headline_share"] >= 0.7),
        "first_says_headline": (row["from_start"] == 0) & (row["headline_share"] >= 0.5),
    }


def _furniture_like(row: Table) -> Table:
    """Return further signs that only count together: subheads, labels, bylines."""
    words, lone, tail, stop = row["words"], row["lone"], row["in_tail"], row["ends_sentence"]
    known, sisters, from_start = row["known_share"], row["sisters"], row["from_start"]
    short, long, open_lone = words <= 9, words > 20, lone & ~stop
    ends_colon, line_follows = row["ends_colon"], row["next_bare"] == 1
    titled = (row["title_share"] == 1) & (row["function_share"] == 0)
    name = (words >= 2) & (words <= 4) & titled & ~stop
    label, question = row["cue:story_label_alone"], row["cue:poll_question"]
    return {
        "short_lone": open_lone & (words <= 5),
        "short_named_below": (words <= 6) & (row["below_only"] > 0),
        "short_known": row["known_mass"] * (words <= 6),
        "heads_section": short & (row["section"] >= 2) & ~stop,
        "among_lines": row["bare_share"] >= 0.5,
        "colon_then_prose": ends_colon & (row["next_bare"] == 0),
        "colon_then_line": ends_colon & line_follows,
        "colon_last": ends_colon & (row["from_end"] == 0),
        "label_then_line": label & line_follows,
        "label_then_prose": label & ~line_follows,
        "question_lone": row["ends_question"] & lone,
        "question_tail": row["ends_question"] & tail,
        "poll_question_known": question & (known >= AT_HOME),
        "poll_question_strange": question & (known < STRANGE),
        "poll_question_sole": question & row["lone"] & (row["other_questions"] == 0),
        "name_first": name & (from_start <= 1),
        "name_tail": name & tail,
        "name_elsewhere": name & (from_start > 1) & ~tail,
        "lone_with_sisters": open_lone & (sisters >= 2),
        "short_with_sisters": open_lone & (sisters >= 2) & short,
        "lone_without_sisters": open_lone & (sisters == 0),
        "phrase_quoted": row["any_phrase"] & (row["quoted_share"] > 0.5),
        "long_stop": stop & long,
        "long_bio": row["cue:credit_bio"] & long,
        "long_follow": row["cue:signup_follow"] & long,
        "any_phrase_long_stop": row["any_phrase"] & stop & long,
        "reports_at_length": row["reports"] & stop & long & ~row["cue:media_label"],
    }
