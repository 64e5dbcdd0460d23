"""Is this word a name? Every answer of the package, side by side on one table of sentences."""

from collections.abc import Callable, Iterable
from itertools import compress, product

import numpy as np
import pytest

from bias.document.article import Article
from bias.document.columns import UPPER
from bias.document.document import Document
from bias.document.listed_names import are_listed
from bias.document.masked import mask
from bias.document.names import (
    FIRST,
    INSIDE,
    LISTED,
    SHOUT,
    are_hidden,
    is_hidden,
    is_title_case,
    signs_of,
)
from bias.document.segment import segment
from bias.features.headline.names import find_names
from bias.features.headline.teasing import headline_keys
from bias.features.headline.words import Headline
from bias.features.loaded.meant import is_part_of_name
from bias.features.loaded.words import ScoredWords
from bias.lists.hits import Match, bounds_of
from bias.lists.terms import Term
from bias.models.clickbait import shipped_clickbait
from bias.models.tokens import FLOOR, shipped_token_model
from bias.roles.signs import OUTLET, PARTY
from bias.roles.words import tokens_of, words_of
from bias.speakers.sources import Sources

ANY = Term("x", "form", "", 1.0, "", "", "test", 1)


def sentences(document: Document) -> Iterable[bool]:
    """What the sentence model, the rating's wording and the genre do not see."""
    masked = mask(document)
    return masked.is_name[masked.word_of].tolist()


def lean(document: Document) -> Iterable[bool]:
    """What the lean does not see: listed names and sides of politics."""
    return are_listed(document.row).tolist()


def words(document: Document) -> Iterable[bool]:
    """What the model of loaded words gives no score of its own."""
    model, bounds = shipped_token_model(), bounds_of(document.sentences)
    scored = ScoredWords.of(model, document, bounds, np.zeros(len(bounds)))
    plain = [model.word_score(key) for key in document.keys]
    return [score == FLOOR < own for score, own in zip(scored.scores, plain, strict=True)]


def terms(document: Document) -> Iterable[bool]:
    """What is no loaded term here, were it on the lists: a capitalised word inside a sentence."""
    count = len(document.row)
    return [
        is_upper and is_part_of_name(document, 0, count, Match(place, place + 1, ANY))
        for place, is_upper in enumerate(document.column(UPPER).tolist())
    ]


def headline(document: Document) -> Iterable[bool]:
    """Whom a headline names, though nearly every word may have a capital; no body is read."""
    names = find_names(Headline.of(segment(Article(headline=document.text))))
    return [any(n.first <= place < n.last for n in names) for place in range(len(document.row))]


def clickbait(document: Document) -> Iterable[bool]:
    """What the clickbait model sees as a name, a place, a side or a star."""
    line = Headline.of(segment(Article(headline=document.text)))
    return [key[:1] in ("⟨", "") for key in headline_keys(line, shipped_clickbait().known)]


def speaker(document: Document) -> Iterable[bool]:
    """Who may have spoken: the sentence's first run of capitalised words that names somebody."""
    sentence = document.sentences[0]
    found = Sources(document).first_name(sentence, sentence.last)
    spans = zip(document.starts.tolist(), document.ends.tolist(), strict=True)
    return [bool(found) and found.start <= start and end <= found.end for start, end in spans]


def promo(document: Document) -> Iterable[bool]:
    """What is one mark where a promo's topic is compared: outlets and parties."""
    joined = words_of(tokens_of([document]))
    named = zip(joined.row.words, joined.starts.tolist(), joined.ends.tolist(), strict=True)
    spans = [(start, end) for word, start, end in named if word in (OUTLET, PARTY)]
    return [any(a <= start < b for a, b in spans) for start in document.starts.tolist()]


RULES: tuple[Callable[[Document], Iterable[bool]], ...] = (
    sentences, words, lean, terms, headline, clickbait, speaker, promo,
)  # fmt: skip

TABLE: dict[str, tuple[str, dict[str, str]]] = {
    "a capital inside a sentence": ("The mayor met Biden in May.", {
        "sentences": "Biden May", "words": "Biden May", "lean": "Biden", "terms": "Biden May",
        "headline": "Biden", "clickbait": "Biden", "speaker": "Biden",
    }),
    "a capital where any word has one; New is no name by itself": (
        "Savage cuts hurt New Zealand and its Council.", {
        "sentences": "New Zealand Council", "words": "Zealand Council", "lean": "New Zealand",
        "terms": "New Zealand Council", "headline": "Zealand", "clickbait": "New Zealand",
        "speaker": "Savage",
    }),
    "title case": ("Savage Storm Hits Springfield School", {
        "sentences": "Springfield", "words": "Springfield", "headline": "Springfield",
        "clickbait": "Springfield", "speaker": "Savage Storm Hits Springfield School",
    }),
    "capitals inside, short capitals, a shout": ("Ann McCoy of the UN said NEVER again.", {
        "sentences": "Ann McCoy UN", "words": "Ann McCoy UN", "headline": "Ann McCoy UN",
        "clickbait": "Ann McCoy", "speaker": "Ann McCoy",
    }),
    "a name in a compound": ("She and other anti-Trump voters left.", {
        "sentences": "anti-Trump", "words": "anti-Trump", "lean": "anti-Trump",
        "clickbait": "anti-Trump left",
    }),
    "a listed word without a capital": ("He is a muslim senator from Iowa.", {
        "sentences": "muslim Iowa", "words": "muslim Iowa", "lean": "muslim Iowa",
        "terms": "Iowa", "headline": "Iowa", "clickbait": "muslim Iowa", "speaker": "Iowa",
    }),
    "sides of politics, told by their neighbours": ("The far right won the red states.", {
        "sentences": "right red", "lean": "right red", "clickbait": "far right",
    }),
    "no sides": ("I was right, and Americans know it.", {
        "sentences": "Americans", "words": "Americans", "lean": "Americans", "terms": "Americans",
        "headline": "Americans", "clickbait": "right Americans", "speaker": "Americans",
    }),
    "a title and its stop": ("Then Mr. Poe, a democrat, spoke.", {
        "sentences": "Mr Poe democrat", "words": "Mr Poe democrat", "lean": "democrat",
        "terms": "Mr", "headline": "Mr Poe", "clickbait": "Mr Poe democrat",
        "speaker": "Mr . Poe",
    }),
    "outlets": ("Fox News and Reuters reporters agreed.", {
        "sentences": "Fox News Reuters", "words": "Fox Reuters", "lean": "Fox News Reuters",
        "terms": "News Reuters", "headline": "Fox Reuters", "clickbait": "Fox News Reuters",
        "speaker": "Fox News", "promo": "Fox News Reuters",
    }),
    "a particle links": ("A book by Charles de Gaulle is out.", {
        "sentences": "Charles de Gaulle", "words": "Charles Gaulle", "terms": "Charles Gaulle",
        "headline": "Charles Gaulle", "clickbait": "Charles Gaulle",
        "speaker": "Charles de Gaulle",
    }),
    "a star whose name is a word": ("Taylor Swift sings on YouTube", {
        "sentences": "Taylor Swift YouTube", "words": "Taylor Swift YouTube",
        "headline": "Taylor YouTube", "clickbait": "Taylor YouTube", "speaker": "Taylor Swift",
    }),
}  # fmt: skip
"""Why a sentence is here, the sentence, and its names by each rule; none where one is not named."""


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
@pytest.mark.parametrize("why", TABLE)
def test_names_by_each_rule(why: str, rule: Callable[[Document], Iterable[bool]]) -> None:
    """Each rule calls just these words names."""
    text, names = TABLE[why]
    document = segment(Article(body=text))
    assert " ".join(compress(document.forms, rule(document))) == names.get(rule.__name__, "")


SIGNS = {
    "council": 0, "Council": FIRST, "I": 0, "I'm": 0, "A": 0, "Z": FIRST, "UN": INSIDE,
    "NEVER": SHOUT, "McCoy": INSIDE, "anti-Trump": LISTED | INSIDE, "Obama": LISTED | FIRST,
    "muslim": LISTED, "anti-muslim": LISTED, "FRANCE": LISTED | SHOUT, "3D": 0, "1990s": 0, "—": 0,
}  # fmt: skip


@pytest.mark.parametrize("word", SIGNS)
def test_signs_of_a_word(word: str) -> None:
    """How a word is written, and whether it or a part of it is listed."""
    assert signs_of(word) & (LISTED | INSIDE | SHOUT | FIRST) == SIGNS[word]


FREE = {
    "Savage cuts hurt the Council.": "Savage",
    "“Savage cuts,” said Poe.": "Savage",
    "42 cuts hurt.": "42",
    "… — !": "",
    "Savage Storm Hits a Small Town": "Savage Storm Hits a Small Town",
}


@pytest.mark.parametrize("text", FREE)
def test_free_places(text: str) -> None:
    """A capital says nothing at a sentence's first word or number, and in title case."""
    document = segment(Article(headline=text))
    assert " ".join(compress(document.forms, document.passage.free.tolist())) == FREE[text]
    assert is_title_case(document.forms) == text.endswith("Town")


def test_rule_for_many_words_is_the_rule_for_one() -> None:
    """What is told of a document's words at once is told of each alone."""
    capitals, both = (0, INSIDE, SHOUT, FIRST), (True, False)
    cases = [
        (listed | capital, known, free)
        for listed, capital, known, free in product((0, LISTED), capitals, both, both)
    ]
    signs, known, free = (np.array(column) for column in zip(*cases, strict=True))
    assert are_hidden(signs, known, free).tolist() == [is_hidden(*case) for case in cases]
