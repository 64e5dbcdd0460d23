"""The command line: `bias analyze`, `report`, `evaluate`, `lexicon`, `codebook`.

The only part of the package that prints. Heavy libraries are imported by the
commands that use them, so `bias --help` answers at once.
"""

import os
import signal
import sys
from collections.abc import Sequence
from importlib import import_module
from types import FrameType
from typing import NoReturn

from bias.cli.parser import build_parser
from bias.cli.told import telling, write_plainly
from bias.engines.local import cycles_looked_for_seldom
from bias.errors import BiasError, UsageError, WorkerError

SOME_REFUSED = 1
WRONG_USAGE = 2
INTERRUPTED = 130
"""What a shell expects after Ctrl-C."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status.

    0: all read and analysed; 1: some inputs were refused, the rest is done;
    2: wrong usage.
    """
    write_plainly()
    parser = build_parser()
    if not (sys.argv[1:] if arguments is None else arguments):
        parser.print_help(sys.stderr)
        return WRONG_USAGE
    options = parser.parse_args(arguments)
    module, function = options.run.split(":")
    signal.signal(signal.SIGTERM, _terminate)
    try:
        with cycles_looked_for_seldom(), telling(getattr(options, "quiet", False)):
            status: int = getattr(import_module(f"bias.cli.{module}"), function)(options)
        if sys.stdout is not None:
            sys.stdout.flush()
    except UsageError as error:
        print(f"bias: {error}", file=sys.stderr)
        return WRONG_USAGE
    except WorkerError as error:
        print(f"bias: stopped: {error} {_left_behind(error)}", file=sys.stderr)
        return SOME_REFUSED
    except BiasError as error:
        print(f"bias: {' '.join((str(error), *getattr(error, '__notes__', ())))}", file=sys.stderr)
        return SOME_REFUSED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return SOME_REFUSED
    except OSError as error:
        print(f"bias: stopped: {error}. {_left_behind(error)}", file=sys.stderr)
        return SOME_REFUSED
    except KeyboardInterrupt as error:
        print(f"bias: interrupted. {_left_behind(error)}", file=sys.stderr)
        return INTERRUPTED
    return status


def _left_behind(error: BaseException) -> str:
    """Return the note that an unfinished output left, if there is one."""
    return " ".join(getattr(error, "__notes__", ())) or "Nothing half written is left behind."


def _terminate(number: int, frame: FrameType | None) -> NoReturn:
    """Leave through the clean-up that an exception runs."""
    sys.exit(128 + number)
