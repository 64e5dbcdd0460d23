"""Outputs: records, flat tables and tidy tables; whole or not at all, and resumable."""

from bias.outputs.files import check_writable, remove_if_empty, replacing
from bias.outputs.layout import SUFFIXES, TABLE_FORMS, Encoded, Layout, layout_of
from bias.outputs.record import Record
from bias.outputs.rows import UNIT_COLUMNS, flat_row, tidy_rows
from bias.outputs.run import Run, write_records
from bias.outputs.state import State

__all__ = [
    "SUFFIXES",
    "TABLE_FORMS",
    "UNIT_COLUMNS",
    "Encoded",
    "Layout",
    "Record",
    "Run",
    "State",
    "check_writable",
    "flat_row",
    "layout_of",
    "remove_if_empty",
    "replacing",
    "tidy_rows",
    "write_records",
]
