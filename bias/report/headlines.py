"""The headlines of an event beside each other: devices, names, and what each alone has."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from bias.document.document import Cue
from bias.events.event import Event
from bias.words.cut import Span


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

    def first_named(self, place: int) -> str:
        """Return the first name in a headline; empty where there is none.

        A word of a headline is a name when the event's stories mostly write it as one.
        """
        words, found = self.event.accounts[place].words, list[int]()
        end = int(words.line.searchsorted(1)) if self.event.accounts[place].headline.end else 0
        for n in range(end):
            if self._named[int(words.stem[n])] > 0 and (not found or found[-1] == n - 1):
                found.append(n)
            elif found:
                break
        text = self.event.accounts[place].text
        return text[words.start[found[0]] : words.end[found[-1]]] if found else ""

    @cached_property
    def _named(self) -> Counter[int]:
        """How much more often each stem of the stories is part of a name than not."""
        counts = Counter[int]()
        for account in self.event.accounts:
            story = account.words.line > 0
            signs = np.where(account.words.is_name[story], 1, -1).tolist()
            for stem, sign in zip(account.words.stem[story].tolist(), signs, strict=True):
                counts[stem] += sign
        return counts

    def about(self, place: int, rating: str) -> list[tuple[str, str]]:
        """Return what is said of a headline and its article: names and words, none empty."""
        account = self.event.accounts[place]
        devices = dict.fromkeys(cue.category.replace("_", " ") for cue in self.devices(place))
        adds = ", ".join(span.of(account.text) for span in self.adds(place))
        rows = (
            ("First named", self.first_named(place)),
            ("Devices", ", ".join(devices)),
            ("In no other account", adds),
            ("Rating", rating),
        )
        return [(name, words) for name, words in rows if words]
