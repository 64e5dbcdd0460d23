"""Texts made to take long: the time must grow with the length, not with its square.

    python benchmarks/hostile.py [--characters 1000000]

For each text, some as headlines too: seconds of processor time at a tenth of the length and at all
of it. Work in
proportion to the length makes ten times the time, quadratic work a hundred times. The status is
1 when the time of one grows too fast, or is over 2 seconds for 100,000 characters (4 for tens of
thousands of lines).
"""

import argparse
import sys
import time

from bias.analysis import analyze
from bias.document.article import Article

LARGEST_RATIO = 20.0
"""Work in proportion gives 10, and up to 16 where the long text no longer fits the processor's
caches (2026-11-23); work that grows with the root of the length besides gives 32."""
MOST_SECONDS = 2.0
"""Of processor time, for 100,000 characters."""
SLOWER = {"lines of one letter": 4.0, "carriage returns": 4.0, "labels": 4.0}
"""Texts known to take longer: fifty thousand paragraphs are more work than as many words."""

STORY = "The mayor said on Monday that the “radical” plan failed. “We lost,” Ms. Fox of Hull said. "
PIECES = {
    "a story in paragraphs": STORY * 4 + "\n\n",
    "a story in one line": STORY,
    "opening brackets": "(",
    "brackets around words": "(a ",
    "closed brackets": "[a] ",
    "opening curly marks": "“",
    "straight marks": '"',
    "single marks": "'a ",
    "quoted words": "“a” ",
    "capitals": "ABC ",
    "one word in capitals": "A",
    "capitals in paragraphs": "HT" * 200 + "\n\n",
    "accents on letters": "a\u0301\u0302",
    "accents on one letter": "\u0301",
    "zero-width characters": "a\u200b",
    "dashes": "— ",
    "stops": ". ",
    "abbreviations": "U.S. ",
    "addresses": "https://a.b/",
    "one number": "1,",
    "hyphens": "a-",
    "questions": "Why? ",
    "lines": "Line\n",
    "labels": "READ MORE:\n\n",
    "lines of one letter": "a\n",
    "nested brackets": "((a))",
    "marks never closed": '"a ',
    "single quoted words": "‘a’ ",
    "straight quoted words": '"a" ',
    "marks nested": "“‘",
    "quotations with speakers": "“a,” Fox said. ",
    "quotations left open": "“We lost the game on that day.\n\n",
    "a line in headline case": "The Mayor Of Hull Slams Radical Plan ",
    "names": "Boris Johnson, ",
    "titles of persons": "Mr. ",
    "report verbs": "Fox said that ",
    "loaded words": "radical shameful reckless ",
    "hedges": "perhaps may might ",
    "sides of politics": "right ",
    "pictures": "\U0001f469\u200d\U0001f469\u200d\U0001f467 ",
    "digits": "7",
    "sums": "$1 ",
    "apostrophes": "don't ",
    "colons": "a: ",
    "no-break spaces": "a\u00a0",
    "carriage returns": "a\r",
    "items": "- item one\n\n",
    "capitals in lines": "MAYOR SLAMS PLAN\n\n",
    "credits": "Photo: Fox/AP\n\n",
    "short sentences": "He went. ",
    "words of 800 letters": "w" * 800 + " ",
    "markup": "<p>a</p>",
    "signs of code": "if(x){y();} ",
    "capitals that change length": "\u0130 ",
    "other scripts": "他说了很多话。",
}

HEADLINES = (
    "loaded words", "straight marks", "straight quoted words", "single marks", "quoted words",
    "report verbs", "capitals", "names", "questions", "one word in capitals",
)  # fmt: skip
"""Of them also headlines of 10,000 and 100,000 characters are made."""


def main() -> int:
    """Print one line for each text; 1 when the time of one grows too fast."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--characters", type=int, default=1_000_000)
    parser.add_argument("--only", nargs="+", choices=PIECES, default=list(PIECES))
    options = parser.parse_args()
    failed, share = [], options.characters / 10 / 100_000
    seconds(STORY, 10_000)  # loads the models
    print("| text | seconds at a tenth | seconds | ratio |\n| --- | ---: | ---: | ---: |")
    for name in options.only:
        short = seconds(PIECES[name], options.characters // 10)
        long = seconds(PIECES[name], options.characters)
        if long / short > LARGEST_RATIO or short / share > SLOWER.get(name, MOST_SECONDS):
            failed.append(name)
        print(f"| {name} | {short:.3f} | {long:.2f} | {long / short:.1f} |", flush=True)
    for name in filter(set(HEADLINES).__contains__, options.only):
        short = seconds("", 0, PIECES[name] * (10_000 // len(PIECES[name])))
        long = seconds("", 0, PIECES[name] * (100_000 // len(PIECES[name])))
        if long / short > LARGEST_RATIO or long > MOST_SECONDS:
            failed.append(f"headline: {name}")
        print(f"| headline: {name} | {short:.3f} | {long:.2f} | {long / short:.1f} |", flush=True)
    if failed:
        print(f"too slow: {', '.join(failed)}", file=sys.stderr)
    return int(bool(failed))


def seconds(piece: str, length: int, headline: str = "Mayor Slams Radical Plan") -> float:
    """Return the processor seconds of an article that says a piece again and again."""
    body = piece * (length // len(piece)) if piece else STORY * 3
    article = Article(headline=headline, body=body)
    start = time.process_time()
    analyze(article).to_dict()
    return time.process_time() - start


if __name__ == "__main__":
    sys.exit(main())
