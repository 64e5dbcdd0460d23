"""NLTK's own functions over analysed articles: the same counts, streams, nothing downloaded."""

import tracemalloc
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import nltk
import pytest
from nltk.metrics import pk, windowdiff
from nltk.metrics.agreement import AnnotationTask

import bias
from bias.corpus.distinctive import terms_of, words_of
from bias.labelled.files import read_news
from bias.nltk import CorpusReader, Text, boundaries, coded, write_corpus
from bias.words.cut import keys_of

TOLD = {"voice": "outlet", "role": ["headline", "body"]}
"""What the outlet says itself."""
SEEDS = Path(__file__).parent.parent / "seeds"


@pytest.fixture(scope="module")
def analyses() -> list[bias.Analysis]:
    """The seeds, and a harbour story with an insert inside a paragraph."""
    return list(bias.analyze_many(bias.read_articles(SEEDS)))


@pytest.fixture(scope="module", params=["memory", "file", "gzip"])
def news(
    request: pytest.FixtureRequest,
    analyses: list[bias.Analysis],
    tmp_path_factory: pytest.TempPathFactory,
) -> CorpusReader:
    """A corpus of them, held and written."""
    if request.param == "memory":
        return CorpusReader(analyses)
    name = "news.jsonl" if request.param == "file" else "news.jsonl.gz"
    return CorpusReader(write_corpus(iter(analyses), tmp_path_factory.mktemp("c") / name))


def test_words_are_the_documents(news: CorpusReader, analyses: list[bias.Analysis]) -> None:
    """All words, sentences and paragraphs are those of the documents, in their order."""
    forms = [form for analysis in analyses for form in analysis.document.forms]
    assert list(news.words()) == forms
    assert len(news.words()) == len(forms) == nltk.FreqDist(news.words()).N()
    assert len(news.sents()) == sum(len(a.document.sentences) for a in analyses)
    assert [w for s in news.sents() for w in s] == forms
    assert [w for p in news.paras() for s in p for w in s] == forms
    assert news.raw() == "\n\n".join(a.text for a in analyses)


def test_the_outlets_words_are_ours(news: CorpusReader, analyses: list[bias.Analysis]) -> None:
    """Chosen by voice and role, as many words are left as our own measures count."""
    words = {
        form
        for a in analyses
        for form, kind in zip(a.document.forms, a.document.kinds, strict=True)
        if kind == "word"
    }
    for analysis, id in zip(analyses, news.fileids(), strict=True):
        told = analysis.reading.told
        ours = [f for f, quoted in zip(told.forms, told.quoted, strict=True) if not quoted]
        assert list(news.words(id, **TOLD)) == ours
        assert sum(w in words for w in news.words(id, **TOLD)) == words_of(analysis)


def test_frequencies_by_outlet(news: CorpusReader, analyses: list[bias.Analysis]) -> None:
    """The book's conditional frequencies, by outlet, are ours."""
    counts = nltk.ConditionalFreqDist(
        (outlet, word.lower())
        for outlet in news.categories()
        for word in news.words(categories=outlet)
    )
    ours = Counter(
        (a.article.outlet or "not given", form.lower())
        for a in analyses
        for form in a.document.forms
    )
    assert {(o, w): n for o, words in counts.items() for w, n in words.items()} == ours


def test_tags_are_cues_voices_and_roles(news: CorpusReader, analyses: list[bias.Analysis]) -> None:
    """Words under a cue bear its category; every word its voice and role."""
    tags = nltk.ConditionalFreqDist((tag, word) for word, tag in news.tagged_words())
    covered = sum(
        len({t for c in a.cues for t, s in enumerate(a.document.starts) if c.start <= s < c.end})
        for a in analyses
    )
    assert tags.N() - tags["O"].N() == covered
    voices = nltk.FreqDist(tag for _, tag in news.tagged_words(tagset="voice"))
    assert voices["quoted"] == sum(int(a.reading.quoted.sum()) for a in analyses)
    roles = nltk.FreqDist(tag for _, tag in news.tagged_words(tagset="role"))
    assert roles["headline"] == sum(a.document.headline.last for a in analyses)
    assert roles["promo_story"] > 0
    assert [pair for s in news.tagged_sents() for pair in s] == list(news.tagged_words())
    assert [s for p in news.tagged_paras() for s in p] == list(news.tagged_sents())


def test_text_works_without_downloads(
    news: CorpusReader, analyses: list[bias.Analysis], capsys: pytest.CaptureFixture[str]
) -> None:
    """Concordance, collocations, contexts and made-up text need none of NLTK's data."""
    text = news.text(**TOLD)
    ours = [w.lower() for a in analyses for w in _outlet_forms(a)]
    assert text.vocab().N() == len(ours)
    assert len(text.concordance_list("the", lines=10**6)) == ours.count("the")
    assert text.collocation_list(5) == text.collocation_list(5)
    for call in (text.collocations, lambda: text.similar("council"), lambda: text.generate(20)):
        call()
    text.common_contexts(["the", "a"])
    text.findall("<the> (<.*>) <of>")
    assert capsys.readouterr().out
    assert nltk.text.TextCollection(news).idf("the") >= 0


def _outlet_forms(analysis: bias.Analysis) -> list[str]:
    told = analysis.reading.told
    return [f for f, quoted in zip(told.forms, told.quoted, strict=True) if not quoted]


def test_loaded_terms_by_tag(news: CorpusReader, analyses: list[bias.Analysis]) -> None:
    """A loaded term of one word is found again as a word with a tag."""
    tagged = Counter(w.lower() for w, tag in news.tagged_words(**TOLD) if tag != "O")
    single = Counter(t for a in analyses for t in terms_of(a) if len(keys_of(t)) == 1)
    assert single
    assert all(tagged[term] >= count for term, count in single.items())


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (lambda news: news.words("nowhere"), "no article 'nowhere'"),
        (lambda news: news.words(categories="Nobody"), "no outlet among the articles 'Nobody'"),
        (lambda news: news.words(voice="loud"), "voice is 'loud'"),
        (lambda news: news.words(role="footer"), "no role 'footer'"),
        (lambda news: news.tagged_words(tagset="pos"), "tagset is 'pos'"),
    ],
)
def test_what_is_not_there_is_told(
    news: CorpusReader, call: Callable[[CorpusReader], object], told: str
) -> None:
    """A wrong name is refused at once, with those there are."""
    with pytest.raises(bias.BiasError, match=told):
        call(news)


def test_other_files_are_refused(tmp_path: Path, analyses: list[bias.Analysis]) -> None:
    """A file of records, none at all, and another suffix."""
    (tmp_path / "records.jsonl").write_text('{"id": "a"}\n', "utf-8")
    with pytest.raises(bias.BiasError, match="no corpus of this version"):
        list(CorpusReader(tmp_path / "records.jsonl").words())
    with pytest.raises(bias.BiasError, match="cannot be read"):
        list(CorpusReader(tmp_path / "none.jsonl").words())
    with pytest.raises(bias.BiasError, match="ends in"):
        write_corpus(analyses, tmp_path / "x.txt")


def test_equal_input_equal_bytes(tmp_path: Path, analyses: list[bias.Analysis]) -> None:
    """The file says nothing of when it was written."""
    one, two = (write_corpus(analyses, tmp_path / f"{n}.jsonl.gz").read_bytes() for n in "ab")
    assert one == two


def test_ids_that_come_twice_are_told_apart() -> None:
    """No article is lost behind another of its name; those without are numbered."""
    same = bias.analyze(bias.Article(id="a", headline="", body="It is open."))
    bare = bias.analyze(bias.Article(headline="", body="It is open."))
    assert CorpusReader([same, same, bare]).fileids() == ["a", "a-2", "article-3"]


def test_ten_thousand_articles_stream(tmp_path: Path) -> None:
    """A pass over a long corpus holds one article at a time."""
    text = "The council met on Monday and approved the ferry. " * 2
    one = bias.analyze(bias.Article(id="a", outlet="The Post", headline="Ferry", body=text))
    news = CorpusReader(write_corpus((one for _ in range(10_000)), tmp_path / "long.jsonl"))
    assert (tmp_path / "long.jsonl").stat().st_size > 2_000_000
    tracemalloc.start()
    assert nltk.FreqDist(news.words())["ferry"] == 20_000
    assert tracemalloc.get_traced_memory()[1] < 2_000_000
    tracemalloc.stop()


def test_agreement_is_nltks(analyses: list[bias.Analysis]) -> None:
    """Triples of the tool and of a person go into NLTK's measures of agreement."""
    ours = coded(analyses)
    assert AnnotationTask(ours + [("Ana", item, label) for _, item, label in ours]).alpha() == 1
    other = {"biased": "plain", "plain": "biased"}
    turned = [("Ana", item, other[label]) for _, item, label in ours]
    assert AnnotationTask(ours + turned).avg_Ao() == 0
    roles = coded(analyses, unit="paragraph")
    assert len(roles) == sum(len(a.paragraphs) for a in analyses)
    with pytest.raises(bias.BiasError, match="unit is 'word'"):
        coded(analyses, unit="word")


def test_segmentation_is_nltks() -> None:
    """Boundaries of sentences, voices and roles are strings that NLTK's measures take."""
    article = bias.Article(headline="", body='It is open. "It is new," she said. It rained.')
    analysis = bias.analyze(article)
    sentences, voices = boundaries(analysis, "sentences"), boundaries(analysis, "voices")
    assert sentences.count("1") == len(analysis.sentences) - 1
    assert voices.count("1") == 2
    assert len(voices) == len(analysis.document.tokens) - 1
    assert windowdiff(sentences, sentences, 3) == 0
    assert pk(sentences, voices, 3) > 0
    assert boundaries(analysis) == ""
    with pytest.raises(bias.BiasError, match="of is 'words'"):
        boundaries(analysis, "words")


def test_the_module_hides_no_other() -> None:
    """`bias.nltk` and NLTK are two modules, and `bias.nltk` needs no import of its own."""
    assert bias.nltk is not nltk
    assert issubclass(Text, nltk.text.Text)
    assert nltk.__name__ == "nltk"


def test_a_thousand_articles_count_alike(data: Path) -> None:
    """On a thousand articles NLTK counts what we count: words, sentences, the outlet's own."""
    forms, own, sentences = Counter[str](), Counter[str](), 0

    def counted() -> Iterator[bias.Analysis]:
        nonlocal sentences
        rows = islice(read_news(data), 1000)
        articles = (bias.Article(r["title"] or "", r["content"] or "", r["ID"]) for r in rows)
        for analysis in bias.analyze_many(articles):
            forms.update(analysis.document.forms)
            own.update(_outlet_forms(analysis))
            sentences += len(analysis.document.sentences)
            yield analysis

    news = CorpusReader(counted())
    assert len(news.fileids()) == 1000
    assert nltk.FreqDist(news.words()) == forms
    assert nltk.FreqDist(news.words(**TOLD)) == own
    assert len(news.sents()) == sentences
