"""The improvement journey as an analyst sees it, read from the files of a made-up authority."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sightline.synthetic import generate, shape_journey
from sightline.synthetic.shape_journey import Line, Month

UNTIL = date(2026, 10, 31)  # inspected in April 2023


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Line]:
    out = tmp_path_factory.mktemp("journey")
    generate(out, children_in_care=120, years=6, seed=4, until=UNTIL)
    ends, lines = shape_journey.lines(out)
    assert [end.year for end in ends] == [2021, 2022, 2023, 2024, 2025, 2026]
    return {line.name: line for line in lines}


def share(seen: dict[str, Line], name: str, year: int) -> float:
    part, whole = seen[name].counted[year - 2021]
    assert whole > 15, name
    return part / whole


@pytest.mark.parametrize(
    ("name", "before", "gain"),
    [
        ("Visited in the last six weeks", 2023, 0.08),
        ("First health assessment within four weeks", 2022, 0.2),
        ("A plan for permanence by the second review", 2022, 0.08),
        ("Return interview offered", 2023, 0.1),
        ("Police at strategy discussions", 2023, 0.05),
        ("Health services at strategy discussions", 2023, 0.2),
        ("Return interview held within three days", 2023, 0.05),
    ],
)
def test_these_have_improved(seen: dict[str, Line], name: str, before: int, gain: float) -> None:
    assert share(seen, name, 2026) > share(seen, name, before) + gain


def test_reviews_improve_on_paper_alone(seen: dict[str, Line]) -> None:
    first, now = "Reviews in time, as each was first told", "Reviews in time, as they are told now"
    assert share(seen, now, 2026) > share(seen, now, 2022) + 0.04
    assert abs(share(seen, first, 2026) - share(seen, first, 2022)) < 0.06
    assert share(seen, now, 2026) > share(seen, first, 2026) + 0.04


def test_matching_has_not_improved(seen: dict[str, Line]) -> None:
    name = "Matched, of long-term foster homes of a year"
    assert share(seen, name, 2026) < share(seen, name, 2022) + 0.1


def test_a_review_told_otherwise_counts_once_and_both_ways() -> None:
    """Held on 10 July, 191 days after the one before; told as 1 July, 182 days after it, later."""
    told = (
        (date(2026, 5, 31), date(2025, 12, 31)),
        (date(2026, 7, 31), date(2026, 7, 10)),
        (date(2026, 8, 31), date(2026, 7, 1)),
    )
    listed = [
        Month(on, ({"child_id": 1.0, "care_started": date(2025, 1, 1), "last_review": held},))
        for on, held in told
    ]
    first, now = shape_journey.reviews(listed)
    assert first == [(date(2026, 7, 31), False)]
    assert now == [(date(2026, 7, 31), True)]


def test_a_folder_without_workbooks_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="holds no workbook"):
        shape_journey.lines(tmp_path)
