"""The option `--model`: models of one's own."""

from argparse import Namespace
from typing import TYPE_CHECKING

from bias.errors import ModelError, UsageError

if TYPE_CHECKING:
    from bias.rating.own import OwnModel


def user_models(options: Namespace) -> "tuple[OwnModel, ...]":
    """Read the models named by `--model`.

    Raises `UsageError`: a model cannot be read, or two are of a kind.
    """
    if not options.model:
        return ()
    from bias.rating.own import own_models, read_model

    try:
        return own_models([read_model(path) for path in options.model])
    except ModelError as error:
        raise UsageError(str(error)) from error
