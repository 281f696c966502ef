"""Packs for boards: what one is made of, how it is written as a file, how an issued one is kept.

Content comes in as plain sections from whoever knows the figures; nothing here knows the web, a
database or what a measure is.
"""

from sightline.packs.content import Chart, Pack, Section, Table

__all__ = ["Chart", "Pack", "Section", "Table"]
