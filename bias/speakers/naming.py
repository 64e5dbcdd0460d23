"""Who a source is: the words that name it, or the source before it that a pronoun stands for."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bias.document.document import Document, Sentence
from bias.speakers.able import both, may_be_person, may_speak
from bias.speakers.aliases import Aliases
from bias.speakers.pieces import Attribution, Piece
from bias.speakers.sources import Sources, Speaker
from bias.words.classes import (
    CUTTERS,
    DATES,
    DETERMINERS,
    FUNCTION_WORDS,
    NO_NAMES,
    PREPOSITIONS,
    PRONOUNS,
    SKIPPED,
    common_words,
)

_LINKS = frozenset({"and", "or"})
_APPOSING = frozenset({",", "–", "—", "--"})
_WHO = frozenset({"who", "which", "whom"})
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_JUDGED = frozenset({"seen", "thought", "known", "held", "said"})
_OF_SOMETHING = frozenset(
    {"board", "bureau", "commission", "council", "court", "department", "house", "institute",
     "ministry", "office", "secretary", "university"}
)  # fmt: skip
"""Last words of names that go on behind an "of": the U.S. Department of Agriculture."""
_ADJECTIVES = ("-style", "-based", "-backed", "-led", "-era")
"""So end words with a capital that are no names."""
_NO_NAMES = frozenset(
    {"congressional", "democratic", "federal", "national", "presidential", "republican"}
)
_THIS = frozenset({"this", "last", "next", "earlier", "late"})
_TIMES = frozenset(
    {"afternoon", "evening", "month", "morning", "night", "summer", "week", "weekend", "year"}
)
_TOOK = frozenset(
    {"took", "gave", "made", "went", "came", "put", "kept", "left", "held", "ran", "met"}
)
"""Verbs that end a name at the start of what was taken for a description."""
SHOUTED = 5
"""Letters from which a word in capitals is a heading rather than a short name."""
_NOBODY = frozenset({"i", "we", "you"})
"""Pronouns of which nobody can tell, without understanding the text, for whom they stand."""


class Naming:
    """Names sources sentence by sentence, and remembers who was named last."""

    def __init__(self, document: Document) -> None:
        self._document, self._keys = document, document.keys
        self._sources = Sources(document)
        self._firsts = {sentence.first for sentence in document.sentences}

    def named(self, attributions: Sequence[Attribution]) -> list[Attribution]:
        """Return the attributions with their speakers, under the name that joins their aliases."""
        said_in = defaultdict[int, set[Piece]](set)
        for attribution in attributions:
            if attribution.source and not self._is_passive(attribution):
                said_in[attribution.source.sentence].add(attribution.source)
        speakers = dict[Piece, Speaker | None]()
        for number, sentence in enumerate(self._document.sentences):
            sources = sorted(said_in[number], key=lambda p: p.first) if number in said_in else ()
            speakers.update(self._in_sentence(sentence, sources))
        aliases = Aliases.of(self._document, filter(None, speakers.values()))
        joined = {piece: speaker and aliases.join(speaker) for piece, speaker in speakers.items()}
        return [
            replace(found, speaker=joined[found.source])
            if found.source in joined and not self._is_passive(found)
            else found
            for found in attributions
        ]

    def _is_passive(self, found: Attribution) -> bool:
        """Tell whether the words before a cue are those that it is said of: "is seen as"."""
        cue, source = found.cue, found.source
        if cue is None or source is None or source.first > cue.first:
            return False
        keys = self._keys[cue.first : cue.last]
        is_be = any(key in _BE for key in keys[:-1])
        return is_be and any(key in _JUDGED or key.endswith("ed") for key in keys[1:])

    def _in_sentence(
        self, sentence: Sentence, sources: Sequence[Piece]
    ) -> Iterator[tuple[Piece, Speaker | None]]:
        here: Speaker | None = None
        for source in sources:
            speaker = self._speaker(source, sentence, here)
            if speaker:
                self._sources.last = speaker
                here = here or speaker
            yield source, speaker
        if sentence.part == "body":
            self._sources.leave(sentence, here)

    def _speaker(self, source: Piece, sentence: Sentence, here: Speaker | None) -> Speaker | None:
        first, last = self._trimmed(source)
        if first == last:
            return None
        key = self._keys[first].partition("'")[0] or self._keys[first]
        if key in _WHO:
            return self._antecedent(first, sentence)
        if last - first == 1 and key in PRONOUNS:
            return self._pronoun(first, sentence, here)
        return self._phrase(first, last)

    def _trimmed(self, source: Piece) -> tuple[int, int]:
        """Leave out marks at both ends, links such as "as" in front, and "later" behind."""
        first, last = source.first, source.last
        while first < last and (self._sources.is_mark[first] or self._is_link(first)):
            first += 1
        while first < last and (self._sources.ends_name[last - 1] or self._is_aside(last - 1)):
            last -= 1
        return first, self._whole(first, last) if first < last else last

    def _whole(self, first: int, last: int) -> int:
        """Return where a name ends that its source breaks off: "Chief of Staff John" Kelly."""
        end = self._document.sentences[int(self._document.sentence_of[first])].last
        is_upper, keys = self._sources.is_upper, self._keys
        is_name = is_upper[last - 1] and keys[last - 1] not in DETERMINERS
        while is_name and last < end and self._is_of_name(last):
            last += 1
        return last

    def _is_of_name(self, place: int) -> bool:
        """Tell whether a word goes on with the name before it."""
        key = self._keys[place]
        is_name = self._sources.is_upper[place] and key not in DATES and key not in common_words()
        return bool(is_name and not self._document.quoted[place])

    def _is_link(self, place: int) -> bool:
        key = self._keys[place]
        return key not in _WHO and (key in PREPOSITIONS or key in CUTTERS or key in _LINKS)

    def _ends_head(self, place: int) -> bool:
        is_end = self._sources.ends_name[place] and not self._is_owners(place)
        return bool(is_end) or self._is_link(place) or self._keys[place] in _WHO

    def _is_owners(self, place: int) -> bool:
        """Tell whether an apostrophe makes owners of a plural: the builders' association."""
        return self._keys[place] == "'" and self._keys[place - 1].endswith("s")

    def _is_aside(self, place: int) -> bool:
        key = self._keys[place]
        return key in SKIPPED or key in DATES or (key.endswith("ly") and len(key) > len("only"))

    def _phrase(self, first: int, last: int) -> Speaker | None:
        """Read a source as far as its first comma, preposition or conjunction."""
        end = self._head_end(first, last)
        if end < last and self._keys[end] == "and":
            other = self._head_end(end + 1, last)
            pair = [self._sources.of_words(first, end), self._sources.of_words(end + 1, other)]
            if together := both(self._document.text, *pair):
                return together
        head = self._sources.of_words(first, end)
        is_whole = head is not None and (head.person or " " in head.name)
        is_whole = is_whole and not (head and head.last in _OF_SOMETHING)
        if end < last and self._keys[end] in ("of", ".") and not is_whole:
            found = self._sources.person_within(end + 1, last) or self._extended(first, end, last)
            if found:
                return found
        speaker = head
        if speaker is None or speaker.named:
            return speaker and self._unless_common(speaker, first, end)
        if end < last and self._keys[end] in _APPOSING:
            apposed = self._sources.of_words(end + 1, self._head_end(end + 1, last))
            if apposed and apposed.person:
                return apposed
        inside = self._sources.person_within(first, end)
        if inside and self._describes(inside, end):
            return speaker
        return inside or (speaker if may_speak(speaker) else None)

    def _describes(self, name: Speaker, end: int) -> bool:
        """Tell whether a name only describes the noun behind it: a former New York "mayor"."""
        last = end - 1
        is_next = int(self._document.ends[last - 1]) == name.end
        return is_next and self._keys[last].isalpha() and not self._is_aside(last)

    def _extended(self, first: int, of: int, last: int) -> Speaker | None:
        """Return a name that goes on behind its "of": "the Department of Justice"."""
        head, end = self._sources.of_words(first, of), self._head_end(of + 1, last)
        rest = self._sources.of_words(of + 1, end)
        if not (head and head.named and rest and rest.named and rest.end > head.end):
            return None
        text = self._document.text[head.start : rest.end]
        return Speaker(head.start, rest.end, text, rest.last, named=True, person=False)

    def _head_end(self, first: int, last: int) -> int:
        """Return where the words that name a source end."""
        end = first + 1
        while end < last and not self._ends_head(end) and not self._ends_phrase(end):
            end += 1
        while end > first + 1 and self._is_aside(end - 1):
            end -= 1
        return min(end, last)

    def _ends_phrase(self, place: int) -> bool:
        """Tell whether a word tells what a source does, or when: a senator "this week"."""
        key = self._keys[place]
        if key in _THIS and self._keys[place + 1] in _TIMES:
            return True
        is_doing = key.endswith("ing") and self._keys[place - 1].endswith("s")
        return key in _TOOK or (is_doing and not self._sources.is_upper[place])

    def _unless_common(self, speaker: Speaker, first: int, end: int) -> Speaker | None:
        """Take "Critics" at the start of a sentence for what it is, and "Moreover" for nobody."""
        if self._keys[first].endswith("ing") and self._keys[first] in common_words():
            return None
        if speaker.last.endswith(_ADJECTIVES) or speaker.name.lower() in _NO_NAMES:
            return None
        is_shouted = speaker.name.isupper() and len(speaker.name) > SHOUTED
        if end - first > 1 or speaker.last not in common_words():
            return speaker
        if is_shouted or speaker.last in NO_NAMES | FUNCTION_WORDS:
            return None
        is_plural = speaker.last.endswith("s") and first in self._firsts
        return replace(speaker, named=False, person=False) if is_plural else speaker

    def _antecedent(self, who: int, sentence: Sentence) -> Speaker | None:
        """Return whom "who" stands for: the words before it."""
        last = who - 1 if self._sources.is_mark[max(who - 1, 0)] else who
        first = last
        while first > sentence.first and self._reaches(first - 1):
            first -= 1
            if self._keys[first] in DETERMINERS:
                break
        else:
            first = last - 1 if self._keys[last - 1].endswith("s") else first
        return self._sources.of_words(first, last) if first < last else None

    def _reaches(self, place: int) -> bool:
        return not (
            self._sources.ends_name[place] or self._is_link(place) or self._keys[place] in PRONOUNS
        )

    def _pronoun(self, index: int, sentence: Sentence, here: Speaker | None) -> Speaker | None:
        """Give a pronoun the name of the source before it."""
        key, sources = self._keys[index], self._sources
        if key == "it":
            bodies = (sources.before, sources.subject, sources.last)
            body = next((b for b in bodies if b and b.named and not b.person), None)
            return body and self._at(body, index)
        if key in _NOBODY:
            return None
        person = key in ("he", "she")
        candidates = (
            here,
            sources.first_name(sentence, index, person),
            self._fitting(person),
            sources.person if person else sources.subject,
            sources.last,
        )
        source = next((c for c in candidates if c and (not person or may_be_person(c))), None)
        return source and self._at(source, index)

    def _at(self, source: Speaker, index: int) -> Speaker:
        """Return a source where a pronoun stands for it."""
        document = self._document
        return source.at(int(document.starts[index]), int(document.ends[index]))

    def _fitting(self, person: bool) -> Speaker | None:
        """Return the source of the sentence before, where "he" or "she" can mean it."""
        before = self._sources.before
        if before and person and not before.person and (before.named or before.last[-1] == "s"):
            return None
        return before
