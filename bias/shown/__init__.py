"""How analyses, ratings and corpora show themselves: at a prompt, in a notebook, as a page."""
