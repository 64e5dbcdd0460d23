"""A story stays whole, however the page names, boxes or cuts it; other stories stay out of it."""

import subprocess
import sys

import pytest
from lxml.html import fromstring

from bias.document.segment import segment
from bias.inputs.blocks import cut_blocks
from bias.inputs.chunks import with_chunks
from bias.inputs.page import article_of_page
from bias.inputs.record import Origin
from bias.roles import label_paragraphs

STORY = [
    "The orchard cooperative decided on Friday to fell the oldest of its pear trees, after a "
    "surveyor had counted eleven hollow trunks along the river path.",
    "The trees were planted in 1904 by a schoolteacher, and every autumn some thirty families "
    "come to pick what the birds and the wasps have left.",
    "“Nobody wanted this,” said Ida Sample, who keeps the cooperative's books. “But a branch fell "
    "on the path in June, and it was luck that nobody walked there.”",
    "Two members asked for another season. They said that props and ropes had held the trees for "
    "twenty years and would hold them for one more.",
    "The felling will cost four thousand crowns, half of which the parish pays from the money it "
    "put aside for the repair of the footbridge.",
    "Saplings of the same kind have been grown in a nursery across the valley, and the school is "
    "to plant the first of them in the second week of March.",
    "The wood goes to a maker of flutes, who has promised the children one instrument for every "
    "tree that turns out to be sound at the core.",
    "A list of the trees hangs in the town hall, and whoever wants to keep a piece of bark may "
    "write their name beside it until the end of the month.",
]
TITLE = "Cooperative to Fell Its Oldest Pear Trees"


def roles_of(inside: str, around: str = "article") -> dict[str, tuple[str, str | None]]:
    """Return role and topic of every paragraph of an invented page, in order."""
    page = (
        f"<html><head><title>{TITLE}</title></head><body><main><{around}><h1>{TITLE}</h1>{inside}"
        f"</{around}></main></body></html>"
    )
    document = segment(article_of_page(page, Origin("page.html", "page")))
    texts = (paragraph.of(document.text) for paragraph in document.paragraphs)
    labels = label_paragraphs(document)
    return {text: (label.role, label.topic) for text, label in zip(texts, labels, strict=True)}


def paragraphs(told=STORY, attributes: str = "") -> list[str]:
    """Return the story's paragraphs as markup."""
    return [f"<p {attributes}>{text}</p>" for text in told]


def in_boxes(opening: str, closing: str, size: int) -> str:
    """Return the story in boxes of so many paragraphs."""
    told = paragraphs()
    starts = range(0, len(told), size)
    return "".join(f"{opening}{''.join(told[i : i + size])}{closing}" for i in starts)


WHOLE = {
    "a class on all but the first": paragraphs()[0]
    + "".join(paragraphs(STORY[1:], "class=paywall")),
    "classes that differ": "".join(
        f"<p class='social line-{'abcdefgh'[i]}'>{text}</p>" for i, text in enumerate(STORY)
    ),
    "columns": in_boxes("<div class='col-print-6 sidebar-left'>", "</div>", 1),
    "widgets": in_boxes("<div class='news-widget'><div>", "</div></div>", 2),
    "asides": in_boxes("<aside>", "</aside>", 2),
    "forms": in_boxes("<form>", "</form>", 4),
    "more": in_boxes("<div class='read-more'>", "</div>", 2),
    "chunks": in_boxes("<section><div class='grid article__body'>", "</div></section>", 4),
    "slides": in_boxes(
        "<div class=slide><div class=slide-caption><h2>Tree</h2>", "</div></div>", 2
    ),
}


@pytest.mark.parametrize("inside", WHOLE.values(), ids=WHOLE)
def test_no_name_and_no_box_deletes_a_story(inside):
    """What is usual on the page says nothing against a paragraph, and every chunk is read."""
    roles = roles_of(inside)
    assert [roles[text][0] for text in STORY] == ["body"] * len(STORY)


def test_a_name_borne_by_a_box_only_still_counts():
    """One sidebar with little of the text in it is set apart, though the story is there too."""
    box = "<div class='sidebar related'><p><a href=/x>Bakery in Elmsford Wins a Prize</a></p></div>"
    told = paragraphs()
    roles = roles_of("".join([*told[:4], box, *told[4:]]))
    assert roles["Bakery in Elmsford Wins a Prize"] == ("promo_story", "off")


OTHER = [
    "<div class=item><h2><a href=/x>Ferry Fares Rise by a Dime</a></h2>",
    "<div class=item><h1>Ferry Fares Rise by a Dime</h1>",
    "<article class=item>",
]


@pytest.mark.parametrize("opening", ["<div class=item><h3>Tree</h3>", *OTHER])
def test_another_story_on_the_page_is_no_chunk(opening):
    """A box with a headline or an `article` of its own does not go on with the story."""
    closing, (first, *_, last) = f"</{opening[1:].split()[0]}>", paragraphs()
    page = f"<div><div class=item>{first}</div>{opening}{last}{closing}</div>"
    tree = fromstring(page)
    held, cuts = list(tree.iter()), list(cut_blocks(tree))
    extracted = [cut.text == STORY[0] for cut in cuts]
    added = with_chunks(cuts, extracted) != extracted
    assert added == (opening not in OTHER)
    assert len(held) > len(cuts)


CARDS = [
    ("County Clerk Leaves for Another Post", "She leaves for the archive in the capital."),
    ("Ferry Fares Rise by a Dime", "Riders will pay ten cents more from July, the line has said."),
    ("Rail Bond Goes to Voters", "Two stations need roofs, and the tax would rise a little."),
    ("Library Opens on Sundays", "Its doors stay open until six in the evening."),
]


@pytest.mark.parametrize("title", ["<h3><a href=/x>{}</a></h3>", "<div><a href=/x>{}</a></div>"])
def test_teasers_below_the_story(title):
    """Boxes side by side with a linked headline each are other stories, summaries included."""
    cards = "".join(
        f"<div class=card>{title.format(head)}<p>{text}</p></div>" for head, text in CARDS
    )
    roles = roles_of(f"<div class=body>{''.join(paragraphs())}</div><div>{cards}</div>")
    told = {roles[text] for card in CARDS for text in card if text in roles}
    assert told == {("promo_story", "off")}
    assert [roles[text][0] for text in STORY] == ["body"] * len(STORY)


def test_a_list_of_linked_things_is_the_story():
    """Where such boxes are most of the text, they are what the page is about."""
    things = "".join(
        f"<div class=thing><h2><a href=/x>{number} Good Pear to Plant</a></h2><p>{text}</p></div>"
        for number, text in enumerate(STORY)
    )
    roles = roles_of(things)
    assert [roles[text][0] for text in STORY] == ["body"] * len(STORY)


def test_a_quoted_post_is_read():
    """A post quoted in the story stays, though its box is called social."""
    post = "I have walked below these trees for fifty years and never once looked up at them."
    quoted = (
        f"<div class=social-embed><blockquote class=twitter-tweet><p>{post}</p></blockquote></div>"
    )
    told = paragraphs()
    assert roles_of("".join([*told[:4], quoted, *told[4:]]))[post][0] == "body"


def test_linked_furniture_is_no_story():
    """What a link says decides what it is: a call to follow or subscribe is no headline."""
    told = paragraphs()
    links = (
        "<p><a href=/a><b>CLICK HERE TO GET THE VALLEY APP</b></a></p>"
        "<p><a href=/b><i>Follow Ida on Twitter</i></a></p>"
        "<div><a href=/c>Submit a correction</a></div>"
        "<div><a href=/d>View our current issue</a></div>"
    )
    roles = roles_of("".join([*told, links]))
    assert roles["CLICK HERE TO GET THE VALLEY APP"][0] == "signup"
    assert roles["Follow Ida on Twitter"][0] == "signup"
    assert roles["Submit a correction"][0] in {"residue", "notice"}
    assert roles["View our current issue"][0] == "signup"


@pytest.mark.parametrize("line", ["<a href=/x>The Valley Herald</a> reported:",
                                  "From <a href=/x>The Valley Herald</a>:"])  # fmt: skip
def test_a_line_that_leads_into_a_quotation_is_the_story(line):
    """The name of a source above a quotation may be linked and is no promo."""
    told = paragraphs()
    quoted = f"<p>{line}</p><blockquote>{told[3]}</blockquote>"
    roles = roles_of("".join([*told[:3], quoted, *told[4:]]))
    assert {role for role, _ in roles.values()} == {"body"}


def test_a_form_asks_for_something():
    """A sign-up box stays in the record, also when it is a form."""
    told = paragraphs()
    form = "<form><p>Sign up for the Valley Letter</p><p>Mondays. The best of the week.</p></form>"
    roles = roles_of("".join([*told[:5], form, *told[5:]]))
    assert roles["Sign up for the Valley Letter"][0] == "signup"
    assert roles["Mondays. The best of the week."][0] == "signup"


def test_a_kicker_is_on_topic_as_its_headline_is():
    """A word above the headline in the same box speaks of what the headline speaks of."""
    told = paragraphs()
    box = (
        "<aside class=related><h4>congress</h4>"
        "<h3><a href=/x>Senator Ditched by Allies Over Steel Tariff Vote</a></h3></aside>"
    )
    roles = roles_of("".join([*told[:4], box, *told[4:]]))
    assert roles["congress"] == ("promo_story", "off")


def test_other_packages_do_not_speak_on_standard_error():
    """What the extractor logs or warns of is nothing that a user can mend."""
    code = (
        "import logging, warnings, bias.inputs.extractor\n"
        "logging.getLogger('courlan.clean').warning('x')\n"
        "logging.getLogger('htmldate.core').error('x')\n"
        "warnings.warn_explicit('x', UserWarning, 'f', 1, module='dateparser.date')\n"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stderr == ""
