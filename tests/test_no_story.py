"""Pages without a story, stories that are cut off, and lines whose form tells their role."""

import pytest

import bias
from bias.document.article import Article, Block
from bias.rating.garbled import garbled_reason
from bias.roles.formulas import formula_of

TITLE = "Port of Ostrow to keep its night ferry"
STORY = (
    "The port of Ostrow will keep its night ferry for three more years, the harbour board said.",
    "The ferry carries forty cars. Its crew of nineteen will stay on, and the fares rise in May.",
    "“We are relieved,” said Inga Brandt, who runs a café beside the pier.",
)
LONG = tuple(f"{line} It was the {n}th meeting in a row." for n in range(20, 24) for line in STORY)


def reason(headline: str, *paragraphs: str) -> str:
    """Return why an article is not rated; empty when it is."""
    rating = bias.analyze(Article(headline, "\n\n".join(paragraphs))).rating
    return (rating.reason or "") if rating.bias is None else ""


CONSENT = [
    (
        "We value your privacy",
        "We and our 842 partners store and access information on your device, such as cookies, and "
        "process personal data for personalised ads and content.",
        "You can change your preferences at any time.",
        "Accept all",
        "Reject all",
    ),
    (
        "Before you continue",
        "This site uses cookies and data to deliver and measure ads. If you choose to accept all, "
        "we will use cookies to show personalised content. Your privacy settings can be changed.",
        "More options",
    ),
    (
        "Your privacy choices",
        "With your consent, our vendors may use precise geolocation and identifiers on your "
        "device. Some vendors rely on legitimate interest. You may opt out in the preferences.",
        "Manage preferences",
        "I accept",
    ),
    (
        "Cookie policy",
        "Our website and our advertising partners use cookies. By clicking accept all you consent "
        "to data processing for personalised advertising, as the privacy policy sets out.",
    ),
    (
        "Ostrow Post",
        "We need your consent",
        "Cookies help us and our partners to show personalized advertising.",
        "Select your privacy preferences below. Necessary cookies are always active.",
    ),
]
BARRED = [
    ("Are you a robot?", "Please click the box below to continue with this page of the paper."),
    ("Pardon Our Interruption", "As you were browsing something made us think you were a bot."),
    ("Just a moment...", "Checking your browser before accessing the site. Ray ID: 7f2a."),
    ("Security check", "Please verify you are human. Enable JavaScript and cookies to continue."),
    ("Attention", "We have detected unusual traffic from your network. Solve the captcha."),
]
FAILED = [
    ("404", "Page not found. The page you are looking for may have moved to another address."),
    ("Access Denied", "You don't have permission to access this page on this server today."),
    ("Sorry", "This content is not available in your region owing to the rules in force there."),
    ("Error", "Something went wrong on our end. Please try again in a few minutes from now."),
    ("503", "Service unavailable. The server cannot answer your request just now; come back soon."),
]
WALLED = [
    "This article is for subscribers only.",
    "To continue reading, subscribe or log in.",
    "You’ve reached your limit of free articles.",
    "Unlock this article for $1 a week.",
    "Create a free account to read the full story.",
    "Already a subscriber? Sign in to continue.",
]
CUT = [
    "[+1873 chars]", "[…]", "[...]", "…", "...", "(more…)", "Continue reading →",
    "continue reading", "Keep reading the full story",
]  # fmt: skip


@pytest.mark.parametrize("page", CONSENT)
def test_consent_notices_are_no_articles(page: tuple[str, ...]) -> None:
    """They are not rated, and no line of them sells a story."""
    assert "consent notice" in reason(*page)
    roles = {p.role for p in bias.analyze(Article(page[0], "\n\n".join(page[1:]))).paragraphs}
    assert "promo_story" not in roles


@pytest.mark.parametrize("page", BARRED)
def test_captchas_are_no_articles(page: tuple[str, ...]) -> None:
    """A page that doubts its reader holds no story."""
    assert "human" in reason(*page)


@pytest.mark.parametrize("page", FAILED)
def test_error_pages_are_no_articles(page: tuple[str, ...]) -> None:
    """Nor does one that says what went wrong."""
    assert "error page" in reason(*page)


@pytest.mark.parametrize("line", WALLED)
def test_a_story_cut_off_by_a_paywall(line: str) -> None:
    """A few lines and an offer are not rated; a whole story with the offer is."""
    assert "paywall" in reason(TITLE, *STORY, line)
    assert reason(TITLE, *LONG, line) == ""
    assert reason(TITLE, line, *LONG[:6]) == ""


@pytest.mark.parametrize("end", CUT)
def test_a_text_cut_off(end: str) -> None:
    """What ends in the sign of more to come is not rated."""
    last = STORY[2] if end.startswith("[+") else STORY[2].removesuffix(".") + f" {end}"
    found = reason(TITLE, *STORY[:2], last, *[end] * end.startswith("[+"))
    assert "cut off" in found


@pytest.mark.parametrize(
    "paragraphs",
    [
        STORY,
        (*STORY, "The board voted on cookies, consent and privacy rules for its website, it said."),
        ("The regulator said that the site had used cookies without consent.", *STORY),
        ("“The page was not found,” the clerk said, and he said that 404 had been tried.", *STORY),
        ("Readers must subscribe to continue, the paper’s owner said on Monday.", *LONG),
    ],
)
def test_stories_about_such_pages_are_rated(paragraphs: tuple[str, ...]) -> None:
    """News may tell of cookies, captchas and paywalls."""
    assert reason(TITLE, *paragraphs) == ""


STAMPS = [
    ("Just now", "14 minutes ago", "1h ago", "2h ago"),
    ("6:02 p.m.", "6:45pm EST", "19:10 GMT", "20.31"),
    ("3 mins ago", "an hour ago", "2 hours ago", "3 hrs ago"),
    ("09:14", "09:40 Updated at 09.55", "10:02 BST", "11:20"),
    ("Posted at 7:15 pm", "7:32 PM ET", "8 p.m.", "8:40 p.m. ET"),
]


@pytest.mark.parametrize("stamps", STAMPS)
def test_live_blogs_are_told_by_their_times(stamps: tuple[str, ...]) -> None:
    """Times are left over from the page, a title below one heads its entry, the form is named."""
    parts = [part for n, s in enumerate(stamps) for part in (s, STORY[n % 3], LONG[n])]
    parts[1:1] = ["Ferry stays in port until noon"]
    analysis = bias.analyze(Article("Storm over Ostrow: live", "\n\n".join(parts)))
    roles = {p.of(analysis.text): p.role for p in analysis.paragraphs}
    assert [roles[s] for s in stamps] == ["residue"] * len(stamps)
    assert roles["Ferry stays in port until noon"] == "subhead"
    assert "live blog" in (analysis.rating.reason or "")


LINES = {
    "residue": """
Why am I seeing this ad?
Please turn off your ad blocker.
Disable your ad-blocker to read on
Home > News > Local
You are here: Home › News › Council
#Larkfield #Library #Votes
Skip to main content
Print this article
Copy link
Opens in new window
Back to top
View all comments (14)
Comments are closed
12 comments
Most shared
5 min read
Reading time: 4 minutes
[Applause]
(END VIDEO CLIP)
(SOUNDBITE OF ARCHIVED RECORDING)
Just now
3h ago
an hour ago
Yesterday at 9:15
19:10 GMT
6:45pm EST
Last modified on Tue 5 Mar 2024
March 5, 2024 / 6:42 AM EST / Ostrow Post
5 March 2024, 07:30
2024-03-05T07:30:00Z
LENGTH: 81 words
Load-Date: March 8, 2024
Publication-Type: Newspaper
End of Document
[image or embed]
pic.twitter.com/AbCdEf
View this post on Instagram
A post shared by Ann Fox (@ann)
This tweet could not be loaded
This video is no longer available
Something went wrong. Try again later.
Please enable JavaScript to view this page.
You are using an outdated browser.
[+1873 chars]
""",
    "notice": """
(Adds quotes, background)
(Recasts with vote, adds comment from mayor)
Eds: Updates with quote.
Editors: UPDATES throughout; ADDS reaction
We value your privacy
Cookie settings
Accept all cookies
Reject all
Manage preferences
Your privacy choices
Do not sell or share my personal information
More options
This website uses cookies to improve your visit.
By continuing to use this site you agree to our use of cookies.
Copyright 2024 Ostrow Post All Rights Reserved
© 2024 Ostrow Post
Our Standards: The Coastal Press Trust Principles.
""",
    "signup": """
Turn on notifications
Join our WhatsApp channel
Follow us on Google News
Add the Post as a preferred source on Google
Never miss a story: follow us on WhatsApp.
Have the day’s top stories sent to your inbox
Already a subscriber? Log in
Create a free account to read on.
Start your free trial
Your first month is free, then $9 a month.
Cancel anytime.
This article is for subscribers only.
Exclusively for members
To continue reading, register or sign in.
You have 2 free articles left.
Get unlimited access
Support our journalism with a gift.
Download the Post’s news app
Become a member today
""",
    "engagement": """
Yes
No
Don’t know
Yes, every week
1,204 votes
Vote in our poll
Poll
View results
Thanks for voting
""",
    "credit": """
Callum Reid for The Larkfield Post
Callum Reid, for the Guardian
Updated by Callum Reid on March 5
Edited by Morag Tulloch
Medically reviewed by Ann Fox, M.D.
By MORAG TULLOCH, TRANSPORT REPORTER
BY ANN FOX / STAFF WRITER
Ann Fox, Senior Editor
Morag Tulloch and Callum Reid
Photo: Ann Fox
📸: Callum Reid
Photographs by Ann Fox
The pier in March. (Supplied)
The pier in March (Photo: Ann Fox)
The pier. Credit: C. Reid
A man on the pier, March 1, 2024. (Callum Reid / The Associated Press)
The pier. Callum Reid/Getty Images
The pier | Courtesy of the town
1 of 5 | A man walks on the pier.
Pictured: the pier at night
Image source, Getty Images
— Ann Fox (@annfox) March 5, 2024
""",
    "promo_media": """
Scroll down for video
Listen to this article • 4 min
""",
    "subhead": """
Quote of the day
What we know so far
Key points
At a glance
""",
}


@pytest.mark.parametrize(
    ("role", "line"),
    [(role, line) for role, told in LINES.items() for line in told.split("\n") if line],
)
def test_lines_known_by_their_form(role: str, line: str) -> None:
    """Each gets its role whatever stands around it."""
    found = formula_of(line)
    assert found is not None
    assert found[0] == role


SENTENCES = [
    "No.",
    "Yes, he said.",
    "By Monday the pier was shut.",
    "To keep the ferry, the town paid more.",
    "Support for the ferry has grown.",
    "Register to vote by May 6.",
    "Follow the money.",
    "For $12 million a year, the town rents the pier.",
    "We use the ferry every day.",
    "This video was shown in court.",
    "Above all, they want the ferry.",
    "Loading takes an hour.",
    "Comments by the mayor drew anger.",
    "Language matters, the teacher said.",
    "Who will pay for it?",
    "The council will vote on May 6. (Reuters)",
    "Ann Fox, a reporter for the Post, was there.",
    "Photos, letters and maps will be kept.",
    "Join the navy, they told him.",
    "Get the vaccine every year.",
    "In 2019 the port had 12 comments on its plan.",
    "The page was printed twice.",
    "Try the soup, which costs $4 a bowl.",
    "Be a friend to the pier.",
    "The board said no.",
    "Ann Fox for governor",
    "Ann Fox works for the Larkfield Post, she said.",
    "Updated figures were published by the board on Monday.",
    "Home > away, the coach said.",
    "Why am I here, he asked.",
    "(Adds up to $4 million a year, the board said.) It is late.",
    "He turned off the ad.",
    "Two hours ago nobody knew it.",
    "At 9:15 the ferry left the port of Ostrow.",
    "How one vote sank the ferry is told below.",
    "Your privacy is at risk, the court said.",
]


@pytest.mark.parametrize("line", SENTENCES)
def test_sentences_are_no_formulas(line: str) -> None:
    """What a story may say is left to the model."""
    assert formula_of(line) is None


def test_names_of_the_story_are_no_byline() -> None:
    """A heading that names two people of the story stays what it was."""
    body = [
        STORY[0],
        "Inga Brandt and Walter Ames",
        STORY[1],
        "Inga Brandt met Walter Ames on Monday.",
    ]
    roles = [p.role for p in bias.analyze(Article(TITLE, "\n\n".join(body))).paragraphs]
    assert roles[1] != "credit"
    body[3] = "They met on Monday, the board said."
    roles = [p.role for p in bias.analyze(Article(TITLE, "\n\n".join(body))).paragraphs]
    assert roles[1] == "credit"


def test_a_poll_has_its_question() -> None:
    """The question above the answers asks the reader."""
    body = [
        STORY[0],
        "Should the ferry stay?",
        "Yes",
        "No",
        "I don’t know",
        "88 votes",
        STORY[1],
        STORY[2],
    ]
    roles = [p.role for p in bias.analyze(Article(TITLE, "\n\n".join(body))).paragraphs]
    assert roles[1:6] == ["engagement"] * 5


def test_turns_of_a_transcript_are_the_story() -> None:
    """Speakers in capitals are no labels of other stories."""
    turns = [
        "ANN FOX, HOST: Why keep it?",
        "BRANDT: It is needed.",
        "FOX: When will it sail?",
        "BRANDT: In May.",
    ]
    roles = {p.role for p in bias.analyze(Article(TITLE, "\n\n".join([*turns, *STORY]))).paragraphs}
    assert roles == {"body"}


def test_pulled_quotations_are_no_inserts() -> None:
    """What a page shows large is told twice, and sells nothing."""
    texts = (*STORY, "We are relieved", "Inga Brandt, café owner")
    pulled = Block(aside=True, tag="blockquote", classes="pullquote", extracted=False)
    article = Article(TITLE, "\n\n".join(texts), blocks=(Block(), Block(), Block(), pulled, pulled))
    assert [p.role for p in bias.analyze(article).paragraphs][3:] == ["residue", "residue"]


@pytest.mark.parametrize(
    "dateline",
    ["(Coastal Press) - ", "OSTROW (AP) — ", "OSTROW, Nor. (Reuters) - ", "Ostrow (AFP) – "],
)
def test_an_agencys_name_moves_no_figure(dateline: str) -> None:
    """Whose report it is says nothing of its wording."""
    body = "\n\n".join(LONG)
    plain, marked = (bias.analyze(Article(TITLE, text)).rating for text in (body, dateline + body))
    assert marked.bias == plain.bias


@pytest.mark.parametrize(
    "text",
    [
        "?We lost,? he said. ?It hurts.? He left. ?Why,? she said.",
        "CafÃ© RenÃ© in OrlÃ©ans is shut for good",
        "It \ufffdis\ufffd lo\ufffdt",
        "\x93We lost,\x94 he said. He\x92s gone",
    ],
)
def test_garbled_letters_are_told(text: str) -> None:
    """Where nothing could be mended, the record says so."""
    assert garbled_reason(text) is not None
    assert garbled_reason("Why? Because. Who? “We”, São Paulo said. What is it? Nothing.") is None
