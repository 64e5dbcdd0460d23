"""The audit of term lists: what each entry does on real articles, and what speaks against it.

An entry that never occurs, that another list holds too, that names a group, that
stands for a topic or for one side, or that experts pass over, is flagged: whoever
keeps the list decides.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bias.corpus.intervals import wilson
from bias.document.columns import NUMBER
from bias.document.document import Document
from bias.evaluation.audit_counts import Find, Tally, count_terms
from bias.evaluation.audit_statistics import is_topic_word, ratio, topic
from bias.inputs.lists import read_lexicon
from bias.inputs.lists.check import IDENTITY_LIST, LITERAL, Identities, shipped_identities
from bias.labelled.real_articles import PER_SIDE
from bias.lists.groups import LITERAL_LIST, Group
from bias.lists.hits import Match, bounds_of
from bias.lists.index import Index
from bias.lists.patterns import pattern_words
from bias.lists.terms import Term, shipped_list, shipped_names
from bias.lists.user import UserLexicon, forms_of
from bias.models.lean import SIDES
from bias.words.cut import keys_of
from bias.words.vocabulary import shipped_vocabulary

if TYPE_CHECKING:
    import pandas as pd

ONE_SIDE = 2.0
"""One side says it far more often: the interval of the ratio lies beyond this or its inverse."""
RARELY = 0.25
"""Rarely marked: even the upper end of the 95 % interval of the share lies below."""
MATCHED_TOGETHER = frozenset({"loaded_terms", "epistemology"})
"""Features whose extractors match all their lists at once."""
OWN = "own"
"""Feature of the user's lists."""
MARKED = (OWN, "loaded_terms")
"""Features whose terms experts would mark; they read sentences of bodies, not headlines."""
FLAGS = ("dead", "overlap", "identity", "topic", "one side", "rarely marked")
"""In this order they stand in a cell, parted by `; `."""
PLAIN_FLAGS = ("dead",)
"""For phrases with a plain sense, which yield nothing: names and topics may stand there."""


@dataclass(frozen=True, slots=True)
class AuditedList:
    """One list as the audit takes it: `find` matches it as the analysis does."""

    name: str
    feature: str
    terms: tuple[Term, ...]
    find: Find | None = None
    """How it is matched; None: with the others of its feature, the longest entry first."""


def shipped_audit_lists() -> list[AuditedList]:
    """Return the lists that ship, but for the identity terms, which the audit looks for."""
    lists = (shipped_list(name) for name in shipped_names() if name != IDENTITY_LIST)
    return [
        AuditedList(
            item.name,
            feature := item.header["feature"],
            item.terms,
            None if feature in MATCHED_TOGETHER else _matcher(item.name),
        )
        for item in lists
    ]


def user_audit_lists(files: Sequence[Path]) -> list[AuditedList]:
    """Return lists of the user's own, in any format; each is matched by itself."""
    read = (read_lexicon(file) for file in files)
    return [AuditedList(item.name, OWN, item.terms, partial(_find_own, item)) for item in read]


def _matcher(*names: str) -> Find:
    """Return what finds the entries of several shipped lists, matched together."""
    group = Group(names)
    index = Index({group: group.terms}, shipped_vocabulary())

    def find(document: Document) -> Iterator[list[Match]]:
        hits = index.walk(document.column(NUMBER)).hits(group)
        return hits.each(bounds_of(document.sentences))

    return find


def _find_own(lexicon: UserLexicon, document: Document) -> Iterator[list[Match]]:
    keys = document.keys
    return (lexicon.find(keys, s.first, s.last) for s in document.sentences)


def audit(
    lists: Sequence[AuditedList], data: Path, per_side: int = PER_SIDE
) -> "tuple[pd.DataFrame, pd.DataFrame]":
    """Return a row for each entry, and a row for each list.

    Parameters
    ----------
    lists
        From `shipped_audit_lists` or `user_audit_lists`.
    data
        The folder that holds `article-bias-prediction` and `babe`.
    per_side
        Articles of left, centre and right outlets to count in.
    """
    import pandas as pd

    tally = count_terms(_finders(lists), data, per_side)
    homes, identities = _homes(lists), shipped_identities()
    rows = [_row(item, term, tally, homes, identities) for item in lists for term in item.terms]
    table = pd.DataFrame(rows)
    return table, summarize(table, tally.words)


def _finders(lists: Sequence[AuditedList]) -> Iterator[Find]:
    """Yield one matcher for each feature; phrases with a plain sense go first."""
    groups: dict[str, list[AuditedList]] = defaultdict(list)
    for item in sorted(lists, key=lambda item: item.name != LITERAL_LIST):
        if item.find:
            yield item.find
        else:
            groups[item.feature].append(item)
    for group in groups.values():
        yield _matcher(*(item.name for item in group))


_Homes = dict[tuple[str, ...], dict[str, tuple[str, str]]]
"""Each form with the lists that hold it: their features and its part of speech there."""


def _homes(lists: Sequence[AuditedList]) -> _Homes:
    homes: _Homes = defaultdict(dict)
    for item in (*lists, *shipped_audit_lists()):
        for term in item.terms:
            for form in forms_of(term):
                homes[form].setdefault(item.name, (item.feature, term.pos))
    return homes


def _row(
    item: AuditedList, term: Term, tally: Tally, homes: _Homes, identities: Identities
) -> dict[str, Any]:
    counts, own = tally.terms[term], homes[_written(term)]
    others = {name: home for name, home in own.items() if name != item.name}
    side_ratio, low, high = ratio(counts, tally)
    main_topic, share = topic(counts)
    row = {
        "list": item.name,
        "line": term.line,
        "term": term.term,
        "weight": term.weight,
        "hits": counts.hits,
        **{side: _rate(counts.sides[side], tally.side_words[side]) for side in SIDES},
        "right_to_left": side_ratio,
        "low": low,
        "high": high,
        "topic": main_topic,
        "topic_share": share,
        "sentences": counts.sentences,
        "marked": counts.marked / counts.sentences if counts.sentences else math.nan,
        "also_in": " ".join(others),
    }
    flags = {
        "dead": not counts.hits and not counts.sentences,
        "overlap": (item.feature, term.pos) in others.values(),
        "identity": any(identities.names_in(_written(term))),
        "topic": is_topic_word(counts, main_topic, tally),
        "one side": low > ONE_SIDE or high < 1 / ONE_SIDE,
        "rarely marked": item.feature in MARKED
        and wilson(counts.marked, counts.sentences)[1] < RARELY,
    }
    allowed = PLAIN_FLAGS if term.category == LITERAL else FLAGS
    return row | {"flags": "; ".join(flag for flag in allowed if flags[flag])}


def _written(term: Term) -> tuple[str, ...]:
    """Return an entry's words as they stand in the list."""
    return pattern_words(term.term) if term.match == "pattern" else keys_of(term.term)


def _rate(hits: int, words: int) -> float:
    """Return hits per million words; NaN without words."""
    return 1e6 * hits / words if words else math.nan


def summarize(table: "pd.DataFrame", words: int) -> "pd.DataFrame":
    """Return a row for each list: entries, hits, rates by side, flags by kind.

    Parameters
    ----------
    table
        As `audit` gives it.
    words
        Of the articles counted in.
    """
    import pandas as pd

    rows = []
    for name, part in table.groupby("list", sort=False):
        row = {"list": name, "entries": len(part), "words": words, "hits": part["hits"].sum()}
        row |= {side: part[side].sum() for side in SIDES}
        spoken = part["sentences"].sum()
        marked = (part["marked"].fillna(0) * part["sentences"]).sum()
        row |= {"sentences": spoken, "marked": marked / spoken if spoken else math.nan}
        row |= {flag: int(part["flags"].str.contains(flag).sum()) for flag in FLAGS}
        rows.append(row)
    return pd.DataFrame(rows)
