"""Hand-made analyses for the report tests: placed cues, roles and numbers."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from bias.analysis import Analysis, LabelledParagraph, RatedSentence
from bias.document.article import Article
from bias.document.document import Cue, Document, Quotation
from bias.document.segment import segment
from bias.rating.rate import Driver, Rating
from bias.roles import ParagraphRole

NAN = math.nan

HEADLINE = "Harbour Board Slammed as Ferry Plan Sinks “Forever” Dream of a Free Crossing"
PARAGRAPHS = (
    "The harbour board voted 5 to 4 on Tuesday against a free ferry between the old docks and "
    "the northern shore, ending three years of talks.",
    "“This is a shameful betrayal of every commuter,” said Maren Ødegård, who leads the riders’ "
    "union. “They never read the report.”",
    "The chair, Tomasz Żółkiewski, said the cost of 14 million a year was more than the board "
    "could carry. He added that a cheaper route might be possible by spring.",
    "You Won’t Believe What the Mayor’s Brother Paid for His Boathouse",
    "Critics have long attacked the disastrous plan as a vanity project, and some experts "
    "reportedly warned that the piers would perhaps fail within a decade.",
    "What comes next",
    "Officials will meet again in March. A spokesperson declined to say whether the reckless "
    "spending on consultants, 2.1 million so far, would be examined.",
    "“We asked for numbers and got poetry,” Ødegård said.",
    "Watch: Ten Ferries That Made History",
    "Do you think the ferry should be free? Tell us in the comments.",
    "The board’s next public hearing is on 12 March. Its members are elected for four years; two "
    "of the seats are contested this autumn.",
    "This article appeared originally on The Shore Gazette.",
)
ROLES = {
    3: ParagraphRole("promo_story", 0.97, "off"),
    5: ParagraphRole("subhead", 0.88),
    8: ParagraphRole("promo_media", 0.93),
    9: ParagraphRole("engagement", 0.9),
    11: ParagraphRole("credit", 0.99),
}
CUES = (
    ("Slammed", "headline", "loaded_verb", 0.9, "a violent verb for criticism"),
    ("Slammed", "headline", "agentless", 0.5, "the passive hides who did it"),
    (
        "“Forever”",
        "headline",
        "scare_quotes",
        0.6,
        "quotation marks that keep a word at arm’s length",
    ),
    (
        "shameful betrayal",
        "loaded_terms",
        "loaded_label",
        0.9,
        "a moral verdict in place of a fact",
    ),
    ("never", "loaded_terms", "hyperbole", 0.5, "an absolute"),
    (
        PARAGRAPHS[3],
        "promo",
        "promo_story",
        0.97,
        "names nobody in this article; ends without a stop",
    ),
    ("You Won’t Believe", "loaded_terms", "clickbait", 0.8, "promises and withholds"),
    (
        "disastrous",
        "loaded_terms",
        "loaded_adjective",
        0.85,
        "a judgement in the outlet’s own voice",
    ),
    ("vanity project", "loaded_terms", "loaded_label", 0.7, "names a plan by its alleged motive"),
    ("reckless", "loaded_terms", "loaded_adjective", 0.8, "a judgement in the outlet’s own voice"),
    ("Critics have long attacked", "attribution", "unnamed_source", 0.7, "nobody is named"),
    ("some experts", "attribution", "unnamed_source", 0.6, "which ones is not said"),
    ("said", "attribution", "neutral_verb", 0.1, "a neutral verb of speech"),
    ("reportedly", "epistemology", "hedge", 0.4, "keeps the claim at a distance"),
    ("perhaps", "epistemology", "hedge", 0.3, "leaves it open"),
    ("might", "epistemology", "hedge", 0.3, "leaves it open"),
    (PARAGRAPHS[8], "promo", "promo_media", 0.93, "starts with a call to watch"),
)
RATING = Rating(
    bias=0.62,
    low=0.41,
    high=0.78,
    band="moderate",
    drivers=(Driver("headline_loaded", 0.9), Driver("promo_share", 0.6), Driver("quotes", -0.4)),
    reason=None,
)
SCORES = {"headline": 0.81, "loaded": 0.34, "promo": 0.66, "attribution": 0.42, "epistemology": NAN}
PERCENTILES = {"headline": 97.0, "loaded": 71.0, "promo": 99.0, "attribution": 44.0, "bias": 83.0}
UNRATED = Rating(
    bias=None, low=None, high=None, band=None, drivers=(),
    reason="too short to rate: 12 words of text, at least 60 are needed",
)  # fmt: skip


def analysis_of(
    headline: str = HEADLINE,
    paragraphs: Sequence[str] = PARAGRAPHS,
    roles: Mapping[int, ParagraphRole] = ROLES,
    cues: Sequence[tuple[str, str, str, float, str]] = CUES,
    rating: Rating = RATING,
    scores: Mapping[str, float] = SCORES,
    percentiles: Mapping[str, float] = PERCENTILES,
    **article: object,
) -> Analysis:
    """Return an analysis with these parts; every cue's text is looked up in the text."""
    facts: dict[str, object] = {
        "id": "ferry",
        "outlet": "The Shore Gazette",
        "date": "2026-03-02",
        "url": "https://example.org/ferry",
        "source": "ferry.txt",
    }
    made = Article(headline=headline, body="\n\n".join(paragraphs), **(facts | article))  # type: ignore[arg-type]
    document = _with_speech(segment(made))
    labels = [roles.get(i, ParagraphRole("body", 0.96)) for i in range(len(document.paragraphs))]
    return Analysis(
        document=document,
        paragraphs=tuple(
            LabelledParagraph(p.start, p.end, label)
            for p, label in zip(document.paragraphs, labels, strict=True)
        ),
        sentences=tuple(
            RatedSentence(s.start, s.end, s.part, s.paragraph, _wobble(i))
            for i, s in enumerate(document.sentences)
        ),
        cues=tuple(sorted(_cues(document, labels, cues), key=lambda c: (c.start, -c.end))),
        scores=dict(scores),
        values={f"{name}_per_100_words": value for name, value in scores.items()},
        percentiles=dict(percentiles),
        rating=rating,
    )


def _wobble(index: int) -> float:
    return round(0.08 + 0.85 * (math.sin(index * 1.7 + 1.2) / 2 + 0.5) ** 2, 3)


def _cues(
    document: Document,
    labels: list[ParagraphRole],
    cues: Sequence[tuple[str, str, str, float, str]],
) -> list[Cue]:
    found, text = [], document.text
    for words, feature, category, weight, note in cues:
        start = text.find(words, 0 if feature == "headline" else document.headline.end)
        if start < 0 or (feature == "headline" and start >= document.headline.end):
            continue
        part = "headline" if start < document.headline.end else "body"
        quoted = any(q.start <= start < q.end for q in document.quotations if q.kind == "direct")
        voice = "quoted" if quoted else "outlet"
        found.append(
            Cue(start, start + len(words), words, part, feature, category, voice, weight, note)
        )
    return found


def _with_speech(document: Document) -> Document:
    """Mark every quoted stretch of the body as direct speech, tokens too."""
    quotations = []
    for number, paragraph in enumerate(document.paragraphs):
        at = paragraph.start
        while (start := document.text.find("“", at, paragraph.end)) >= 0:
            end = document.text.find("”", start, paragraph.end) + 1 or paragraph.end
            quotations.append(Quotation(start, end, "direct", "body", number))
            at = end
    starts = document.starts[:, None]
    spoken = np.array([[q.start, q.end] for q in quotations], np.int64).reshape(-1, 2)
    quoted = ((spoken[:, 0] <= starts) & (starts < spoken[:, 1])).any(axis=1)
    return replace(document, quotations=tuple(quotations), quoted=quoted)


def long_feature(paragraphs: int = 75) -> Analysis:
    """Return a feature of about 6,000 words with many cues."""
    body = [
        PARAGRAPHS[i % 3] + " " + PARAGRAPHS[4] + " " + PARAGRAPHS[6] for i in range(paragraphs)
    ]
    return analysis_of(paragraphs=body, roles={}, id="long")


def with_inserts(count: int = 40) -> Analysis:
    """Return an article with an insert after every paragraph."""
    body = [
        p for i in range(count) for p in (PARAGRAPHS[i % 3], f"Shock Twist Number {i} Stuns All")
    ]
    roles = {2 * i + 1: ParagraphRole("promo_story", 0.9, "off") for i in range(count)}
    inserts = [
        (body[2 * i + 1], "promo", "promo_story", 0.9, "ends without a stop") for i in range(count)
    ]
    return analysis_of(paragraphs=body, roles=roles, cues=inserts, id="inserts")


SCRIPTS = (
    "Ελένη Παπαδοπούλου and Владимир Ковалёв met Nguyễn Thị Hồng in Łódź 🙂🎉.",
    "The People’s Daily (人民日报) and Yomiuri (読売新聞) ran it; so did صحيفة الأهرام and הארץ.",
    "A price of $5 and another of $7 stood beside a\u00adsoft hyphen, "
    "a\u200bzero width and ☕️ 👩‍👩‍👧.",
    "हिन्दी and ไทย and 한국어 names appear too.",
)

CASES = {
    "ferry": analysis_of,
    "brief": lambda: analysis_of(
        id="brief", paragraphs=PARAGRAPHS[:2], roles={}, rating=replace(RATING, low=0.05, high=0.96)
    ),
    "long": long_feature,
    "no-cues": lambda: analysis_of(id="no-cues", cues=(), roles={}),
    "inserts": with_inserts,
    "long-headline": lambda: analysis_of(id="long-headline", headline=(HEADLINE + " and ") * 3),
    "no-headline": lambda: analysis_of(id="no-headline", headline=""),
    "no-body": lambda: analysis_of(id="no-body", paragraphs=(), rating=UNRATED, percentiles={}),
    "nothing": lambda: analysis_of(
        id="", headline="", paragraphs=(), rating=UNRATED, outlet=None, date=None,
        scores=dict.fromkeys(SCORES, NAN), percentiles={},
    ),
    "scripts": lambda: analysis_of(
        id="scripts",
        headline="Москва и Ødegård: 人民日报 says “Shock” 🙂 to $100 شكرا",
        paragraphs=SCRIPTS,
        roles={}, outlet="日本 Daily 🙂",
    ),
}  # fmt: skip


def corpus(outlets: int, each: int = 5) -> list[Analysis]:
    """Return some articles of each of several outlets; the last one has a single article."""
    made = []
    for outlet in range(outlets):
        for number in range(1 if outlet == outlets - 1 else each):
            middle = 0.1 + 0.8 * ((outlet * 7 + number * 3) % 23) / 23
            rating = replace(
                RATING, bias=middle, low=max(0.0, middle - 0.15), high=min(1.0, middle + 0.15),
                band="low" if middle < 0.4 else "moderate" if middle < 0.7 else "high",
            )  # fmt: skip
            scores = {k: (v + middle) / 2 for k, v in SCORES.items()}
            name = None if outlet == 1 else f"Outlet {outlet:02} Daily News"
            made.append(
                analysis_of(id=f"a{outlet}-{number}", outlet=name, rating=rating, scores=scores)
            )
    return made
