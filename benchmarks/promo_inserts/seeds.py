"""How far the figures move with the draw of the articles made to train with.

    python benchmarks/promo_inserts/seeds.py --data PATH [--seeds 3]

Prints mean, least and greatest of each main figure over the seeds.
"""

import argparse
from pathlib import Path
from statistics import fmean

from bias.evaluation.promo.inserts import cross_validate
from bias.evaluation.promo.rows import main_rows


def main() -> None:
    """Run the cross-validation for each seed and print one table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="as for bias evaluate")
    parser.add_argument("--seeds", type=int, default=3, help="how many, from 0 on")
    options = parser.parse_args()
    runs = [main_rows(cross_validate(options.data, seed=seed)) for seed in range(options.seeds)]
    print("| measure | mean | least | greatest |\n| --- | --- | --- | --- |")
    for rows in zip(*runs, strict=True):
        values = [row.f1 for row in rows]
        print(
            f"| {rows[0].measure} | {fmean(values):.4f} | {min(values):.4f} | {max(values):.4f} |"
        )


if __name__ == "__main__":
    main()
