"""Whose words a headline's are, where it leaves the quotation marks out or uses them otherwise.

Headlines lay words at somebody's door by a colon (`Quimby: Bridge is a disgrace`), by a name at
the end, and by a verb of saying without marks (`Quimby says bridge is a disgrace`). And one or two
words in marks are a speaker's where the headline names somebody, the outlet's where it does not.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate

from bias.document.columns import MARK, WORD
from bias.document.document import VOICES, Quotation, Voice
from bias.lists.hits import Match
from bias.words.classes import word_set

_BYLINES = word_set("labels_of_genre")
_ROLES = word_set("titles") | word_set("offices")
_SPEAKERS = _ROLES | frozenset(
    {"boss", "campaigners", "ceo", "chancellor", "charity", "chief", "coach", "critics", "doctors",
     "experts", "family", "father", "lawmakers", "lawyer", "lawyers", "leader", "leaders",
     "minister", "ministers", "mother", "mps", "officials", "opposition", "police", "pope",
     "premier", "prosecutors", "residents", "spokesman", "spokeswoman", "teachers",
     "victims", "watchdog", "widow"}
)  # fmt: skip
"""Who may stand before a colon without a name."""
_ASKING = frozenset({"why", "how", "what", "who", "when", "where", "which"})
_PLAIN_SAYING = 0.3
"""Report verbs of more weight dramatise: what follows is the outlet's account."""
_NO_CLAIM_AFTER = _ASKING | {"of", "on", "about", "for", "to", "at", "in", "no", "yes", "with"}
_VOUCHING = frozenset({"confirm", "show", "stand", "prove", "reveal", "demonstrate"})
"""After these the outlet says what follows, too."""
_LONGEST_SPEAKER = 6
"""Tokens of who stands before a colon or after the last."""
_SAYING = frozenset({"says", "said", "say"})
_OWNERS = frozenset({"'s", "his", "her", "their", "its", "our", "my", "your"})
"""After these, marked words say what the outlet thinks of what is owned: their 'free' evenings."""
_QUOTED_ALONE = 4
"""Words in marks that are speech whoever says them."""


def voices_of(
    keys: Sequence[str],
    forms: Sequence[str],
    kinds: Sequence[int],
    hidden: Sequence[bool],
    quotations: Sequence[tuple[Quotation, range]],
    said: Sequence[Match],
) -> list[Voice]:
    """Return the voice of each token.

    Parameters
    ----------
    keys, forms, kinds, hidden
        Of each token, as in `Headline`.
    quotations
        Each with its tokens.
    said
        The headline's verbs of saying.
    """
    quoted = [False] * len(keys)
    words = _Words(keys, forms, kinds, hidden, said)
    for stretch in (words.after_colon(), words.before_speaker(), words.after_saying()):
        for place in stretch:
            quoted[place] = True
    for quotation, places in quotations:
        if words.is_speech(quotation, places):
            quoted[places.start : places.stop] = [True] * len(places)
    return [VOICES[is_quoted] for is_quoted in quoted]


class _Words:
    """A headline's words, to be asked who says which."""

    def __init__(
        self,
        keys: Sequence[str],
        forms: Sequence[str],
        kinds: Sequence[int],
        hidden: Sequence[bool],
        said: Sequence[Match],
    ) -> None:
        self.keys, self.forms, self.kinds, self.hidden, self.said = keys, forms, kinds, hidden, said
        saying = {verb.first for verb in said}
        self._hidden_before = [*accumulate(hidden, initial=0)]
        self._saying_before = [*accumulate((p in saying for p in range(len(keys))), initial=0)]

    def _is_speaker(self, first: int, last: int) -> bool:
        """Tell whether some tokens are a person or a body: names, with a title or an office."""
        places = range(first, last)
        if not 0 < last - first <= _LONGEST_SPEAKER or not any(self.hidden[p] for p in places):
            return False
        shouted = all(self.forms[p].isupper() and len(self.forms[p]) > 3 for p in places)
        plain = [p for p in places if not self.hidden[p] and self.keys[p] not in _ROLES]
        told = all(self.kinds[p] == WORD and self.forms[p][0].isupper() for p in plain)
        return self.hidden[last - 1] and told and len(plain) <= 2 and not shouted

    def after_colon(self) -> range:
        """Return what follows a speaker and a colon, as in `Quimby: Bridge is a disgrace`."""
        if ":" not in self.keys:
            return range(0)
        colon = self.keys.index(":")
        rest = self.keys[colon + 1 :]
        asks = bool(rest) and (rest[0] in _ASKING or "?" in rest)
        byline = not _BYLINES.isdisjoint(self.keys[:colon])
        speaks = self._is_speaker(0, colon) or self._is_office(colon) or self._addresses(colon)
        return range(0) if asks or byline or not speaks else range(colon + 1, len(self.keys))

    def _is_office(self, colon: int) -> bool:
        """Tell whether who stands before a colon is an office, of a place perhaps: `Hull mayor`."""
        last = colon - 1
        known = all(self.hidden[p] or self.keys[p] in _SPEAKERS for p in range(colon))
        return 0 < colon <= _LONGEST_SPEAKER and known and self.keys[last] in _SPEAKERS

    def _addresses(self, colon: int) -> bool:
        """Tell whether somebody speaks to somebody before a colon: `Senator to Quimby:`."""
        to = self.keys.index("to") if "to" in self.keys[:colon] else 0
        office = to == 1 and self.keys[0] in _ROLES
        return (office or self._is_speaker(0, to)) and self._is_speaker(to + 1, colon)

    def before_speaker(self) -> range:
        """Return what stands before a speaker at the end: `Bridge a disgrace, says Quimby`."""
        for mark in range(len(self.keys) - 2, max(0, len(self.keys) - _LONGEST_SPEAKER - 3), -1):
            if self.kinds[mark] == MARK and self.keys[mark] in {":", ","}:
                first, last = mark + 1, len(self.keys)
                before = self.keys[first] in _SAYING
                after = self.keys[last - 1] in _SAYING
                told = before or after or self.keys[mark] == ":"
                if told and (after or self._is_speaker(first + before, last)):
                    return range(mark)
                return range(0)
        return range(0)

    def after_saying(self) -> range:
        """Return what follows a name and a plain verb of saying, up to a break."""
        for verb in self.said:
            after = self.keys[verb.last : verb.last + 1]
            spoken = verb.first and self.hidden[verb.first - 1] and after
            plain = verb.term.weight <= _PLAIN_SAYING and verb.term.term not in _VOUCHING
            if spoken and plain and after[0] not in _NO_CLAIM_AFTER:
                return range(verb.last, next(self._breaks(verb.last), len(self.keys)))
        return range(0)

    def _breaks(self, first: int) -> Iterator[int]:
        return (p for p in range(first, len(self.keys)) if self.keys[p] in {";", ".", "|", "—"})

    def is_speech(self, quotation: Quotation, places: range) -> bool:
        """Tell whether words in marks are somebody's: long ones, or where somebody is named."""
        if quotation.kind == "title":
            return False
        words = sum(self.kinds[place] == WORD for place in places)
        if quotation.kind == "direct" and words >= _QUOTED_ALONE:
            return True
        said = _beside(self._saying_before, places)
        owned = bool(places) and places[0] > 0 and self.keys[places[0] - 1] in _OWNERS
        return said or (not owned and _beside(self._hidden_before, places))


def _beside(before: Sequence[int], places: range) -> bool:
    """Tell whether something counted up to each place stands outside of some places."""
    return before[-1] > before[places.stop] - before[places.start]
