"""A made-up authority, simulated and written out as returns and letters; no real data comes in."""

from sightline.synthetic.generate import Made, generate, generate_returns

__all__ = ["Made", "generate", "generate_returns"]
