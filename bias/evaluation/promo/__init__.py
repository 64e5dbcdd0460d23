"""Benchmarks of the promo inserts."""
