"""The name that joins the aliases of one speaker.

"Zhang Ming … Zhang", "Paul Ryan … Mr. Ryan", "Mayor Lucille Ames … the mayor … Ms Ames": a last
name, a first name that nobody else has, or a title stands for the fullest name in the article.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np

from bias.document.columns import UPPER
from bias.document.document import Document
from bias.lists.identity import identity_words
from bias.speakers.sources import Speaker
from bias.words.classes import (
    BODIES,
    DETERMINERS,
    HONORIFICS,
    NO_NAMES,
    PREPOSITIONS,
    common_words,
    word_set,
)

MOST_WORDS = 4
"""Words of a name, at most, titles left out."""
APPOSED = 5
"""Words after a name and its comma that are read for a title."""

Name = tuple[str, str]
"""As it is written, and its last word, in lower case."""


@dataclass(frozen=True, eq=False)
class Aliases:
    """The full names of an article, by what else stands for them."""

    by_last: Mapping[str, Name]
    by_first: Mapping[str, Name]
    by_title: Mapping[str, Name]

    @classmethod
    def of(cls, document: Document, speakers: Iterable[Speaker]) -> "Aliases":
        """Look for full names and titles that the speakers may stand for."""
        names, speakers = _Names(document), [*speakers]
        described = {speaker.last for speaker in speakers if not speaker.named}
        wanted = {word for s in speakers for word in (s.last, _first_word(s.name))}
        by_last, by_title = dict[str, Name](), dict[str, Name]()
        often = Counter[Name]()
        by_first = defaultdict[str, set[Name]](set)
        for first, last in names.full():
            name = names.name(first, last)
            keys = document.keys
            if not wanted.isdisjoint((keys[first], keys[last - 1])):
                if not names.is_chance(first):
                    often[name] += 1
                    if often[name] > often[by_last.setdefault(keys[last - 1], name)]:
                        by_last[keys[last - 1]] = name
                by_first[keys[first]].add(name)
            for title in names.titles(first, last) & described if described else ():
                by_title.setdefault(title, name)
        alone = {key: found for key, (found, *more) in by_first.items() if not more}
        return cls(by_last, alone, by_title)

    def join(self, speaker: Speaker) -> Speaker:
        """Return the same speaker under the name that joins its aliases."""
        found = self._name(speaker)
        return replace(speaker, name=found[0], last=found[1], named=True) if found else speaker

    def _name(self, speaker: Speaker) -> Name | None:
        if not speaker.named:
            is_title = _first_word(speaker.name) in ("the", speaker.last)
            return self.by_title.get(speaker.last) if is_title else None
        full = self.by_last.get(speaker.last)
        if full and full[0] != speaker.name and _is_full(speaker.name):
            return None
        is_alone = " " not in speaker.name and full is None
        return self.by_first.get(speaker.last) if is_alone else full


def _is_full(name: str) -> bool:
    """Tell whether a name has a first name too: "Ann Romney", not "Mr. Romney"."""
    words = [word for word in name.replace(".", "").split(" ") if word.lower() not in HONORIFICS]
    return len(words) > 1


def _first_word(name: str) -> str:
    return name.partition(" ")[0].lower()


class _Names:
    """The full names of a document: two to `MOST_WORDS` capitalised words in a row."""

    def __init__(self, document: Document) -> None:
        self.document, self.keys = document, document.keys
        upper = document.column(UPPER) & document.is_word
        upper[: document.headline.last] = False  # its capitals show no names
        self.places: list[int] = np.flatnonzero(upper).tolist()
        self._sentence = document.sentence_of.tolist()
        self.titles_known = HONORIFICS | word_set("titles")

    def full(self) -> Iterator[tuple[int, int]]:
        """Yield where full names begin, titles left out, and end."""
        run = list[int]()
        for place in (*self.places, -1):
            if run and not self._goes_on(run[-1], place):
                yield from self._cut(run)
                run = []
            run.append(place)

    def _goes_on(self, before: int, place: int) -> bool:
        """Tell whether a name can go on with a word: no other stands between, no sentence ends."""
        if place < 0 or self._sentence[before] != self._sentence[place]:
            return False
        return place == before + 1 or self._is_initial(before, place)

    def _is_initial(self, before: int, place: int) -> bool:
        """Tell whether only the stop of a title or an initial stands between two words."""
        key = self.keys[before]
        short = len(key) == 1 or key in HONORIFICS
        return short and place == before + 2 and self.keys[before + 1] == "."

    def _cut(self, run: list[int]) -> Iterator[tuple[int, int]]:
        titles = [i for i, place in enumerate(run) if self.keys[place] in self.titles_known]
        kept = run[titles[-1] + 1 :] if titles else run
        if len(kept) > 1 and self.keys[kept[0]] in NO_NAMES:
            kept = kept[1:]
        if 2 <= len(kept) <= MOST_WORDS and self.keys[kept[-1]] not in BODIES:
            yield kept[0], kept[-1] + 1

    def is_chance(self, first: int) -> bool:
        """Tell whether a word before a name is likely none of it: "Perhaps Trump"."""
        key = self.keys[first]
        return key in common_words() or key in identity_words()

    def name(self, first: int, last: int) -> Name:
        """Return a full name as it is written, and its last word."""
        document = self.document
        return document.text[document.starts[first] : document.ends[last - 1]], self.keys[last - 1]

    def titles(self, first: int, last: int) -> set[str]:
        """Return what a name is introduced with: "Mayor Ada Brill", "Ada Brill, the mayor"."""
        before = {key for key in self.keys[max(0, first - 2) : first] if key in self.titles_known}
        if self.keys[last : last + 1] != [","]:
            return before
        after = self.keys[last + 1 : last + 1 + APPOSED]
        end = next(
            (i for i, key in enumerate(after) if key in PREPOSITIONS or not key.isalpha()),
            len(after),
        )
        head = after[:end]
        is_title = bool(head) and (head[0] in DETERMINERS or len(head) == 1)
        return before | ({head[-1]} if is_title else set())
