"""Text of an article is shown, never obeyed; numbers are in words."""

import re

_COMMANDS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""Control characters, and those that turn the direction of writing; tab and line feed pass."""


def harmless(text: str) -> str:
    r"""Spell out the characters that a terminal would take for commands.

    >>> print(harmless("Ferry \x1b[31msinks"))
    Ferry \x1b[31msinks
    """
    return _COMMANDS.sub(lambda found: found[0].encode("unicode_escape").decode(), text)


def counted(number: int, noun: str) -> str:
    """Name a number of things.

    >>> counted(1, "word"), counted(20, "word")
    ('1 word', '20 words')
    """
    return f"{number} {noun}{'s' * (number != 1)}"
