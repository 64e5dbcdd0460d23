"""`bias mcp`: tools for an assistant."""

from argparse import Namespace

from bias.errors import UsageError


def run_mcp(options: Namespace) -> int:
    """Answer over standard input and output until it ends.

    Raises `UsageError` where the protocol's package is not installed.
    """
    try:
        from bias.assistant.server import serve
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("mcp", "anyio"):
            raise
        raise UsageError('bias mcp needs the extra: pip install "newsbias[mcp]".') from error
    serve()
    return 0
