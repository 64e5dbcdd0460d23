"""Who acts and who is acted upon, and where nobody is said to."""

import pytest

import bias
from bias.features.agency.deeds import Deed, find_deeds
from bias.features.agency.extractor import category_of


def _deeds(body: str) -> list[tuple[Deed, str]]:
    reading = bias.analyze(bias.Article(body=body)).reading
    return [(deed, category_of(deed)) for deed in find_deeds(reading)]


def _name(body: str, words: tuple[int, int] | None) -> str:
    if words is None:
        return ""
    told = bias.analyze(bias.Article(body=body)).reading.told
    return told.text[told.starts[words[0]] : told.ends[words[1] - 1]]


@pytest.mark.parametrize(
    ("body", "category"),
    [
        ("Two strikers were arrested near the mill.", "agentless_passive"),
        ("The clerk had not yet been fired.", "agentless_passive"),
        ("Nine people got injured at the gate.", "agentless_passive"),
        ("The editor is accused of theft.", "agentless_passive"),
        ("They mourned after the killing of three sailors.", "nominalisation"),
        ("He spoke about the crackdown.", "nominalisation"),
        ("Ida Berg blamed the council for the flood.", "blame"),
    ],
)
def test_deeds_without_a_doer_are_cues(body: str, category: str) -> None:
    """A passive or a noun that names no doer, and blame, are shown."""
    assert [found for _, found in _deeds(body)] == [category]


@pytest.mark.parametrize(
    "body",
    [
        "Two strikers were arrested by the harbour police.",
        "The guards' killing was their killing by Ida Berg.",
        "The weather was fine.",
        "Shots were fired.",
        "The panel is charged to advise the mayor.",
        "She was shooting a film.",
        "The detention centre opened in May.",
        "They fire clay in the old kiln.",
    ],
)
def test_what_names_a_doer_or_is_no_deed_is_none(body: str) -> None:
    """A doer after `by`, another sense, a compound or a present tense are no agentless deed."""
    assert {found for _, found in _deeds(body)} <= {""}


def test_by_names_no_doer_where_it_names_a_time_or_means() -> None:
    """`By Friday` and `by tweet` say not who."""
    assert [c for _, c in _deeds("He was fired by tweet.")] == ["agentless_passive"]
    assert [c for _, c in _deeds("They must be evicted by Friday.")] == ["agentless_passive"]


def test_who_does_and_who_bears() -> None:
    """The names on either side, in the active and the passive."""
    body = "The mayor said that the Coast Guard detained Ida Berg."
    ((deed, _),) = _deeds(body)
    assert (_name(body, deed.doer), _name(body, deed.bearer)) == ("Coast Guard", "Ida Berg")
    body = "The mayor said that Ida Berg was detained by the Coast Guard."
    ((deed, _),) = _deeds(body)
    assert (_name(body, deed.doer), _name(body, deed.bearer)) == ("Coast Guard", "Ida Berg")


def test_a_name_inside_another_phrase_bears_nothing() -> None:
    """`One of the members of the Squad was shot`: not the Squad."""
    ((deed, _),) = _deeds("The mayor said one of the members of the Harbour Squad was shot.")
    assert deed.bearer is None


def test_quoted_deeds_are_cues_and_not_counted() -> None:
    """A speaker's passive is the speaker's."""
    body = "“Nine men were beaten and two were shot,” Ida Berg said. " + "The sea was calm. " * 9
    analysis = bias.analyze(bias.Article(body=body))
    assert {cue.voice for cue in analysis.cues if cue.feature == "agency"} == {"quoted"}
    assert analysis.values["agentless_passives_per_100_words"] == 0


def test_entities_in_a_table() -> None:
    """Several wordings of one name are one entity."""
    body = "The Coast Guard detained Ida Berg. Later Berg was beaten. Ida Berg was blamed."
    table = bias.agency_table([bias.analyze(bias.Article(body=body))]).set_index("entity")
    assert table.loc["Ida Berg"].to_dict() == {
        "does": 0, "bears": 2, "blames": 0, "is_blamed": 1, "by_nobody": 2,
    }  # fmt: skip
    assert table.loc["Coast Guard", "does"] == 1


def test_no_deeds_no_score_to_speak_of() -> None:
    """A calm text has score 0, an empty one none."""
    calm = bias.analyze(bias.Article(body="The sea was calm. " * 20))
    assert calm.scores["agency"] == 0
    empty = bias.analyze(bias.Article(headline="Sea", body=""))
    assert empty.scores["agency"] != empty.scores["agency"]
