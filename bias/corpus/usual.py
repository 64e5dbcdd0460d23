"""What the reference articles' own percentiles come to on average."""

from functools import cache

from bias.models.norms import percentile_ranks, reference_quantiles


@cache
def usual_rank(name: str) -> float:
    """Return the mean percentile rank of the reference articles themselves.

    About 50, but less for a measure that is 0 in many articles, all of which
    rank at the foot; NaN without a reference.
    """
    quantiles = reference_quantiles(name)
    ranks = [percentile_ranks({name: value})[name] for value in quantiles]
    return sum(ranks) / len(ranks) if ranks else float("nan")
