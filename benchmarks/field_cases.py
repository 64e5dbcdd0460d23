"""What must come out of texts as people have them: spoilt, exported, saved with their page.

    python benchmarks/field_cases.py --cases CASES [--only 04-newsapi.json ...]

CASES is a folder of files, each read alone as `bias analyze FILE -o x.jsonl` reads it, with the same
stories without the trouble in `twins/`. What is expected of each stands in `field_checks.py`: musts
(M) and shoulds (m). `lines.tsv` there, if it is there, names the roles that a line may have where
it stands alone in a calm report. Each expectation that does not hold is printed; the status is 1
when a must does not hold.
"""

import argparse
import contextlib
import io
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from field_checks import CHECKS

import bias
from bias.cli import main as bias_main

Record = dict[str, Any]

CALM = (
    "The Larkfield council voted 8-3 on Monday to keep the town's library open for another two years.",
    "The library had been due to close in June. Keeping it open will cost $410,000 a year, the "
    "council's treasurer said.",
    "“We had 2,000 signatures in a week,” said Rosalind Peake, who runs the group that collected "
    "them. “People use this place every day.”",
    "Dale Whitcomb, who voted against, said that the money would have paid for two crossings on "
    "Mill Street.",
    "The council will vote on a new opening schedule on May 6.",
)
"""A report; lines are put between its second and third paragraph."""
CALM_HEADLINE = "Larkfield library to stay open after vote"


@dataclass(frozen=True)
class Case:
    """What became of one file."""

    path: Path

    @cached_property
    def _run(self) -> tuple[int, str, list[Record]]:
        told = io.StringIO()
        with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stderr(told):
            out = Path(folder) / "x.jsonl"
            status = bias_main(["analyze", str(self.path), "-o", str(out)])
            lines = out.read_text("utf-8").splitlines() if out.exists() else []
        return status, told.getvalue(), [json.loads(line) for line in lines]

    @property
    def told(self) -> str:
        """What stood on standard error."""
        return self._run[1]

    @property
    def records(self) -> list[Record]:
        """The articles' records."""
        return self._run[2]

    @property
    def record(self) -> Record:
        """The record of the only article."""
        assert len(self.records) == 1, f"{len(self.records)} articles"
        return self.records[0]

    @property
    def bias(self) -> float:
        """The rating."""
        return float(self.record["rating"]["bias"])

    @property
    def reason(self) -> str:
        """Why there is no rating, or a wide interval; empty where there is neither."""
        return self.record["rating"]["reason"] or ""

    @property
    def headlines(self) -> list[float]:
        """The headlines' scores."""
        return [record["scores"]["headline"] for record in self.records]

    def feature(self, name: str) -> Any:
        """Return a measure of the only article."""
        return self.record["features"][name]

    def loaded(self, voice: str = "outlet") -> set[str]:
        """Return the story's loaded words in a voice that are laid at nobody's door."""
        return {
            cue["text"].lower()
            for cue in self.record["cues"]
            if cue["feature"] == "loaded_terms" and cue["part"] == "body"
            if cue["voice"] == voice and not cue["reported"]
        }

    def words(self, place: int = 0) -> set[str]:
        """Return the words of an article's cues of loaded wording, headline and story."""
        features = ("loaded_terms", "headline")
        cues = self.records[place]["cues"]
        return {cue["text"].lower() for cue in cues if cue["feature"] in features}

    def role(self, beginning: str) -> str:
        """Return the role, with its topic, of the paragraph that begins so; empty if none does."""
        text = self.record["text"]
        for paragraph in self.record["paragraphs"]:
            if text[paragraph["start"] : paragraph["end"]].startswith(beginning):
                return " ".join(filter(None, [paragraph["role"], paragraph["topic"]]))
        return ""

    def roles(self, *beginnings: str) -> set[str]:
        """Return the roles, without topics, of the paragraphs that begin so."""
        return {self.role(beginning).split(" ")[0] for beginning in beginnings}

    def has_promo(self) -> bool:
        """Tell whether a paragraph counts as a headline of another story."""
        return any(p["role"] == "promo_story" for p in self.record["paragraphs"])

    def body(self) -> list[str]:
        """Return the paragraphs of the story."""
        text = self.record["text"]
        paragraphs = self.record["paragraphs"]
        return [text[p["start"] : p["end"]] for p in paragraphs if p["role"] == "body"]

    def twin(self, name: str) -> "Case":
        """Return the same story without the trouble."""
        return Case(self.path.parent / "twins" / name)


def main() -> int:
    """Print what does not hold, and the counts; 1 when a must does not hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=Path, required=True, metavar="CASES")
    parser.add_argument("--only", nargs="+", metavar="FILE", help="of the cases, these alone")
    options = parser.parse_args()
    held, all_ = Counter[str](), Counter[str]()
    for name, checks in CHECKS.items():
        if options.only and name not in options.only:
            continue
        case = Case(options.cases / name)
        for level, says, holds in checks:
            all_[level] += 1
            fault = _fault(case, holds)
            held[level] += not fault
            if fault:
                print(f"{level} {name}: {says}: {fault}")
    print("; ".join(f"{level} {held[level]} of {all_[level]}" for level in ("M", "m")))
    lines = options.cases / "lines.tsv"
    if lines.is_file() and not options.only:
        check_lines(lines.read_text("utf-8").splitlines())
    return int(held["M"] < all_["M"])


def _fault(case: Case, holds: Any) -> str:
    """Return why an expectation does not hold; empty when it does."""
    try:
        return "" if holds(case) else "does not hold"
    except (AssertionError, LookupError, TypeError) as error:
        return f"{type(error).__name__} {error}; {case.told.strip()}"


def check_lines(lines: Sequence[str]) -> None:
    """Print the lines whose role is none of those expected, and the count."""
    right = 0
    for row in lines:
        wanted, line = row.split("\t")
        body = "\n\n".join([*CALM[:2], line, *CALM[2:]])
        paragraph = bias.analyze(bias.Article(headline=CALM_HEADLINE, body=body)).paragraphs[2]
        right += paragraph.role in wanted.split("|")
        if paragraph.role not in wanted.split("|"):
            print(f"line {paragraph.role} {paragraph.topic or ''}, want {wanted}: {line}")
    print(f"lines {right} of {len(lines)}")


if __name__ == "__main__":
    sys.exit(main())
