"""Texts whose policy frames people named: whole articles, headlines, pairs of sentences.

`semeval23-task3-en` has articles, `gvfc-gun-violence-frames` headlines, `frac-frames` and
`ccf-climate-frames` short texts. A fifth of each, by a hash, is a check part: nothing is chosen
on it.
"""

import csv
import gzip
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from bias.labelled.files import read_lines
from bias.models.frames import FRAMES

_POLICY = dict(
    zip(
        (
            "Economic", "Capacity_and_resources", "Morality", "Fairness_and_equality",
            "Legality_Constitutionality_and_jurisprudence", "Policy_prescription_and_evaluation",
            "Crime_and_punishment", "Security_and_defense", "Health_and_safety",
            "Quality_of_life", "Cultural_identity", "Public_opinion", "Political",
            "External_regulation_and_reputation",
        ),
        FRAMES,
        strict=True,
    )
)  # fmt: skip
GUNS: Mapping[str, str] = {
    "1": "legality", "2": "policy_prescription", "3": "political", "4": "health_and_safety",
    "5": "security_and_defense", "6": "fairness_and_equality", "7": "public_opinion",
    "8": "cultural_identity", "9": "economic",
}  # fmt: skip
"""Gun rights, gun control, politics, mental health, safety, race, opinion, culture, economy."""
_COMMENTS: Mapping[str, tuple[str, ...]] = {
    "1": ("economic",), "3": ("morality",), "4": ("fairness_and_equality",),
    "5": ("legality", "crime_and_punishment"), "6": ("political", "policy_prescription"),
    "8": ("security_and_defense",), "9": ("health_and_safety",), "11": ("cultural_identity",),
    "12": ("public_opinion",), "15": (),
}  # fmt: skip
"""Codes as in the file: two of them join two frames."""
_CLIMATE: Mapping[str, str] = {
    "Eco Detection": "economic", "Pbh Detection": "health_and_safety",
    "Just Detection": "fairness_and_equality", "Cult Detection": "cultural_identity",
    "Secu Detection": "security_and_defense", "Pol Detection": "political",
}  # fmt: skip
CHECK_EVERY = 5
ARTICLES, GUN_NEWS = "semeval23-task3-en", "gvfc-gun-violence-frames"
COMMENTS, CLIMATE = "frac-frames", "ccf-climate-frames"


@dataclass(frozen=True)
class Framed:
    """One text with its frames."""

    id: str
    title: str
    text: str
    frames: frozenset[str]
    asked: frozenset[str]
    """Frames that people were asked about; of the others nothing is known."""
    source: str = ""
    """The set that it is from."""
    kind: str = ""
    """The first frame as the set names it, where it has one."""

    @property
    def is_check(self) -> bool:
        """It is of the check part."""
        return crc32(self.id.encode()) % CHECK_EVERY == 0


def read_articles(data: Path) -> list[Framed]:
    """Return the articles of `semeval23-task3-en` that have frames."""
    rows = read_lines(data / ARTICLES / "articles.jsonl.gz")
    return [
        Framed(
            str(row["article_id"]), row["title"], row["text"].removeprefix(row["title"]).strip(),
            frozenset(map(_POLICY.__getitem__, row["frames"])), frozenset(FRAMES), ARTICLES,
        )
        for row in rows
        if row["frames"]
    ]  # fmt: skip


def read_short(data: Path) -> list[Framed]:
    """Return headlines and sentences of the three other sets, each text once."""
    found = [*read_headlines(data), *_comments(data), *_climate(data)]
    return list({text.id: text for text in found}.values())


def read_headlines(data: Path) -> list[Framed]:
    """Return the headlines on guns, those without a frame as well."""
    rows = _table(data / GUN_NEWS / "headlines.csv.gz")
    asked = frozenset(GUNS.values())
    return [
        Framed(title, title, "", _named(GUNS, themes), asked, GUN_NEWS, _kind(themes[0]))
        for row in rows
        if (title := row["news_title"].strip()) and (themes := (row["Q3_Theme1"], row["Q3_Theme2"]))
    ]


def _kind(theme: str) -> str:
    return GUNS.get(theme, "")


def _comments(data: Path) -> Iterator[Framed]:
    asked = frozenset(name for names in _COMMENTS.values() for name in names)
    for row in _table(data / COMMENTS / "sentences.csv.gz"):
        text, frames = row["sentence"], frozenset(_COMMENTS[row["label"]])
        yield Framed(text, text, "", frames, asked, COMMENTS)


def _climate(data: Path) -> Iterator[Framed]:
    asked = frozenset(_CLIMATE.values())
    for row in _table(data / CLIMATE / "sentences.csv.gz"):
        if row["language"] == "EN":
            frames = _named(_CLIMATE, row["labels"].split("|"))
            yield Framed(row["text"], row["text"], "", frames, asked, CLIMATE)


def _named(names: Mapping[str, str], labels: Collection[str]) -> frozenset[str]:
    return frozenset(names[label] for label in labels if label in names)


def _table(file: Path) -> Iterator[dict[str, str]]:
    with gzip.open(file, "rt", encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)
