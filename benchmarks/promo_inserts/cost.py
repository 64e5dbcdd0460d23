"""What share of the analysis the paragraph roles take.

    python benchmarks/promo_inserts/cost.py --data PATH [--runs 5]

Times the whole analysis and the labelling of paragraphs on the articles of roles_dev, one
process, the fastest of the runs.
"""

import argparse
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import bias
from bias.labelled.inserts import read_real
from bias.roles import label_paragraphs


def main() -> None:
    """Time both and print one line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="as for bias evaluate")
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    documents = [article.document for article in read_real(options.data)]
    articles = [document.article for document in documents]
    roles = min(milliseconds(label_paragraphs, documents) for _ in range(options.runs))
    whole = min(milliseconds(bias.analyze, articles) for _ in range(options.runs))
    words = sum(len(document.tokens) for document in documents) / len(documents)
    print(
        f"{len(articles)} articles of {words:.0f} tokens: roles {roles:.2f} ms of {whole:.2f} ms "
        f"each, {roles / whole:.0%}"
    )


def milliseconds(do: Callable[..., object], inputs: Iterable[object]) -> float:
    """Return the mean time of one call, in processor milliseconds."""
    inputs = list(inputs)
    start = time.process_time()
    for given in inputs:
        do(given)
    return (time.process_time() - start) / len(inputs) * 1000


if __name__ == "__main__":
    main()
