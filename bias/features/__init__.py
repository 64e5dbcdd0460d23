"""What is measured: one claim about framing per file."""

from bias.features.attribution import ATTRIBUTION
from bias.features.base import Evidence, Extractor, Measure, Reading
from bias.features.epistemology import EPISTEMOLOGY
from bias.features.headline import HEADLINE
from bias.features.loaded_terms import LOADED_TERMS
from bias.features.promo import PROMO

EXTRACTORS: tuple[Extractor, ...] = (HEADLINE, LOADED_TERMS, PROMO, ATTRIBUTION, EPISTEMOLOGY)
"""In this order the columns stand."""

__all__ = ["EXTRACTORS", "Evidence", "Extractor", "Measure", "Reading"]
