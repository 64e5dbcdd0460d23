"""What is expected of each file of the field cases: M must hold, m should.

Each expectation is its weight, what it says, and a function from a case to whether it holds.
"""

from collections.abc import Callable
from typing import Any

Check = tuple[str, str, Callable[[Any], object]]

FURNITURE = {"subhead", "promo_media", "ad", "signup", "engagement", "credit", "notice", "residue"}
MARKED = {"disgrace", "shameful"}
LOADED_25 = {"flawed", "flimsy", "fiasco", "shameful", "reckless", "inflicted"}


def _quoted(twin: str) -> list[Check]:
    """Return what is expected of a story whose quotation marks are of an unusual form."""
    return [
        ("M", "both words quoted, share 0.349",
         lambda c: c.loaded("quoted") >= MARKED and abs(c.feature("quoted_word_share") - 0.349) < 0.002),
        ("m", "one source, sentences as in the twin",
         lambda c: c.feature("quoted_sources") == 1
         and len(c.record["sentences"]) == len(c.twin(twin).record["sentences"])),
    ]  # fmt: skip


def _as_twin(twin: str) -> Callable[[Any], object]:
    """Return whether a story's paragraphs, sentences and quotations are its twin's."""

    def holds(case: Any) -> bool:
        other = case.twin(twin)
        same = [len(case.record[what]) == len(other.record[what]) for what in ("sentences",)]
        names = ("quoted_word_share", "quoted_sources", "sentence_length")
        same += [case.feature(name) == other.feature(name) for name in names]
        return all(same) and abs(case.bias - other.bias) < 0.002

    return holds


def _is_named(headline: str) -> Callable[[Any], object]:
    return lambda case: case.record["headline"] == headline and len(case.record["paragraphs"]) == 4


TRAM = "Fennick council delays tram line for a second time"
FLOOD = "Officials defend flawed flood plan in Kellan"

CHECKS: dict[str, list[Check]] = {
    "01-single-quotes-curly.txt": [
        ("M", "quotations as with double marks",
         lambda c: all(c.feature(n) == c.twin("01z-twin-double-quotes.txt").feature(n)
                       for n in ("quoted_word_share", "quoted_sources"))
         and len(c.record["sentences"]) == len(c.twin("01z-twin-double-quotes.txt").record["sentences"])),
        ("M", "no loaded word is the outlet's", lambda c: not c.loaded() and c.record["scores"]["loaded"] == 0),
        ("m", "rating as with double marks",
         lambda c: abs(c.bias - c.twin("01z-twin-double-quotes.txt").bias) <= 0.002),
    ],
    "16-missing-closing.txt": [
        ("M", "the next paragraph is the outlet's", lambda c: c.loaded() >= {"reckless", "shameful"}),
        ("m", "a noun is no loaded verb", lambda c: "claims" not in c.loaded()),
    ],
    "30a-fullwidth-quotes.txt": [
        ("M", "all three words quoted", lambda c: c.loaded("quoted") >= MARKED | {"absurd"}),
    ],
    "57-both-closing.txt": _quoted("57z-twin.txt"),
    "57a-both-opening.txt": _quoted("57z-twin.txt"),
    "57c-prime.txt": _quoted("57z-twin.txt"),
    "57l-angle-single.txt": _quoted("57z-twin.txt"),
    "58-multi-par-no-reopen.txt": [
        ("m", "the middle paragraph is quoted", lambda c: not c.loaded() & {"shameful", "reckless"}),
    ],
    "23a-indirect.txt": [("m", "reported words are told apart", lambda c: not c.loaded())],
    "02-wrapped-no-blank-lines.txt": [
        ("M", "12 sentences", lambda c: len(c.record["sentences"]) == 12),
        ("M", "disgrace quoted, one source",
         lambda c: "disgrace" in c.loaded("quoted") and c.feature("quoted_sources") == 1
         and abs(c.feature("quoted_word_share") - 0.169) < 0.001),
        ("M", "no verse", lambda c: not c.reason),
    ],
    "02a-wrapped-blank-lines.txt": [
        ("M", "as unwrapped", _as_twin("02z-twin-unwrapped.txt")),
        ("M", "no reason, interval as unwrapped",
         lambda c: not c.reason and c.record["rating"]["high"]
         == c.twin("02z-twin-unwrapped.txt").record["rating"]["high"]),
    ],
    "02c-hyphenated-line-ends.txt": [
        ("M", "words found across the break",
         lambda c: c.words() >= {"disgrace", "bulldoze", "reckless"} and "dis" not in c.words()),
        ("m", "loaded as unwrapped", lambda c: c.record["scores"]["loaded"]
         == c.twin("02z-twin-unwrapped.txt").record["scores"]["loaded"]),
    ],
    "02f-wrapped-double-spaced.txt": [
        ("M", "12 sentences, disgrace quoted",
         lambda c: len(c.record["sentences"]) == 12 and "disgrace" in c.loaded("quoted")),
        ("m", "no verse", lambda c: not c.reason),
    ],
    "03f-macroman.csv": [
        ("M", "read as Mac Roman", lambda c: "“fed up”" in c.records[1]["headline"]),
    ],
    "24-mojibake.txt": [
        ("M", "paragraphs stay body", lambda c: len(c.body()) == 3),
        ("M", "disgrace quoted", lambda c: "disgrace" in c.loaded("quoted")),
    ],
    "25-ligatures.txt": [
        ("M", "words as in the twin", lambda c: c.words() == c.twin("25z-twin.txt").words() >= LOADED_25),
        ("M", "no reason", lambda c: not c.reason),
    ],
    "26b-zwsp.txt": [("M", "as the twin", _as_twin("25z-twin.txt"))],
    "26e-linesep.txt": [("M", "headline and four paragraphs", _is_named(FLOOD))],
    "26h-nel.txt": [("M", "headline and four paragraphs", _is_named(FLOOD))],
    "26m-literal-newlines.txt": [
        ("m", "read, or the reason says that there is no body",
         lambda c: _is_named(FLOOD)(c) or "no story" in c.reason),
    ],
    "57i-cp1252-controls.txt": [("M", "both words quoted", lambda c: c.loaded("quoted") >= MARKED)],
    "57j-question-marks.txt": [
        ("m", "mended, or a reason", lambda c: c.loaded("quoted") >= MARKED or c.reason),
    ],
    "03a-sep-line.csv": [("M", "three articles", lambda c: len(c.records) == 3)],
    "03c-excel-unicode-text.txt": [("M", "three articles", lambda c: len(c.records) == 3)],
    "05-scrapy-list-body.jl": [("M", "read", lambda c: len(c.record["paragraphs"]) == 6)],
    "05j-pretty-objects.jsonl": [
        ("m", "read, or one message", lambda c: len(c.records) == 2 or c.told.count("refused ") == 1),
    ],
    "06-nexis-three-articles.txt": [
        ("M", "three articles", lambda c: len(c.records) == 3),
        ("m", "no label is body",
         lambda c: not any(w in r["text"] for r in c.records for w in ("LENGTH:", "LOAD-DATE"))),
    ],
    "07-proquest-three.txt": [
        ("M", "three articles", lambda c: len(c.records) == 3),
        ("m", "no rule is a headline", lambda c: not any("__" in r["text"] for r in c.records)),
    ],
    "04-newsapi.json": [
        ("M", "outlet", lambda c: {r["outlet"] for r in c.records} == {"Norland Courier"}),
        ("M", "date", lambda c: all(r["date"].startswith("2024-03-04") for r in c.records)),
        ("M", "cut text is told",
         lambda c: all("cut off" in r["rating"]["reason"] for r in c.records[:2])
         and not any("[+" in r["text"][s["start"]:s["end"]] and s["bias"] for r in c.records
                     for s in r["sentences"] if s["bias"] and s["bias"] > 0.5)),
        ("m", "the outlet is no part of the headline",
         lambda c: not any("Courier" in r["headline"] for r in c.records)),
        ("m", "[Removed] is refused", lambda c: not any("[Removed]" in r["headline"] for r in c.records)),
    ],
    "05b-scrapy-fragments.jsonl": [
        ("m", "a piece of a sentence is no furniture", lambda c: len(c.body()) == len(c.record["paragraphs"]) == 6),
    ],
    "05d-newsplease.json": [
        ("M", "read, or refused with the fields", lambda c: len(c.body()) == 6),
        ("m", "date and outlet", lambda c: c.record["outlet"] and c.record["date"].startswith("2024-03-04")),
    ],
    "05f-newspaper.json": [
        ("M", "text, headline, address", lambda c: len(c.body()) == 6 and c.record["headline"] and c.record["url"]),
        ("m", "date", lambda c: c.record["date"].startswith("2024-03-04")),
    ],
    "05g-fundus.json": [("m", "read", lambda c: len(c.body()) == 6)],
    "05l-html-in-body.jsonl": [
        ("M", "six paragraphs, share 0.139, no reason",
         lambda c: len(c.record["paragraphs"]) == 6 and not c.reason
         and abs(c.feature("quoted_word_share") - 0.139) < 0.001),
    ],
    "26j-entities.txt": [("M", "as the twin", _as_twin("25z-twin.txt"))],
    "26o-br-tags.txt": [("m", "headline and four paragraphs", _is_named(FLOOD))],
    "39-markdown-links.md": [
        ("M", "byline, subhead, link", lambda c: c.roles("By Morag") <= FURNITURE
         and c.role("Why the bids") == "subhead" and c.role("Read more").startswith("promo_story")),
        ("m", "no picture in the story", lambda c: "bus.jpg" not in c.record["text"]),
    ],
    "20-title-case-news.jsonl": [
        ("M", "none above 0.25", lambda c: max(c.headlines) <= 0.25),
        ("m", "no clickbait", lambda c: all(r["features"]["headline_clickbait"] < 0.3 for r in c.records)),
    ],
    "20b-literal-senses.jsonl": [
        ("m", "no loaded verb; sport below 0.2",
         lambda c: not c.words(0) | c.words(1) and c.headlines[2] < 0.2),
    ],
    "20d-denied.jsonl": [
        ("M", "denied in the headline's own words: below 0.15", lambda c: max(c.headlines[1:]) < 0.15),
        ("m", "denied by somebody: below 0.3", lambda c: c.headlines[0] < 0.3),
    ],
    "20f-attributed.jsonl": [
        ("M", "in quotation marks: below 0.3", lambda c: c.headlines[2] < 0.3),
        ("m", "attributed without marks: below 0.6", lambda c: max(c.headlines[:2]) < 0.6),
    ],
    "37a-title-suffix.txt": [
        ("M", "score as without", lambda c: abs(c.headlines[0] - c.twin("37z-twin.txt").headlines[0]) < 0.01),
    ],
    "37c-first-line-url.txt": [("m", "an address is no headline", lambda c: c.record["headline"] == TRAM)],
    "37e-first-line-section.txt": [("m", "a section is no headline", lambda c: c.record["headline"] == TRAM)],
    "37f-front-matter.md": [
        ("M", "headline, outlet, date",
         lambda c: c.record["headline"] == TRAM and c.record["outlet"] and c.record["date"] == "2024-03-05"),
    ],
    "37g-breaking.txt": [
        ("m", "score as without", lambda c: abs(c.headlines[0] - c.twin("37z-twin.txt").headlines[0]) < 0.02),
    ],
    "06c-nexisuni-single.txt": [
        ("M", "labels are no story", lambda c: not any(
            label in c.record["text"] and c.role(label) not in FURNITURE
            for label in ("Section:", "Length:", "Byline:", "Language:", "Load-Date:", "End of Document"))),
        ("M", "no transcript", lambda c: not c.reason),
    ],
    "11-captions-in-body.txt": [
        ("M", "captions", lambda c: c.roles("Rosalind Peake speaks", "Image source", "Image caption") <= FURNITURE),
        ("m", "credits", lambda c: c.roles("The reading room", "A woman walks") == {"credit"}),
    ],
    "12-paywall-stub.txt": [
        ("M", "offers", lambda c: c.roles("This article is for", "Your first month") <= {"signup", "notice"}),
        ("M", "no promo story", lambda c: c.role("Already a") in FURNITURE),
        ("m", "cut off by a paywall", lambda c: "paywall" in c.reason),
    ],
    "12b-paywall.html": [
        ("M", "no body, no promo story in the box",
         lambda c: not c.has_promo() and not c.roles("This article is", "Already a", "Subscribe now") & {"body"}),
    ],
    "13-cookie-notice.txt": [
        ("M", "no article", lambda c: "consent" in c.reason or c.record["rating"]["bias"] is None),
        ("M", "no promo story", lambda c: not c.has_promo()),
    ],
    "13a-cookie-plus-article.txt": [
        ("M", "notices", lambda c: c.roles("This website uses", "When you visit") <= {"notice", "residue"}),
        ("m", "buttons", lambda c: c.roles("Accept all", "Privacy Pref") <= {"notice", "residue"}),
    ],
    "13b-js-notice.txt": [
        ("M", "notices", lambda c: c.roles("Please enable", "You are using") <= {"notice", "residue"}),
    ],
    "18c-bluesky-truth.txt": [
        ("M", "leftovers of posts", lambda c: c.roles("[image", "— Ann Fox", "View this", "A post shared")
         <= FURNITURE | {"promo_media"}),
    ],
    "28-emoji.txt": [
        ("M", "found behind pictures", lambda c: c.role("📩") == "signup" and "disgrace" in c.loaded("quoted")
         and c.role("➡").startswith("promo_story")),
        ("m", "credit", lambda c: c.role("📸") == "credit"),
        ("m", "no verse", lambda c: not c.reason),
    ],
    "32-poll.txt": [
        ("M", "question", lambda c: c.role("Should the tram") == "engagement"),
        ("m", "answers", lambda c: "body" not in c.roles("Yes", "No", "I don't know", "1,204")),
    ],
    "54-standfirst-repeat.txt": [
        ("M", "no promo story", lambda c: not c.has_promo()),
        ("m", "no verse", lambda c: not c.reason),
    ],
    "61-byline-forms.txt": [
        ("M", "furniture", lambda c: c.roles("March 5", "3 min read", "Skip to") <= FURNITURE),
        ("M", "signup", lambda c: c.roles("Add us", "Join our") == {"signup"}),
    ],
    "27-duplicates.jsonl": [("m", "copies are named", lambda c: "again" in c.told)],
    "17-blockquote-no-marks.html": [
        ("M", "the block is quoted", lambda c: not c.loaded() and c.record["scores"]["loaded"] == 0
         and c.loaded("quoted") >= {"shameful", "reckless", "betrayed", "cowardice"}),
    ],
    "17a-pullquote-aside.html": [("M", "no promo story", lambda c: not c.has_promo())],
    "17c-email-colon-quote.txt": [("m", "quoted", lambda c: "shameful" not in c.loaded())],
    "18-tweet-embed.html": [
        ("M", "not the outlet's", lambda c: not c.loaded() & {"shameful", "reckless", "spineless"}),
        ("m", "its signature", lambda c: c.role("— Ann Fox") in FURNITURE | {""}),
    ],
    "09-liveblog-relative.txt": [
        ("M", "reason", lambda c: "live blog" in c.reason),
        ("M", "times", lambda c: c.roles("Just now", "1h ago", "2h ago") == {"residue"}),
        ("m", "title", lambda c: c.role("Ferries cancelled") == "subhead"),
    ],
    "09a-liveblog-clock.txt": [
        ("M", "reason", lambda c: "live blog" in c.reason),
        ("m", "times", lambda c: c.roles("6:02", "6:45pm", "19:10", "20.31", "21.05", "Updated") == {"residue"}),
    ],
    "19-transcript-caps.txt": [
        ("M", "reason", lambda c: "transcript" in c.reason),
        ("m", "speakers' words are not the outlet's",
         lambda c: c.record["scores"]["loaded"] is None or not c.loaded()),
        ("m", "directions", lambda c: not c.has_promo()),
    ],
    "52-digest.txt": [
        ("m", "titles", lambda c: c.roles("1. Tram", "2. Dam", "3. Library") == {"subhead"}),
    ],
    "14-glued-sentences.txt": [
        ("M", "eight sentences, one source",
         lambda c: len(c.record["sentences"]) == 8 and c.feature("quoted_sources") == 1),
    ],
    "14a-glued-some.txt": [("M", "eight sentences", lambda c: len(c.record["sentences"]) == 8)],
    "38h-opinion-glued.txt": [("M", "12 sentences", lambda c: len(c.record["sentences"]) == 12)],
    "48-abbreviations.txt": [
        ("m", "“No!” Mr. Fox cried. is one sentence", lambda c: any(
            c.record["text"][s["start"]:s["end"]] == "“No!” Mr. Fox cried." for s in c.record["sentences"])),
    ],
    "21-negated.txt": [
        ("M", "what is denied is no cue", lambda c: not c.loaded() & {"shameful", "betrayed", "absurd", "reckless"}),
        ("m", "rating not above the affirmed twin's",
         lambda c: c.bias <= c.twin("21z-twin-affirmed.txt").bias),
    ],
    "47-nouns-as-verbs.txt": [
        ("M", "nouns are no loaded verbs", lambda c: not c.loaded() & {"claims", "claim", "waste", "attack"}),
        ("m", "nor these; loaded below 0.4", lambda c: not c.loaded() & {"slam", "lie", "blast"}
         and c.record["scores"]["loaded"] < 0.4),
    ],
    "38a-opinion-dateline.txt": [
        ("M", "rating as without", lambda c: abs(c.bias - c.twin("38-opinion.txt").bias) <= 0.03),
    ],
    "38c-opinion-ad.txt": [
        ("M", "rating as without", lambda c: abs(c.bias - c.twin("38-opinion.txt").bias) <= 0.02),
    ],
}  # fmt: skip
