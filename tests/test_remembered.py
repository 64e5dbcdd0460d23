"""Answers kept for words that come again."""

from collections import Counter

from bias.words import remembered
from bias.words.remembered import Remembered


def test_memory_is_bounded_and_what_is_asked_for_stays(monkeypatch) -> None:
    """A word in use is worked out once however many others pass by; the table stays small."""
    monkeypatch.setattr(remembered, "MOST", 8)
    worked = Counter[str]()

    def work(word: str) -> str:
        worked[word] += 1
        return word.upper()

    table = Remembered(work)
    for number in range(100):
        assert table["the"] == "THE"
        assert table[f"rare{number}"] == f"RARE{number}"
        assert len(table) <= 8
    assert worked["the"] == 1
    assert set(worked.values()) == {1}
