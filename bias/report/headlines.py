"""The headlines of an event beside each other: devices, names, and what each alone has."""

from collections.abc import Sequence
from dataclasses import dataclass

from bias.document.article import Article
from bias.document.document import Cue
from bias.document.segment import segment
from bias.events.event import Event
from bias.features.headline.actors import find_action
from bias.features.headline.names import Name, find_names
from bias.features.headline.words import Headline
from bias.lists.groups import REPORT
from bias.words.classes import common_words
from bias.words.cut import Span

FIRST = frozenset(("east", "los", "new", "north", "san", "south", "west"))
"""Common words that begin names of places."""


@dataclass(frozen=True)
class Headlines:
    """What is said of the headlines of an event; `place` is always that of an account."""

    event: Event

    def devices(self, place: int) -> tuple[Cue, ...]:
        """Return the devices of a headline."""
        cues = self.event.accounts[place].cues
        return tuple(cue for cue in cues if cue.part == "headline" and cue.feature == "headline")

    def adds(self, place: int) -> tuple[Span, ...]:
        """Return the words of a headline whose stems no other account has anywhere."""
        account, others = self.event.accounts[place], set[int]()
        for other in self.event.accounts:
            if other is not account:
                others.update(other.words.stem.tolist())
        words = account.words
        end = int(words.line.searchsorted(1)) if account.headline.end else 0
        return tuple(
            Span(int(words.start[n]), int(words.end[n]))
            for n in range(end)
            if int(words.stem[n]) not in others
        )

    def acting(self, place: int) -> list[tuple[str, str]]:
        """Return who acts, who is acted upon or who speaks in a headline; else who is named first.

        Pairs of what it is and a name; the name is empty where none is told.
        """
        headline = self._headline(place)
        names = _whole(headline, [n for n in find_names(headline) if not _opens(headline, n)])
        action = find_action(headline, names)
        if action:
            who = _written(headline, action.agent) or ("" if action.told else "nobody is told")
            return [("Acts", who), ("Acted upon", _written(headline, action.patient))]
        first = names[0] if names else None
        speaks = any(first and first.last == found.first for found in headline.listed(REPORT))
        return [("Speaks" if speaks else "First named", _written(headline, first))]

    def _headline(self, place: int) -> Headline:
        account = self.event.accounts[place]
        body = account.text[account.headline.end :]
        title = account.headline.of(account.text)
        return Headline.of(segment(Article(headline=title, body=body)))

    def about(self, place: int, rating: str) -> list[tuple[str, str]]:
        """Return what is said of a headline and its article: names and words, none empty."""
        account = self.event.accounts[place]
        devices = dict.fromkeys(cue.category.replace("_", " ") for cue in self.devices(place))
        adds = ", ".join(span.of(account.text) for span in self.adds(place))
        rows = (
            *self.acting(place),
            ("Devices", ", ".join(devices)),
            ("In no other account", adds),
            ("Rating", rating),
        )
        return [(name, words) for name, words in rows if words]


def _written(headline: Headline, name: Name | None) -> str:
    """Return a name as it stands in a headline; empty for none."""
    if name is None:
        return ""
    last = name.last - 1
    return headline.text[headline.starts[name.first] : headline.starts[last]] + headline.forms[last]


def _opens(headline: Headline, name: Name) -> bool:
    """Tell whether a name is but the common word that opens a headline."""
    return (name.first, name.last) == (0, 1) and headline.keys[0] in common_words()


def _from_its_first(headline: Headline, name: Name) -> Name:
    """Return a name with the common word before it that begins many: New York."""
    place = name.first - 1
    begins = place >= 0 and headline.keys[place] in FIRST and headline.forms[place][0].isupper()
    return Name(place, name.last) if begins else name


def _whole(headline: Headline, names: Sequence[Name]) -> list[Name]:
    """Return names with those joined that the full stop of a title parts: Gov. LePage."""
    found: list[Name] = []
    for name in (_from_its_first(headline, name) for name in names):
        before = found[-1] if found else None
        if before and name.first == before.last + 1 and headline.keys[before.last] == ".":
            found[-1] = Name(before.first, name.last)
        else:
            found.append(name)
    return found
