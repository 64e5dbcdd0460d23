"""One event in several accounts: what is shared, what differs, what is written."""

import csv
import json
from pathlib import Path

import pytest

import bias
from bias.cli import main
from bias.document.article import Article
from bias.events.account import MOST_SENTENCES, Account
from bias.events.event import Event
from bias.events.facts import facts
from bias.events.find import find_events
from bias.events.manner import manners
from bias.events.quotations import cut_quotations
from bias.events.tables import COLUMNS
from bias.report.compare import Comparison, compare_accounts
from bias.report.headlines import Headlines
from bias.report.html.event import event_html
from bias.report.telling import MOST_ALONE, Telling

TRIPLE = Path(__file__).parent.parent / "seeds" / "one-event.jsonl"


def account(body: str, headline: str = "", name: str = "", date: str | None = None) -> Account:
    """Return an account of an invented event."""
    article = Article(headline=headline, body=body, id=name, outlet=name or None, date=date)
    return Account.of(bias.analyze(article))


def event_of(*bodies: str) -> Event:
    """Compare some accounts, called a, b, c."""
    return Event.of("1", [account(b, name="abcdef"[n]) for n, b in enumerate(bodies)])


@pytest.fixture(scope="module")
def told() -> Comparison:
    """Compare the seeds' event."""
    return bias.compare(map(bias.analyze, bias.read_articles(TRIPLE)))


@pytest.fixture(scope="module")
def event(told: Comparison) -> Event:
    """Return it."""
    return next(told.each())


def test_the_oldest_account_stands_first(told: Comparison) -> None:
    """Dates come first."""
    assert told.events["id"].tolist()[0] == "one-event-wire"
    assert told.events["event"].unique().tolist() == ["1"]


def test_tables_have_the_columns_of_the_contract(told: Comparison) -> None:
    """And offsets that point into the texts, numbers from 0 to 1."""
    texts = {a.article.id: a.text for a in map(bias.analyze, bias.read_articles(TRIPLE))}
    for table, columns in COLUMNS.items():
        assert getattr(told, table).columns.tolist() == list(columns)
    for row in told.alignment.itertuples():
        assert texts[row.a_id][row.a_start : row.a_end].strip()
        assert texts[row.b_id][row.b_start : row.b_end].strip()
        assert row.relation in ("same", "overlap", "differs")
        assert 0 <= row.probability <= 1
    assert told.told["told_elsewhere"].between(0, 1).all()
    assert set(told.wording["a_voice"]) | set(told.wording["b_voice"]) <= {"outlet", "quoted"}


def test_every_sentence_is_told_of(told: Comparison, event: Event) -> None:
    """One row a sentence of headline and story."""
    assert len(told.told) == sum(len(account.lines) for account in event.accounts)


def test_the_conflict_of_figures_is_flagged(told: Comparison) -> None:
    """4.8 million crowns and 5.6 million; some 60 in the gallery and more than 100."""
    texts = {a.article.id: a.text for a in map(bias.analyze, bias.read_articles(TRIPLE))}
    found = [
        (texts[row.a_id][row.a_start : row.a_end], texts[row.b_id][row.b_start : row.b_end])
        for row in told.alignment.itertuples()
        if row.relation == "differs"
    ]
    assert any("4.8 million" in one and "5.6 million" in other for one, other in found)
    assert any("60 people" in one and "100 protesters" in other for one, other in found)
    assert all({"4.8", "5.6", "60"} & set(" ".join(pair).split()) for pair in found)


def test_a_quotation_cut_at_another_place(event: Event) -> None:
    """What one outlet kept of the mayor's words, and another left out."""
    names = [account.id for account in event.accounts]
    cuts = cut_quotations(event, range(3))
    told = [
        (names[c.one], names[c.other], span.of(event.accounts[c.one].text))
        for c in cuts
        for span in c.alone
    ]
    assert any(
        one == "one-event-ledger" and other == "one-event-courier" and "children" in words
        for one, other, words in told
    )
    assert not any("lock those doors" in words for _, _, words in told)


def test_what_one_alone_tells_is_less_likely_told_elsewhere(event: Event) -> None:
    """The swimmer without a car is in one account; the number of swimmers in all."""
    courier = [a.id for a in event.accounts].index("one-event-courier")
    lines = event.accounts[courier].lines
    said = {
        line.of(event.accounts[courier].text): value
        for line, value in zip(lines, event.told[courier].tolist(), strict=True)
    }
    alone = next(value for text, value in said.items() if "drained my sea" in text)
    shared = next(value for text, value in said.items() if "1,100" in text)
    assert alone < 0.35 < 0.8 < shared


def test_facts_join_what_several_tell(event: Event) -> None:
    """No fact holds more than two sentences of one account."""
    found = facts(event)
    assert any(len(fact.lines) == 3 for fact in found)
    assert all(len(lines) <= 2 for fact in found for lines in fact.lines.values())


def test_an_older_account_has_not_told_it_yet(event: Event) -> None:
    """It appeared before the vote."""
    telling = Telling(event)
    after = [fact for fact in telling.facts if set(fact.lines) == {1, 2}]
    assert after
    assert all(telling.is_older(0, fact) for fact in after)
    assert b"not yet: it appeared earlier" in event_html(telling)
    assert b"omitted" not in event_html(telling)


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("The mine in Corvo killed 12 miners on Friday.",
         "The mine in Corvo killed 17 miners on Friday.", "count"),
        ("The Aldersea bridge will cost $40 million to rebuild, the council said.",
         "The Aldersea bridge will cost $46 million to rebuild, the council said.", "money"),
        ("The treaty with Norvia was signed on Tuesday in the old palace.",
         "The treaty with Norvia was signed on Thursday in the old palace.", "day"),
        ("The jury in Velden acquitted the banker Oskar Lind of fraud.",
         "The jury in Velden convicted the banker Oskar Lind of fraud.", "outcome"),
        ("The patrol boat sank off Karholm with nine sailors aboard.",
         "The patrol boat sank off Karlholm with nine sailors aboard.", "name"),
        ("The ferry to Karholm sank at 5 a.m. off the Velden light.",
         "The ferry to Karholm sank at 6:30 a.m. off the Velden light.", "time"),
        ("The ferry Solvind struck the pier in Karholm on 18 April.",
         "The ferry Solvind struck the pier in Karholm on 19 April.", "date"),
        ("Dozens of homes in Karholm burned down in the fire, the mayor said.",
         "Hundreds of homes in Karholm burned down in the fire, the mayor said.", "scale"),
        ("The banker Oskar Lind was born in Karholm, the court heard.",
         "The banker Oskar Lind was born in Westvik, the court heard.", "place"),
        ("Oskar Lind was found dead in the flat of his older brother, police said.",
         "Oskar Lind was found dead in the flat of his younger brother, police said.", "outcome"),
        ("The strike at the Velden docks was backed by 61 percent of members.",
         "The strike at the Velden docks was backed by 67 percent of members.", "percent"),
    ],
)  # fmt: skip
def test_contradictions_are_found(one: str, other: str, kind: str) -> None:
    """Figures, days, outcomes and names of which only one can hold."""
    filler = " The harbour master did not answer questions. A report is due in the autumn."
    found = event_of(one + filler, other + " Nobody could say why. Talks go on in the capital.")
    assert kind in {d.kind for couple in found.couples for d in couple.differences}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The mine in Corvo killed 12 miners on Friday.",
         "The mine in Corvo killed twelve miners on Friday."),
        ("The bridge will cost $5.7 billion, the council said.",
         "The bridge will cost $5,700 million, the council said."),
        ("Some 400 people marched through Velden on Sunday.",
         "The march drew 396 people through Velden on Sunday."),
        ("The council in Velden voted 9 to 6 to close the baths.",
         "Nine of the council's 15 members in Velden voted to close the baths."),
        ("More than 12 miners were killed in the mine in Corvo on Friday.",
         "The mine in Corvo killed 14 miners on Friday."),
        ("The inquiry heard three women of Corvo who worked at the mine.",
         "The inquiry heard four other women of Corvo who worked at the mine."),
        ("The court in Velden ruled under the Second Amendment of the charter.",
         "The court in Velden ruled under the 14th Amendment of the charter."),
        ("The mayor of Velden said on Tuesday that the baths will close.",
         "The baths of Velden will close for good on Friday, as the mayor has it."),
        ("The inquiry into the Corvo mine took 14 months.",
         "The inquiry into the Corvo mine heard 90 witnesses."),
    ],
)  # fmt: skip
def test_what_can_be_the_same_is_no_contradiction(one: str, other: str) -> None:
    """Other ways to write a figure, rounded figures, figures of other things."""
    assert not [d for couple in event_of(one, other).couples for d in couple.differences]


def test_events_are_found_among_many() -> None:
    """Two accounts of one event are put together, others left alone."""
    accounts = [Account.of(bias.analyze(article)) for article in bias.read_articles(TRIPLE.parent)]
    names = [a.id for a in accounts]
    groups = [{names[place] for place in group} for group in find_events(accounts)]
    assert {"one-event-ledger", "one-event-courier", "one-event-wire"} in groups
    twins = {"headline-hot", "headline-calm"}
    assert any(twins <= {Path(name).stem for name in group} for group in groups)
    assert sum(map(len, groups)) == len(accounts)


def test_one_article_is_no_comparison() -> None:
    """The error says what to give."""
    with pytest.raises(bias.BiasError, match="two or more"):
        bias.compare([bias.analyze(Article(body="It is open."))])


def test_empty_articles_are_compared() -> None:
    """Nothing to tell is no error."""
    found = compare_accounts([account("", name="a"), account("", name="b"), account("Yes.")])
    assert len(found.events) == 3
    assert found.alignment.empty


def test_hostile_articles_are_escaped_and_bounded(tmp_path: Path) -> None:
    """Markup is shown, never run; long articles are cut."""
    attack = '<script>alert(1)</script> "onmouseover="x" said the mayor of Velden & co.'
    long = " ".join(f"Line {n} of the report told of the vote in Velden." for n in range(900))
    accounts = [
        account(f"{attack} {long}", headline="<b>Vote</b> in Velden", name="<i>a</i>"),
        account(f"{attack} It ended.", headline="Vote", name="=cmd|' /C calc'!A0"),
        account('"' * 20_000, name="marks"),
        account("word " * 60_000, name="row"),
    ]
    assert max(len(a.lines) for a in accounts) <= MOST_SENTENCES
    paths = compare_accounts(accounts).write(tmp_path)
    page = (tmp_path / "comparison.html").read_text("utf-8")
    assert "<script>alert" not in page
    assert "<b>Vote</b>" not in page
    assert "<i>a</i>" not in page
    assert "\n1,=cmd" not in (tmp_path / "events.csv").read_text("utf-8")
    assert {p.suffix for p in paths} == {".csv", ".html", ".pdf", ".png"}


def test_command_writes_tables_and_report(tmp_path: Path) -> None:
    """The four tables beside a report, twice the same bytes."""
    for folder in ("one", "two"):
        out = ["-o", str(tmp_path / folder), "--jobs", "1", "--quiet"]
        assert main(["compare", str(TRIPLE), *out]) == 0
    names = sorted(path.name for path in (tmp_path / "one").iterdir())
    assert names == [
        "alignment.csv", "comparison.html", "comparison.pdf", "comparison.png", "events.csv",
        "told.csv", "wording.csv",
    ]  # fmt: skip
    for name in names:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_command_finds_events(tmp_path: Path) -> None:
    """An index leads to each event that is drawn; every article has its event."""
    out = ["-o", str(tmp_path), "--jobs", "1", "--quiet", "--format", "html"]
    assert main(["compare", str(TRIPLE.parent), "--events", *out]) == 0
    with (tmp_path / "events.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    triple = {row["event"] for row in rows if row["id"].startswith("one-event")}
    assert len(triple) == 1
    assert (tmp_path / "index.html").exists()
    assert (tmp_path / f"event-{triple.pop()}.html").exists()


def test_parquet_tables_are_the_same(tmp_path: Path, told: Comparison) -> None:
    """`--tables parquet` gives what the frames hold."""
    pandas = pytest.importorskip("pandas")
    pytest.importorskip("pyarrow")
    told.write(tmp_path, formats=["html"], tables="parquet")
    assert not list(tmp_path.glob("*.csv"))
    for table in COLUMNS:
        read = pandas.read_parquet(tmp_path / f"{table}.parquet")
        assert len(read) == len(getattr(told, table))
    read = pandas.read_parquet(tmp_path / "alignment.parquet")
    assert read["a_start"].tolist() == told.alignment["a_start"].tolist()


def test_nothing_of_the_page_comes_from_elsewhere(event: Event) -> None:
    """No external resource; a content security policy."""
    page = event_html(Telling(event)).decode()
    assert "Content-Security-Policy" in page
    assert "http://" not in page.replace("http://www.w3.org", "")
    assert "https://" not in page


@pytest.mark.parametrize("name", ["one-event", "one-strike"])
def test_seeds_are_three_accounts(name: str) -> None:
    """Of some 200 to 300 words each."""
    file = TRIPLE.parent / f"{name}.jsonl"
    rows = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    assert len({row["outlet"] for row in rows}) == 3
    assert all(180 <= len(row["body"].split()) <= 300 for row in rows)


@pytest.fixture(scope="module")
def strike() -> Telling:
    """Return the seeds' other event, as its report tells it."""
    rows = map(bias.analyze, bias.read_articles(TRIPLE.parent / "one-strike.jsonl"))
    return Telling(next(bias.compare(rows).each()))


def test_the_strike_is_told_otherwise_in_four_places(strike: Telling) -> None:
    """A date, a day, passengers and losses; not the days of a talk that was and of one to come."""
    found = {
        frozenset((strike.text(d.one, d.what.one), strike.text(d.other, d.what.other)))
        for d in strike.differences
    }
    assert found == {
        frozenset(("18 April", "19 April")), frozenset(("Thursday", "Friday")),
        frozenset(("3.4 million", "2.1 million")), frozenset(("15,000", "12,000")),
    }  # fmt: skip


def test_both_sides_of_the_strike_are_cut(strike: Telling) -> None:
    """Each paper leaves out other words of the union's chairwoman, and of the director."""
    assert {cut.spoken.last for cut in strike.cuts} == {"holt", "ostrom"}


@pytest.mark.parametrize(
    ("headline", "told"),
    [
        ("Gov. Lind taunts Brandt over bridge", [("Acts", "Gov. Lind"), ("Acted upon", "Brandt")]),
        ("Brandt taunted by Lind over bridge", [("Acts", "Lind"), ("Acted upon", "Brandt")]),
        ("Brandt arrested over bridge", [("Acts", "nobody is told"), ("Acted upon", "Brandt")]),
        ("Lind says bridge is safe", [("Speaks", "Lind")]),
        ("Exhausted crews stand firm", [("First named", "")]),
        ("New York's bridge to close", [("First named", "New York")]),
    ],
)  # fmt: skip
def test_who_acts_in_a_headline(headline: str, told: list[tuple[str, str]]) -> None:
    """By name: who acts, who is acted upon, who speaks; else who is named first."""
    body = "The bridge in New York is old. Mr. Lind and Mr. Brandt met there in May."
    event = Event.of("1", [account(body, headline, "a"), account(body, "", "b")])
    assert Headlines(event).acting([a.id for a in event.accounts].index("a")) == told


def test_a_dozen_sentences_told_by_one_alone_are_drawn() -> None:
    """Of a long account; how many there are is said, and the table has all."""
    things = ("oats", "rye", "figs", "kelp", "flax", "hops", "peat", "silk", "jute", "tin", "zinc",
              "coal", "lime", "salt", "mint")  # fmt: skip
    long = " ".join(f"Farmer {t.title()}son hauled {t} past {t.title()}wick mill." for t in things)
    telling = Telling(event_of(long, "The council of Velden shut the baths on Tuesday."))
    place = max(telling.shown, key=lambda place: len(telling.event.accounts[place].lines))
    drawn = telling.drawn_alone(place)
    assert len(drawn) == MOST_ALONE < len([*telling.alone(place)])
    assert drawn == sorted(drawn)
    assert telling.share_alone(place) == "15 of 15 sentences, 12 shown"


def test_what_is_still_to_come_and_what_is_done(event: Event) -> None:
    """The wire tells of a vote to come, the papers of the vote."""
    found = [m for m in manners(event) if m.kind == "stage"]
    assert found
    assert {event.accounts[m.one].id for m in found} == {"one-event-wire"}


def test_what_one_states_and_another_lays_at_somebodys_door() -> None:
    """A named source in one account, the outlet's own word in the other."""
    found = manners(event_of(
        "The roof of the Velden swimming baths was rotten in 14 beams. It rained.",
        "The roof of the Velden swimming baths was rotten in 14 beams, Oskar Lindqvist said.",
    ))  # fmt: skip
    assert [(m.kind, m.one, m.who) for m in found] == [("attribution", 0, "lindqvist")]


def test_accounts_keep_the_frames_that_can_be_told() -> None:
    """The comparison's table of measures shows them; what cannot be said is left out."""
    analysis = bias.analyze(next(iter(bias.read_articles(["seeds/one-event.jsonl"]))))
    frames = Account.of(analysis).frames
    assert frames
    assert all(0 <= chance <= 1 for chance in frames.values())
