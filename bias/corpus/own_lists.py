"""Terms of the user's own lists among the columns of tables."""

from collections.abc import Iterable

from bias.features.user_terms import PREFIX

_END = "_per_100_words"
_QUOTED = "_quoted"


def own_rates(columns: Iterable[str], quoted: bool = True) -> list[str]:
    """Return the columns that are rates of the user's lists, those of quoted words if asked."""
    rates = [name for name in columns if name.startswith(PREFIX) and name.endswith(_END)]
    return [name for name in rates if quoted or not _is_quoted(name)]


def list_label(column: str) -> str:
    """Say which list and category a rate is of.

    >>> list_label("lexicon_fear_fear_per_100_words")
    'fear'
    >>> list_label("lexicon_strife_verbs_quoted_per_100_words")
    'strife verbs, quoted'
    """
    name = column.removeprefix(PREFIX).removesuffix(_END).removesuffix(_QUOTED)
    half = name[: len(name) // 2]
    told = half if name == f"{half}_{half}" else name
    return told.replace("_", " ") + ", quoted" * _is_quoted(column)


def _is_quoted(column: str) -> bool:
    return column.removesuffix(_END).endswith(_QUOTED)
