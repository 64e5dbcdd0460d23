"""Whether outputs still follow from what they were made of."""
