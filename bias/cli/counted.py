"""Numbers of things, in words."""


def counted(number: int, noun: str) -> str:
    """Name a number of things.

    >>> counted(1, "word"), counted(20, "word")
    ('1 word', '20 words')
    """
    return f"{number} {noun}{'s' * (number != 1)}"
