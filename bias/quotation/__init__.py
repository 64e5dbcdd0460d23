"""Quotation marks, whose words they hold, and who is named as the source."""
