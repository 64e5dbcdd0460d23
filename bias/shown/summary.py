"""A readable summary: what `bias analyze` prints when no output file is named."""

import math
import shutil
import textwrap
from collections import Counter
from collections.abc import Iterable
from functools import singledispatch
from itertools import islice

from bias.analysis import Analysis
from bias.charts.style import capital
from bias.codebook import in_words
from bias.corpus.corpus import Corpus
from bias.features.loaded.speakers import loaded_by_speaker
from bias.rating.beside import genre_phrase, lean_phrase
from bias.rating.rate import Rating
from bias.report.compare import Comparison
from bias.shown.harmless import counted, harmless
from bias.shown.line import judged, line
from bias.shown.texts import comparison_text, corpus_text
from bias.why.moves import what_moves
from bias.why.outside import outside
from bias.why.strongest import NOTHING, Numbered, strongest

DETAILED = 6
"""Up to this many articles get a block each; more get a line each."""
STRONGEST = 6
"""Stretches shown for an article."""
NAMES = {
    "headline": "headline framing",
    "loaded": "loaded wording",
    "framing": "suggestion",
    "promo": "promo inserts",
    "attribution": "attribution",
    "epistemology": "certainty, doubt",
    "agency": "agency left out",
}
"""What the scores are called."""


FILE, OUTLET = 20, 12
"""Characters of an article's source and outlet in a line."""
_BEFORE = 33 + FILE + OUTLET + 4
_HEADER = (
    f"{'rating':>6}  {'90 % interval':<13}  {'band':<8}  {'file':<{FILE}}  {'outlet':<{OUTLET}}  "
    "headline"
)


@singledispatch
def summary(thing: object) -> str:
    """Return a readable summary; of one article some thirty lines."""
    return f"{harmless(line(thing))}\n"


@summary.register
def _(analysis: Analysis) -> str:
    return _block(analysis, _moves_lines(analysis))


@summary.register
def _(corpus: Corpus) -> str:
    return corpus_text(corpus)


@summary.register
def _(comparison: Comparison) -> str:
    return comparison_text(comparison)


@summary.register
def _(rating: Rating) -> str:
    drivers = (f"  {d.contribution:+.2f}  {in_words(d.feature)}" for d in rating.drivers)
    told = [
        capital(judged(rating)),
        *([] if rating.bias is None else filter(None, [rating.reason])),
    ]
    return "".join(f"{row}\n" for row in (*told, *drivers))


def summarize(analyses: Iterable[Analysis]) -> str:
    """Return a readable summary: a block an article, or a line each for many."""
    stream = iter(analyses)
    first = list(islice(stream, DETAILED + 1))
    if len(first) == 1:
        return summary(first[0])
    if len(first) <= DETAILED:
        return "\n".join(_block(analysis) for analysis in first)
    lines = [_HEADER]
    lines += [_line(analysis) for analysis in first]
    lines += [_line(analysis) for analysis in stream]
    return "\n".join(lines) + "\n"


def _line(analysis: Analysis) -> str:
    """Return an article's line: its rating, or the headline's score where that is all there is."""
    rating, article = analysis.rating, analysis.article
    score = analysis.scores["headline"]
    if rating.bias is not None:
        start = f"{rating.bias:6.2f}  {rating.low:.2f} – {rating.high:.2f}    {rating.band:<8}"
    elif article.body.strip() or math.isnan(score):
        start = f"{'–':>6}  {'':<13}  {'':<8}"
    else:
        start = f"{'–':>6}  {f'headline {score:.2f}':<13}  {'':<8}"
    source = article.source if len(article.source) <= FILE else f"…{article.source[1 - FILE :]}"
    outlet = _shorten(article.outlet or "", OUTLET)
    place = f"{harmless(source):<{FILE}}  {outlet:<{OUTLET}}"
    return f"{start}  {place}  {_shorten(analysis.headline or article.id, _width() - _BEFORE)}"


def _block(analysis: Analysis, moves: Iterable[str] = ()) -> str:
    words = analysis.words
    article = analysis.article
    told = (article.outlet, article.date, counted(words, "word"), article.source)
    place = " · ".join(filter(None, told))
    lines = [
        _shorten(analysis.headline or "(no headline)", _width()),
        harmless(f"  {place}"),
        "",
        *_rating_lines(analysis),
        *moves,
        "",
        *(_score_line(analysis, name) for name in analysis.scores),
        *_evidence_lines(analysis),
        *_speaker_lines(analysis),
        *_own_lines(analysis),
        *_insert_lines(analysis),
    ]
    return "\n".join(lines) + "\n"


def _rating_lines(analysis: Analysis) -> list[str]:
    rating = analysis.rating
    if rating.bias is None:
        return [f"  not rated         {rating.reason}"]
    lines = [
        f"  rating            {rating.bias:.2f}  {rating.band}"
        f"   (90 % interval {rating.low:.2f} to {rating.high:.2f})",
        "                    probability that readers judge it biased, at even odds before reading",
    ]
    if analysis.rated_by:
        lines[-1] = f"{'':20}by your model {analysis.rated_by}, at even odds before reading"
    if phrase := genre_phrase(analysis.values):
        lines.append(f"  genre             {phrase}")
    if analysis.lean:
        told = textwrap.wrap(lean_phrase(analysis.lean), _width() - 20)
        lines.append("  lean              " + f"\n{' ' * 20}".join(told))
    if rating.reason:
        lines.append(f"  note              {rating.reason}")
    return lines


def _moves_lines(analysis: Analysis) -> list[str]:
    """Return what would have to go for the rating to fall a band, and where it stands."""
    moves = what_moves(analysis)
    if moves is None:
        return []
    told = [f"    {_shorten(piece.of(analysis.text), _width() - 4)}" for piece in moves.pieces]
    return ["", f"  {moves.words}", *told]


def _score_line(analysis: Analysis, name: str) -> str:
    score, place = analysis.scores[name], analysis.place(name)
    label = f"  {NAMES.get(name, name):<18}"
    if math.isnan(score):
        return f"{label}undefined"
    bar = "█" * round(score * 20)
    told = f"  {place.words} of news articles" if place else ""
    return f"{label}{score:.2f}  {bar:<20}{told}"


def _evidence_lines(analysis: Analysis) -> list[str]:
    """Return what every output shows first: see `Analysis.evidence`."""
    lines = ["", "  strongest evidence, in the outlet’s own words"]
    found = [_evidence_line(item) for item in strongest(analysis, STRONGEST)]
    return [*lines, *(found or [f"    {NOTHING}"])]


def _evidence_line(item: Numbered) -> str:
    """Return one stretch, where it stands and everything it is marked for."""
    told = ", ".join(category.replace("_", " ") for category in item.categories)
    times = f" · {item.times} times" if item.times > 1 else ""
    return f"    {_shorten(f'“{item.cue.text}”', 44):<44}  {item.cue.part} · {told}{times}"


def _speaker_lines(analysis: Analysis) -> list[str]:
    """Return whose loaded words the article quotes; they are not the outlet's."""
    loads = [s for s in loaded_by_speaker(analysis.reading.told, analysis.cues) if s.terms]
    lines = [
        f"    {_shorten(load.speaker or 'nobody named', 30):<30}"
        f"  {load.terms} in {counted(load.words, 'word')}"
        for load in loads[:STRONGEST]
    ]
    return ["", "  loaded terms of those quoted, not the outlet’s", *lines] if lines else []


def _own_lines(analysis: Analysis) -> list[str]:
    """Return how often the user's own lists were found, headline and body together."""
    lines = []
    for name in analysis.lexicons:
        found = [cue for cue in analysis.cues if cue.feature == name]
        counts = Counter(cue.category.replace("_", " ") for cue in found)
        told = ", ".join(f"{category} {count}" for category, count in counts.most_common())
        quoted = sum(cue.voice == "quoted" for cue in found)
        told += f" (of them in quotations: {quoted})" if quoted else ""
        lines.append(f"    {name:<24}{_shorten(told or 'not found', _width() - 28)}")
    return ["", "  lists of your own", *lines] if lines else []


def _insert_lines(analysis: Analysis) -> list[str]:
    lines = []
    for part in outside(analysis):
        role = part.role.replace("_", " ") + (f", {part.topic} topic" if part.topic else "")
        lines.append(f"    {role:<24}{_shorten(part.of(analysis.text), _width() - 28)}")
    return ["", "  not part of the story", *lines] if lines else []


def _shorten(text: str, width: int) -> str:
    return harmless(textwrap.shorten(text, width=max(width, 20), placeholder=" …"))


def _width() -> int:
    return min(shutil.get_terminal_size((100, 24)).columns, 120)
