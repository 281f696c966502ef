"""A made-up authority, simulated and written out as returns and letters; no real data comes in."""

from sightline.synthetic.generate import generate, generate_returns
from sightline.synthetic.job import Made
from sightline.synthetic.nation import Nation, generate_nation

__all__ = ["Made", "Nation", "generate", "generate_nation", "generate_returns"]
