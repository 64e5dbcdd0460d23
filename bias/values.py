"""Values: frozen for whoever reads the code, cheap for whoever runs it.

An article makes six hundred of them, and Python needs eight times as long to make one that
refuses to be changed. So the type checker refuses instead.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as value
else:
    from dataclasses import dataclass
    from functools import partial

    def value(*, frozen: bool, slots: bool) -> partial[type]:
        """Make a class of values, to be compared and hashed by what they hold."""
        return partial(dataclass, slots=slots, unsafe_hash=frozen)()


__all__ = ["value"]
