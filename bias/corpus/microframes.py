"""Articles on axes of one's own, as a table."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from bias.frames.microframes import Microframe

if TYPE_CHECKING:
    import pandas as pd

    from bias.analysis import Analysis


def microframe_table(
    analyses: Iterable["Analysis"], microframes: Sequence[Microframe]
) -> "pd.DataFrame":
    """Measure articles on axes of one's own.

    Parameters
    ----------
    analyses
        Of `bias.analyze`.
    microframes
        From `read_microframes`, or made by hand.

    Returns
    -------
    pandas.DataFrame
        One row an article and axis: id, microframe, bias (-1 to 1, 0 as in the news), intensity
        (0 to 1), words (those that pull most).
    """
    import pandas as pd

    rows = [
        (analysis.article.id, axis.name, bias, intensity, " ".join(words))
        for analysis in analyses
        for axis in microframes
        for bias, intensity, words in (axis.measure(analysis.reading),)
    ]
    return pd.DataFrame(rows, columns=["id", "microframe", "bias", "intensity", "words"])
