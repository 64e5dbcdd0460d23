"""Headline, outlet, day and authors of a web page: what is none of them stays out."""

import pytest

from bias.inputs.page import article_of_page
from bias.inputs.record import Origin

TEXT = "The orchard cooperative decided on Friday to fell the oldest of its pear trees at last. "
STORY = f"<p>{TEXT * 2}</p><p>{TEXT * 3}</p>"
TITLE = "Cooperative to Fell Its Oldest Pear Trees"


def read(head: str, body: str):
    """Read an invented page."""
    page = f"<html><head>{head}</head><body>{body}</body></html>"
    return article_of_page(page, Origin("page.html", "page"))


SITE = '<meta property="og:site_name" content="{}">'.format
OG = f'<meta property="og:title" content="{TITLE}">'
ARTICLE = f"<article><h1>{TITLE}</h1>{STORY}</article>"
HEADLINES = {
    "drawing": (
        OG + SITE("Herald"),
        f"<header><h1><svg><title>Herald</title></svg></h1></header>{ARTICLE}",
    ),
    "logo": (
        f"<title>Valley Herald</title>{SITE('Valley Herald')}",
        f"<h1>Valley Herald</h1><div><h2>{TITLE}</h2>{STORY}</div>",
    ),
    "title that only names the paper": (
        f"<title>The Valley Herald Newspaper The Valley Herald</title>{SITE('The Valley Herald')}",
        f"<h1>The Valley Herald Newspaper</h1><article><h2>{TITLE}</h2>{STORY}</article>",
    ),
    "footer": (
        f"<title>{TITLE} | Valley Herald</title>",
        f"{ARTICLE}<footer><h1>{TITLE} and More Pear Trees</h1></footer>",
    ),
}


@pytest.mark.parametrize(("head", "body"), HEADLINES.values(), ids=HEADLINES)
def test_headline(head, body):
    """Neither the outlet's name nor the title of a drawing nor a footer is the headline."""
    assert read(head, body).headline == TITLE


OUTLETS = [
    (SITE("The Valley Herald"), "The Valley Herald"),
    (SITE(TITLE) + OG + f"<title>{TITLE} | The Valley Herald</title>", "The Valley Herald"),
    (SITE(TITLE) + OG, None),
    (SITE("Valley Herald | News, weather and fruit of the whole valley"), "Valley Herald"),
    (SITE("All that is said and done in the valley and beyond it"), None),
    (SITE("https://www.valley.example"), "valley.example"),
    (SITE("Copyright 2014"), None),
]


@pytest.mark.parametrize(("head", "outlet"), OUTLETS)
def test_outlet(head, outlet):
    """The outlet is a name: neither the headline nor a slogan."""
    article = read(head, ARTICLE)
    assert (article.headline, article.outlet) == (TITLE, outlet)


DAYS = [
    ("", "<time datetime='2019-06-04 15:25'>06/04/2019 03:25 PM</time>", "2019-06-04"),
    ('<meta property="article:published_time" content="2019-06-03T23:10:00-05:00">',
     "<time datetime='2019-06-04T04:10:00Z'>June 4, 2019</time>", "2019-06-03"),
    ("", "", None),
]  # fmt: skip


@pytest.mark.parametrize(("head", "line", "day"), DAYS)
def test_day(head, line, day):
    """`datetime=` beats a guess from the text; what the head states beats both."""
    body = f"<article><h1>{TITLE}</h1><p class=timestamp>{line}</p>{STORY}</article>"
    assert read(head, body).date == day


BYLINE = "<p class='byline author'>By {}</p>".format
AUTHORS = [
    (BYLINE("Ida Sample"), "Ida Sample"),
    (BYLINE("Ida Sample November"), "Ida Sample"),
    (BYLINE("Login New"), None),
    (BYLINE("Valley Staff"), None),
    ("<aside class=related><h3><a href=/x>Ferry Fares Rise by a Dime</a></h3>"
     f"{BYLINE('ADA OTHER')}</aside>", None),
]  # fmt: skip


@pytest.mark.parametrize(("line", "authors"), AUTHORS)
def test_authors(line, authors):
    """Authors are persons named for this story; days, desks and log-ins are none."""
    article = read("", f"<article><h1>{TITLE}</h1>{line}{STORY}</article>")
    assert article.extra.get("authors") == authors
