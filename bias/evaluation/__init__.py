"""Benchmarks on labelled data; each returns a table."""
