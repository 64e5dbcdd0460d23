"""The words that set one account of an event apart from the others.

Log-odds ratios with the news as an informative prior (Monroe, Colaresi and Quinn 2008), names and
figures left out, in the outlet's own voice.
"""

from collections import Counter
from dataclasses import dataclass
from math import exp

from bias.corpus.distinctive import PRIOR_WORDS, log_odds
from bias.corpus.intervals import Z_90
from bias.events.account import Account
from bias.events.event import Event

LEAST_COUNT = 2
MOST = 6
"""Words of an account that are told, at most."""


@dataclass(frozen=True)
class Term:
    """A word that one account has more of than the others together."""

    word: str
    """The form that stands there most often."""
    count: int
    elsewhere: int
    low: float
    """Lower end of the 90 % interval of the log-odds ratio; above 0."""


@dataclass(frozen=True)
class _Counts:
    """The plain words of an account in its outlet's voice, by stem."""

    stems: Counter[int]
    forms: dict[int, Counter[str]]
    rarity: dict[int, float]

    @classmethod
    def of(cls, account: Account) -> "_Counts":
        words = account.words
        plain = (~(words.is_name | words.is_figure | words.quoted)).nonzero()[0].tolist()
        forms: dict[int, Counter[str]] = {}
        rarity: dict[int, float] = {}
        for place in plain:
            stem = int(words.stem[place])
            forms.setdefault(stem, Counter())[account.keys[place]] += 1
            rarity[stem] = min(rarity.get(stem, 99.0), float(words.rarity[place]))
        return cls(Counter({stem: f.total() for stem, f in forms.items()}), forms, rarity)


def terms(event: Event) -> list[list[Term]]:
    """Return for each account the words that set it apart, the surest first."""
    counts = [_Counts.of(account) for account in event.accounts]
    total = sum((one.stems for one in counts), Counter[int]())
    return [_terms(one, total) for one in counts]


def _terms(counts: _Counts, total: Counter[int]) -> list[Term]:
    words, others = counts.stems.total(), total.total() - counts.stems.total()
    found = []
    for stem, count in counts.stems.items():
        if count < LEAST_COUNT:
            continue
        rest, prior = total[stem] - count, PRIOR_WORDS * exp(-counts.rarity[stem]) / 10
        odds, spread = log_odds(count, words, rest, others, prior + 0.1, PRIOR_WORDS)
        low = odds - Z_90 * spread
        if low > 0:
            word = counts.forms[stem].most_common(1)[0][0]
            found.append(Term(word, count, rest, low))
    return sorted(found, key=lambda term: (-term.low, term.word))[:MOST]
