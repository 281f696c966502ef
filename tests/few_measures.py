"""Loads that work out a few measures, for tests of something other than the measures.

The catalogue is most of what a load of a few children takes.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from sightline.measures import Measure
from sightline.measures.keeping import keep_rows
from sightline.records import Records

FEW = ("children_in_care", "visits_in_timescale", "reviews_in_timescale", "dental_checks")


@contextmanager
def few_measures() -> Iterator[None]:
    """Within it, the rows of FEW are all that is kept; all else of a load is as ever."""

    def keep_few(records: Records, measures: list[Measure]) -> None:
        keep_rows(records, [measure for measure in measures if measure.id in FEW])

    with pytest.MonkeyPatch.context() as patched:
        for asker in ("jobs.loads", "jobs.figures"):
            patched.setattr(f"sightline.{asker}.keep_rows", keep_few)
        yield
