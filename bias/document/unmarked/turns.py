"""Transcripts and interviews: whose turn it is stands before a colon, or a question addresses it.

"SARA CARTER: …", "Poe: …" and "Q: … A: …" name who speaks; all of a guest's turn is quoted. What an
outlet asks ("Q:", a question to "you", a turn of its host) stays its own, the answers are not.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from bias.document.unmarked.found import Unmarked
from bias.words.classes import common_words
from bias.words.cut import Span

FEWEST_TURNS = 4
"""Turns of named speakers from which paragraphs are a conversation."""
FEWEST_QUESTIONS = 3
"""Questions to "you" with answers in the first person from which it is an interview."""
MOST_BETWEEN = 30
"""Paragraphs between two turns, at most, that go on with the one before; an answer may be long."""
MOST_ANSWERING = 8
"""The same of an answer to a question without a label."""
_LABEL = re.compile(
    r"(?P<label>(?P<name>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3})(?:,? \(?[A-Z][A-Za-z ]{1,30}\)?"
    r"| \([a-z][A-Za-z -]{1,30}\))?)(?:\s?:|(?<=\b[QA])\.)(?:\s+(?=\S)|\Z)"
)
_QUESTION = frozenset({"q", "question"})
_ANSWER = frozenset({"a", "answer"})
_ROLES = frozenset(
    {"announcer", "anchor", "attorney", "audience", "caller", "crowd", "emcee", "host", "judge",
     "interviewer", "man", "moderator", "narrator", "officer", "reporter", "speaker", "voice",
     "woman"}
)  # fmt: skip
"""Words of a label that name a part in a conversation."""
_HOSTS = frozenset(
    {"anchor", "byline", "co-host", "correspondent", "emcee", "host", "interviewer", "moderator",
     "presenter", "reporter"}
)  # fmt: skip
"""Words of a label that speak for the outlet."""
_YOU = re.compile(r"\b[Yy]ou(?:r|rself|['’](?:re|ve|d|ll))?\b")
_I = re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|[Mm]y|[Mm]e)\b")
_INTERVIEW = re.compile(
    r"\binterview|\bq ?& ?a\b|\bquestions and answers\b|\bconversation\b|\bsat down with\b"
    r"|\b(?:spoke|talked|chatted|caught up) (?:to|with)\b"
    r"|\bedited (?:\w+ )?for (?:length|clarity|space)",
    re.IGNORECASE,
)
MOST_INTRODUCING = 6
"""Paragraphs within which an interview is introduced as one."""


def find_turns(text: str, spans: Sequence[Span]) -> Iterator[Unmarked]:
    """Yield the turns of a conversation that are somebody else's words.

    Parameters
    ----------
    text, spans
        The paragraphs; offsets into `text`.
    """
    turns = _labelled(text, spans)
    if turns:
        yield from _continued(spans, turns)
    else:
        asked = [number for number, span in enumerate(spans) if _asks(text, span)]
        if len(asked) >= FEWEST_QUESTIONS and _is_introduced(text, spans):
            yield from _answers(text, spans, asked)


def is_shouted(line: str) -> bool:
    """Tell whether a paragraph is the turn of a speaker whose name is in capitals.

    >>> is_shouted("LUCILLE AMES, HOST: Good evening."), is_shouted("Q: Why?")
    (True, False)
    """
    match = _LABEL.match(line)
    if match is None or match.end() == len(line):
        return False
    return len(match["name"]) > 1 and match["name"].isupper()


def _labelled(text: str, spans: Sequence[Span]) -> dict[int, Unmarked | None]:
    """Return the turns by paragraph, None where no words are to be found; none for a list."""
    matches = {
        n: m for n, span in enumerate(spans) if (m := _LABEL.match(text, span.start, span.end))
    }
    if len(matches) < FEWEST_TURNS - 1:
        return {}
    often = Counter(map(_name_of, matches.values()))
    names = {_name_of(match) for match in matches.values() if _is_speaker(match["label"])}
    again = [name for name in names if often[name] > 1]
    kept = {n: m for n, m in matches.items() if _name_of(m) in names}
    asks = not _QUESTION.isdisjoint(names)
    is_talk = len(again) > 1 or (len(again) == 1 and len(names) > 1 and len(kept) > FEWEST_TURNS)
    if len(kept) < (FEWEST_TURNS - 1 if asks else FEWEST_TURNS) or not is_talk:
        return {}
    hosts = {_name_of(match) for match in kept.values() if _is_host(match["label"])}
    fullest = _fullest(kept.values())
    return {
        n: None if _name_of(match) in hosts else _turn(spans[n], n, match, fullest)
        for n, match in kept.items()
    }


def _name_of(match: re.Match[str]) -> str:
    """Return the word by which a label comes back: the last of its name."""
    return _words(match["label"].partition(",")[0].partition("(")[0])[-1]


def _words(label: str) -> list[str]:
    return [word.strip("().,").lower() for word in label.split()]


def _is_host(label: str) -> bool:
    return not _HOSTS.isdisjoint(_words(label))


def _fullest(matches: Iterable[re.Match[str]]) -> dict[str, Span]:
    """Return where the longest label of each name stands."""
    found: dict[str, Span] = {}
    for match in matches:
        span, name = Span(*match.span("name")), _name_of(match)
        if name not in found or span.end - span.start > found[name].end - found[name].start:
            found[name] = span
    return found


def _is_speaker(label: str) -> bool:
    """Tell whether a label names a person, an outlet or a part in a conversation.

    >>> [_is_speaker(label) for label in ("SARA CARTER", "Q", "HOST", "THE FACTS", "Where")]
    [True, True, True, False, False]
    """
    words = _words(label)
    if words[-1] in _QUESTION | _ANSWER or not _ROLES.isdisjoint(words):
        return True
    if label.isupper() and len(words) == 1 and len(words[0]) < 4:
        return True
    return words[-1] not in common_words()


def _turn(
    span: Span, number: int, match: re.Match[str], fullest: Mapping[str, Span]
) -> Unmarked | None:
    name = _name_of(match)
    if name in _QUESTION or _is_marked(match):
        return None
    by = None if name in _ANSWER else fullest[name]
    return Unmarked(match.end(), span.end, number, by)


def _is_marked(match: re.Match[str]) -> bool:
    """Tell whether what follows a label has quotation marks of its own."""
    return match.string[match.end() : match.end() + 1] in tuple('“"‘«')


def _continued(spans: Sequence[Span], turns: dict[int, Unmarked | None]) -> Iterator[Unmarked]:
    """Yield the turns and the paragraphs between two that go on with the one before."""
    numbers = sorted(turns)
    is_talk_to_the_end = 2 * len(numbers) >= len(spans) - numbers[0]
    end = len(spans) if is_talk_to_the_end else numbers[-1] + 1
    for number, following in zip(numbers, (*numbers[1:], end), strict=True):
        turn = turns[number]
        if turn is None:
            continue
        if turn.start < turn.end:
            yield turn
        if following - number - 1 <= MOST_BETWEEN:
            for place in range(number + 1, following):
                yield Unmarked(spans[place].start, spans[place].end, place, turn.by)


def _is_introduced(text: str, spans: Sequence[Span]) -> bool:
    """Tell whether headline or opening say that somebody was asked."""
    end = spans[min(len(spans), MOST_INTRODUCING) - 1].end if spans else 0
    return _INTERVIEW.search(text, 0, end) is not None


def _answers(text: str, spans: Sequence[Span], asked: Sequence[int]) -> Iterator[Unmarked]:
    """Yield the answers of an interview whose questions have no label."""
    said = [n for n in asked if n + 1 < len(spans) and _I.search(spans[n + 1].of(text))]
    if len(said) < FEWEST_QUESTIONS or 2 * len(said) < len(asked):
        return
    for number, following in zip(asked, (*asked[1:], asked[-1] + 2), strict=True):
        if following - number - 1 <= MOST_ANSWERING:
            for place in range(number + 1, min(following, len(spans))):
                yield Unmarked(spans[place].start, spans[place].end, place)


def _asks(text: str, span: Span) -> bool:
    """Tell whether a paragraph is a question to "you"."""
    if text[span.end - 1] != "?":
        return False
    return _YOU.search(text, span.start, span.end) is not None and "“" not in span.of(text)
