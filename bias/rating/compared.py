"""What of an article can be compared with the reference articles of `bias.models.norms`."""

import math
from collections.abc import Mapping, Sequence

from bias.document.language import Language
from bias.rating.own import OwnModel, rater_of
from bias.rating.rate import Rating

_OF_THE_RATER = ("bias", "article_wording")


def comparable(
    measured: Mapping[str, float], rating: Rating, models: Sequence[OwnModel], language: Language
) -> dict[str, float]:
    """Return features, scores and rating; NaN for what the reference articles do not tell.

    They are all in English, and no model of a user's rated them.
    """
    bias = math.nan if rating.bias is None else rating.bias
    values = {**measured, "bias": bias}
    unlike = values if language.foreign_reason else _OF_THE_RATER if rater_of(models) else ()
    return values | dict.fromkeys(unlike, math.nan)
