"""A document with every extractor's evidence, before it is rated."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from bias.document.document import Document
from bias.features import EXTRACTORS, Evidence
from bias.reading import Reading
from bias.roles import Repeats, label_paragraphs


@dataclass(frozen=True)
class Measured:
    """A document with every extractor's evidence, before it is rated."""

    reading: Reading
    evidence: Mapping[str, Evidence]
    """By extractor name."""

    @cached_property
    def features(self) -> dict[str, float]:
        """Every feature of the codebook, in its order; NaN where undefined."""
        return {
            name: value
            for evidence in self.evidence.values()
            for name, value in evidence.features.items()
        }

    @cached_property
    def scores(self) -> dict[str, float]:
        """One score per extractor, 0 to 1; NaN where undefined."""
        return {
            extractor.score_name: self.evidence[extractor.name].score for extractor in EXTRACTORS
        }


def measure(document: Document, repeats: Repeats | None = None) -> Measured:
    """Label a document's paragraphs and run every extractor on it."""
    reading = Reading(document, label_paragraphs(document, repeats))
    return Measured(reading, {e.name: e.extract(reading) for e in EXTRACTORS})
