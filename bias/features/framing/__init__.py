"""Framing that no loaded word carries: what is hinted at, mocked, asked, praised or generalised."""
