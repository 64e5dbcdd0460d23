"""Term lists of the user's own: LIWC, quanteda, Vale and our format, read with errors that help."""

import pickle
from pathlib import Path

import pytest

import bias
from bias.document.article import Article
from bias.document.segment import segment
from bias.errors import LexiconError
from bias.inputs.lists.check import check_lists
from bias.lists.user import UserLexicon

DIC = "%\n1\tstrife (words of)\n02\tkin\n%\n"
OWN = "# category: strife\nterm\tmatch\tpos\tweight\tnote\tsource\nclash\tlemma\tv\t0.5\tn\ts\n"


def _read(folder: Path, name: str, text: str | bytes) -> UserLexicon:
    file = folder / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return bias.read_lexicon(file)


def _found(lexicon: UserLexicon, text: str) -> list[tuple[str, str]]:
    document = segment(Article(body=text))
    return [
        (text[document.starts[m.first] : document.ends[m.last - 1]], m.term.category)
        for m in lexicon.find(document.keys)
    ]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("l.dic", DIC + "clash*\t1\nlock horns\t1\naunt\t2\n"),
        ("l.yml", "strife: [clash*, lock horns]\nkin:\n  - aunt\n"),
        ("l.yaml", "strife:\n  - clash*\n  - 'lock horns'\nkin: aunt\n"),
    ],
)
def test_the_same_list_in_each_format_finds_the_same(tmp_path: Path, name: str, text: str) -> None:
    """Words, phrases and beginnings are found alike, whoever's format the list is in."""
    lexicon = _read(tmp_path, name, text)
    assert lexicon.problems == ()
    found = _found(lexicon, "They Clashed and locked horns; then we lock horns, aunt.")
    assert found == [("Clashed", "strife"), ("lock horns", "strife"), ("aunt", "kin")]


def test_our_own_format_inflects(tmp_path: Path) -> None:
    """A TSV list keeps its inflections, weights and its header's name."""
    lexicon = _read(tmp_path, "x.tsv", "# name: My Fights\n" + OWN)
    assert lexicon.name == "my_fights"
    assert _found(lexicon, "It clashes.") == [("clashes", "strife")]


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("tax*", "tax taxes syntax Tax-free", ["tax", "taxes", "Tax-free"]),
        ("*gate", "gate pizzagate gates", ["gate", "pizzagate"]),
        ("wom?n", "woman women womman womn", ["woman", "women"]),
        ("un*able", "unable unbearable able unablest", ["unable", "unbearable"]),
        ("*terror*", "terror counterterrorism error", ["terror", "counterterrorism"]),
        ("tax* cut*", "Tax cuts, tax a cut; taxes cutting", ["Tax cuts", "taxes cutting"]),
        ("don't*", "Don’t do dont", ["Don’t"]),
    ],
)
def test_wildcards(tmp_path: Path, pattern: str, text: str, found: list[str]) -> None:
    """`*` and `?` stand for letters of one word, at its beginning, inside or at its end."""
    lexicon = _read(tmp_path, "l.yml", f'c: ["{pattern}"]')
    assert [words for words, _ in _found(lexicon, text)] == found


def test_the_longest_entry_wins_and_every_category_counts_once(tmp_path: Path) -> None:
    """Nested entries are not counted twice; one entry of two categories counts in both."""
    lexicon = _read(
        tmp_path, "l.dic", DIC + "lock\t1\nlock horns\t2\nlock*\t1\nfamily\t1\t2\nfam*\t2\n"
    )
    assert _found(lexicon, "lock horns locked family lock") == [
        ("lock horns", "kin"),
        ("locked", "strife"),
        ("family", "strife"),
        ("family", "kin"),
        ("lock", "strife"),
    ]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        (DIC + "like\t1\nlike\t<of>131/125\t1\n", ["like"]),  # chbrown/liwc-python#1, #6
        (DIC + "like\t(02 134)125/464\t1\nwar*\t1\n", ["like", "war*"]),  # chbrown/liwc-python#1
        ("%\n1 strife\n%\nwar*   \t1\npeace 1\n", ["war*", "peace"]),  # chbrown/liwc-python#10
        ("%\r\n1\tstrife\r\n%\r\nwar\t\t1\r\n\r\n \t\r\n", ["war"]),  # chbrown/liwc-python#3
        ("%\n1\tstrife\n%\nlock horns  1\nstatt dessen 1\n", ["lock horns", "statt dessen"]),  # 16
        ("\n%\n01\tone\n%\n\n\nmore\t01\nlamb\t1\n", ["more", "lamb"]),  # quanteda/quanteda#229
    ],
)
def test_dictionaries_that_broke_other_readers(tmp_path: Path, text: str, terms: list[str]) -> None:
    """Conditions, blanks for tabs, empty lines and one category only do no harm."""
    lexicon = _read(tmp_path, "l.dic", text)
    assert [term.term for term in lexicon.terms] == terms


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf" + DIC.encode() + "naïve\t1\n".encode(),
        (DIC + "naïve\t1\n").encode("latin-1"),
        (DIC + "naïve\t1\n").encode("utf-16"),
        (DIC + "nai\u0308ve\t1\n").encode(),
    ],
    ids=["byte order mark", "latin-1", "UTF-16", "accent of its own"],
)
def test_encodings(tmp_path: Path, data: bytes) -> None:
    """Whatever encoding an old program wrote, the words are found."""
    lexicon = _read(tmp_path, "l.dic", data)
    assert _found(lexicon, "So naïve.") == [("naïve", "strife")]


def test_words_of_yaml_stay_words(tmp_path: Path) -> None:
    """`no`, `yes`, `null` and numbers are words of a list, not values of YAML."""
    lexicon = _read(tmp_path, "l.yml", "small: [no, yes, null, 911, on]\n")
    assert [t.term for t in lexicon.terms] == ["no", "yes", "null", "911", "on"]


def test_nested_categories_are_named_after_all(tmp_path: Path) -> None:
    """A category inside another carries both names."""
    lexicon = _read(tmp_path, "l.yml", "War Words:\n  of air: [raid]\n  of sea: [ram]\n")
    assert lexicon.categories == ("war_words_of_air", "war_words_of_sea")


VALE = "extends: {kind}\nmessage: \"Avoid '%s'.\"\nignorecase: true\n"


def test_vale_rules(tmp_path: Path) -> None:
    """Tokens and swaps become entries, the message or the better word their note."""
    existence = (
        VALE.format(kind="existence") + "tokens:\n  - clash\n  - lock horns\n  - 'U\\.S\\.'\n"
    )
    lexicon = _read(tmp_path, "Strife.yml", existence)
    assert [(t.term, t.category, t.note) for t in lexicon.terms][:2] == [
        ("clash", "strife", "Avoid 'clash'."),
        ("lock horns", "strife", "Avoid 'lock horns'."),
    ]
    assert lexicon.terms[2].term == "u.s."
    swap = VALE.format(kind="substitution") + "swap:\n  strife-torn: disputed\n"
    assert _read(tmp_path, "s.yml", swap).terms[0].note == "instead: disputed"


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("l.dic", "war\t1\n", "l.dic, line 1: no list of categories"),  # quanteda/quanteda#1950
        ("l.dic", "%\n1\ta\nwar\t1\n", "line 1: no list of categories"),
        ("l.dic", "\x0cencrypted\n%\n1\ta\n%\n", "line 1: no list of categories"),
        ("l.dic", "%\n1\n%\nwar\t1\n", "line 2: '1' is no category"),
        ("l.dic", "%\n1\ta\n1\tb\n%\nwar\t1\n", "line 3: category 1 comes twice"),
        ("l.dic", DIC + "war\t1\npeace\t7\n", "line 6: 'peace' has category '7'"),
        ("l.dic", DIC + "war\n", "line 5: 'war' has no category"),
        ("l.yml", "a: [war\nb: x: y", "line 2: no valid YAML"),
        ("l.yml", "- war\n- peace\n", "line 1: no category on top"),
        ("l.yml", "a: &w [war]\nb: *w\n", "line 2: aliases"),
        ("l.yml", "a: " + "[" * 30 + "]" * 30, "line 1: more than 20 levels"),
        ("l.yml", "? [x]\n: [war]\n", "a category without a name"),
        ("l.yml", "", "empty"),
        ("l.yml", "a: [war]\n---\nb: [x]\n", "no valid YAML"),
        ("l.yml", "extends: occurrence\nmax: 3\n", "line 1: extends 'occurrence'. Allowed"),
        ("l.yml", "extends: existence\nmessage: x\n", "no 'tokens'"),
        ("l.yml", "extends: substitution\n", "no 'swap'"),
        ("l.tsv", "term\tweight\n", "no entry can be used"),
        ("l.csv", "a,b\nwar,peace\n", "line 1: no column 'term' among"),
        ("l.txt", "# nothing\n", "no entry can be used"),
        ("l.doc", "war\n", "unknown suffix '.doc'"),
        ("l.dic", b"%\n\x00\x01\x02", "cannot be read as text"),
        ("l.yml", "a: ['*']", "no entry can be used"),
        ("__.yml", "a: [war]", "a name without letters"),
    ],
)
def test_errors_name_file_and_line(
    tmp_path: Path, name: str, text: str | bytes, words: str
) -> None:
    """What cannot be read is refused with file, line, what came and what is allowed."""
    with pytest.raises(LexiconError, match=name.replace(".", r"\.")) as error:
        _read(tmp_path, name, text)
    assert words in str(error.value)


def test_missing_and_huge_files_are_refused(tmp_path: Path) -> None:
    """A file that is not there, a folder, or far too long a list is refused by name."""
    with pytest.raises(LexiconError, match=r"none\.yml"):
        bias.read_lexicon(tmp_path / "none.yml")
    (tmp_path / "folder.dic").mkdir()
    with pytest.raises(LexiconError, match=r"folder\.dic"):
        bias.read_lexicon(tmp_path / "folder.dic")
    with pytest.raises(LexiconError, match="at most 5,000,000"):
        _read(tmp_path, "big.dic", b"x" * 5_000_001)
    with pytest.raises(LexiconError, match="at most 50000"):
        _read(tmp_path, "l.dic", DIC + "".join(f"w{n}\t1\n" for n in range(50_001)))


@pytest.mark.parametrize(
    ("name", "text", "line", "words"),
    [
        ("l.dic", DIC + "war\t1\nwar\t1\n", 6, "'war' stands in 'strife' already, line 5"),
        ("l.dic", DIC + "war\t1\n*\t1\n", 6, "consists of wildcards alone"),
        ("l.dic", DIC + "war\t1\nlike\t<of>1/2\n", 6, "is a condition"),
        ("l.dic", DIC + "war\t1\n(as) like\t2\n", 6, "depends on other words"),
        ("l.yml", "a: [war]\nb:\n", 2, "an empty entry in 'b'"),
        ("l.yml", "a: [war, ' ']\n", 1, "an empty entry"),
        ("l.yml", "a: [war, WAR]\n", 1, "'WAR' stands in 'a' already"),
        ("l.yml", "a: [war]\nb: []\n", 2, "'b' has no words"),
        ("l.yml", "a: [war, a*b*c*d*]\n", 1, "more than 2 stars"),
        ("l.yml", "a:\n - war\n - it's*\n", 3, "can never be found"),
        ("v.yml", "extends: existence\ntokens:\n - war\n - '\\bx\\b'\n", 4, "regular expression"),
        ("v.yml", "extends: existence\ntokens:\n - war\n - War on\n", 4, "capitals make no"),
    ],
)
def test_what_is_left_out_is_reported(
    tmp_path: Path, name: str, text: str, line: int, words: str
) -> None:
    """Entries that cannot count are left out and told, with their line; the rest is used."""
    lexicon = _read(tmp_path, name, text)
    assert "war" in {term.term for term in lexicon.terms}
    assert [p.line for p in lexicon.problems] == [line]
    assert words in lexicon.problems[0].message
    assert [p.line for p in check_lists([tmp_path / name])] == [line]


def test_a_list_survives_the_way_to_another_process(tmp_path: Path) -> None:
    """A pickled list finds the same, and comes back as one object however often it is sent."""
    lexicon = _read(tmp_path, "l.yml", "a: [clash*, lock horns]")
    sent = pickle.dumps(lexicon)
    assert _found(pickle.loads(sent), "They clashed.") == [("clashed", "a")]
    assert pickle.loads(sent) is pickle.loads(sent)


@pytest.mark.parametrize(
    "text", ["a" * 100_000, "a " * 20_000, "ab" * 50_000, "x-" * 50_000], ids=range(4)
)
def test_odd_texts_are_searched_in_linear_time(tmp_path: Path, text: str) -> None:
    """Endless words and endless repetitions end soon, whatever the patterns."""
    lexicon = _read(tmp_path, "l.yml", "c: ['*a*b', 'a*', 'a a a a a b', 'a* a* a* b', '*b*']")
    lexicon.find(segment(Article(body=text)).keys)


def test_endless_phrases_are_left_out(tmp_path: Path) -> None:
    """A phrase of hundreds of words would be walked from each word of a text; it is reported."""
    lexicon = _read(tmp_path, "l.yml", f"c: ['{'a* ' * 300}b', 'a* b']")
    assert [term.term for term in lexicon.terms] == ["a* b"]
    assert "301 words, at most 30 are allowed" in lexicon.problems[0].message
