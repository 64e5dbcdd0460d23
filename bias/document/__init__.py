"""An article, cut once."""
