"""Term lists: read with errors that help, matched longest first, free of faults."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from bias.document.article import Article
from bias.document.document import Document
from bias.document.segment import segment
from bias.errors import LexiconError
from bias.inputs.lists import check
from bias.inputs.lists.check import check_lists
from bias.lists.few import Few
from bias.lists.groups import EPISTEMIC_LISTS, GROUPS, LITERAL_LIST, LOADED_LISTS, NAMES, Group
from bias.lists.hits import Match, bounds_of
from bias.lists.index import Index
from bias.lists.terms import Term, parse_list, read_list, shipped_list, shipped_names
from bias.training.vocabulary import add_words, listed_words
from bias.words.vocabulary import Vocabulary, shipped_vocabulary

HEADER = "# category: test\n# feature: {feature}\n# definition: d\n# source: s\n# licence: l\n"
COLUMNS = "term\tmatch\tpos\tweight\tnote\tsource\n"
OWN_LISTS = (LITERAL_LIST, *LOADED_LISTS, *EPISTEMIC_LISTS, "identity_terms")


def _text(*rows: str, feature: str = "loaded_terms") -> str:
    return HEADER.format(feature=feature) + COLUMNS + "".join(f"{row}\n" for row in rows)


OWN = Group(())
"""Stands for the lists of a test."""


def _index(*rows: str) -> Index:
    terms = parse_list(_text(*rows), "test.tsv", "test").terms
    words = [word for term in terms for form in term.forms() for word in form]
    return Index({OWN: terms}, Vocabulary(dict.fromkeys(words)))


def _matches(index: Index, document: Document, *stretches: tuple[int, int]) -> list[Match]:
    hits = index.walk(index.numbers(document.keys)).hits(OWN)
    return hits.within(np.array(stretches or [(0, len(document.row))])).matches()


def _found(index: Index, text: str) -> list[str]:
    document = _document(text)
    matches = _matches(index, document)
    return [text[document.starts[m.first] : document.ends[m.last - 1]] for m in matches]


def _document(text: str) -> Document:
    return segment(Article(body=text))


HUNT = "hunt\tlemma\tv\t0.5\tn\ts"
WITCH_HUNT = "witch hunt\tphrase\tn\t0.8\tn\ts"
BOW_TO = "bow to\tphrase\tv\t0.6\tn\ts"
SHAM = "sham\tform\t\t0.9\tn\ts"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A witch hunt again.", ["witch hunt"]),
        ("Two witch hunts and a hunt.", ["witch hunts", "hunt"]),
        ("They hunted, then bowed to him.", ["hunted", "bowed to"]),
        ("SHAM, sham, Sham.", ["SHAM", "sham", "Sham"]),
        ("White shampoo; hunter; unhunted.", []),
        ("A witch. Hunt it.", ["Hunt"]),
        ("", []),
    ],
)
def test_leftmost_longest_on_whole_words(text: str, expected: list[str]) -> None:
    """The longest phrase wins, forms of a lemma match, pieces of words never do."""
    assert _found(_index(HUNT, WITCH_HUNT, BOW_TO, SHAM), text) == expected


def test_earlier_entry_wins_a_tie() -> None:
    """Where two entries share a form the first one is matched."""
    index = _index("lies\tform\t\t0.9\tfirst\ts", "lie\tlemma\tv\t0.1\tsecond\ts")
    assert [match.term.note for match in _matches(index, _document("Lies."))] == ["first"]


def test_a_search_keeps_to_its_stretches() -> None:
    """A phrase that runs past a stretch, or begins before it, is not matched."""
    index, document = _index(WITCH_HUNT), _document("A witch hunt")
    assert _matches(index, document, (0, 2), (2, 3)) == []
    assert [(m.first, m.last) for m in _matches(index, document, (1, 3))] == [(1, 3)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (_text("Sham\tform\t\t1\tn\ts"), "line 7: term 'Sham' is not lower case"),
        (_text("sham\tform\t\t2\tn\ts"), "weight '2'"),
        (_text("sham\tform\t\tmuch\tn\ts"), "weight 'much'"),
        (_text("sham\tprefix\t\t1\tn\ts"), "match 'prefix'. Allowed"),
        (_text("sham\tform\tx\t1\tn\ts"), "pos 'x'"),
        (_text("sham trial\tform\t\t1\tn\ts"), "Use 'phrase' for several words"),
        (_text("sham\tform"), "2 cells, expected 6"),
        (_text("\tform\t\t1\tn\ts"), "no term"),
        ("word\tweight\nsham\t1\n", "the columns are"),
        ("", "no line of column names"),
    ],
)
def test_bad_lists_are_refused_with_line_and_remedy(text: str, words: str) -> None:
    """A list not in the format is refused; the message names file, line and fault."""
    with pytest.raises(LexiconError, match=r"mine\.tsv") as error:
        parse_list(text, "mine.tsv", "mine")
    assert words in str(error.value)


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf" + _text(SHAM).encode(),
        _text(SHAM).replace("\n", "\r\n").encode(),
        _text(SHAM, "", "# a remark", HUNT).encode(),
        _text("sham \tform\t \t0.9\t n\ts ").encode(),
    ],
    ids=["byte order mark", "Windows lines", "blank lines and remarks", "stray blanks"],
)
def test_lists_from_spreadsheets_are_read(tmp_path: Path, data: bytes) -> None:
    """What editors and spreadsheets leave in a file does no harm."""
    file = tmp_path / "mine.tsv"
    file.write_bytes(data)
    terms = read_list(file)
    assert terms.name == "mine"
    assert terms.terms[0].term == "sham"
    assert terms.terms[0].category == "test"


@pytest.mark.parametrize("name", ["missing.tsv", "latin.tsv", "."])
def test_unreadable_files_are_named(tmp_path: Path, name: str) -> None:
    """A missing file, a folder, or another encoding is an error that names the file."""
    (tmp_path / "latin.tsv").write_bytes(b"na\xefve\n")
    with pytest.raises(LexiconError, match="cannot be read"):
        read_list(tmp_path / name)


def test_unknown_list_names_those_there_are() -> None:
    """Asking for a list that does not ship names the ones that do."""
    with pytest.raises(LexiconError, match="loaded_verbs"):
        shipped_list("no_such_list")


def test_shipped_lists_have_no_faults() -> None:
    """The extractors' own lists pass every check, each on its own and together."""
    files = [f"{name}.tsv" for name in OWN_LISTS]
    assert [p for p in check_lists() if p.file in files] == []


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ((SHAM, SHAM), "already matched by 'sham'"),
        (("lie\tlemma\tv\t1\tn\ts", "lying\tform\t\t1\tn\ts"), "already matched by 'lie'"),
        (("sham\tform\t\t1\t\ts",), "has no note"),
        (("sham\tform\t\t1\tn\t",), "has no source"),
        (("sham\tlemma\t\t1\tn\ts",), "without part of speech"),
        (("sham*\tphrase\t\t1\tn\ts",), "can never be found"),
        (("sham !\tphrase\t\t1\tn\ts",), "can never be found"),
        (("republicans\tform\t\t1\tn\ts",), "identity term"),
        (("typical democrat\tphrase\tn\t1\tn\ts",), "identity term"),
        (("of the new york times\tphrase\t\t1\tn\ts",), "identity term"),
    ],
)
def test_faults_are_found(tmp_path: Path, rows: tuple[str, ...], words: str) -> None:
    """Each kind of fault in a user's list is reported with its line."""
    file = tmp_path / "mine.tsv"
    file.write_text(_text(*rows), "utf-8")
    problems = check_lists([file])
    assert problems
    assert words in problems[-1].message
    assert problems[-1].line == 6 + len(rows)


def test_repetition_across_lists_of_one_feature_is_found(tmp_path: Path) -> None:
    """The same entry in two lists of one feature counts once; in another feature it may stand."""
    files = [tmp_path / name for name in ("a.tsv", "b.tsv", "c.tsv")]
    for file, feature in zip(files, ("headline", "headline", "promo"), strict=True):
        file.write_text(_text(SHAM, feature=feature), "utf-8")
    assert [p.file for p in check_lists(files)] == [str(files[1])]


def test_missing_header_and_unreadable_file_are_problems(tmp_path: Path) -> None:
    """A list without header keys, and a file that is no list, are reported, not raised."""
    bare, broken = tmp_path / "bare.tsv", tmp_path / "broken.tsv"
    bare.write_text(COLUMNS + SHAM + "\n", "utf-8")
    broken.write_text("no list at all\n", "utf-8")
    problems = check_lists([bare, broken])
    assert sum("the header lacks" in p.message for p in problems) == 5
    assert any(p.file == str(broken) and "columns" in p.message for p in problems)


def test_names_may_stand_in_other_lists(tmp_path: Path) -> None:
    """Names of groups are barred from judging lists only."""
    file = tmp_path / "mine.tsv"
    file.write_text(_text("democrat\tlemma\tn\t1\tn\ts", feature="promo"), "utf-8")
    assert check_lists([file]) == []


def test_every_list_says_what_it_is() -> None:
    """Every shipped list says what it is."""
    for terms in map(shipped_list, shipped_names()):
        told = (terms.terms, terms.digest, terms.header["feature"], terms.header["definition"])
        assert all(told)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("democrat", "republican"),
        ("liberal", "conservative"),
        ("left-wing", "right-wing"),
        ("far left", "far right"),
        ("trump", "biden"),
        ("obama", "bush"),
        ("cnn", "fox news"),
        ("christian", "muslim"),
        ("israeli", "palestinian"),
        ("black", "white"),
        ("gay", "heterosexual"),
        ("russia", "ukraine"),
    ],
)
def test_identity_terms_come_in_pairs(one: str, other: str) -> None:
    """Both sides of a divide are among the identity terms."""
    for term in (one, other):
        document = _document(term)
        found = document.listed(NAMES).within(np.array([[0, len(document.row)]])).matches()
        assert [(match.first, match.last) for match in found] == [(0, len(document.row))]


def test_every_word_of_the_lists_has_a_number() -> None:
    """A word without a number is never found: `python -m bias.training vocabulary` gives it one."""
    assert listed_words() - shipped_vocabulary().keys() == set()
    assert {name for group in GROUPS for name in group.lists} == {*shipped_names()}


def test_the_check_names_words_without_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever adds an entry and no number is told so."""
    known = Vocabulary(word for word in shipped_vocabulary() if word != "thuggish")
    monkeypatch.setattr(check, "shipped_vocabulary", lambda: known)
    (problem,) = check.check_lists()
    assert "'thuggish' of 'thuggish' has no number" in problem.message


def test_new_words_come_after_the_known(tmp_path: Path) -> None:
    """Whoever adds words changes no number."""
    file = tmp_path / "words.txt"
    file.write_text("vile\nplan\n", "utf-8")
    assert add_words(["sham", "plan", "bow"], file) == ["bow", "sham"]
    assert file.read_text("utf-8") == "vile\nplan\nbow\nsham\n"


def _plainly(terms: Sequence[Term], keys: Sequence[str]) -> list[tuple[int, int, Term]]:
    """Find terms as one would by hand: at each word the longest form that stands there."""
    forms: dict[tuple[str, ...], Term] = {}
    for term in terms:
        for form in term.forms():
            forms.setdefault(form, term)
    found, place, longest = [], 0, max(map(len, forms))
    while place < len(keys):
        ends = range(min(len(keys), place + longest), place, -1)
        end = next((end for end in ends if tuple(keys[place:end]) in forms), place)
        if end > place:
            found.append((place, end, forms[tuple(keys[place:end])]))
        place = max(end, place + 1)
    return found


@pytest.mark.parametrize(
    "body",
    [
        "The radical left slammed it. So to speak, the so-called experts did. So",
        "A witch hunt. A witch. Hunt a witch hunt, a witch",
        "",
        "Plain words only.",
        "Officials pointed out, of course, that New York Times and Democratic Party critics say so "
        "in no way at all. You won't believe what the G.O.P. was forced to admit to in fact",
    ],
    ids=range(5),
)
@pytest.mark.parametrize("group", GROUPS, ids=range(len(GROUPS)))
def test_one_walk_finds_what_each_sentence_holds(group: Group, body: str) -> None:
    """Searching all lists and sentences at once finds what a plain search of each finds."""
    document = _document(body)
    stretches = [(sentence.first, sentence.last) for sentence in document.sentences]
    plainly = [_plainly(group.terms, document.keys[first:last]) for first, last in stretches]
    wanted = [
        [Match(first + begin, first + end, term) for begin, end, term in found]
        for (first, _), found in zip(stretches, plainly, strict=True)
    ]
    assert list(document.listed(group).each(bounds_of(document.sentences))) == wanted
    few = Few.of(document.all_listed, 0, len(document.row))
    assert [few.find(group, *stretch) for stretch in stretches] == wanted
