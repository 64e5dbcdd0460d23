"""Text as it comes: what exports and wrong encodings did to it is undone, and told."""

import gzip
import json
import quopri
import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bias
from bias.document.segment import segment
from bias.inputs.legacy import legacy_encoding
from bias.inputs.mending import mend, mend_letters, mend_lines
from bias.words.cut import key_of

TITLE = "Port of Ostrow to keep its night ferry"
PARAGRAPHS = (
    "The port of Ostrow will keep its night ferry for three more years, the harbour board said on "
    "Thursday. The ferry carries forty cars.",
    "“It is a shameful, reckless gamble,” said Inga Brandt, who runs a café beside the pier. “We "
    "can’t live off promises.”",
    "The board’s chairman said that the ferry had lost $2 million since 2019. Its crew of nineteen "
    "will stay on, and the fares rise by a fifth in May.",
)
STORY = f"{TITLE}\n\n" + "\n\n".join(PARAGRAPHS)


def read(path: Path, text: str | bytes) -> bias.Article:
    """Write a file and read it."""
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return bias.read_article(path)


def shown(article: bias.Article) -> str:
    """Return headline and paragraphs in one spacing."""
    text = segment(article).text
    return "\n\n".join(" ".join(part.split()) for part in text.split("\n\n"))


PLAIN = shown(bias.Article(TITLE, "\n\n".join(PARAGRAPHS)))


def swapped(pairs: dict[str, str]) -> str:
    """Return the story with other characters."""
    text = STORY
    for old, new in pairs.items():
        text = text.replace(old, new)
    return text


SPOILT = {
    "U+2028 between paragraphs": swapped({"\n\n": "\u2028\u2028"}),
    "U+2029 between paragraphs": swapped({"\n\n": "\u2029"}),
    "U+0085 between paragraphs": swapped({"\n\n": "\x85"}),
    "vertical tabs": swapped({"\n\n": "\x0b\x0b"}),
    "form feeds": swapped({"\n\n": "\x0c\x0c"}),
    "old Macintosh line ends": swapped({"\n": "\r"}),
    "literal line ends": swapped({"\n": "\\n"}),
    "literal Windows line ends": swapped({"\n": "\\r\\n"}),
    "codes of a JSON text": swapped({"“": "\\u201c", "”": "\\u201d", "’": "\\u2019"}),
    "carriage returns of a spreadsheet": swapped({"\n\n": "_x000D_\n_x000D_\n"}),
    "named entities": swapped({"“": "&ldquo;", "”": "&rdquo;", "’": "&rsquo;", "é": "&eacute;"}),
    "numbered entities": swapped({"“": "&#8220;", "”": "&#x201D;", "’": "&#8217;"}),
    "entities of Windows-1252": swapped({"“": "&#147;", "”": "&#148;", "’": "&#146;"}),
    "entities escaped twice": swapped({"“": "&amp;ldquo;", "”": "&amp;rdquo;"}),
    "paragraphs in tags": f"<h1>{TITLE}</h1>" + "".join(f"<p>{p}</p>\n" for p in PARAGRAPHS),
    "breaks": swapped({"\n\n": "<br><br />"}),
    "divisions": "".join(f"<div class='x'>{p}</div>" for p in (TITLE, *PARAGRAPHS)),
    "inline tags": swapped({"harbour board": "<b>harbour</b> <a href='x'>board</a>"}),
    "escaped tags": swapped({"\n\n": "&lt;/p&gt;&lt;p&gt;"}),
    "blocks of an editor": "".join(
        f"<!-- wp:paragraph -->\n<p>{p}</p>\n<!-- /wp:paragraph -->\n" for p in (TITLE, *PARAGRAPHS)
    ),
    "shortcodes": swapped(
        {"\n\nThe board": '\n\n[caption id="a" width="3"][/caption]\n\nThe board'}
    ),
    "UTF-8 read as Windows-1252": STORY.encode().decode("cp1252", "replace"),
    "the same with controls": STORY.encode().decode("latin-1"),
    "the same, twice": STORY.encode().decode("latin-1").encode().decode("latin-1"),
    "UTF-8 read as Mac Roman": STORY.encode().decode("mac_roman"),
    "controls of Windows-1252": STORY.encode("cp1252").decode("latin-1"),
    "low bytes of marks": swapped({"“": "\x1c", "”": "\x1d", "’": "\x19"}),
    "zero-width spaces": swapped({" ": "\u200b ", "reckless": "reck\u200bless"}),
    "byte order marks": swapped({"The": "\ufeffThe", "ferry": "fer\ufeffry"}),
    "joiners": swapped({"gamble": "gam\u200dble", "promises": "promi\u200cses"}),
    "marks of direction": swapped({"“": "\u200e“", "forty": "\u202aforty\u202c"}),
    "soft hyphens": swapped({"reckless": "reck\u00adless", "nineteen": "nine\u00adteen"}),
    "ligatures": swapped({"fif": "ﬁf", "fi": "ﬁ", "fl": "ﬂ", "off": "oﬀ"}),
    "full-width letters": swapped({"night": "ｎｉｇｈｔ", ":": "："}),
    "mathematical letters": swapped({"ferry": "𝗳𝗲𝗿𝗿𝘆"}),
    "sentences run together": swapped({". ": ".", "”\n": "”\n"}),
    "corner brackets": swapped({"“": "「", "”": "」"}),
    "angles": swapped({"“": "‹", "”": "›"}),
    "angles turned": swapped({"“": "»", "”": "«"}),
    "angles with blanks": swapped({"“": "«\u00a0", "”": "\u00a0»"}),
    "ornaments": swapped({"“": "❝", "”": "❞", "’": "❜"}),
    "low marks": swapped({"“": "„", "”": "“"}),
    "typed low marks": swapped({"“It": ",,It", "”": "''", "“We": ",,We"}),
    "typed angles": swapped({"“": "<<", "”": ">>"}),
    "accents": swapped({"can’t": "can´t", "board’s": "board´s"}),
    "question marks": swapped({"“": "?", "”": "?", "’": "?"}),
    "codes of e-mail": quopri.encodestring(STORY.encode()).decode(),
    "marks of an e-mail": "\n".join(f"> {line}" for line in STORY.split("\n")),
    "lost characters": swapped({"“": "\ufffd", "”": "\ufffd", "’": "\ufffd"}),
    "BBCode": swapped(
        {TITLE: f"[b]{TITLE}[/b]", "harbour board": "[url=https://x.y]harbour board[/url]"}
    ),
    "BBCode with a picture": swapped({TITLE: f"[h1]{TITLE}[/h1]\n[img]http://x.y/a.jpg[/img]"}),
    "a wiki's marks": swapped(
        {TITLE: f"== {TITLE} ==", "Ostrow will": "[[Ostrow (town)|Ostrow]] will"}
    ),
    "a wiki's emphasis": swapped(
        {"ferry for": "[[ferry]] for", "Inga Brandt": "'''Inga Brandt'''"}
    ),
    "Markdown in a text": swapped({TITLE: f"# {TITLE}", "Inga Brandt": "**Inga Brandt**"}),
    "links of Markdown": swapped(
        {"Inga Brandt": "[Inga Brandt](https://x.y/a)", "harbour": "[harbour](https://x.y/b)"}
    ),
    "line numbers": "\n".join(
        f"{n:3}  {line}"
        for n, line in enumerate(textwrap.fill(STORY, 60, replace_whitespace=False).split("\n"), 1)
    ),
}
HEADS = {
    "an e-mail": "From: A Bee <a@b.example>\nTo: c@d.example\nSubject: {}\n"
    "Date: Tue, 5 Mar 2024 10:00:00 +0000\n\n",
    "forwarded": "---------- Forwarded message ---------\nFrom: A <a@b.example>\n"
    "Date: Tue, Mar 5, 2024 at 10:00 AM\nSubject: Fwd: {}\nTo: <c@d.example>\n\n",
    "forwarded by a Mac": "Begin forwarded message:\n\nFrom: A\nSubject: {}\n"
    "Date: March 5, 2024 at 10:00:00 AM GMT\nTo: B\n\n",
    "answered in Outlook": "-----Original Message-----\nFrom: A\n"
    "Sent: Tuesday, March 5, 2024 10:00 AM\nTo: B\nSubject: RE: {}\n\n",
    "folded": "Received: from a\n  by b\nFrom: x\nSubject:\n {}\n"
    "Date: Tue, 5 Mar 2024 10:00:00 +0000\n\n",
    "a label last": "Date: March 5, 2024\nSource: Post\nHeadline: {}\n\n",
}
PAGES = {
    "numbers below": ("\n\n1\n\x0c", "\n\n2\n\x0c"),
    "numbers between dashes": ("\n\n- 1 -\n\x0c", "\n\n- 2 -\n\x0c"),
    "a head": ("\n\x0cThe Post, 5 March    2\n\n", "\n\x0cThe Post, 5 March    3\n\n"),
    "a foot": ("\n\nPort papers | page 1\n\x0c", "\n\nPort papers | page 2\n\x0c"),
    "both": ("\n\nPage 1 of 3\n\x0cPort papers\n\n", "\n\nPage 2 of 3\n\x0cPort papers\n\n"),
}


@pytest.mark.parametrize("kind", SPOILT)
def test_spoilt_text_reads_as_it_was_meant(tmp_path: Path, kind: str) -> None:
    """Each reads like the sound text, and the record says that it was mended."""
    article = read(tmp_path / "a.txt", SPOILT[kind])
    assert shown(article) == PLAIN
    assert article.mended or kind == "old Macintosh line ends"
    assert bias.analyze(article).to_dict()["mended"] == list(article.mended)


@pytest.mark.parametrize("kind", HEADS)
def test_the_head_of_an_e_mail_is_no_story(tmp_path: Path, kind: str) -> None:
    """Its subject is the headline, and its day the article's."""
    head = HEADS[kind].format(TITLE)
    article = read(tmp_path / "a.txt", head + "\n\n".join(PARAGRAPHS))
    assert shown(article) == PLAIN
    assert article.date in ("2024-03-05", "March 5, 2024")


@pytest.mark.parametrize(
    "text",
    [
        "From: the archive\n\nIt sailed on Monday.",
        "Subject: a study of trams\n\nIt sailed on Monday.",
        "From Hull to Harrow: a ferry story\n\nIt sailed on Monday.",
    ],
)
def test_a_headline_like_an_e_mails_head_stays(tmp_path: Path, text: str) -> None:
    """One line alone is no head."""
    assert read(tmp_path / "a.txt", text).headline == text.partition("\n")[0]


@pytest.mark.parametrize("kind", PAGES)
def test_heads_and_feet_of_pages_are_no_story(tmp_path: Path, kind: str) -> None:
    """Pages part a story between paragraphs, and amid a sentence."""
    first, second = PAGES[kind]
    text = STORY.replace("had lost", f"had{second}lost").replace("\n\n“It", f"{first}“It")
    article = read(tmp_path / "a.txt", text)
    assert shown(article) == PLAIN
    assert article.mended == ("heads, feet and breaks of pages",)


STRAIGHT = {
    "closing marks only": swapped({"“": "”"}),
    "opening marks only": swapped({"”": "“"}),
    "typed inches": swapped({"“": "″", "”": "″"}),
    "full-width straight marks": swapped({"“": "＂", "”": "＂"}),
    "Hebrew marks": swapped({"“": "״", "”": "״"}),
    "two accents": swapped({"“": "´´", "”": "´´"}),
    "Hungarian accents": swapped({"“": "˝", "”": "˝"}),
    "escaped marks": swapped({"“": '\\"', "”": '\\"'}),
}


@pytest.mark.parametrize("kind", STRAIGHT)
def test_marks_without_a_direction_are_straight(tmp_path: Path, kind: str) -> None:
    """Marks that all turn one way pair like those of a typewriter."""
    article = read(tmp_path / "a.txt", STRAIGHT[kind])
    assert shown(article) == PLAIN.replace("“", '"').replace("”", '"')
    found, sound = bias.analyze(article), bias.analyze(bias.Article(TITLE, "\n\n".join(PARAGRAPHS)))
    for name in ("quoted_word_share", "quoted_sources"):
        assert found.values[name] == sound.values[name]


def test_sound_text_is_left_alone(tmp_path: Path) -> None:
    """What is not spoilt is not touched, and nothing is told."""
    article = read(tmp_path / "a.txt", STORY)
    assert (shown(article), article.mended) == (PLAIN, ())
    for kept in (
        "AT&T paid R&D; he said &c",
        "The <b> tag is bold",
        "if a < b and c > d",
        "C:\\new folder",
        "5'11\" and 6′2″ tall",
        "[video here]",
        "Why? Because.",
        "What?s that",
        "U.S.Senate hears",
        "St.Louis and Booking.Com rule",
        "« Previous | Next »",
        "👩\u200d👩\u200d👧 family",
        "naïve São Ã",
        "’90s rock ’n’ roll",
        "Read it at www.Example.com/A. He did",
        "Nº 5, 20° and ½ cup",
        "He paid 3.5M.",
        "1.The",
        "می\u200cخواهم",
        "[b] is the second item, [c] the third",
        "It is 5 == 5 or [[a]",
        "1 One line\n2 Two lines",
    ):
        assert mend(kept).text == kept


def wrapped(width: int) -> list[str]:
    """Return the story's paragraphs broken at a margin."""
    return [textwrap.fill(p, width, break_on_hyphens=False) for p in PARAGRAPHS]


LAYOUTS = {
    "blank lines": "\n\n".join(wrapped(60)),
    "no blank lines": "\n".join(wrapped(60)),
    "double spacing": "\n\n".join("\n\n".join(p.split("\n")) for p in wrapped(60)),
    "blanks on the blank lines": "\n   \n".join("\n \n".join(p.split("\n")) for p in wrapped(60)),
    "indents": "\n".join(f"    {p}" for p in wrapped(60)),
    "tabs": "\n".join(f"\t{p}" for p in wrapped(60)),
    "a wide margin": "\n\n".join("\n\n".join(p.split("\n")) for p in wrapped(90)),
}


@pytest.mark.parametrize("kind", LAYOUTS)
def test_margins_part_no_sentence(tmp_path: Path, kind: str) -> None:
    """Lines broken at a margin are the sentences that they were."""
    article = read(tmp_path / "a.txt", f"{TITLE}\n\n{LAYOUTS[kind]}")
    assert len(segment(article).sentences) == 1 + 6
    analysis = bias.analyze(article)
    assert analysis.rating.reason is None or "verse" not in analysis.rating.reason
    assert {cue.voice for cue in analysis.cues if cue.text in ("shameful", "reckless")} == {
        "quoted"
    }


@pytest.mark.parametrize(
    ("divided", "whole"),
    [
        ("a dis-\ngrace for us", "a disgrace\nfor us"),
        ("the two-\nmile road", "the two-mile\nroad"),
        ("a reck-\n   less plan", "a reckless\nplan"),
        ("the commis-\nsioners, who", "the commissioners,\nwho"),
        ("bull-\ndoze.\n\nNext", "bulldoze.\n\nNext"),
        ("in 2019-\n2020 they", "in 2019-\n2020 they"),
        ("he said -\nand left", "he said -\nand left"),
        ("Mr. Smith-\nJones left", "Mr. Smith-\nJones left"),
    ],
)
def test_words_divided_at_line_ends(divided: str, whole: str) -> None:
    """A word that the news knows is one word; names, numbers and dashes are left."""
    assert mend_lines(divided).text == whole


def test_cut_off_note_stands_apart() -> None:
    """What a service writes where it cuts a text off is a paragraph of its own."""
    assert (
        mend_lines("The dam must be … [+1873 chars]").text == "The dam must be …\n\n[+1873 chars]"
    )
    assert mend_lines("It is [+12 points] up.").told == ()


@pytest.mark.parametrize(
    "text",
    [
        "“It’s René,” he said",
        "Café owners in Orléans paid more",
        "He paid £400 – or €500 – for it",
        "The mayor’s “plan” — a bad one",
        "Zoë Müller’s house, he said…",
    ],
)
@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
def test_old_encodings_are_told_apart(text: str, encoding: str) -> None:
    """Marks and accents beside their neighbours tell Windows from Macintosh."""
    assert legacy_encoding(text.encode(encoding)) == encoding


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark(tmp_path: Path, encoding: str) -> None:
    """Every second byte is a zero."""
    assert shown(read(tmp_path / "a.txt", STORY.encode(encoding))) == PLAIN


def test_mac_roman_in_a_table(tmp_path: Path) -> None:
    """A table from an old Macintosh reads right."""
    body = " ".join(PARAGRAPHS)
    path = tmp_path / "a.csv"
    path.write_bytes(f"headline;body\r\n{TITLE};{body}\r\n".encode("mac_roman"))
    assert bias.read_article(path).body == body


@pytest.mark.parametrize("word", ["ﬂawed", "oﬃcial", "ﬁasco", "eﬀort", "baﬄed"])
def test_ligatures_are_looked_up_as_letters(word: str) -> None:
    """The key of a token has no ligature."""
    assert key_of(word).isascii()


TOPS = {
    "an address": f"https://post.example/ferry\n{STORY}",
    "an address and a blank line": f"www.post.example/ferry\n\n{STORY}",
    "a section": f"POLITICS\n\n{STORY}",
    "a section of two words": f"LOCAL NEWS\n{STORY}",
    "labels": f"Title: {TITLE}\nAuthor: Ann Fox\nDate: 2024-03-05\n\n" + "\n\n".join(PARAGRAPHS),
    "labels and a body": f"Headline: {TITLE}\nSource: The Ostrow Post\nText: "
    + "\n\n".join(PARAGRAPHS),
    "a headline of two lines": STORY.replace("keep its", "keep\nits", 1),
    "a site's name": STORY.replace(TITLE, f"{TITLE} | The Ostrow Post", 1),
    "a site's name behind a dash": STORY.replace(TITLE, f"{TITLE} - The Ostrow Post", 1),
    "a site's address": STORY.replace(TITLE, f"{TITLE} – ostrowpost.com", 1),
    "a site's name with a rubric": STORY.replace(TITLE, f"{TITLE} | Opinion", 1),
}


@pytest.mark.parametrize("kind", TOPS)
def test_what_stands_above_is_no_headline(tmp_path: Path, kind: str) -> None:
    """Addresses, sections and labels become fields; the headline is the story's."""
    article = read(tmp_path / "a.txt", TOPS[kind])
    assert shown(article) == PLAIN
    fields = {article.url, article.outlet, article.date, *article.extra.values()}
    assert fields != {None} or kind.startswith("a headline") or "site" in kind


@pytest.mark.parametrize(
    "first", ["BREAKING", "Council: we will pay", "Who pays?", "NASA LANDS ON MOON"]
)
def test_other_first_lines_stay_the_headline(tmp_path: Path, first: str) -> None:
    """A line that may be a headline is one."""
    text = f"{first}\n\nThe council met on Monday.\n\nIt will pay."
    assert read(tmp_path / "a.txt", text).headline == first


@pytest.mark.parametrize("field", ["body", "text", "content", "maintext"])
def test_records_are_mended_like_texts(tmp_path: Path, field: str) -> None:
    """Markup in a field of JSON or of a table is no text; quotations keep their block."""
    html = f"<p>{PARAGRAPHS[0]}</p><blockquote><p>We regret the shameful delay.</p></blockquote>"
    article = read(tmp_path / "a.json", json.dumps({"title": f"{TITLE} &amp; more", field: html}))
    assert article.headline == f"{TITLE} & more"
    assert article.body == f"{PARAGRAPHS[0]}\n\nWe regret the shameful delay."
    cues = [cue.voice for cue in bias.analyze(article).cues if cue.text == "shameful"]
    assert cues == ["quoted"]


def test_an_outlets_name_behind_a_headline(tmp_path: Path) -> None:
    """It is cut off where the record names the outlet."""
    record = {
        "title": f"{TITLE} - Ostrow Post",
        "text": PARAGRAPHS[0],
        "source": {"name": "Ostrow Post"},
    }
    article = read(tmp_path / "a.json", json.dumps(record))
    assert (article.headline, article.outlet) == (TITLE, "Ostrow Post")


def test_pages_are_mended_letter_by_letter(tmp_path: Path) -> None:
    """A web page's paragraphs stay what its blocks describe."""
    body = "".join(f"<p>{p}</p>" for p in PARAGRAPHS).encode().decode("latin-1")
    page = f"<html><head><meta charset='utf-8'><title>{TITLE}</title></head><body><article>{body}"
    article = read(tmp_path / "a.html", page)
    assert [*article.body.split("\n\n")] == [*PARAGRAPHS]
    assert len(article.blocks) == 3
    assert article.mended


@given(st.text(max_size=200))
def test_any_text_is_mended_once(text: str) -> None:
    """Letters mended are sound: nothing is left to mend in them, and no line comes in."""
    done = mend_letters(text)
    assert done.text.count("\n") <= text.count("\n") + text.count("&")


@given(st.text(alphabet="ab <>/p&;#?’“”\\nr\u2028\x85-\n.[]", max_size=120))
def test_mending_never_fails(text: str) -> None:
    """Whatever marks come together, something is returned, with a block a paragraph or none."""
    done = mend(text)
    parts = [part for part in done.text.split("\n\n") if part.strip()]
    assert not done.blocks or len(done.blocks) == len(parts)
    assert isinstance(mend_lines(done.text).text, str)


def test_packed_texts_are_mended_too(tmp_path: Path) -> None:
    """The same goes for what is packed."""
    path = tmp_path / "a.txt.gz"
    path.write_bytes(gzip.compress(SPOILT["breaks"].encode()))
    assert shown(bias.read_article(path)) == PLAIN
