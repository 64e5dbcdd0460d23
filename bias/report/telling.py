"""An event as its report needs it: which accounts, which facts, in words made once."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from bias.charts.style import number
from bias.events.account import Account
from bias.events.event import Event
from bias.events.facts import Fact, facts
from bias.events.manner import Manner, manners
from bias.events.parts import Source
from bias.events.quotations import Cut, cut_quotations
from bias.events.terms import Term, terms
from bias.events.wording import Contrast, contrasts
from bias.report.differing import Differing
from bias.report.headlines import Headlines
from bias.words.cut import Span

MOST_COLUMNS = 4
"""Accounts that stand side by side; the tables hold all."""
MOST_CUTS, MOST_CONTRASTS, MOST_SOURCES, MOST_MANNERS = 6, 12, 12, 8
"""Of an event that are drawn."""
MOST_OF_ONE = 3
"""Cut quotations of one speaker that are drawn."""
MOST_ALONE = 12
"""Sentences of an account without close wording elsewhere that are drawn: the table has all."""
ONLY_HERE = 0.35
"""Probability of being told elsewhere below which a sentence is shown as told by one alone."""
SURER = -2.5
"""Score from which a contradiction is drawn."""
TELLING = 0.1
"""Weight of a contrast of wording that is drawn; the table holds all."""
LIMITS = (
    "Sentences are compared by their words, names, figures and quotations. What has no close "
    "wording elsewhere may still be told there in quite other words; what an older article does "
    "not tell may not have happened yet. Nothing here says that an outlet left anything out on "
    "purpose, nor who is right where two differ."
)


@dataclass(frozen=True)
class Telling:
    """One event and the accounts that are shown of it."""

    event: Event

    @cached_property
    def shown(self) -> tuple[int, ...]:
        """Places of the accounts that are shown: of many those that share most, in order."""
        told = [float(values.mean()) if len(values) else 0.0 for values in self.event.told]
        order = sorted(range(len(told)), key=lambda place: (-told[place], place))
        return tuple(sorted(order[:MOST_COLUMNS]))

    @cached_property
    def headlines(self) -> Headlines:
        """The headlines of the event."""
        return Headlines(self.event)

    @property
    def accounts(self) -> tuple[Account, ...]:
        """The accounts that are shown."""
        return tuple(self.event.accounts[place] for place in self.shown)

    @cached_property
    def names(self) -> dict[int, str]:
        """What each account that is shown is called: its outlet, where that tells it apart."""
        outlets = [account.name for account in self.accounts]
        return {
            place: account.name if outlets.count(account.name) == 1 else account.id
            for place, account in zip(self.shown, self.accounts, strict=True)
        }

    @property
    def title(self) -> str:
        """Return what the report is called."""
        count = len(self.event.accounts)
        return f"One event, {COUNTS.get(count, str(count))} accounts"

    def about(self) -> str:
        """Return who tells it, and when."""
        days = [account.date for account in self.event.accounts if account.date]
        span = " to ".join(dict.fromkeys((days[0], days[-1]))) if days else "no dates given"
        rest = len(self.event.accounts) - len(self.shown)
        more = f" · {rest} more in the tables" if rest else ""
        return f"{', '.join(self.names.values())} · {span}{more}"

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """What several of the accounts that are shown tell, in order of number from 1 on."""
        kept = (
            Fact({p: lines for p, lines in fact.lines.items() if p in self.shown},
                 fact.probability, fact.differs)
            for fact in facts(self.event)
        )  # fmt: skip
        found = [fact for fact in kept if len(fact.lines) > 1]
        return tuple(sorted(found, key=lambda fact: (-len(fact.lines), fact.place)))

    @cached_property
    def numbers(self) -> dict[tuple[int, int], int]:
        """The number of the fact that each sentence tells, by account and sentence."""
        return {
            (account, line): number
            for number, fact in enumerate(self.facts, start=1)
            for account, lines in fact.lines.items()
            for line in lines
        }

    @cached_property
    def links(self) -> list[tuple[int, int, int, int]]:
        """Account, sentence, account, sentence: those of one fact in neighbouring accounts."""
        found = []
        for fact in self.facts:
            tellers = [place for place in self.shown if place in fact.lines]
            for one, other in pairwise(tellers):
                found += [(one, a, other, b) for a in fact.lines[one] for b in fact.lines[other]]
        return found

    def alone(self, place: int) -> Iterator[tuple[int, float]]:
        """Yield the sentences of an account without close wording elsewhere, with how likely.

        The headline is left out. The second is the probability that another account tells it.
        """
        account = self.event.accounts[place]
        for line, told in enumerate(self.event.told[place].tolist()):
            is_body = account.lines[line].part == "body"
            if is_body and told < ONLY_HERE and (place, line) not in self.numbers:
                yield line, told

    def drawn_alone(self, place: int) -> list[tuple[int, float]]:
        """Return those of an account that are drawn: the least likely told elsewhere, in order."""
        found = [*self.alone(place)]
        return sorted(sorted(found, key=lambda line: line[1])[:MOST_ALONE])

    def share_alone(self, place: int) -> str:
        """Say how many sentences of an account those are, and how many of them are drawn."""
        count = sum(1 for _ in self.alone(place))
        some = f", {MOST_ALONE} shown" if count > MOST_ALONE else ""
        return f"{count} of {len(self.event.accounts[place].lines)} sentences{some}"

    @cached_property
    def differences(self) -> tuple[Differing, ...]:
        """What is contradicted, strongest first: each thing once for every two accounts.

        Weak ones are in the table alone.
        """
        best: dict[tuple[int, int, str, frozenset[str]], Differing] = {}
        for couple in self.event.couples:
            if couple.one in self.shown and couple.other in self.shown:
                for what in (d for d in couple.differences if d.score >= SURER):
                    name = couple.one, couple.other, what.kind, what.values
                    best.setdefault(name, Differing(couple.one, couple.other, what))
        return tuple(sorted(best.values(), key=lambda d: (-d.what.score, d.one, d.other)))

    @cached_property
    def contrary(self) -> frozenset[tuple[int, int]]:
        """The sentences that contradict another, by account and sentence."""
        pairs = ((d.one, d.other, *d.what.lines) for d in self.differences)
        return frozenset(place for a, b, i, j in pairs for place in ((a, i), (b, j)))

    @cached_property
    def manners(self) -> tuple[Manner, ...]:
        """What is told in another manner, the likeliest first."""
        kept = (m for m in manners(self.event) if m.one in self.shown and m.other in self.shown)
        return tuple([*kept][:MOST_MANNERS])

    def manner(self, manner: Manner) -> tuple[str, str]:
        """Say how each of two accounts tells a thing."""
        if manner.kind == "stage":
            return "still to come", "done"
        sources = self.event.accounts[manner.other].sources
        name = next((source.name for source in sources if source.last == manner.who), manner.who)
        return "stated", f"laid to {name}"

    def odd_in(self, place: int, line: int) -> tuple[Span, ...]:
        """Return the words of a sentence that contradict another account."""
        sides = (
            side
            for found in self.differences
            for side in (
                (found.one, found.what.lines[0], found.what.one),
                (found.other, found.what.lines[1], found.what.other),
            )
        )
        return tuple(words for where, number, words in sides if (where, number) == (place, line))

    def is_contrary(self, fact: Fact) -> bool:
        """Tell whether sentences of a fact contradict each other."""
        lines = {(account, line) for account, lines in fact.lines.items() for line in lines}
        return len(lines & self.contrary) > 1

    @cached_property
    def cuts(self) -> tuple[Cut, ...]:
        """Shared quotations that are cut, the longest rest first; each once, few of anybody."""
        spoken, kept = Counter[str](), dict[str, Cut]()
        for cut in cut_quotations(self.event, self.shown):
            words = " … ".join(self.text(cut.one, span).casefold() for span in cut.alone)
            again = words in kept or any(_is_of_one_rest(cut, other) for other in kept.values())
            if not again and spoken[cut.spoken.last] < MOST_OF_ONE:
                spoken[cut.spoken.last] += 1
                kept[words] = cut
        return tuple([*kept.values()][:MOST_CUTS])

    @cached_property
    def contrasts(self) -> tuple[Contrast, ...]:
        """Other words for the same, the most telling first."""
        kept = (c for c in contrasts(self.event) if c.one in self.shown and c.other in self.shown)
        best: dict[tuple[str, str], Contrast] = {}
        for contrast in kept:
            if contrast.weight < TELLING:
                break
            words = (
                self.text(contrast.one, contrast.first),
                self.text(contrast.other, contrast.second),
            )
            best.setdefault((words[0].casefold(), words[1].casefold()), contrast)
        return tuple([*best.values()][:MOST_CONTRASTS])

    @cached_property
    def sources(self) -> list[tuple[str, dict[int, Source]]]:
        """Who is heard, and by which accounts: those with most words of direct speech first."""
        by_last: dict[str, dict[int, Source]] = {}
        for place, account in zip(self.shown, self.accounts, strict=True):
            for source in filter(_is_somebody, account.sources):
                by_last.setdefault(source.last, {})[place] = source
        found = [
            (max((s.name for s in heard.values()), key=len), heard) for heard in by_last.values()
        ]
        ordered = sorted(found, key=lambda row: (-_heard(row[1]), row[0]))
        return ordered[:MOST_SOURCES]

    @cached_property
    def terms(self) -> dict[int, list[Term]]:
        """The words that set each account apart."""
        return dict(enumerate(terms(self.event)))

    def text(self, place: int, span: Span) -> str:
        """Return a stretch of an account."""
        return span.of(self.event.accounts[place].text)

    def is_older(self, place: int, fact: Fact) -> bool:
        """Tell whether an account appeared on an earlier day than all that tell a fact."""
        day = self.event.accounts[place].day
        others = [self.event.accounts[other].day for other in fact.lines]
        return day is not None and all(other is not None and day < other for other in others)

    def finding(self) -> str:
        """Say in one sentence what the comparison found."""
        count = len(self.shown)
        by_all = sum(len(fact.lines) == count for fact in self.facts)
        some = len(self.facts) - by_all
        alone = sum(1 for place in self.shown for _ in self.alone(place))
        told = [f"{by_all} fact{'s' * (by_all != 1)} told by all"]
        told += [f"{some} by some"] if count > 2 else []
        told.append(f"{alone} sentence{'s' * (alone != 1)} without close wording elsewhere")
        if self.differences:
            told.append(f"{len(self.differences)} place{'s' * (len(self.differences) != 1)} "
                        "where they differ")  # fmt: skip
        return "; ".join(told) + "."

    def rating(self, place: int) -> str:
        """Return an account's rating with its interval, in words."""
        rating = self.event.accounts[place].rating
        if rating.bias is None or rating.low is None or rating.high is None:
            return "not rated"
        return f"{number(rating.bias)} ({number(rating.low)} to {number(rating.high)})"


AT_LENGTH = 12
"""Words of direct speech from which a source without a name is told."""
COUNTS = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six"}


def _is_somebody(source: Source) -> bool:
    """Tell whether a source is named, or speaks at some length."""
    return source.named or source.quoted >= AT_LENGTH


def _heard(heard: dict[int, Source]) -> int:
    return sum(10 + source.quoted + source.reports for source in heard.values())


def _is_of_one_rest(cut: Cut, other: Cut) -> bool:
    """Tell whether most of what is left out of a quotation is left out in another cut of it."""
    if (cut.one, cut.spoken) != (other.one, other.spoken):
        return False
    common = sum(
        max(0, min(a.end, b.end) - max(a.start, b.start)) for a in cut.alone for b in other.alone
    )
    return 2 * common > sum(span.end - span.start for span in cut.alone)
