"""Models on labels of one's own."""
