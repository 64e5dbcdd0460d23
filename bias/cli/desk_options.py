"""The options of `bias check`, `bias inserts` and `bias mcp`."""

from pathlib import Path

from bias.cli.options import INPUTS, Commands, add_inputs, command

FORMATS = ("text", "github", "sarif")
SETTINGS = """settings: [tool.bias.check] in pyproject.toml or [check] in .bias.toml, of this folder
or the nearest one above: fail-above = 0.65; strength = 0.75 (how likely a careful reader
would mark a stretch, too); categories, such as question = false (left out)
or vague_attribution = true (all of them); accepted entries with text, reason and, if
wanted, file and category. In a file, <!-- bias: ok CATEGORY the reason --> accepts what
stands in its line or, alone on a line, in the paragraph after it.

status: 0 nothing found; 1 something found (with --fail-above: only a rating above it) or
an input refused; 2 wrong usage."""
MCP = """The Model Context Protocol; needs the extra: pip install "newsbias[mcp]". Nothing is sent
anywhere. In an assistant's settings: {"command": "bias", "args": ["mcp"]}."""


def add_check(commands: Commands) -> None:
    """Add `bias check`."""
    told = "list what an editor would look at: path:line:column: category: message"
    parser = command(commands, "check", told, "check:run_check", f"{INPUTS}\n\n{SETTINGS}")
    add_inputs(parser, with_lexicons=False)
    parser.add_argument(
        "--format", choices=FORMATS, default="text", help="of the output (default: %(default)s)"
    )
    parser.add_argument(
        "--fail-above",
        type=float,
        metavar="RATING",
        help="fail only for an article rated above RATING, from 0 to 1; the rest is shown",
    )
    parser.add_argument(
        "--config", type=Path, metavar="FILE", help="settings, instead of the nearest file's"
    )


def add_inserts(commands: Commands) -> None:
    """Add `bias inserts`."""
    told = "list what is not part of the story"
    parser = command(commands, "inserts", told, "check:run_inserts", INPUTS)
    add_inputs(parser, with_lexicons=False)
    parser.add_argument(
        "--off-topic", action="store_true", help="only headlines of stories on another matter"
    )
    parser.add_argument(
        "--format", choices=("table", "csv"), default="table", help="default: %(default)s"
    )


def add_mcp(commands: Commands) -> None:
    """Add `bias mcp`."""
    told = "offer four tools to an assistant, over standard input and output"
    command(commands, "mcp", told, "assistant:run_mcp", MCP)


def add_pages(commands: Commands) -> None:
    """Add `bias card`, `bias cite` and `bias docs`."""
    for name, told, what in (
        ("card", "show a model card: what it is, learnt from, and how good", "a model"),
        ("cite", "print BibTeX of the tool and of what its models learnt from", "of one model"),
        ("docs", "show a page of the documentation", "a page"),
    ):
        parser = command(commands, name, told, f"pages:run_{name}")
        parser.add_argument("name", nargs="?", metavar="NAME", help=f"{what}; without it all")
