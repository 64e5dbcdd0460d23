"""The model files and their cards."""
