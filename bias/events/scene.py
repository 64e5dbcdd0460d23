"""The words of all accounts of one event, numbered together, and how telling each is here."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bias.events.account import Account
from bias.events.quantities import Quantity
from bias.events.words import meanings
from bias.models.by_word import Floats
from bias.models.linear import Numbers
from bias.words.types import Bools


@dataclass(frozen=True, eq=False)
class Scene:
    """The stems of an event, rising; each has one place, from 0 on."""

    stems: Numbers
    rarity: Floats
    """Of each in the news."""
    here: Floats
    """Of each among the event's sentences: the logarithm of how many there are to one with it."""

    @classmethod
    def of(cls, accounts: Sequence[Account]) -> "Scene":
        """Return the stems of all accounts of an event."""
        every = np.concatenate([account.words.stem for account in accounts])
        stems, places = np.unique(every, return_inverse=True)
        rarity = np.full(len(stems), np.inf)
        np.minimum.at(rarity, places, np.concatenate([a.words.rarity for a in accounts]))
        holding = sum((_holding(account, stems) for account in accounts), np.zeros(len(stems)))
        sentences = sum(len(account.lines) for account in accounts)
        return cls(stems, rarity, np.log((sentences + 1) / np.maximum(holding, 1)))


def _holding(account: Account, stems: Numbers) -> Floats:
    """Return how many sentences of an account hold each stem."""
    size = len(stems)
    codes = np.unique(account.words.line * np.int64(size) + stems.searchsorted(account.words.stem))
    return np.bincount(codes % max(1, size), minlength=size).astype(float)


@dataclass(frozen=True, eq=False)
class Stage:
    """One account in its scene: which sentence holds which of its stems."""

    account: Account
    scene: Scene

    @cached_property
    def stems(self) -> Numbers:
        """The account's own stems, as places in the scene, rising."""
        return np.unique(self._places)

    @cached_property
    def _places(self) -> Numbers:
        return self.scene.stems.searchsorted(self.account.words.stem)

    @cached_property
    def columns(self) -> Numbers:
        """Of each word: the place of its stem among the account's own."""
        return self.stems.searchsorted(self._places)

    def held(self, words: Bools | None = None) -> Floats:
        """Return 1 where a sentence holds a stem, shape (sentences, the account's stems).

        `words` says which words count; without it all do.
        """
        held: NDArray[Any] = np.zeros((len(self.account.lines), len(self.stems)), np.float32)
        kept = slice(None) if words is None else words
        held[self.account.words.line[kept], self.columns[kept]] = 1
        return held

    @cached_property
    def all(self) -> Floats:
        """What `held` gives for all words."""
        return self.held()

    @cached_property
    def vectors(self) -> Floats:
        """The learnt vector of each stem, of length 1 or 0."""
        rows = np.full(len(self.stems), -1, np.int32)
        known = (self.account.words.meaning >= 0).nonzero()[0][::-1]
        rows[self.columns[known]] = self.account.words.meaning[known]
        return meanings(rows).astype(np.float32)

    @cached_property
    def rarity(self) -> Floats:
        """Of each stem in the news."""
        return self.scene.rarity[self.stems].astype(np.float32)

    @cached_property
    def here(self) -> Floats:
        """Of each stem in the event."""
        return self.scene.here[self.stems].astype(np.float32)

    def vectors_of(self, stems: frozenset[int]) -> Floats:
        """Return the vectors of some stems, of those that the account has."""
        places = [self._place[stem] for stem in sorted(stems) if stem in self._place]
        return self.vectors[places]

    @cached_property
    def _place(self) -> dict[int, int]:
        return {stem: place for place, stem in enumerate(self.scene.stems[self.stems].tolist())}

    def near(self, place: Quantity, reach: int, names: bool = False) -> set[int]:
        """Return the stems around a figure in its sentence, as places in the scene; no figures.

        `reach` is the number of characters on either side; of `names` alone, if they are asked for.
        """
        words = self.account.words
        within = slice(
            words.end.searchsorted(place.start - reach), words.start.searchsorted(place.end + reach)
        )
        kept = (words.line[within] == place.line) & ~words.is_figure[within]
        kept &= (words.end[within] <= place.start) | (words.start[within] >= place.end)
        if names:
            kept &= words.is_name[within]
        return set(self._places[within][kept].tolist())
