"""`python -m bias` is the `bias` command."""

import sys

from bias.cli import main

if __name__ == "__main__":
    sys.exit(main())
