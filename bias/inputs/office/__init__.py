"""Files of word processors and spreadsheets: `.docx`, `.rtf`, `.xlsx`.

They are packed, or hold objects and references: nothing is unpacked beyond a limit, nothing that
they refer to is opened.
"""

from bias.inputs.office.rtf import read_rtf
from bias.inputs.office.spreadsheet import read_xlsx
from bias.inputs.office.word import read_docx

__all__ = ["read_docx", "read_rtf", "read_xlsx"]
