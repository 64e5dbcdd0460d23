"""Questions that ask: answered at once, of two sides, or put to the reader in passing."""

from bias.document.document import Document

_ANSWERS = frozenset({"no", "yes", "nope", "nah", "perhaps", "maybe", "probably", "hardly", "not"})
_SHORT = 6
"""Tokens of an answer at most: `Yes, it was.`"""
_OPENING = frozenset({"so", "and", "but", "then", "now", ","})
_TAIL = 8
"""Tokens within which a question asks for one of two by its `or`: `…, or is it the other way?`"""
_AUXILIARIES = frozenset(
    {"are", "can", "could", "did", "do", "does", "has", "have", "is", "should", "was", "were",
     "will", "would"}
)  # fmt: skip
_FACTS = frozenset({"what", "who", "where", "when", "which"})
_IS = frozenset({"are", "did", "do", "does", "happened", "happens", "is", "was", "were"})
_QUIZ = frozenset({"quiz", "poll", "survey"})


def is_asked_openly(told: Document, number: int) -> bool:
    """Tell whether a question of the outlet's suggests no answer.

    Parameters
    ----------
    told
        Headline and story.
    number
        Of the sentence that ends in a question mark.
    """
    sentences, keys = told.sentences, told.keys
    here = keys[sentences[number].first : sentences[number].last]
    before = _keys_of(told, number - 1)
    after = _keys_of(told, number + 1)
    is_led = before[-1:] == [":"]
    is_answered = after[:1] and after[0] in _ANSWERS and after[-1] == "." and len(after) <= _SHORT
    is_pair = after[:1] == ["or"] and after[-1] == "?"
    is_pair |= here[0] == "or" and before[-1:] == ["?"]
    is_quiz = not _QUIZ.isdisjoint(here) or here[:3] == ["have", "you", "ever"]
    return bool(is_led or is_answered or is_pair or is_quiz or _asks_for_one(here))


def asks_for_facts(told: Document, number: int) -> bool:
    """Tell whether a question asks who or what something is, such as `Who are they?`."""
    here = _keys_of(told, number)
    start = next((place for place, key in enumerate(here) if key not in _OPENING), 0)
    return here[start] in _FACTS and here[start + 1 : start + 2] != [] and here[start + 1] in _IS


def _keys_of(told: Document, number: int) -> list[str]:
    """Return the words of a sentence; none for one that is not there."""
    if not 0 <= number < len(told.sentences) or told.sentences[number].part != "body":
        return []
    return told.keys[told.sentences[number].first : told.sentences[number].last]


def _asks_for_one(here: list[str]) -> bool:
    """Tell whether a question asks which of two it is.

    >>> _asks_for_one(["is", "it", "greed", "or", "is", "it", "fear", "?"])
    True
    >>> _asks_for_one(["is", "he", "mad", "or", "drunk", "?"])
    False
    """
    start = next((place for place, key in enumerate(here) if key not in _OPENING), 0)
    if here[start] == "which" and "or" in here[-_TAIL:]:
        return True
    places = [place for place, key in enumerate(here[:-1]) if key == "or"]
    return any(here[place + 1] in _AUXILIARIES for place in places)
