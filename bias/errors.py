"""The errors this package raises on purpose.

Every message says where, what came, what is allowed, and what to do.
"""


class BiasError(Exception):
    """Base of every error that bias raises on purpose."""


class ReadError(BiasError):
    """An input could not be read as articles."""


class LexiconError(BiasError):
    """A term list is not in the documented format."""


class ModelError(BiasError):
    """A model file is missing, damaged, or made for other features."""


class WorkerError(BiasError):
    """A process that analysed articles ended before its work was done."""


class UsageError(BiasError):
    """A call or a command line asks for something that does not exist."""
