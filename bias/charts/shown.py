"""Charts that a notebook shows where they are called, without pyplot."""

import io

from matplotlib.axes import Axes

from bias.charts.sheet import styled

DOTS = 110
"""Per inch, of what a notebook shows."""


class Chart(Axes):
    """The only axes of a figure of its own."""

    def _repr_png_(self) -> bytes:
        """Return the figure as a notebook shows it."""
        target, figure = io.BytesIO(), self.get_figure(root=True)
        assert figure is not None
        with styled():
            figure.savefig(target, format="png", dpi=DOTS, bbox_inches="tight", pad_inches=0.1)
        return target.getvalue()
