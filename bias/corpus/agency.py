"""Who acts and who is acted upon, by entity, over one or several articles."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from bias.document.document import Document
from bias.features.agency.deeds import Deed, find_deeds

if TYPE_CHECKING:
    import pandas as pd

    from bias.analysis import Analysis

ROLES = ("does", "bears", "blames", "is_blamed")


def agency_table(analyses: Iterable["Analysis"]) -> "pd.DataFrame":
    """Count the deeds of harm, force and blame that each named entity does and bears.

    Parameters
    ----------
    analyses
        Of `bias.analyze`; direct speech and headlines count as well.

    Returns
    -------
    pandas.DataFrame
        One row an entity, the most frequent first: entity (the longest wording of its last
        word), does, bears, blames, is_blamed, by_nobody (of what it bears, told without a doer).

    Examples
    --------
    >>> import bias
    >>> body = "The Army detained Mr. Ames. Later Jo Ames was blamed by the mayor."
    >>> table = agency_table([bias.analyze(bias.Article(body=body))])
    >>> table.set_index("entity").loc["Jo Ames", ["bears", "is_blamed"]].tolist()
    [1, 1]
    """
    import pandas as pd

    counts, names = Counter[tuple[str, str]](), dict[str, str]()
    for analysis in analyses:
        told = analysis.reading.told
        for deed in find_deeds(analysis.reading):
            for role, name in _roles(told, deed):
                key = name.split()[-1].casefold()
                counts[key, role] += 1
                if len(name) > len(names.get(key, "")):
                    names[key] = name
    columns = (*ROLES, "by_nobody")
    order = sorted(names, key=lambda key: (-sum(counts[key, role] for role in ROLES), names[key]))
    rows = [(names[key], *(counts[key, column] for column in columns)) for key in order]
    return pd.DataFrame(rows, columns=["entity", *columns])


def _roles(told: Document, deed: Deed) -> Iterator[tuple[str, str]]:
    """Yield what each name of a deed is in it, and the name as written."""
    if deed.doer:
        yield "blames" if deed.blames else "does", _written(told, deed.doer)
    if deed.bearer:
        name = _written(told, deed.bearer)
        yield "is_blamed" if deed.blames else "bears", name
        if deed.agentless:
            yield "by_nobody", name


def _written(told: Document, words: tuple[int, int]) -> str:
    return told.text[told.starts[words[0]] : told.ends[words[1] - 1]]
