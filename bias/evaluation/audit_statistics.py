"""What the counts of one entry prove: a side, a topic, a share, each with its interval."""

import math

from bias.corpus.intervals import Z, wilson
from bias.evaluation.audit_counts import Counts, Tally

TOPIC_SHARE = 0.5
"""A topic word has at least so much of its articles in one topic …"""
TOPIC_LIFT = 4.0
"""… and, at the lower end of the 95 % interval, so many times the topic's usual share."""
LEAST_ARTICLES = 10
"""Articles that must hold an entry before it is called a topic word."""


def ratio(counts: Counts, tally: Tally) -> tuple[float, float, float]:
    """Return how many times more right than left articles hold it, with a 95 % interval.

    Half an article is added to each count, so that none is 0 (Agresti 2002).
    """
    right, left = counts.articles["right"], counts.articles["left"]
    if not right + left:
        return math.nan, math.nan, math.nan
    of_right, of_left = tally.side_articles["right"] + 1, tally.side_articles["left"] + 1
    log = math.log((right + 0.5) / of_right) - math.log((left + 0.5) / of_left)
    error = Z * math.sqrt(1 / (right + 0.5) - 1 / of_right + 1 / (left + 0.5) - 1 / of_left)
    return math.exp(log), math.exp(log - error), math.exp(log + error)


def topic(counts: Counts) -> tuple[str, float]:
    """Return the topic that most of its articles have, and their share."""
    if not counts.topics:
        return "", math.nan
    topic, articles = min(counts.topics.items(), key=lambda item: (-item[1], item[0]))
    return topic, articles / counts.topics.total()


def is_topic_word(counts: Counts, topic: str, tally: Tally) -> bool:
    """Tell whether most of its articles share a topic, and surely more than articles do."""
    articles = counts.topics.total()
    if articles < LEAST_ARTICLES or counts.topics[topic] < TOPIC_SHARE * articles:
        return False
    usual = tally.topic_articles[topic] / tally.topic_articles.total()
    return wilson(counts.topics[topic], articles)[0] > TOPIC_LIFT * usual
