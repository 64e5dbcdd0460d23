"""A listed verb that is a noun there is no cue, nor is a charge that its clause denies."""

import pytest

from bias.document.article import Article
from bias.document.document import Document
from bias.document.segment import segment
from bias.features.epistemology import EPISTEMOLOGY
from bias.features.loaded.meant import find_loaded
from bias.reading import Reading
from bias.roles import ParagraphRole


def _found(document: Document) -> list[str]:
    matches = find_loaded(document, document.sentences)
    return [" ".join(document.keys[match.first : match.last]) for match in matches]


def _loaded(text: str) -> list[str]:
    return _found(segment(Article(body=text)))


def _epistemic(text: str) -> set[str]:
    document = segment(Article(body=text))
    roles = tuple(ParagraphRole("body", 1.0) for _ in document.paragraphs)
    return {cue.text for cue in EPISTEMOLOGY.extract(Reading(document, roles)).cues}


NOUNS = [
    ("The claims were paid within a week.", "claims"),
    ("Insurers settled 40 storm claims in May.", "claims"),
    ("The average claim took two weeks.", "claim"),
    ("The waste site opens at noon.", "waste"),
    ("Household waste went to the plant.", "waste"),
    ("A waste company carried the rubble.", "waste"),
    ("A slam of the gate woke the dog.", "slam"),
    ("A boast of the baker was printed.", "boast"),
    ("The lie of the land is gentle.", "lie"),
    ("A rant on a wall was painted over.", "rant"),
    ("The council's boast rests on few samples.", "boast"),
    ("She bought a grill and two chairs.", "grill"),
    ("The tank of the boat holds 90 litres.", "tank"),
    ("Workers laid a balloon on the grass.", "balloon"),
    ("A claim for the roof was filed.", "claim"),
    ("The sheep were kept in a ram pen.", "ram"),
    ("They sold milk and honey at the fair.", "milk"),
    ("The saddle of the horse was new.", "saddle"),
    ("His side made shameful claims about the cost.", "claims"),
    ("She called them baseless claims.", "claims"),
    ("False claims spread within hours.", "claims"),
    ("He wrote two furious rants about it.", "rants"),
    ("A terrible blast woke the street.", "blast"),
    ("The board heard similar boasts in May.", "boasts"),
    ("Three worms were found in the soil.", "worms"),
    ("The plot of the novel is simple.", "plot"),
]
REPORTS = [
    ("The report of the board is long.", "report"),
    ("A witness of the crash was heard.", "witness"),
    ("Two witnesses were heard on Monday.", "witnesses"),
    ("The state of the bridge is good.", "state"),
    ("Its remarks on trade were brief.", "remarks"),
    ("The answer of the clerk was short.", "answer"),
    ("The force of the wind broke a mast.", "force"),
    ("An estimate of the cost is due.", "estimate"),
    ("The cause of the fire is known.", "cause"),
    ("Residents held a protest on Sunday.", "protest"),
]
VERBS = [
    ("They waste money on signs.", "waste"),
    ("The firm will dump oil at sea.", "dump"),
    ("Senators slam the budget.", "slam"),
    ("The mayor slams the budget.", "slams"),
    ("She claims the vote was bought.", "claims"),
    ("Religious leaders slam the plan.", "slam"),
    ("Aides rant to reporters.", "rant"),
    ("He'll shove the bill through.", "shove"),
    ("It was a disgrace to the town.", "disgrace"),
]
DENIED = [
    "Nothing shameful was done.",
    "Nobody was betrayed.",
    "Nobody betrayed the town.",
    "No one was betrayed by the board.",
    "None of the directors was corrupt.",
    "None of the clerks were ever really reckless.",
    "Neither was corrupt.",
    "No director was reckless.",
    "No member of the board has been corrupt.",
    "Nobody did anything shameful.",
    "No official had acted shamefully.",
    "The mayor denies the plan is a sham.",
    "The mayor denied that the plan was a sham.",
    "The clerk denies being corrupt.",
    "She denied claims of a disgraceful deal.",
    "He disputed that it was a fiasco.",
    "The report does not call the rules absurd.",
    "The panel did not describe the deal as shameful.",
    "The court has never called the mayor corrupt.",
    "The judges don't consider the rule absurd.",
    "The study did not find the board reckless.",
    "An inquiry cleared the board of any shameful deal.",
    "The court acquitted the clerk of corrupt dealings.",
    "The audit ruled out a corrupt deal.",
    "There was no evidence of a corrupt deal.",
    "There is no sign that the board was reckless.",
    "The panel found no proof of shameful acts.",
    "It was not a disaster.",
    "The board was never reckless.",
    "They found no corrupt, no reckless and no shameful act.",
]
MEANT = [
    ("It was nothing but a sham.", "sham"),
    ("It was not only shameful.", "shameful"),
    ("There is no doubt the deal was corrupt.", "corrupt"),
    ("The mayor cannot deny that it was a sham.", "sham"),
    ("Nobody was hurt, but the deal was shameful.", "shameful"),
    ("She denies it and the corrupt mayor agrees.", "corrupt"),
    ("The clerk was denied a corrupt bargain.", "corrupt"),
    ("The board was not cleared of corrupt dealings.", "corrupt"),
    ("No wonder the plan was a fiasco.", "fiasco"),
    ("He had no idea why the deal was shameful.", "shameful"),
]


@pytest.mark.parametrize(("text", "word"), NOUNS)
def test_a_noun_is_no_loaded_verb(text: str, word: str) -> None:
    """What only looks like a verb of the lists is left alone."""
    assert word not in _loaded(text)


@pytest.mark.parametrize(("text", "word"), REPORTS)
def test_a_noun_is_no_verb_of_knowing_or_claiming(text: str, word: str) -> None:
    """The same holds for the lists of certainty."""
    assert word not in _epistemic(text)


@pytest.mark.parametrize(("text", "word"), VERBS)
def test_the_verb_is_still_found(text: str, word: str) -> None:
    """The look-alikes: a verb, or a noun that charges as such."""
    assert word in _loaded(text)


@pytest.mark.parametrize("text", DENIED)
def test_a_denied_charge_is_no_cue(text: str) -> None:
    """The subject, the verb or the object of the clause takes the charge away."""
    assert _loaded(text) == []


@pytest.mark.parametrize(("text", "word"), MEANT)
def test_what_only_looks_denied_is_meant(text: str, word: str) -> None:
    """Turned negations, denials of denials and other clauses leave the charge standing."""
    assert word in _loaded(text)
