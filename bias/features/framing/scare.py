"""Scare quotes in the story: marks that keep a plain word at arm's length.

Marks also quote, name and explain. A word is none of these where nobody is said to use it, no
noun says that it is a word, nothing explains it, and the article's quotations do not hold it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bias.document.columns import UPPER
from bias.document.document import Document, Quotation
from bias.features.framing.chances import LEAST, chance
from bias.features.framing.found import Turn
from bias.models.by_word import Floats
from bias.reading import Reading, tokens_within
from bias.words.classes import FUNCTION_WORDS, word_set

WEIGHT = 0.4
"""How surely one marked word is held at arm's length, when nothing is known of the sentence;
more words are as often somebody's. A judgement of 2026-11-30."""
OWNED = 0.97
"""The same after an owner: `the committee's “experts”`."""
_OWNERS = frozenset(
    {"'s", "'", "their", "his", "her", "its", "these", "those", "such", "so-called"}
)
NOTE = "marks keep the word at arm's length: so called, not so meant"
_TOLD = word_set("told_as_words")
"""One of these in the sentence says whose word it is, or that a word is meant: `dubbed`."""
_MENTIONING = frozenset(
    {"adjective", "adjectives", "buzzword", "category", "concept", "example", "expression",
     "hashtag", "idea", "instance", "label", "labels", "like", "meaning", "name", "nickname",
     "notion", "noun", "phrase", "rhetoric", "slogan", "slur", "slurs", "smear", "smears", "term",
     "terms", "theory", "title", "verb", "word", "words"}
)  # fmt: skip
"""One of these before the marks, or a few words before, says that the word itself is meant."""
_AS_SAID = frozenset({"as", "being", "for", "too"})
"""Before a marked word, with a verb of judging in the sentence: `abused him as “callous”`."""
_JUDGE = word_set("judging_as") | frozenset(
    {"abused", "attacked", "blasted", "charged", "condemned", "criticised", "criticized",
     "denounced", "derided", "designated", "dismissed", "mocked", "praised", "scorned", "signaled",
     "signalled", "slammed", "suggested", "warned"}
)  # fmt: skip
_VOTES = frozenset({"yes", "no", "aye", "nay", "yea", "leave", "remain", "like", "have", "no-show"})
_VOTED = frozenset({"vote", "votes", "voted", "voter", "voters", "voting", "clicked", "button",
                    "campaign", "camp", "side", "provinces", "states", "pressed"})  # fmt: skip
_EXPLAINING = frozenset({"where", "which", "meaning", "i.e", "namely"})
REACH = 3
"""Words before the marks in which a noun may say that a word is meant."""
NEAR = 120
"""Tokens on either side within which a quotation with the same word shows whose it is."""
_QUOTES = frozenset({"“", "”", '"', "'", "‘", "’", "''"})


def find_scare_quotes(reading: Reading, odds: Floats) -> Iterator[Turn]:
    """Yield the single marked words whose sentence names nobody that says them.

    Parameters
    ----------
    reading
        Whose story is looked at.
    odds
        Log-odds that each sentence of `reading.told` is biased.
    """
    told, marked = reading.told, _Marked(reading.told)
    reported = {report.sentence for report in reading.reports}
    for quotation in told.quotations:
        if quotation.kind != "scare" or quotation.part != "body":
            continue
        first, last = tokens_within(told, quotation)
        sentence = int(told.sentence_of[first])
        weight = OWNED if told.keys[first - 1] in _OWNERS else WEIGHT
        likely = chance(weight, float(odds[sentence]))
        if likely >= LEAST and sentence not in reported and marked.is_kept_off(quotation):
            yield Turn(first, last, sentence, "scare_quotes", weight, NOTE, likely)


@dataclass(frozen=True)
class _Marked:
    """The marked words of one story."""

    told: Document
    """Headline and story."""

    def is_kept_off(self, quotation: Quotation) -> bool:
        """Tell whether one plain word is marked that is neither used, named nor explained."""
        told = self.told
        first, last = tokens_within(told, quotation)
        words = [place for place in range(first, last) if told.is_word[place]]
        if len(words) != 1 or told.column(UPPER)[words].any() or told.quoted[words[0]]:
            return False
        if told.keys[words[0]] in FUNCTION_WORDS:
            return False  # stressed, as in `care only for “their” side`
        bounds = told.sentences[int(told.sentence_of[first])]
        before, after = told.keys[bounds.first : first], told.keys[last : bounds.last]
        is_word = _is_mentioned(before) or _is_explained(before, after)
        is_said = not _TOLD.isdisjoint((*before, *after)) or _is_judged(before)
        is_said |= _is_listed(before, after) or told.text.startswith("@", told.starts[words[0]] - 1)
        is_vote = told.keys[words[0]] in _VOTES and not _VOTED.isdisjoint((*before, *after))
        return not (is_word or is_said or is_vote or self._is_echo(words[0]))

    def _is_echo(self, place: int) -> bool:
        """Tell whether a word repeats one that somebody is quoted with a few lines away."""
        told, key = self.told, self.told.keys[place]
        near = range(max(0, place - NEAR), min(len(told.keys), place + NEAR))
        return any(told.keys[other] == key and told.quoted[other] for other in near)


def _is_mentioned(before: Sequence[str]) -> bool:
    """Tell whether a noun before the marks says that the word itself is meant.

    >>> _is_mentioned(["the", "concept", "of"]), _is_mentioned(["the", "committee's"])
    (True, False)
    """
    return not _MENTIONING.isdisjoint(before[-REACH:])


def _is_judged(before: Sequence[str]) -> bool:
    """Tell whether the words before say that somebody judges so, or gives it in brackets."""
    if before[-1:] == ["("]:
        return True
    return bool(before) and before[-1] in _AS_SAID and not _JUDGE.isdisjoint(before)


def _is_listed(before: Sequence[str], after: Sequence[str]) -> bool:
    """Tell whether the words are one of several that are marked, as quotations are.

    >>> _is_listed(["too", '"', "risky", '"', "and"], [])
    True
    """
    follows = before[-1:] in (["and"], ["or"]) and before[-2:-1] and before[-2] in _QUOTES
    leads = after[:1] in (["and"], ["or"]) and after[1:2] and after[1] in _QUOTES
    return bool(follows or leads)


def _is_explained(before: Sequence[str], after: Sequence[str]) -> bool:
    """Tell whether the sentence says what the word means: `“serfs,” who own no land`."""
    told = after[1:] if after[:1] == [","] else after
    if after[:1] == ["("] or (told[:1] and told[0] in _EXPLAINING):
        return True
    return "for" in before[-REACH:] and after[:1] in (["—"], ["–"], [","])
