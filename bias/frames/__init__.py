"""Policy frames: from which sides an article looks at its matter, and axes of the user's own."""

from bias.frames.policy import FRAME_MEASURES, Framing, framing_of

__all__ = ["FRAME_MEASURES", "Framing", "framing_of"]
