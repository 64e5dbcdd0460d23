"""One article in, one analysis out."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any

from bias.document.article import Article
from bias.document.document import Cue, Document, Part
from bias.document.judged import score_sentences
from bias.document.segment import cut_together
from bias.errors import UsageError
from bias.evidence.select import select
from bias.features.measured import measure
from bias.features.said import with_speakers
from bias.features.user_terms import check_user_lexicons, user_evidence
from bias.frames.policy import Framing, framing_of
from bias.lists.user import UserLexicon
from bias.models.lean import Lean
from bias.models.norms import Place, length_class, percentile_ranks, place_of
from bias.models.sentences import SentenceScores
from bias.outputs import record
from bias.rating.article_codebook import MEASURES
from bias.rating.beside import genre_of, said_lean
from bias.rating.compared import comparable
from bias.rating.labels import label_chances
from bias.rating.own import Models, OwnModel, digests_of, judge_of, own_models, rater_of
from bias.rating.rate import Rating, rate
from bias.reading import Reading
from bias.roles import ParagraphRole, Repeats
from bias.showing import Shows
from bias.values import value
from bias.words.cut import Span

if TYPE_CHECKING:
    import pandas as pd


@value(frozen=True, slots=True)
class RatedSentence(Span):
    """One sentence with its probability."""

    part: Part
    paragraph: int
    """Index of its paragraph; -1 for the headline."""
    bias: float
    """Probability that experts judge the sentence biased, 0 to 1."""


@value(frozen=True, slots=True)
class LabelledParagraph(Span):
    """One paragraph of the body with its role."""

    label: ParagraphRole
    frames: tuple[str, ...] = ()
    """The policy frames present in it, likeliest first."""

    @property
    def role(self) -> str:
        """One of the ten roles, such as `body` or `promo_story`."""
        return self.label.role

    @property
    def probability(self) -> float:
        """Of that role, 0 to 1."""
        return self.label.probability

    @property
    def topic(self) -> str | None:
        """`on` or `off` for a `promo_story`, else None."""
        return self.label.topic


@dataclass(frozen=True, repr=False)
class Analysis(Shows):
    """Everything known about one article, every number traceable to spans."""

    document: Document
    paragraphs: tuple[LabelledParagraph, ...]
    sentences: tuple[RatedSentence, ...]
    cues: tuple[Cue, ...]
    """By position in the text."""
    scores: Mapping[str, float]
    """One per extractor, 0 to 1, more is more slanted; NaN where undefined."""
    values: Mapping[str, float]
    """Every feature of the codebook, then the user's lists'; NaN where undefined."""
    percentiles: Mapping[str, float]
    """Where each score and feature stands among reference articles, 0 to 100; where many of them
    have the very same value, the middle of their range."""
    rating: Rating
    evidence: tuple[Cue, ...] = ()
    """What every output shows first: those of `cues` that stand up, strongest first, at most six.
    The outlet's own words, each stretch once, and at most one insert, which comes last; empty for
    a calm article."""
    lean: Lean | None = None
    """Which outlets' articles the story's wording resembles."""
    lean_reason: str | None = None
    """Why there is no `lean`; None where there is one."""
    framing: Framing = field(default_factory=Framing)
    """Policy frames of article and headline."""
    lexicons: Mapping[str, str] = field(default_factory=dict)
    """The user's term lists: name and digest."""
    models: tuple[OwnModel, ...] = ()
    """The user's models."""

    @property
    def article(self) -> Article:
        """The article as read."""
        return self.document.article

    @property
    def text(self) -> str:
        """The article as analysed; every offset points into it."""
        return self.document.text

    @property
    def headline(self) -> str:
        """The headline as analysed; empty when there is none."""
        return self.document.headline.of(self.document.text)

    @property
    def rated_by(self) -> str | None:
        """Name of the user's model that gave the rating; None for the shipped one."""
        return next((model.name for model in self.models if model.articles), None)

    @cached_property
    def reading(self) -> Reading:
        """What was measured: the document whose paragraphs have their roles."""
        return Reading(self.document, tuple(paragraph.label for paragraph in self.paragraphs))

    @cached_property
    def words(self) -> int:
        """Words of the article as read: headline, inserts and furniture included."""
        return sum(token.kind == "word" for token in self.document.tokens)

    @property
    def length(self) -> str:
        """The length class of its story, one of `bias.models.norms.LENGTH_CLASSES`."""
        return length_class(self.reading.words)

    @cached_property
    def percentiles_by_length(self) -> dict[str, float]:
        """Where each score and feature stands among reference articles of its length class."""
        measured, language = {**self.values, **self.scores}, self.reading.language
        compared = comparable(measured, self.rating, self.models, language)
        return percentile_ranks(compared, self.length)

    def place(self, name: str) -> Place | None:
        """Return how many reference articles a score or feature is above; None if unknown."""
        if math.isnan(self.percentiles.get(name, math.nan)):
            return None
        return place_of(name, {**self.values, **self.scores, "bias": self.rating.bias}[name])

    @cached_property
    def features(self) -> "pd.Series[float]":
        """The features, NaN where undefined."""
        import pandas as pd

        return pd.Series(dict(self.values), dtype=float, name=self.article.id or None)

    def to_dict(self, keep_columns: bool = False) -> dict[str, Any]:
        """Return one line of `analyze -o x.jsonl` as plain data; own columns when asked for."""
        return {
            **record.identity_of(self.article, self.headline, keep_columns),
            "schema_version": record.SCHEMA_VERSION,
            "text": self.text,
            "mended": [*self.article.mended],
            "rating": record.rating_of(self.rating),
            "lean": record.lean_of(self.lean),
            "lean_reason": self.lean_reason,
            "scores": record.numbers(self.scores),
            "features": record.numbers(self.values),
            "percentiles": record.numbers(self.percentiles),
            "paragraphs": [record.paragraph_of(p, p.label, p.frames) for p in self.paragraphs],
            "sentences": [record.sentence_of(s, s.part, s.bias) for s in self.sentences],
            "cues": [record.cue_of(cue) for cue in self.cues],
            "evidence": [self.cues.index(cue) for cue in self.evidence],
            "frames": record.numbers(self.framing.article),
            "headline_frames": record.numbers(self.framing.headline),
            "meta": record.provenance(self.lexicons, digests_of(self.models)),
        }


def analyze(
    article: Article,
    lexicons: Sequence[UserLexicon] = (),
    repeats: Repeats | None = None,
    model: Models = (),
) -> Analysis:
    """Measure and rate one article.

    Parameters
    ----------
    article
        From `bias.read_article`, or made by hand. Headline or body may be empty.
    lexicons
        Term lists of your own, from `bias.read_lexicon`: their hits become cues and
        features under their names; scores and rating do not see them.
    repeats
        From `bias.find_repeats` over a batch with this article: what its outlet sets often.
    model
        A model of your own from `bias.read_model`, or one of each kind. A model of articles
        gives the rating, and what the rating alone is compared by has no percentile; a model
        of sentences gives the sentences' probabilities, and the rating does not see it; a model
        of labels, of which there may be several, gives features `label_NAME_LABEL`.

    Returns
    -------
    Analysis
        With `rating`, `scores`, `features`, `cues`, `paragraphs`, `sentences`.

    Examples
    --------
    >>> analyze(Article(headline="Mayor Opens Bridge", body="It is open.")).rating.bias is None
    True
    """
    return next(analyze_together([article], lexicons, repeats, model))


def analyze_together(
    articles: Sequence[Article],
    lexicons: Sequence[UserLexicon] = (),
    repeats: Repeats | None = None,
    model: Models = (),
) -> Iterator[Analysis]:
    """Yield the analysis of each of a few articles; together they take less time."""
    for article in articles:
        if not isinstance(article, Article):
            told = "Give a bias.Article, such as bias.Article(headline=…, body=…) or a read one."
            raise UsageError(f"analyze got {type(article).__name__!r}. {told}")
    for document in cut_together(articles):
        yield analyze_document(document, lexicons, repeats, model)


def analyze_document(
    document: Document,
    lexicons: Sequence[UserLexicon] = (),
    repeats: Repeats | None = None,
    model: Models = (),
) -> Analysis:
    """Measure and rate an article that is cut already; everything else as for `analyze`."""
    check_user_lexicons(lexicons)
    models = own_models(model)
    measured = measure(document, repeats)
    own = {lexicon.name: user_evidence(measured.reading, lexicon) for lexicon in lexicons}
    rating = rate(measured.reading, measured.features | measured.scores, rater_of(models))
    values = measured.features | {m.name: rating.measures.get(m.name, math.nan) for m in MEASURES}
    values |= genre_of(measured.reading) | label_chances(measured.reading, models)
    lean, unsaid = said_lean(measured.reading, values["genre_opinion"])
    framing = framing_of(measured.reading)
    found = chain.from_iterable(e.cues for e in (*measured.evidence.values(), *own.values()))
    cues = _in_order(measured.reading, chain(found, framing.cues))
    return Analysis(
        document=document,
        paragraphs=_label(measured.reading, framing),
        sentences=_rate_each(document, score_sentences(document, judge_of(models))),
        cues=cues,
        evidence=tuple(item.cue for item in select(measured.reading, cues)),
        scores=measured.scores,
        values=values | {n: v for evidence in own.values() for n, v in evidence.features.items()},
        percentiles=percentile_ranks(
            comparable(values | measured.scores, rating, models, measured.reading.language)
        ),
        rating=rating,
        framing=framing,
        lean=lean,
        lean_reason=unsaid,
        lexicons={lexicon.name: lexicon.digest for lexicon in lexicons},
        models=models,
    )


def _label(reading: Reading, framing: Framing) -> tuple[LabelledParagraph, ...]:
    parts = zip(reading.document.paragraphs, reading.roles, framing.paragraphs, strict=True)
    return tuple(LabelledParagraph(p.start, p.end, role, frames) for p, role, frames in parts)


def _rate_each(document: Document, scores: SentenceScores) -> tuple[RatedSentence, ...]:
    pairs = zip(document.sentences, scores.probabilities, strict=True)
    return tuple([RatedSentence(s.start, s.end, s.part, s.paragraph, p) for s, p in pairs])


def _in_order(reading: Reading, cues: Iterable[Cue]) -> tuple[Cue, ...]:
    return tuple(sorted(with_speakers(reading, [*cues]), key=lambda cue: (cue.start, -cue.end)))
