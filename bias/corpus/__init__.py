"""Several articles: tables only."""
