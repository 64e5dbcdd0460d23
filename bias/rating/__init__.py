"""How biased readers would judge an article, and what says so."""
