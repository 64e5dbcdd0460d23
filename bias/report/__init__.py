"""Reports: each article drawn as PDF, card and page, and all of them compared."""

from bias.report.write import FORMATS, check_formats, write_report

__all__ = ["FORMATS", "check_formats", "write_report"]
