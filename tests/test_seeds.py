"""The seed articles: their gold labels are sound, and the package finds what they show."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from bias.document.article import Article
from bias.document.segment import segment
from bias.roles import ROLES

SEEDS = Path(__file__).parent.parent / "seeds"
CASES = Path(__file__).parent / "cases" / "seeds"
GOLD: list[dict[str, Any]] = [
    json.loads(line) for line in (CASES / "gold.ndjson").read_text("utf-8").splitlines()
]
TEXTS = [gold for gold in GOLD if gold["file"].endswith(".txt")]
PROMO_INSERTS = {"promo_story", "promo_media", "ad", "signup"}
FLAGGING = {"loaded_terms", "headline"}

every_seed = pytest.mark.parametrize("gold", GOLD, ids=lambda gold: gold["file"])
every_text = pytest.mark.parametrize("gold", TEXTS, ids=lambda gold: gold["file"])


def read_plainly(gold: dict[str, Any]) -> Article:
    """Read a text seed without the package's readers."""
    headline, _, body = (SEEDS / gold["file"]).read_text("utf-8").strip().partition("\n")
    return Article(headline=headline, body=body)


@cache
def analysis_of(file: str) -> Any:
    """Analyse a seed once for all tests."""
    import bias

    return bias.analyze(bias.read_article(SEEDS / file))


def places(text: str, words: str, part: str = "") -> list[tuple[int, int]]:
    """Return where the exact words stand, as whole words, in a part or in all."""
    end = (text + "\n\n").index("\n\n")
    first, last = {"headline": (0, end), "body": (end, len(text))}.get(part, (0, len(text)))
    pattern = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
    return [match.span() for match in pattern.finditer(text, first, last)]


def overlaps(cue: Any, place: tuple[int, int]) -> bool:
    """Say whether a cue and a place share a character."""
    return bool(cue.start < place[1] and place[0] < cue.end)


def labelled(gold: dict[str, Any], analysis: Any) -> Iterator[tuple[int, Any]]:
    """Pair each gold paragraph's index with the paragraph found; pages go by opening words."""
    if "opens" not in gold:
        yield from enumerate(analysis.paragraphs)
        return
    for index, opening in enumerate(gold["opens"]):
        found = [p for p in analysis.paragraphs if analysis.text.startswith(opening, p.start)]
        assert len(found) == 1, f"paragraph {opening!r} is there {len(found)} times"
        yield index, found[0]


def shown(cues: list[Any]) -> list[tuple[str, str, str, str]]:
    """Put cues into words for a failing test."""
    return [(cue.feature, cue.category, cue.voice, cue.text) for cue in cues]


def test_every_seed_has_gold_and_every_gold_its_seed() -> None:
    """Articles and gold rows correspond one to one."""
    files = sorted(p.name for p in SEEDS.iterdir() if p.suffix in {".txt", ".html"})
    assert sorted(gold["file"] for gold in GOLD) == files


@every_seed
def test_gold_uses_the_contract_words(gold: dict[str, Any]) -> None:
    """Roles, topics, parts and voices are the ones the contract names."""
    assert set(gold["roles"]) <= set(ROLES)
    stories = {str(i) for i, role in enumerate(gold["roles"]) if role == "promo_story"}
    assert set(gold["topics"]) == stories
    assert set(gold["topics"].values()) <= {"on", "off"}
    assert {cue["part"] for cue in gold["cues"]} <= {"headline", "body"}
    assert {entry["voice"] for entry in gold["cues"] + gold["voices"]} <= {"outlet", "quoted"}
    assert gold["shows"].endswith(".")


@every_text
def test_each_paragraph_has_one_gold_role(gold: dict[str, Any]) -> None:
    """There are as many gold roles as paragraphs."""
    assert len(gold["roles"]) == len(segment(read_plainly(gold)).paragraphs)


@every_text
def test_every_gold_phrase_stands_in_its_article(gold: dict[str, Any]) -> None:
    """Cues, quiet phrases and voiced phrases are exact words of the text."""
    text = segment(read_plainly(gold)).text
    for cue in gold["cues"]:
        assert len(places(text, cue["text"], cue["part"])) > cue.get("occurrence", 0), cue
    for words in [*gold["quiet"], *(entry["text"] for entry in gold["voices"])]:
        assert places(text, words), words


@every_seed
def test_twins_exist(gold: dict[str, Any]) -> None:
    """A comparison names another seed."""
    others = {other["file"] for other in GOLD} - {gold["file"]}
    assert {higher["than"] for higher in gold["higher"]} <= others


@every_seed
def test_datasheet_tells_every_seed(gold: dict[str, Any]) -> None:
    """The datasheet names each article and says what it shows."""
    datasheet = (SEEDS / "README.md").read_text("utf-8")
    assert f"| `{gold['file']}` | {gold['shows']}" in datasheet


@every_seed
def test_roles(gold: dict[str, Any]) -> None:
    """Every paragraph gets its gold role, but for the misses known today, no more and no less."""
    pairs = labelled(gold, analysis_of(gold["file"]))
    found = [paragraph.role for _, paragraph in pairs]
    wrong = {
        str(index): got
        for index, (want, got) in enumerate(zip(gold["roles"], found, strict=True))
        if want != got
    }
    assert wrong == gold.get("known_misses", {})


@every_seed
def test_topics(gold: dict[str, Any]) -> None:
    """Promo stories are told on topic from off; other paragraphs have no topic."""
    found = {
        str(index): paragraph.topic
        for index, paragraph in labelled(gold, analysis_of(gold["file"]))
        if paragraph.topic is not None
    }
    assert found == gold["topics"]


@every_seed
def test_what_stands_outside_a_page_is_not_its_story(gold: dict[str, Any]) -> None:
    """Navigation, captions, link boxes and footers of a page never count as body."""
    analysis = analysis_of(gold["file"])
    body = [analysis.text[p.start : p.end] for p in analysis.paragraphs if p.role == "body"]
    assert not [words for words in gold.get("outside", []) if any(words in text for text in body)]


@every_seed
def test_voices(gold: dict[str, Any]) -> None:
    """Direct speech is the speaker's; scare quotes, titles and all else the outlet's."""
    import bias

    document = segment(bias.read_article(SEEDS / gold["file"]))
    wrong = []
    for entry in gold["voices"]:
        place = places(document.text, entry["text"], "body")[0]
        voices = {token.voice for token in document.tokens if overlaps(token, place)}
        if voices != {entry["voice"]}:
            wrong.append((entry["text"], entry["voice"], voices))
    assert not wrong


@every_seed
def test_cues_that_must_be_found(gold: dict[str, Any]) -> None:
    """Each gold cue is found at its place, by its extractor, in its voice."""
    analysis = analysis_of(gold["file"])
    missing = []
    for want in gold["cues"]:
        place = places(analysis.text, want["text"], want["part"])[want.get("occurrence", 0)]
        keys = ["part", "feature", "voice", *(["category"] if want["category"] else [])]
        near = [cue for cue in analysis.cues if overlaps(cue, place)]
        if not any(all(getattr(cue, key) == want[key] for key in keys) for cue in near):
            missing.append((want, shown(near)))
    assert not missing


@every_seed
def test_quiet_phrases(gold: dict[str, Any]) -> None:
    """Literal, neutral and quoted words are not held against the outlet."""
    analysis = analysis_of(gold["file"])
    flagged = [c for c in analysis.cues if c.feature in FLAGGING and c.voice == "outlet"]
    alarms = {
        words: shown([c for c in flagged if overlaps(c, place)])
        for words in gold["quiet"]
        for place in places(analysis.text, words)
        if any(overlaps(c, place) for c in flagged)
    }
    assert not alarms


@every_seed
def test_promo_cues_stand_in_promo_inserts(gold: dict[str, Any]) -> None:
    """Every insert is shown as evidence, and no line of the story is."""
    analysis = analysis_of(gold["file"])
    cues = [cue for cue in analysis.cues if cue.feature == "promo"]
    for index, paragraph in labelled(gold, analysis):
        inside = [cue for cue in cues if paragraph.start <= cue.start < paragraph.end]
        if gold["roles"][index] in PROMO_INSERTS:
            assert inside, analysis.text[paragraph.start : paragraph.end]
        elif gold["roles"][index] == "body":
            assert not inside, shown(inside)


@pytest.mark.parametrize(
    "gold", [gold for gold in GOLD if gold["calm"]], ids=lambda gold: gold["file"]
)
def test_nothing_is_flagged_in_a_calm_article(gold: dict[str, Any]) -> None:
    """A control has no loaded term of the outlet's, no promo cue and no headline device."""
    flagged = [
        cue
        for cue in analysis_of(gold["file"]).cues
        if cue.feature in {"promo", "headline"}
        or (cue.feature == "loaded_terms" and cue.voice == "outlet")
    ]
    assert not shown(flagged)


@every_seed
def test_the_slanted_twin_scores_higher(gold: dict[str, Any]) -> None:
    """Of two articles on one event, the slanted one scores higher."""
    for higher in gold["higher"]:
        slanted = analysis_of(gold["file"]).scores[higher["score"]]
        assert slanted > analysis_of(higher["than"]).scores[higher["score"]], higher
