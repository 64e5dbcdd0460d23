"""Reading term lists that others made: LIWC `.dic`, quanteda and Vale YAML, our own format."""

from bias.inputs.lists.read import read_lexicon

__all__ = ["read_lexicon"]
