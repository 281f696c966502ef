"""Property tests of which one example takes a tenth of a second, not a hundredth."""

from __future__ import annotations

from hypothesis import settings

HOUSE = 30

costly = settings(
    max_examples=HOUSE
    if settings.get_current_profile_name() == "house"
    else settings().max_examples
)
"""HOUSE examples in `house`, the same each time; in the longer profiles as many as they say."""
