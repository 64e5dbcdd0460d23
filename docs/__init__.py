"""The pages of the documentation, as they ship with the package."""
