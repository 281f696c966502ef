"""How hard Hypothesis tries: `house` in make test, `bout` in CI, `long` in make test-long.

`house` gives the same examples every time, so that a run on one machine says what it says on
another; the two longer profiles look for new ones.
"""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("house", deadline=None, derandomize=True)
settings.register_profile("bout", deadline=None, max_examples=200, print_blob=True)
settings.register_profile("long", deadline=None, max_examples=2000, print_blob=True)
settings.load_profile(os.environ.get("SIGHTLINE_HYPOTHESIS", "house"))
