"""How likely each word of a headline judges, and by which device.

A small learnt sum (`bias.models.headline`) of what the token model says of the word, what the term
lists say, the sentence and the headline as a whole, and the frame of the word: its ending, the
words beside it where they are function words, marks and quotation marks. Names are hidden. So a
word of no list is found, and a listed one that is plain here is not.
"""

from collections.abc import Iterator, Sequence
from heapq import nlargest

import numpy as np
from numpy.typing import NDArray

from bias.document.columns import FIGURE, MARK, WORD
from bias.features.headline.terms import DETERMINERS, category_of, plain_places
from bias.features.headline.words import Headline, key_at
from bias.lists.hits import Match
from bias.lists.identity import NAME, NUMBER, one_sex
from bias.models.headline import JUDGING, HeadlineModel
from bias.models.tokens import FLOOR, shipped_token_model
from bias.words.classes import FUNCTION_WORDS, word_set

Floats = NDArray[np.float64]

_MAY_JUDGE = word_set("may_judge")
"""Words of the frame that sharpen or judge: the only ones that the model knows by themselves."""
_SILENT = FUNCTION_WORDS - _MAY_JUDGE | {"'s", "'"}
"""Words of the frame, which judge nothing by themselves."""
_LISTED = (*JUDGING, "other")
"""Categories of lists that have a measure: the devices, and all other categories."""
MEASURES = (
    "word", "sentence", "wording", "before", "after", "most", *(f"listed {c}" for c in _LISTED),
)  # fmt: skip
"""What is measured of a word: its own log-odds of being marked; the sentence model's and the
headline wording's log-odds; the own log-odds of the next word before and after that may judge, and
of the strongest other; the weight of the list entry that it belongs to, by category."""
_ENDINGS = ("ing", "ed", "ly", "est", "s")
_SHOUT = 4
"""Letters of a word in capitals that is no abbreviation."""


def judging_places(headline: Headline) -> list[int]:
    """Return the tokens that may judge: words that are no names, not of the frame, not plain."""
    plain, (named, _) = plain_places(headline.keys, headline.few), headline.cases
    return [
        place
        for place, key in enumerate(headline.keys)
        if headline.kinds[place] == WORD
        and not headline.hidden[place]
        and key not in _SILENT
        and key not in named
        and place not in plain
    ]


def measures_of(
    headline: Headline, terms: Sequence[Match], places: Sequence[int]
) -> Iterator[tuple[float, ...]]:
    """Yield `MEASURES` of some of the headline's tokens.

    Parameters
    ----------
    headline
        Of the article.
    terms
        Its listed terms.
    places
        Of `judging_places`.
    """
    listed = {place: term for term in terms for place in range(term.first, term.last)}
    model = shipped_token_model()
    own = [model.word_score(headline.keys[place]) for place in places]
    strongest = _strongest_others(own)
    for number, place in enumerate(places):
        before = own[number - 1] if number else FLOOR
        after = own[number + 1] if number + 1 < len(own) else FLOOR
        most = strongest[number]
        beside = (before, after, most)
        yield (
            own[number], headline.sentence, headline.wording, *beside,
            *_weights(listed.get(place)),
        )  # fmt: skip


def _strongest_others(scores: Sequence[float]) -> list[float]:
    """Return for each score the highest of the others.

    >>> _strongest_others([1.0, 3.0, 2.0])
    [3.0, 2.0, 3.0]
    """
    first, second = [*nlargest(2, scores), FLOOR, FLOOR][:2]
    at = scores.index(first) if scores else -1
    return [second if number == at else first for number in range(len(scores))]


def _weights(term: Match | None) -> tuple[float, ...]:
    """Return the weight of a list entry under its category, and 0 under the others."""
    if term is None:
        return (0.0,) * len(_LISTED)
    category = category_of(term)
    own = category if category in JUDGING else "other"
    return tuple(term.term.weight if category == own else 0.0 for category in _LISTED)


def signs_of(headline: Headline, places: Sequence[int]) -> Iterator[list[str]]:
    """Yield what each of some tokens shows: its ending, neighbours, case, marks and list."""
    shapes, at = _frame(headline)
    for place in places:
        yield [*_frame_signs(shapes, at[place]), *_own_signs(headline, place)]


def _frame(headline: Headline) -> tuple[list[str], list[int]]:
    """Return the shapes of the headline, edges marked, and where each token stands in them.

    Neighbouring names are one, so that a name of one word is as good as one of three.
    """
    shapes, at = ["^", "^"], list[int]()
    for place in range(len(headline)):
        shape = _shape(headline, place)
        if not shape == NAME == shapes[-1]:
            shapes.append(shape)
        at.append(len(shapes) - 1)
    return [*shapes, "$", "$"], at


def _frame_signs(shapes: Sequence[str], at: int) -> Iterator[str]:
    """Yield the shape of a word and of the two words on either side."""
    yield f"ending {shapes[at]}"
    yield f"before {shapes[at - 1]}"
    yield f"after {shapes[at + 1]}"
    yield f"two before {shapes[at - 2]}"
    yield f"two after {shapes[at + 2]}"


def _own_signs(headline: Headline, place: int) -> Iterator[str]:
    """Yield what the word shows by itself."""
    key, form = headline.keys[place], headline.forms[place]
    if (category := headline.general.get(place)) is not None:
        noun = key_at(headline.keys, place - 1) in DETERMINERS
        yield f"general list {category}{', after a determiner' * noun}"
    if key in _MAY_JUDGE:
        yield f"word {key}"
    if form[0].islower():
        yield "lower case"
    elif form.isupper() and len(form) >= _SHOUT:
        yield "shouted"
    if headline.voices[place] == "quoted":
        yield "quoted"
    yield from (f"in {kind}" for kind in headline.marked.get(place, ()))


def _shape(headline: Headline, place: int) -> str:
    """Return a function word or a mark as it is, of any other word its ending."""
    key, kind = headline.keys[place], headline.kinds[place]
    if headline.hidden[place]:
        return NAME
    if kind == FIGURE:
        return NUMBER
    if kind == MARK:
        return key[0]
    if key in FUNCTION_WORDS or key == "'s":
        return one_sex(key)
    return next((f"<{ending}>" for ending in _ENDINGS if key.endswith(ending)), "<w>")


def find_judging(headline: Headline, terms: Sequence[Match], model: HeadlineModel) -> Floats:
    """Return of each token the probability of each of `JUDGING`; 0 where none may judge.

    Parameters
    ----------
    headline, terms
        The headline and its listed terms.
    model
        What judges.

    Returns
    -------
    numpy.ndarray
        Shape (tokens, 3); a row sums to the probability of any.
    """
    found = np.zeros((len(headline), len(JUDGING)))
    places = judging_places(headline)
    if places:
        measures, signs = measures_of(headline, terms, places), signs_of(headline, places)
        found[places] = model.probabilities(measures, signs)
    return found
