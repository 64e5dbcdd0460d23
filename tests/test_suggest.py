"""Words proposed for a list of one's own, and plain lists that they are proposed for."""

from pathlib import Path

import numpy as np
import pytest

import bias
from bias.cli import main
from bias.document.document import Cue
from bias.lists.terms import shipped_list
from bias.lists.user import UserLexicon
from bias.models.wording import shipped_wording
from bias.own.suggest import as_list, suggest

NEWS = (
    "Panic spread through the harbour town and alarm grew. The anxiety and dread of the crew "
    "turned to fear. Terror, hysteria and outrage followed. Muslims and the mayor waited."
)


def _read(folder: Path, name: str, text: str) -> UserLexicon:
    (folder / name).write_text(text, "utf-8")
    return bias.read_lexicon(folder / name)


def _cues(lexicon: UserLexicon, text: str) -> list[Cue]:
    analysis = bias.analyze(bias.Article(headline="", body=text), [lexicon])
    return [cue for cue in analysis.cues if cue.feature == lexicon.name]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("fear.txt", "# what fear sounds like\nPanic*\n\nliving in fear\nfear\n"),
        ("fear.csv", "Panic*\nliving in fear\nfear\n"),
        ("fear.csv", "term\nPanic*\nliving in fear\nfear\n"),
        ("fear.csv", "Word;Note\nPanic*;a\nliving in fear;\nfear;\n"),
        ("fear.tsv", "term\tnote\nPanic*\ta\n# dread\tb\nliving in fear\tb\nfear\n"),
    ],
)
def test_plain_lists_are_lists(tmp_path: Path, name: str, text: str) -> None:
    """A word a line, one column, or a column `term`: the same entries, the file's name."""
    lexicon = _read(tmp_path, name, text)
    assert lexicon.name == "fear"
    assert [(t.term, t.category, t.weight) for t in lexicon.terms] == [
        ("panic*", "fear", 1.0), ("living in fear", "fear", 1.0), ("fear", "fear", 1.0),
    ]  # fmt: skip
    assert [c.text for c in _cues(lexicon, "They panicked, living in fear.")] == [
        "panicked",
        "living in fear",
    ]


def test_what_a_table_says_beside_the_term_is_kept(tmp_path: Path) -> None:
    """Category, inflection, weight and note; what is wrong is told with its line."""
    text = (
        "term,category,pos,weight,note,colour\nclash,Fights,v,0.5,a blow,red\n"
        "aunt,kin,x,2,,\n,kin,,,,\n"
    )
    lexicon = _read(tmp_path, "own.csv", text)
    assert [(t.term, t.category, t.match, t.weight, t.note) for t in lexicon.terms] == [
        ("clash", "fights", "lemma", 0.5, "a blow"),
        ("aunt", "kin", "form", 1.0, ""),
    ]
    assert [(p.line, p.message.split(":")[0].split(".")[0]) for p in lexicon.problems] == [
        (1, "column 'colour' is not read"),
        (3, "pos 'x' of 'aunt'"),
        (3, "weight '2' of 'aunt'"),
        (4, "no term in this row; it is left out"),
    ]
    assert [c.text for c in _cues(lexicon, "It clashed with an aunt.")] == ["clashed", "aunt"]


def test_proposals_are_words_of_the_articles(tmp_path: Path) -> None:
    """Near words that stand in two articles; none of the list, no name of a group."""
    lexicon = _read(tmp_path, "fear.txt", "fear\npanic*\nterror\n")
    articles = [bias.Article(headline="", body=NEWS) for _ in range(2)]
    found = suggest(lexicon, articles)
    terms = [proposal.term for proposal in found]
    assert {"anxiety", "dread", "hysteria"} <= set(terms)
    assert not {"panic", "fear", "terror", "muslims", "the"} & set(terms)
    assert [p.similarity for p in found] == sorted((p.similarity for p in found), reverse=True)
    assert all((p.count, p.articles) == (2, 2) for p in found)
    assert suggest(lexicon, articles[:1]) == ()
    assert len(suggest(lexicon, articles, top=2)) == 2


def test_proposals_make_a_list_to_be_struck(tmp_path: Path) -> None:
    """What is written is a list: entries first, then what may be struck by a `#`."""
    lexicon = _read(tmp_path, "fear.csv", "term,pos,weight,note\nfear,n,0.5,a fright\npanic*,,,\n")
    proposals = suggest(lexicon, [bias.Article(headline="", body=NEWS)] * 2)
    text = as_list(lexicon, proposals)
    again = _read(tmp_path, "again.tsv", text)
    assert again.problems == ()
    assert again.terms[0].forms() == {("fear",), ("fears",)}
    assert [t.term for t in again.terms] == ["fear", "panic*", *(p.term for p in proposals)]
    struck = _read(tmp_path, "struck.tsv", text.replace("\nanxiety", "\n# anxiety"))
    assert "anxiety" not in [t.term for t in struck.terms]


def test_a_list_without_known_words_is_refused(tmp_path: Path) -> None:
    """Phrases and made-up words have no neighbours, and that is told."""
    lexicon = _read(tmp_path, "odd.txt", "zyzzyva qux\n")
    with pytest.raises(bias.BiasError, match="no word of it is among"):
        suggest(lexicon, [])


def test_the_commands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`lexicon show FILE` and `lexicon suggest` print lists, and say what was refused."""
    seed, news = tmp_path / "fear.txt", tmp_path / "news"
    seed.write_text("fear\nterror\n", "utf-8")
    news.mkdir()
    for name in "ab":
        (news / f"{name}.txt").write_text(f"Harbour\n\n{NEWS}", "utf-8")
    assert main(["lexicon", "show", str(seed)]) == 0
    assert "fear\tfear\tform" in capsys.readouterr().out
    out = tmp_path / "more.tsv"
    call = ["lexicon", "suggest", "--seed", str(seed), str(news), "--top", "3"]
    assert main([*call, "-o", str(out)]) == 0
    assert main(call) == 0
    assert capsys.readouterr().out == out.read_text("utf-8")
    assert len(bias.read_lexicon(out).terms) == 5
    assert main([*call, "-o", str(tmp_path / "more.csv")]) == 2
    assert main(["lexicon", "suggest", "--seed", str(seed), str(tmp_path / "none.txt")]) == 1


def test_neighbours_are_of_the_same_kind(tmp_path: Path) -> None:
    """Of thirty words proposed for eight report verbs, a third are of the list; by chance 3 %."""
    words = shipped_wording().words[: len(shipped_wording().learnt)]
    verbs = {f[0] for t in shipped_list("report_verbs").terms for f in t.forms() if len(f) == 1}
    every = [bias.Article(headline="", body=" ".join(words))] * 2
    draw, shares = np.random.default_rng(0), []
    for _ in range(4):
        drawn = draw.choice(sorted(verbs.intersection(words)), 8, replace=False)
        lexicon = _read(tmp_path, "says.txt", "\n".join(drawn))
        proposed = {proposal.term for proposal in suggest(lexicon, every, top=30)}
        shares.append(len(verbs & proposed) / len(proposed))
    assert np.mean(shares) > 0.33
