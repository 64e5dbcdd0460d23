"""One event, told by several: what articles share, what each tells alone, where they differ."""
