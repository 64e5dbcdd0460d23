"""Inflection: every form people write, by rule or from the list."""

import pytest

from bias.words.inflect import PartOfSpeech, inflections

VERBS = {
    "slam": "slams slammed slamming",
    "mock": "mocks mocked mocking",
    "smear": "smears smeared smearing",
    "decry": "decries decried decrying",
    "lie": "lies lied lying",
    "flee": "flees fled fleeing",
    "panic": "panics panicked panicking",
    "compel": "compels compelled compelling",
    "quip": "quips quipped quipping",
    "dog-whistle": "dog-whistles dog-whistled dog-whistling",
    "hog-tie": "hog-ties hog-tied hog-tying",
    "re-gut": "re-guts re-gutted re-gutting",
    "threaten": "threatens threatened threatening",
    "betray": "betrays betrayed betraying",
    "fight": "fights fought fighting",
    "cling": "clings clung clinging",
    "tear": "tears tore torn tearing",
    "overthrow": "overthrows overthrew overthrown overthrowing",
}
NOUNS = {
    "thug": "thugs",
    "crony": "cronies",
    "witch": "witches",
    "oligarch": "oligarchs",
    "hero": "heroes",
    "bozo": "bozos",
    "conman": "conmen",
    "thief": "thieves",
    "crisis": "crises",
    "hypothesis": "hypotheses",
}
ADJECTIVES = {"ugly": "uglier ugliest", "sad": "sadder saddest", "vile": "viler vilest"}
CASES: list[tuple[str, PartOfSpeech, str]] = [
    *((lemma, "v", forms) for lemma, forms in VERBS.items()),
    *((lemma, "n", forms) for lemma, forms in NOUNS.items()),
    *((lemma, "a", forms) for lemma, forms in ADJECTIVES.items()),
]


@pytest.mark.parametrize(("lemma", "part_of_speech", "forms"), CASES)
def test_forms_people_write(lemma: str, part_of_speech: PartOfSpeech, forms: str) -> None:
    """Every form in use is among those given, the lemma included."""
    assert {lemma, *forms.split()} <= inflections(lemma, part_of_speech)


@pytest.mark.parametrize(
    ("lemma", "wrong"),
    [
        ("smear", "smearred"),
        ("threaten", "threatenned"),
        ("panic", "paniced"),
        ("cling", "clinged"),
    ],
)
def test_forms_nobody_writes(lemma: str, wrong: str) -> None:
    """Common mistakes of such rules are not made."""
    assert wrong not in inflections(lemma, "v")


def test_no_part_of_speech_means_the_lemma_alone() -> None:
    """A term that does not inflect stays as it is."""
    assert inflections("sham", "") == {"sham"}


def test_long_adjectives_are_not_compared() -> None:
    """Long adjectives compare with `more`, so no -er form is made up."""
    assert inflections("outrageous", "a") == {"outrageous"}
