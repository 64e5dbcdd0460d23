"""Readers of the labelled sets."""
