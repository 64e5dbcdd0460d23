"""How a headline is made, and whether its story bears it out."""
