"""What those who mark are told: the same words on every sheet."""

from collections.abc import Mapping

GUIDELINES = (
    ("Read first", "Read the whole article once before you mark anything. Do not look at what "
     "others marked, nor at what a tool says."),
    ("Words", "Mark a word or phrase where a plainer one would say the same, or where it praises, "
     "blames, mocks or alarms by itself. Mark it only if the outlet says it: not in quotation "
     "marks, not where it tells somebody's view."),
    ("Sentences", "A sentence is biased if its wording or what it suggests takes a side, the "
     "outlet speaking. A calm sentence about a heated matter is plain."),
    ("Paragraphs", "What is this paragraph of the page? Nearly all are body: the report itself."),
    ("The article", "Would most readers, of any party, call it biased?"),
    ("In doubt", "Decide all the same, by the words on the page, and note why. That people "
     "disagree is what the sheets are to show."),
)  # fmt: skip
ROLES_MEAN: Mapping[str, str] = {
    "body": "the report itself, its lists and quotations too",
    "subhead": "heading of a section of this article",
    "promo_story": "headline or link of another story",
    "promo_media": "pointer to a video, gallery or podcast",
    "ad": "advertisement",
    "signup": "asks to subscribe, follow, donate",
    "engagement": "asks for an opinion, a vote, a tip",
    "credit": "byline, author's note, photo credit",
    "notice": "correction, copyright, disclaimer",
    "residue": "buttons, tags, time stamps, stray marks",
}
