"""A made-up authority, simulated and written out as returns and letters; no real data comes in."""

from sightline.synthetic.generate import generate, generate_returns
from sightline.synthetic.job import Made

__all__ = ["Made", "generate", "generate_returns"]
