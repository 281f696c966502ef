"""Which identifiers of which returns are one child, made before any mapping runs.

In come the extracts as they stand; out go a crosswalk (identifier → child) and the doubts about it.
Nothing is guessed: names and addresses play no part, and what is in doubt is kept apart and said.
"""

from sightline.records.identity.crosswalk import Crosswalk, crosswalk

__all__ = ["Crosswalk", "crosswalk"]
