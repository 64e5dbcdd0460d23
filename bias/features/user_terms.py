"""Terms of the user's own lists: cues and rates that judge nothing.

They are shown and counted beside the extractors' and enter no score, no rating
and no percentile: nobody knows what such a list means.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from bias.document.document import VOICES, Cue, Voice
from bias.errors import UsageError
from bias.features import EXTRACTORS
from bias.features.base import Evidence, Measure, cue_of, rate
from bias.lists.hits import Match
from bias.lists.terms import shipped_names
from bias.lists.user import UserLexicon
from bias.reading import Reading

RESERVED = frozenset(
    {"rating", *shipped_names(), *(n for e in EXTRACTORS for n in (e.name, e.score_name))}
)
"""Names of extractors, scores and lists that ship: a list could not be told from them."""


PREFIX = "lexicon_"
"""No other feature's name begins so."""


def user_column(lexicon: str, category: str, voice: Voice) -> str:
    """Return the name of a category's feature.

    >>> user_column("strife", "verbs", "quoted")
    'lexicon_strife_verbs_quoted_per_100_words'
    """
    return f"{PREFIX}{lexicon}_{category}_{'quoted_' * (voice == 'quoted')}per_100_words"


def check_user_lexicons(lexicons: Sequence[UserLexicon]) -> None:
    """Make sure that every list and every feature has a name of its own.

    Raises
    ------
    UsageError
        A list is named like an extractor, or two lists or features alike.
    """
    for lexicon in lexicons:
        if not isinstance(lexicon, UserLexicon):
            raise UsageError(
                f"lexicons got {type(lexicon).__name__!r}. Give a list of bias.read_lexicon(path)."
            )
        if lexicon.name in RESERVED:
            raise UsageError(
                f"{lexicon.source}: a list named {lexicon.name!r} could not be told from the "
                "package's own. Rename the file."
            )
    names = Counter(lexicon.name for lexicon in lexicons)
    names.update(column for lexicon in lexicons for column in user_columns(lexicon))
    twice = [name for name, count in names.items() if count > 1]
    if twice:
        raise UsageError(f"The lexicons give {twice[0]!r} twice. Rename a file or a category.")


def user_columns(lexicon: UserLexicon) -> list[str]:
    """Return the names of a list's features, in the order of the columns."""
    return [user_column(lexicon.name, c, voice) for c in lexicon.categories for voice in VOICES]


def user_measures(lexicon: UserLexicon) -> list[Measure]:
    """Return a list's entries for the codebook: two for each category."""
    return [_measure(lexicon, name, voice) for name in lexicon.categories for voice in VOICES]


def _measure(lexicon: UserLexicon, category: str, voice: Voice) -> Measure:
    where = "in the outlet's own voice" if voice == "outlet" else "inside direct speech"
    words = "the outlet's" if voice == "outlet" else "the quoted"
    return Measure(
        user_column(lexicon.name, category, voice),
        f"Terms of the category `{category}` of the list `{lexicon.name}`, in the story's "
        f"paragraphs, {where}, per 100 of {words} words; undefined without such words.",
        "per 100 words", 0.0, math.inf, "as the list's author means it", f"list {lexicon.digest}",
    )  # fmt: skip


def own_measure(name: str) -> Measure:
    """Return what can be said of a list's feature when only its name is at hand."""
    voice = "quoted" if name.endswith("_quoted_per_100_words") else "outlet’s own"
    told = f"Terms of a list of your own per 100 of the {voice} words; they judge nothing."
    return Measure(name, told, "per 100 words", 0.0, math.inf, "as its author means it", "own list")


def user_evidence(reading: Reading, lexicon: UserLexicon) -> Evidence:
    """Find a list's terms in headline and story; there is no score."""
    document, headline = reading.told, reading.told.headline
    in_headline = lexicon.find(document.keys, headline.first, headline.last)
    in_body = [
        match
        for first, last in reading.body_bounds.tolist()
        for match in lexicon.find(document.keys, first, last)
    ]
    cues: list[Cue] = [cue_of(document, m, "headline", lexicon.name) for m in in_headline]
    cues += [cue_of(document, match, "body", lexicon.name) for match in in_body]
    return Evidence(math.nan, _rates(reading, lexicon, in_body), tuple(cues))


def _rates(reading: Reading, lexicon: UserLexicon, found: Iterable[Match]) -> dict[str, float]:
    quoted = reading.told.quoted
    counts = Counter((m.term.category, VOICES[int(quoted[m.first])]) for m in found)
    words = {"outlet": reading.outlet_words, "quoted": reading.quoted_words}
    return {
        user_column(lexicon.name, category, voice): rate(counts[category, voice], words[voice])
        for category in lexicon.categories
        for voice in VOICES
    }
