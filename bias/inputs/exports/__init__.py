"""Texts that a news archive exported: several articles in one, with their fields between them.

Nexis (as plain text, Nexis Uni and its Word files), Factiva and ProQuest. Other texts are one
article.
"""

from bias.inputs.exports.split import split_export

__all__ = ["split_export"]
