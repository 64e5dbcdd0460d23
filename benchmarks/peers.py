"""What peers take for the same articles: VADER for each sentence, and NELA's features.

Each returns articles a second of processor time, or None where it is not installed. They are
handed our sentences and tokens, so that only their own work is counted.
"""

import time
import warnings
from collections.abc import Callable, Sequence

from bias.document.document import Document


def vader(documents: Sequence[Document]) -> float | None:
    """Score every sentence with VADER, the usual lexicon baseline."""
    try:
        from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer
    except ImportError:
        return None
    score = SentimentIntensityAnalyzer().polarity_scores
    return rate(documents, lambda document: [score(text) for text in sentences(document)])


def nela(documents: Sequence[Document], dates: bool = False) -> float | None:
    """Measure NELA's groups that run without downloads: complexity, bias, affect, moral.

    Parameters
    ----------
    documents
        Those without a word are passed over: NELA divides by their words.
    dates
        With the number of dates, that part of the group `event` which needs no download.
    """
    try:
        from nela_features.nela_features import NELAFeatureExtractor
    except ImportError:
        return None
    extractor = NELAFeatureExtractor()
    functions = extractor.Functions

    def measure(document: Document) -> None:
        tokens = [token.of(document.text) for token in document.tokens]
        words = functions.get_filtered_words(tokens)
        extractor.extract_complexity(document.text, tokens, sentences(document), words)
        extractor.extract_bias(document.text, tokens, words)
        extractor.extract_affect(document.text, tokens, words)
        extractor.extract_moral(document.text, words)
        if dates:
            functions.count_dates(document.text, words)

    return rate([document for document in documents if document.sentences], measure)


def sentences(document: Document) -> list[str]:
    """Return the text of each sentence."""
    return [sentence.of(document.text) for sentence in document.sentences]


def rate(documents: Sequence[Document], work: Callable[[Document], object]) -> float:
    """Return documents a second of processor time."""
    start = time.process_time()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for document in documents:
            work(document)
    return len(documents) / (time.process_time() - start)
