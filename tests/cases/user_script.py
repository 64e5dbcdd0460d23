"""What a user writes: read by `mypy --strict` in `tests/test_types.py`, never run."""

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

import bias

if TYPE_CHECKING:
    from typing import reveal_type


def study(folder: Path, words: Path) -> float:
    """Measure a folder of articles with a list of words."""
    fear = bias.read_lexicon(words)
    analyses = list(bias.analyze_many(bias.read_articles(folder), jobs=2, lexicons=[fear]))
    first = analyses[0]
    reveal_type(first.rating.bias)
    reveal_type(first.rating.band)
    reveal_type(first.cues)
    reveal_type(first.evidence)
    reveal_type(first.paragraphs)
    reveal_type(first.sentences)
    reveal_type(first.values["loaded_verbs_per_100_words"])
    reveal_type(first.features)
    reveal_type(bias.to_frame(analyses))
    loud = [cue.text for cue in first.cues if cue.voice == "outlet" and cue.weight > 0.5]
    reveal_type(loud)
    chances = bias.rate_sentences([sentence.of(first.text) for sentence in first.sentences])
    reveal_type(chances)
    values = bias.FeatureExtractor(lexicons=[fear], n_jobs=2).fit(analyses).transform([])
    reveal_type(values)
    news = bias.nltk.CorpusReader(analyses)
    reveal_type(news.fileids())
    reveal_type(news.categories())
    reveal_type(bias.nltk.boundaries(first))
    reveal_type(bias.write_report(first, "out"))
    reveal_type([term.plainer for term in fear.terms])
    told = bias.compare(analyses)
    reveal_type(told.several)
    reveal_type(told.alignment)
    reveal_type(told.to_dict())
    reveal_type(bias.summarize(analyses).summary())
    return float(np.nanmean(chances))
