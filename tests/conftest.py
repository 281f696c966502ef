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
from django.conf import settings as django_settings
from hypothesis import settings
from ibis.backends.duckdb import Backend

settings.register_profile("house", deadline=None, derandomize=True)
settings.register_profile("bout", deadline=None, max_examples=200, print_blob=True)
settings.register_profile("long", deadline=None, max_examples=2000, print_blob=True)
settings.load_profile(os.environ.get("SIGHTLINE_HYPOTHESIS", "house"))

MADE_UP = ("authority", "made_up", "faulty", "doubtful")  # fixtures that take a load

_connect = Backend.do_connect


@wraps(_connect)
def _with_one_thread(self: Backend, *where: Any, **config: Any) -> None:
    """Each worker has a processor to itself, and the tables of tests are small."""
    _connect(self, *where, **{"threads": 1, **config})


Backend.do_connect = _with_one_thread


def pytest_configure() -> None:
    """A hundred users sign in; how long their passwords hold out is not what is tested."""
    django_settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests of one made-up authority stand together, and first: one worker makes it, for all."""

    def place(item: pytest.Item) -> int:
        names = item.fixturenames if isinstance(item, pytest.Function) else ()
        return next((n for n, name in enumerate(MADE_UP) if name in names), len(MADE_UP))

    items.sort(key=place)


def pytest_collection_finish(session: pytest.Session) -> None:
    """What is imported and collected stays: the collector need not walk it for every query."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
