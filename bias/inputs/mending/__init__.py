"""Text as it comes: what exports, copying and wrong encodings did to it is undone, and told.

Every step takes a text and returns it mended, or the same text where there is nothing to mend;
each has a few words that the record gives under `mended`. Steps on letters keep the number of
lines; steps on lines do not.
"""

from bias.inputs.mending.mend import Mended, mend, mend_letters, mend_lines

__all__ = ["Mended", "mend", "mend_letters", "mend_lines"]
