"""Texts that are no news articles are recognised, and news in odd clothes is not."""

import pytest

from bias.analysis import analyze
from bias.document.article import Article
from bias.document.segment import segment
from bias.features.measured import measure
from bias.rating.unlike import unlike_reason

NEWS = (
    "The city council voted on Tuesday to widen the harbour road after a year of hearings. "
    "Officials said the work would begin in March and cost nine million dollars. "
    "Neighbours who had opposed the plan said they would appeal to the county court. "
    "The mayor told reporters that the road had been too narrow for the ferries' traffic. "
    "A report by the planning office found that delays had doubled since the bridge closed."
)

RECIPES = {
    "soup": (
        "Serves four.\n\n2 tablespoons olive oil\n\n1 onion, chopped\n\n3 cloves garlic, minced\n\n"
        "Heat the oil in a large saucepan. Stir in the onion and cook for five minutes until "
        "tender. Add the garlic, salt and pepper and simmer for twenty minutes. Sprinkle with "
        "parsley before serving."
    ),
    "cake": (
        "Preheat the oven. In a bowl, whisk the eggs with the sugar until pale. Mix in the flour "
        "and a teaspoon of salt, then the melted butter and the milk. Pour the dough into a pan "
        "and bake for forty minutes. Let it cool, then dust it with a little sugar and serve."
    ),
}
TRANSCRIPTS = {
    "studio": "\n\n".join(
        f"{name}: {said}"
        for name, said in (
            ("MODERATOR", "Welcome back to the programme, and thank you both for coming."),
            ("JANE ALDER", "It is a pleasure to be here with you again."),
            ("MODERATOR", "Let us begin with the harbour. Who should pay for it?"),
            ("TOM BIRCH", "The people who use it, as they do everywhere else on the coast."),
            ("JANE ALDER", "I disagree, since the whole town lives from it."),
            ("MODERATOR", "We will take a call from a listener after the break."),
        )
    ),
    "questions": "\n\n".join(
        line
        for number in range(4)
        for line in (
            f"Q: What did the board decide about pier number {number} this week?",
            "A: It put the matter off until the engineers have looked at the beams again.",
        )
    ),
    "court": "\n".join(
        f"{name}: {said}"
        for name, said in (
            ("The Court", "Please state your name for the record."),
            ("The Witness", "My name is Ada Quill and I keep the lighthouse."),
            ("Mr. Penn", "Did you see the boat leave on the night of the storm?"),
            ("The Witness", "I saw its lamp go out past the rocks at about ten."),
            ("Mr. Penn", "No further questions, your honour, at this time."),
        )
    ),
}
CONTRACTS = {
    "lease": (
        "The lessee shall pay the rent on the first day of each month. The lessor shall keep the "
        "premises in repair, notwithstanding any damage caused by the lessee. Pursuant to the "
        "foregoing, either party may end this agreement by notice in writing. The undersigned "
        "hereby accept the terms herein."
    ),
    "statute": (
        "A person who keeps a boat in the harbour shall hold a permit under subsection 2. The "
        "harbour master shall grant the permit where the conditions of subsection 3 are met. "
        "A permit shall end after one year. A person who acts in breach of this section shall "
        "be liable to a fine, and the court may order the boat to be removed."
    ),
    "licence": (
        "The licensor hereby grants the licensee a right to use the software. The licensee shall "
        "not copy it or any part thereof. This clause shall survive the end of the agreement, and "
        "any dispute hereunder shall be heard by the courts of the country first named herein."
    ),
}
VERSE = {
    "poem": "\n".join(
        (
            "The evening leans upon the sea",
            "And lays its copper on the tide,",
            "The gulls come back, as slow as we,",
            "To walls where once the boats would ride",
            "",
            "A lantern moves along the quay",
            "Where someone calls a name in vain",
            "The water keeps its company",
            "And gives it to the night again",
        )
    ),
    "song": "\n\n".join(
        (
            "Oh carry me down to the river wide",
            "Where the willow trees bend low",
            "I left my heart on the other side",
            "A long, long time ago",
            "Carry me down to the river wide",
            "Let the cold brown water flow",
            "There is nothing left for me to hide",
        )
    ),
    "list": "\n".join(
        f"- {thing} for the spring fair on the lower green"
        for thing in ("Tents", "Ropes", "Lamps", "Chairs", "Paper plates", "A stage", "Flags")
    ),
    "names": "\n\n".join(
        f"{place}. {name} with {points} points"
        for place, name, points in (
            (1, "North End rowing club", 41), (2, "Harbour rowing club", 38),
            (3, "Mill Lane rowing club", 36), (4, "Upper Town rowing club", 30),
            (5, "Old Bridge rowing club", 22), (6, "Ferry rowing club", 18),
            (7, "Quarry rowing club", 11),
        )
    ),
}  # fmt: skip
OTHERS = {
    "live": (
        "a live blog",
        "\n\n".join(
            f"{hour}:{minute:02} The count goes on in the town hall and the doors are still shut."
            for hour, minute in ((9, 5), (9, 40), (10, 15), (11, 2), (11, 30), (12, 10))
        ),
    ),
    "code": (
        "computer code",
        "def total(values):\n    result = 0\n    for value in values:\n        result += value\n"
        "    return result\n\nnumbers = [1, 2, 3]\nprices = {'tea': 2, 'milk': 1}\n"
        "for name in prices:\n    print(name, prices[name] * total(numbers))\n" * 3,
    ),
    "page": (
        "computer code",
        "<div class='box'><p>Hello and welcome to the page of the club</p><ul><li>one</li>"
        "<li>two</li></ul></div><script>var x = {a: 1}; show(x); hide(x);</script>" * 4,
    ),
    "nonsense": (
        "rare in news",
        "The brillig slithes did gyre and wimbled in the wabing, all mimsied were the borogrooves "
        "and the mome raths outgrabing in the tulgey, where it burbled and galumphed and "
        "frabjoused, whiffling and snickersnacking at the tumtummed uffish bandersnatching.",
    ),
}
UNLIKE = [
    *(("a recipe", text) for text in RECIPES.values()),
    *(("a transcript", text) for text in TRANSCRIPTS.values()),
    *(("a contract", text) for text in CONTRACTS.values()),
    *(("a list", text) for text in VERSE.values()),
    *OTHERS.values(),
]
ALIKE = {
    "one paragraph": NEWS,
    "a line a sentence": NEWS.replace(". ", ".\n"),
    "broken at a margin": "\n".join(
        " ".join(NEWS.split()[start : start + 9]) for start in range(0, 80, 9)
    ),
    "one question and answer": f"{NEWS}\n\nQ: Who pays?\n\n{NEWS}\n\n{NEWS}\n\n{NEWS}",
    "a list inside": f"{NEWS}\n\nThe dates:\n\nMonday\n\nTuesday\n\nFriday\n\n{NEWS}\n\n{NEWS}",
    "about cooking": (
        f"{NEWS} The mayor opened a cooking school, where she stirred the first pot of soup."
    ),
    "about law": (
        f"{NEWS} A clause of the contract was struck out by the judge, pursuant to a motion."
    ),
    "a time in it": f"At 9:30 a.m. the session began.\n\n{NEWS}\n\n{NEWS}\n\n{NEWS}\n\n{NEWS}",
    "a closed kitchen": (
        "The diner by the ferry was closed on Tuesday after inspectors found sugar and flour on "
        "the floor beside the oven. The cook said he had served soup with garlic and butter for "
        "years. Guests were sad about the onion tart, the eggs and the pepper steak. A cup of "
        "tea was free on the last day, and the milk came from a farm up the road."
    ),
    "share prices": (
        "Alder Mills (ALDR) rose 4.5% to $189.95; Birch Lines (BRCH) fell 1.2% = $3.10; Quill "
        "Works (QLWK) +3.3% [HARBOUR: QLWK]. The index <.HBX> gained on Monday as investors read "
        "the figures of the bank, which said it would hold rates. Analysts called the {Q3} "
        "results strong and looked for more gains in the months to come."
    ),
    "too short": "Fold the flour in.",
    "empty": "",
}


def _reason(body: str) -> str | None:
    return unlike_reason(measure(segment(Article(headline="", body=body))).reading)


@pytest.mark.parametrize(("form", "body"), UNLIKE)
def test_other_forms_are_named(form: str, body: str) -> None:
    """A text that is no news article is named for what it is."""
    assert form in (_reason(body) or "")


@pytest.mark.parametrize("name", ALIKE)
def test_news_is_not_taken_for_another_form(name: str) -> None:
    """News with a list, a time, a recipe's word or broken lines in it is still news."""
    assert _reason(ALIKE[name]) is None


@pytest.mark.parametrize("body", [CONTRACTS["lease"], TRANSCRIPTS["studio"]])
def test_the_interval_is_wide_and_says_why(body: str) -> None:
    """Unlike articles keep their rating, in an interval wider than that of news as long."""
    rating, news = analyze(Article(body=body)).rating, analyze(Article(body=NEWS)).rating
    assert rating.bias is not None
    assert "news articles only" in (rating.reason or "")
    assert news.reason is None
    assert rating.interval
    assert news.interval
    wide, narrow = (high - low for low, high in (rating.interval, news.interval))
    assert wide > narrow


def test_swapped_parties_change_no_reason() -> None:
    """The reason does not depend on who is named."""
    body = TRANSCRIPTS["studio"] + "\n\nJANE ALDER: The Democrats and the Republicans differ."
    swapped = body.replace("Democrats", "X").replace("Republicans", "Democrats")
    assert _reason(body) == _reason(swapped.replace("X", "Republicans"))
