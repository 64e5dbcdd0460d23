"""Somebody else's words that no mark shows and no page sets apart: posts, turns, full texts."""
