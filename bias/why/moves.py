"""What would have to go for the rating to fall a band: named pieces, measured again without them.

Nothing is approximated: each answer is the rating of the article with those pieces cut
out. The search takes one piece at a time, the one whose loss lowers the rating most, and
then gives back what is not needed; a smaller set may exist where pieces act only together.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeGuard, get_args

import numpy as np

from bias.analysis import Analysis, analyze
from bias.document.article import Article
from bias.document.excerpt import text_without
from bias.errors import UsageError
from bias.rating.rate import LOW_EDGE, Band, band_of
from bias.reading import tokens_within
from bias.roles import Repeats
from bias.values import value
from bias.words.cut import Span

Kind = Literal["headline", "sentence"]
_BANDS = get_args(Band)

MOST_PIECES = 5
"""With more pieces gone it is another article (set by hand)."""
TRIED = 6
"""Sentences tried in each round, the most biased first (set by hand, to bound the time)."""


@value(frozen=True, slots=True)
class Piece(Span):
    """The headline or a sentence of the story."""

    kind: Kind


@dataclass(frozen=True, slots=True)
class Moves:
    """Pieces without which the rating falls into a lower band, and what it then is."""

    pieces: tuple[Piece, ...]
    """In the order found, the strongest pull first; without any one of them it does not fall."""
    bias: float
    """The rating of the article without them."""
    band: Band

    @property
    def words(self) -> str:
        """The same in a sentence.

        >>> Moves((Piece(0, 9, "headline"), Piece(11, 40, "sentence")), 0.31, "low").words
        'Without the headline and 1 sentence the rating would be 0.31, low.'
        """
        told = " and ".join(_counted([piece.kind for piece in self.pieces]))
        return f"Without {told} the rating would be {self.bias:.2f}, {self.band}."


def _counted(kinds: Sequence[Kind]) -> Iterator[str]:
    if "headline" in kinds:
        yield "the headline"
    if count := kinds.count("sentence"):
        yield f"{count} sentence{'s' if count > 1 else ''}"


def what_moves(
    analysis: Analysis, most: int = MOST_PIECES, repeats: Repeats | None = None
) -> Moves | None:
    """Return the pieces without which the rating falls into a lower band.

    Parameters
    ----------
    analysis
        From `bias.analyze`.
    most
        Pieces at most, 1 or more.
    repeats
        What `analyze` was given.

    Returns
    -------
    Moves or None
        None when there is no rating, when it lies in the lowest band, and when no `most`
        pieces found one by one are enough. Costs up to about ten analyses a piece.

    Examples
    --------
    >>> from bias.document.article import Article
    >>> what_moves(analyze(Article(headline="Mayor Opens Bridge", body="It is open."))) is None
    True
    """
    if most < 1:
        raise UsageError(f"what_moves got most={most}. Give 1 or more pieces.")
    rating, gone = analysis.rating, tuple[Piece, ...]()
    if rating.bias is None or rating.bias < LOW_EDGE:
        return None
    for _ in range(most):
        tried = [(*gone, piece) for piece in _candidates(analysis, gone)]
        rated = [(_rate(analysis, pieces, repeats), pieces) for pieces in tried]
        left = [(bias, pieces) for bias, pieces in rated if bias is not None]
        if not left:
            return None
        bias, gone = min(left, key=lambda item: item[0])
        if _falls(bias, analysis):
            return _needed(analysis, gone, bias, repeats)
    return None


def _candidates(analysis: Analysis, gone: Sequence[Piece]) -> list[Piece]:
    """Return the headline and the most biased sentences that are still there."""
    found = [p for p in _pieces(analysis) if not any(p.meets(other) for other in gone)]
    sentences = [piece for piece in found if piece.kind == "sentence"]
    return [piece for piece in found if piece.kind != "sentence"] + sentences[:TRIED]


def _pieces(analysis: Analysis) -> Iterator[Piece]:
    """Yield the headline and the story's sentences of the outlet's own, the most biased first."""
    if analysis.headline:
        yield Piece(analysis.document.headline.start, analysis.document.headline.end, "headline")
    roles = [paragraph.label for paragraph in analysis.paragraphs]
    for sentence in sorted(analysis.sentences, key=lambda s: (-s.bias, s.start)):
        if sentence.part != "body" or roles[sentence.paragraph].role_of(sentence) != "body":
            continue
        if is_own(analysis, sentence):
            yield Piece(sentence.start, sentence.end, "sentence")


def is_own(analysis: Analysis, sentence: Span) -> bool:
    """Tell whether at most half of a sentence's tokens are direct speech."""
    first, last = tokens_within(analysis.document, sentence)
    return 2 * int(np.count_nonzero(analysis.reading.quoted[first:last])) <= last - first


def _rate(analysis: Analysis, pieces: Sequence[Piece], repeats: Repeats | None) -> float | None:
    """Return the rating without some pieces; None where too little is left to rate."""
    return analyze(without(analysis, pieces), repeats=repeats, model=analysis.models).rating.bias


def _falls(bias: float | None, analysis: Analysis) -> TypeGuard[float]:
    """Return whether a rating lies in a lower band than that of the article."""
    return bias is not None and _BANDS.index(band_of(bias)) < _BANDS.index(analysis.rating.band)


def _needed(
    analysis: Analysis, gone: tuple[Piece, ...], bias: float, repeats: Repeats | None
) -> Moves:
    """Give back, the last found first, every piece without which the rating falls all the same."""
    for piece in reversed(gone[:-1]):
        fewer = tuple(other for other in gone if other != piece)
        if _falls(found := _rate(analysis, fewer, repeats), analysis):
            gone, bias = fewer, found
    return Moves(gone, bias, band_of(bias))


def without(analysis: Analysis, pieces: Sequence[Span]) -> Article:
    """Return the article with some stretches of its text cut out.

    Parameters
    ----------
    pieces
        Spans of `analysis.text` that do not overlap. A paragraph of which nothing is left goes.
    """
    document, article = analysis.document, analysis.article
    left = [text_without(analysis.text, paragraph, pieces) for paragraph in document.paragraphs]
    kept = [number for number, text in enumerate(left) if text]
    blocks = tuple(article.blocks[n] for n in kept) if article.blocks else ()
    headline = text_without(analysis.text, document.headline, pieces)
    body = "\n\n".join(left[number] for number in kept)
    return replace(article, headline=headline, body=body, blocks=blocks)
