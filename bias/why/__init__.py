"""Questions asked of an analysis."""
