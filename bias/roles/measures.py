"""Every measure the model weighs, by name, for each doubtful paragraph."""

from collections.abc import Iterable, Set
from functools import cache

from bias.roles.context import Scene, place_of
from bias.roles.cues import phrases
from bias.roles.fit import fit_of
from bias.roles.role import ROLES, Role
from bias.roles.shape import shape_of

Row = dict[str, float]

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

_NEIGHBOUR_SHAPES = (
    "words", "upper_share", "title_share", "ends_sentence", "ends_colon",
    "starts_dash", "starts_digit",
)  # fmt: skip


def measure(scene: Scene) -> dict[int, Row]:
    """Return the measures of every paragraph that deserves a second look."""
    chosen = scene.candidates
    if len(chosen) > MOST:
        chosen = (*chosen[: MOST // 2], *chosen[-MOST // 2 :])
    shapes = {i: shape_of(scene.looks[i]) for i in chosen}
    return {i: _measure_one(scene, i, shapes) for i in chosen}


def _measure_one(scene: Scene, index: int, shapes: dict[int, Row]) -> Row:
    found = scene.phrases[index]
    row = {
        **shapes[index],
        **_no_cues(),
        **{f"cue:{name}": True for name in found},
        **fit_of(scene, index),
        **place_of(scene, index),
        **_neighbour(scene, index - 1, shapes, "prev"),
        **_neighbour(scene, index + 1, shapes, "next"),
    }
    row.update(_headline_like(row))
    row.update(_furniture_like(row, _roles_of(found)))
    return row


@cache
def _no_cues() -> Row:
    """Return the measure of every phrase, for a paragraph that holds none."""
    return {f"cue:{phrase.name}": False for phrase in phrases()}


@cache
def _roles() -> dict[str, Role]:
    """Return the role that each phrase speaks for."""
    return {phrase.name: phrase.role for phrase in phrases()}


def _roles_of(found: Iterable[str]) -> set[Role]:
    return {_roles()[name] for name in found}


def _neighbour(scene: Scene, index: int, shapes: dict[int, Row], side: str) -> Row:
    """Return what stands next door; -1 where there is nobody or plain prose."""
    row, shape = dict(_nobody(side)), shapes.get(index)
    if shape:
        row |= {f"{side}_{name}": shape[name] for name in _NEIGHBOUR_SHAPES}
    if 0 <= index < len(scene.looks):
        held = _roles_of(scene.phrases[index]) - {"body"}
        row |= {f"{side}_cue_{role}": True for role in held}
        row[f"{side}_bare"] = scene.looks[index].bare
    return row


@cache
def _nobody(side: str) -> Row:
    """Return what stands next door at the article's edge."""
    shape = {f"{side}_{name}": -1.0 for name in _NEIGHBOUR_SHAPES}
    cues = {f"{side}_cue_{role}": False for role in ROLES if role != "body"}
    return {**shape, **cues, f"{side}_bare": -1.0}


def _headline_like(row: Row) -> Row:
    """Return signs that only count together: set like a headline, and where."""
    cased = row["title_share"] >= HEADLINE_CAPITALS or row["upper_share"] > CAPITALS
    head = row["words"] >= HEADLINE_WORDS and cased
    capitals = row["upper_share"] > CAPITALS and row["words"] >= 2
    stop, tail = row["ends_sentence"], row["in_tail"]
    lone = not (row["run_above"] or row["run_below"] or tail or row["in_lead"])
    strange = row["unknown"] >= 3 and row["known_share"] < STRANGE
    alien = row["rare_unknown"] >= 2 and row["known_share"] < STRANGE
    prosaic = row["person_share"] > 0 or row["quoted_share"] > 0
    return {
        "lone": lone,
        "headline_case": head,
        "capitals": capitals,
        "capitals_once": capitals and row["upper_lines"] == 1,
        "headline_strange": head and strange,
        "headline_known": head and row["known_share"] >= AT_HOME,
        "headline_lone": head and lone,
        "headline_tail": head and tail,
        "headline_stop": head and stop,
        "headline_stop_lone": head and stop and lone,
        "headline_under_label": head and row["label_above"] > 0,
        "headline_among_lines": head and row["bare_share"] >= 0.5,
        "open_lone": lone and not stop,
        "open_lone_strange": lone and strange and not stop,
        "open_under_label": row["label_above"] > 0 and not stop,
        "stop_strange": stop and strange and row["words"] <= 20,
        "question_strange": row["ends_question"] and lone and strange,
        "capitals_strange": capitals and lone and strange,
        "breaks_bridge": lone and strange and row["bridge"] >= BRIDGE,
        "sentences_strange": row["inner_stop"] and lone and strange,
        "alien": alien,
        "alien_stop": alien and stop,
        "alien_lone": alien and lone,
        "alien_prosaic": alien and prosaic,
        "prosaic_stop": prosaic and stop,
        "says_headline": row["headline_covered"] >= 0.8 and row["headline_share"] >= 0.7,
        "first_says_headline": row["from_start"] == 0 and row["headline_share"] >= 0.5,
    }


def _furniture_like(row: Row, held: Set[Role]) -> Row:
    """Return further signs that only count together: subheads, labels, bylines.

    `held` are the roles that the paragraph's phrases speak for.
    """
    short, stop = row["words"] <= 9, row["ends_sentence"]
    line_follows = row["next_bare"] == 1
    name = 2 <= row["words"] <= 4 and row["title_share"] == 1 and not row["function_share"]
    label = row["cue:story_label_alone"]
    labelled, any_phrase = bool(held - {"body", "subhead"}), bool(held)
    lone = not (row["run_above"] or row["run_below"] or row["in_tail"] or row["in_lead"])
    question = row["cue:poll_question"]
    return {
        "short_lone": lone and row["words"] <= 5 and not stop,
        "short_named_below": row["words"] <= 6 and row["below_only"] > 0,
        "short_known": row["known_mass"] * (row["words"] <= 6),
        "heads_section": short and row["section"] >= 2 and not stop,
        "among_lines": row["bare_share"] >= 0.5,
        "colon_then_prose": row["ends_colon"] and row["next_bare"] == 0,
        "colon_then_line": row["ends_colon"] and line_follows,
        "colon_last": row["ends_colon"] and row["from_end"] == 0,
        "label_then_line": label and line_follows,
        "label_then_prose": label and not line_follows,
        "question_lone": row["ends_question"] and lone,
        "question_tail": row["ends_question"] and row["in_tail"],
        "poll_question_known": question and row["known_share"] >= AT_HOME,
        "poll_question_strange": question and row["known_share"] < STRANGE,
        "name_first": name and not stop and row["from_start"] <= 1,
        "name_tail": name and not stop and row["in_tail"],
        "name_elsewhere": name and not stop and row["from_start"] > 1 and not row["in_tail"],
        "lone_with_sisters": lone and not stop and row["sisters"] >= 2,
        "short_with_sisters": lone and not stop and row["sisters"] >= 2 and short,
        "lone_without_sisters": lone and not stop and row["sisters"] == 0,
        "phrase_quoted": any_phrase and row["quoted_share"] > 0.5,
        "long_stop": stop and row["words"] > 20,
        "long_bio": row["cue:credit_bio"] and row["words"] > 20,
        "long_follow": row["cue:signup_follow"] and row["words"] > 20,
        "any_phrase": any_phrase,
        "any_phrase_long_stop": any_phrase and stop and row["words"] > 20,
        "in_list": _item(row)
        and not labelled
        and any(
            row[f"{side}_starts_dash"] == 1 or row[f"{side}_starts_digit"] == 1
            for side in ("prev", "next")
        ),
    }


def _item(row: Row) -> bool:
    return bool(row["starts_dash"] or row["cue:numbered"])
