"""What is measured: one claim about framing per file."""

from bias.features.agency.extractor import AGENCY
from bias.features.attribution import ATTRIBUTION
from bias.features.base import Evidence, Extractor, Measure
from bias.features.epistemology import EPISTEMOLOGY
from bias.features.framing.extractor import FRAMING
from bias.features.headline.extractor import HEADLINE
from bias.features.loaded.extractor import LOADED_TERMS
from bias.features.promo import PROMO
from bias.reading import Reading

EXTRACTORS: tuple[Extractor, ...] = (
    HEADLINE, LOADED_TERMS, PROMO, ATTRIBUTION, EPISTEMOLOGY, FRAMING, AGENCY,
)  # fmt: skip
"""In this order the columns stand."""

__all__ = ["EXTRACTORS", "Evidence", "Extractor", "Measure", "Reading"]
