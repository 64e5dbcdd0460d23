"""The instrument is fair: swapping names moves no rating."""

import json
import lzma
import re
from itertools import islice
from pathlib import Path

import numpy as np
import pytest

import bias

PAIRS = [
    ("Democrats", "Republicans"),
    ("Democratic", "Republican"),
    ("liberal", "conservative"),
    ("Biden", "Trump"),
    ("Obama", "Bush"),
    ("Pelosi", "McConnell"),
    ("CNN", "Fox News"),
    ("Muslim", "Christian"),
    ("Israel", "Iran"),
    ("She", "He"),
    ("she", "he"),
    ("herself", "himself"),
    ("woman", "man"),
    ("women", "men"),
    ("mothers", "fathers"),
    ("Left", "Right"),
    ("the left", "the right"),
    ("anti-Trump", "anti-Biden"),
    ("Trumpism", "Obamaism"),
    ("fascist", "communist"),
]
MEAN_AT_MOST = 0.01
LARGEST_AT_MOST = 0.05

SENTENCES = [
    "Democrats rammed the shameful bill through in the middle of the night.",
    "The Democratic leader said the vote would be held on Tuesday.",
    "Biden bragged about a plan that nobody in his own party believes in.",
    "The liberal group called the ruling a betrayal of its voters.",
    "Pelosi and her cronies caved once again, as everyone knew they would.",
    "CNN reported that Obama had signed the order in April.",
    "A Muslim charity opened a clinic near the border with Israel.",
    "Critics said the woman had lied about the deal.",
    "She said that he had lied, and he insisted that she smeared him.",
    "She slammed the plan herself, and women and mothers booed.",
    "The anti-Trump rally drew a crowd that the left called enormous.",
    "Trumpism is a fascist disgrace, the speaker said.",
]

HEADLINES = [
    "Democrats Slam Biden Over Shameful Deal With Israel",
    "Why the Left Always Lose Big Fights",
    "Why the Left Is So Angry at Women",
    "How the Left Keeps Failing",
    "The anti-Trump Crowd Melts Down Again",
    "Trumpism Is a Disease",
    "She Said He Lied About the fascist Mob",
]


def swap(text: str) -> str:
    """Swap every pair, both ways at once."""
    other = {a: b for pair in PAIRS for a, b in (pair, pair[::-1])}
    names = sorted(other, key=len, reverse=True)
    return re.sub(rf"\b(?:{'|'.join(names)})\b", lambda m: other[m.group()], text)


def test_swapping_names_moves_no_sentence() -> None:
    """A sentence's probability does not depend on whose party, faith or outlet it names."""
    moved = np.abs(bias.rate_sentences(SENTENCES) - bias.rate_sentences(list(map(swap, SENTENCES))))
    assert moved.max() <= LARGEST_AT_MOST
    assert moved.mean() <= MEAN_AT_MOST


@pytest.mark.parametrize("score", ["headline", "loaded", "promo", "attribution", "epistemology"])
def test_swapping_names_moves_no_score(score: str) -> None:
    """No extractor's score depends on whom the article is about."""
    body = "\n\n".join(SENTENCES * 2)
    before = bias.analyze(bias.Article(HEADLINES[0], body)).scores[score]
    after = bias.analyze(bias.Article(swap(HEADLINES[0]), swap(body))).scores[score]
    assert before == pytest.approx(after, abs=0.01)


@pytest.mark.parametrize("headline", HEADLINES)
def test_swapping_names_moves_no_headline(headline: str) -> None:
    """A headline's score and devices do not depend on whose side, name or sex it holds."""
    before, after = (row for _, row in bias.rate_headlines([headline, swap(headline)]).iterrows())
    assert swap(headline) != headline
    assert before.drop("headline").to_dict() == pytest.approx(
        after.drop("headline").to_dict(), nan_ok=True
    )


def test_swapping_names_moves_no_rating_of_real_articles(data: Path) -> None:
    """On 60 real articles the rating moves by 0.01 on average and 0.05 at most."""
    with lzma.open(data / "article-bias-prediction" / "articles_2.jsonl.xz", "rt") as lines:
        rows = [json.loads(line) for line in islice(lines, 60)]
    moved = []
    for row in rows:
        before = bias.analyze(bias.Article(row["title"], row["content"])).rating.bias
        after = bias.analyze(bias.Article(swap(row["title"]), swap(row["content"]))).rating.bias
        if before is not None and after is not None:
            moved.append(abs(before - after))
    assert len(moved) > 50
    assert np.mean(moved) <= MEAN_AT_MOST
    assert max(moved) <= LARGEST_AT_MOST


@pytest.mark.parametrize("verb", ["attacks", "slams", "blasts"])
def test_the_letters_of_a_name_do_not_make_a_verb(verb: str) -> None:
    """A name that ends in s is no plural: what follows it is read as after any other name."""
    names = ("Harris", "Pence", "Sanders", "Cruz", "Gates", "Musk", "The left", "The right")
    scores = {bias.rate_headlines([f"{name} {verb} new budget"])["score"][0] for name in names[:6]}
    sides = {bias.rate_headlines([f"{name} {verb} new budget"])["score"][0] for name in names[6:]}
    assert (len(scores), len(sides)) == (1, 1)
