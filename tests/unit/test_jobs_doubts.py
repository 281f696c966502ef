"""What is in doubt, as a page or a script asks for it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sightline.jobs import doubts
from sightline.records import NothingLoadedError
from sightline.records.precedence import ETHNICITY
from tests.asciitable import annex_a, ssda903
from tests.recorded import load

HEADER = (
    "CHILD | SEX | DOB | ETHNIC\n500001 | F | 2012-05-01 | WBRI\n500002 | M | 2013-05-01 | BCRB"
)
LIST_8 = """
    child_id | sex | date_of_birth | ethnicity | care_started
    500001   | F   | 2012-05-01    | MWBC      | 2024-06-01
    500002   | M   | 2009-01-31    | BCRB      | 2025-04-02
    """


@pytest.fixture
def data(tmp_path: Path) -> Path:
    episodes = "CHILD | DECOM | RNE\n500001 | 2024-06-01 | S\n500002 | 2024-06-01 | S"
    load(
        tmp_path / "records",
        ssda903(2025, header=HEADER, episodes=episodes),
        annex_a("2025-04-30", list_8=LIST_8),
    )
    return tmp_path


def test_disagreements_of_a_child(data: Path) -> None:
    [found] = doubts.disagreements(data, "500001")
    assert found == doubts.Disagreement(
        child_id="500001",
        what="ethnicity",
        used_source="annex_a",
        used_value="MWBC",
        used_period=date(2025, 4, 30),
        other_source="ssda903",
        other_value="WBRI",
        other_period=date(2025, 3, 31),
        reason=ETHNICITY.reason,
    )
    assert doubts.disagreements(data, "nobody") == ()


def test_identity_clashes_of_everybody(data: Path) -> None:
    [found] = doubts.identity_clashes(data)
    assert (found.child_id, found.other_child_id) == ("500002", "ssda903:500002")
    assert (found.value, found.source, found.period) == (
        "2009-01-31",
        "annex_a",
        date(2025, 4, 30),
    )
    assert (found.other_value, found.other_source) == ("2013-05-01", "ssda903")
    assert (found.kind, found.outcome) == ("kept_apart", "kept apart")


def test_nothing_loaded(tmp_path: Path) -> None:
    with pytest.raises(NothingLoadedError):
        doubts.identity_clashes(tmp_path)
