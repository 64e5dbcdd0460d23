"""Loaded words, and what they mean where they stand."""
