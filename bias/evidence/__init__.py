"""What stands up: the marked stretches that every output shows first."""
