"""How hard Hypothesis tries, and what a worker spares itself that proves nothing.

Hypothesis: `house` in make test, `bout` in CI, `long` in make test-long. `house` gives the same
examples every time, so that a run on one machine says what it says on another; the two longer
profiles look for new ones.
"""

from __future__ import annotations

import gc
import os
from functools import wraps
from typing import Any

import pytest
from hypothesis import settings
from ibis.backends.duckdb import Backend

settings.register_profile("house", deadline=None, derandomize=True)
settings.register_profile("bout", deadline=None, max_examples=200, print_blob=True)
settings.register_profile("long", deadline=None, max_examples=2000, print_blob=True)
settings.load_profile(os.environ.get("SIGHTLINE_HYPOTHESIS", "house"))

_connect = Backend.do_connect


@wraps(_connect)
def _with_one_thread(self: Backend, *where: Any, **config: Any) -> None:
    """Each worker has a processor to itself, and the tables of tests are small."""
    _connect(self, *where, **{"threads": 1, **config})


Backend.do_connect = _with_one_thread


def pytest_collection_finish(session: pytest.Session) -> None:
    """What is imported and collected stays: the collector need not walk it for every query."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
