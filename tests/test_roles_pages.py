"""Roles on web pages: what the page says about a paragraph joins what its words say."""

import numpy as np
import pytest

from bias.document.article import Article, Block
from bias.document.segment import segment
from bias.inputs.page import article_of_page
from bias.inputs.record import Origin
from bias.labelled.page_match import compare, fate_of, index_of, mean_difference, scores_of
from bias.models.files import write_model
from bias.roles import PROMO_INSERTS, label_paragraphs
from bias.roles.context import look_around
from bias.roles.label import judge
from bias.roles.model import shipped_model
from bias.roles.page import (
    ELSEWHERE,
    FORM,
    NAMES,
    NUDGE,
    PageModel,
    is_set_apart,
    measure_block,
    nudges,
    shipped_page_model,
    weigh,
)

STORY = [
    "The harbour board met on Monday and agreed to repair the old pier before the summer season.",
    "Engineers found cracks in four of the nine beams that carry the walkway over the shallow bay.",
    "The work will cost two million crowns, and three towns on the shore will share the bill.",
    "Ferries will land at the northern quay while the beams are lifted out and new ones are set.",
    "The board expects the walkway to open again in May, a week before the regatta.",
    "Residents may comment on the plan at a hearing in the town hall in March.",
]


def page(insert: str, at: int = 3) -> str:
    """Return an invented news page with something between its paragraphs."""
    told = [
        f"<p>{text} It was said at length and in calm words by all of them.</p>" for text in STORY
    ]
    told.insert(at, insert)
    return (
        "<html><head><title>Pier to Be Repaired | The Bay News</title></head><body>"
        "<nav><ul><li><a href=/sport>Sport pages</a></li><li><a href=/arts>Arts</a></li></ul></nav>"
        f"<div class='story-text'><h1>Pier to Be Repaired</h1>{''.join(told)}</div>"
        "<footer><p>Copyright The Bay News, all rights reserved.</p></footer></body></html>"
    )


def roles_of(markup: str) -> dict[str, str]:
    """Return the role of every paragraph of a page."""
    document = segment(article_of_page(markup, Origin("page.html", "page")))
    labels = label_paragraphs(document)
    texts = (paragraph.of(document.text) for paragraph in document.paragraphs)
    return {text: label.role for text, label in zip(texts, labels, strict=True)}


def role_of(markup: str, start: str) -> str:
    """Return the role of the one paragraph that starts so."""
    (role,) = (role for text, role in roles_of(markup).items() if text.startswith(start))
    return role


INSERTS = [
    ("<aside><a href=/x>Mayor of Elmsford Resigns After Raucous Hearing</a></aside>", "Mayor",
     {"promo_story"}),
    ("<div class='related-stories'><a href=/x>Elmsford Bakery Wins a National Prize</a></div>",
     "Elmsford", {"promo_story"}),
    ("<div class='newsletter-signup'><p>Get the morning letter in your inbox every day.</p></div>",
     "Get the", {"signup"}),
    ("<figure><img src=x><figcaption>The pier seen from the northern quay.</figcaption></figure>",
     "The pier seen", {"credit"}),
    ("<p><strong>RELATED: Singer Storms Off Stage in Elmsford</strong></p>", "RELATED",
     {"promo_story"}),
    ("<p><b><a href=/x>Singer Storms Off Stage After Booing in Elmsford</a></b></p>", "Singer",
     {"promo_story"}),
    ("<div class=share-tools><span>Share this story</span></div>", "Share", {"residue"}),
]  # fmt: skip


@pytest.mark.parametrize(("insert", "start", "roles"), INSERTS, ids=[i[1] for i in INSERTS])
def test_inserts_of_a_page_get_their_role(insert, start, roles):
    """Boxes, links, captions and bold promo lines are kept or left out, never the story."""
    found = roles_of(page(insert))
    told = [role for text, role in found.items() if text.startswith(start)]
    assert set(told) <= roles
    assert [role for text, role in found.items() if text[:20] in " ".join(STORY)] == ["body"] * 6


KEPT = [insert for insert in INSERTS if insert[1] != "Share"]


@pytest.mark.parametrize(("insert", "start", "roles"), KEPT, ids=[i[1] for i in KEPT])
def test_inserts_of_a_page_do_not_vanish(insert, start, roles):
    """What an extractor drops inside the article stays, with its role."""
    assert role_of(page(insert), start) in roles


@pytest.mark.parametrize("absent", ["Sport pages", "Arts", "Copyright"])
def test_navigation_and_footer_do_not_enter(absent):
    """Menus and footers are no paragraphs of the article."""
    assert not any(absent in text for text in roles_of(page("")))


def test_the_story_stays_the_story_whatever_its_container_is_called():
    """Names of an element that holds much of the story are no evidence against it."""
    markup = page("").replace("story-text", "post category-video tag-promo share related")
    assert set(roles_of(markup).values()) == {"body"}


def test_a_page_without_markup_falls_back_to_its_text():
    """Without blocks the roles are those of the same text."""
    text = "Pier to Be Repaired\n\n" + "\n\n".join([*STORY, "RELATED: Singer Storms Off Stage"])
    document = segment(article_of_page(text, Origin("page.html", "page")))
    assert document.article.blocks == ()
    labels = [label.role for label in label_paragraphs(document)]
    assert labels[:6] == ["body"] * 6
    assert labels[6] in PROMO_INSERTS


def test_plain_blocks_speak_for_the_story_alike():
    """Where a page sets nothing apart, that the extractor took it speaks for the story."""
    assert not is_set_apart(Block())
    plain = shipped_page_model().weights["plain"]
    assert nudges(Block(), shipped_page_model()) == {
        "body": plain, "subhead": plain, "promo_story": 0.0,
    }  # fmt: skip
    assert plain > 0


def test_words_tell_what_else_a_paragraph_is():
    """Words count little for whether a boxed line is the story, and more for what else it is."""
    roles, model = ("body", "subhead", "signup", "credit"), shipped_page_model()
    odds = np.array([5.0, 0.0, 3.0, 1.0])
    weigh(odds, roles, Block(link_share=0.6), model)
    body, _, signup, credit = odds - 3.0
    assert body == pytest.approx(2 * model.words + model.weights["link_share"] * 0.6)
    assert (signup, credit) == pytest.approx((0.0, -2 * ELSEWHERE))


@pytest.mark.parametrize(("told", "role"), [((), "promo_story"), (("signup",), "signup")])
def test_what_a_link_says_goes_before_that_it_is_one(told, role):
    """A link without a phrase speaks for another story, one with a phrase for the phrase's role."""
    link = Block(link_share=1.0, extracted=False)
    assert {r for r, odds in nudges(link, shipped_page_model(), told).items() if odds == NUDGE} == {
        role
    }


def test_the_model_knows_every_measure(tmp_path):
    """The shipped weights fit the measures, and come back from their text."""
    model = shipped_page_model()
    assert list(model.weights) == list(measure_block(Block()))
    write_model(tmp_path / "page.json", FORM, model.content())
    assert PageModel.read(tmp_path / "page.json") == model
    assert 0 <= model.words <= 1


@pytest.mark.parametrize("measure", ["left_out", "link_share", "aside", "caption"])
def test_what_stands_apart_speaks_against_the_story(measure):
    """Left out, linked, set aside or under a picture: less likely the story."""
    assert shipped_page_model().weights[measure] <= 0


def test_every_name_speaks_for_one_role():
    """No class word is listed twice, and all are single words in lower case."""
    words = [word for known in NAMES.values() for word in known]
    assert len(words) == len(set(words))
    assert all(word.isalpha() and word.islower() for word in words)


SHINGLES = [
    ("a b c d e", "a b c d e", 4, (1.0, 0.0, 0.0)),
    ("a b c d", "b c d e", 1, (0.6, 0.2, 0.2)),
    ("a b c d", "", 4, (0.0, 0.0, 1.0)),
    ("", "", 4, (0.0, 0.0, 0.0)),
    ("a b", "a b", 4, (1.0, 0.0, 0.0)),
]


@pytest.mark.parametrize(("gold", "given", "size", "hits"), SHINGLES)
def test_agreement_of_two_texts(gold, given, size, hits):
    """Shares of stretches found, wrongly given and missed."""
    assert compare(gold, given, size) == hits


def test_scores_and_their_difference():
    """Precision and recall are averaged over pages; equal extractors do not differ."""
    pages = [(1.0, 0.0, 0.0), (0.5, 0.0, 0.5)]
    assert scores_of(pages) == (1.0, 0.75, pytest.approx(6 / 7))
    assert mean_difference(pages, pages) == (0.0, 0.0, 0.0)


@pytest.mark.parametrize(
    ("block", "belongs", "fate"),
    [
        ("The pier was closed", True, "kept"),
        ("The pier was closed", False, "labelled"),
        ("Sign up for news", False, "labelled"),
        ("Nothing of the kind here", False, "gone"),
        ("Two words", False, None),
    ],
)
def test_what_becomes_of_a_block(block, belongs, fate):
    """A block is kept, labelled or gone; in doubt it is where it belongs."""
    story = index_of(["On Monday the pier was closed for good."])
    labelled = index_of(["Sign up for news", "The pier was closed"])
    assert fate_of(block, story, labelled, belongs) == fate


@pytest.mark.parametrize(("paragraphs", "role"), [(6, "body"), (1, None)])
def test_a_page_does_not_lose_all_its_prose(paragraphs, role):
    """Where all prose would be something else it is the story, unless it is a lone notice."""
    told = [f"{text} It was said at length and in calm words by all." for text in STORY]
    body, blocks = "\n\n".join(told[:paragraphs]), (Block(aside=True),) * paragraphs
    article = Article(headline="Pier to Be Repaired", body=body, blocks=blocks)
    model = shipped_page_model()
    against = PageModel(model.words, {**model.weights, "aside": -99.0})
    judged = judge(look_around(segment(article)), shipped_model(), against)
    assert len(judged) == paragraphs
    assert all((given == "body") == (role == "body") for given, _ in judged.values())
