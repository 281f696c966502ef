"""A made-up authority: its children simulated, its returns and letters written out; no real data comes in."""

from sightline.synthetic.generate import Made, generate

__all__ = ["Made", "generate"]
