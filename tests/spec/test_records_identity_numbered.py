"""Two systems that both count from one: a number means another child in each."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from sightline.returns.tables import ReadFile
from tests.asciitable import annex_a, cin_census, ssda903, templates
from tests.recorded import load, shown

HOW_MANY = 25
NUMBERS = [str(500001 + n) for n in range(HOW_MANY)]
BORN = [date(2010, 1, 1) + timedelta(days=120 * n) for n in range(HOW_MANY)]
OTHERS = [born + timedelta(days=200) for born in BORN]  # within a year: no clash of one pair tells


def march(born: list[date], numbers: list[str] = NUMBERS) -> ReadFile:
    header = "\n".join(f"{n} | F | {b}" for n, b in zip(numbers, born, strict=True))
    episodes = "\n".join(f"{n} | 2024-06-01 | S | C2 | U6" for n in numbers)
    return ssda903(
        2025,
        header=f"CHILD | SEX | DOB\n{header}",
        episodes=f"CHILD | DECOM | RNE | LS | PLACE\n{episodes}",
    )


def april(born: list[date]) -> tuple[ReadFile, date]:
    rows = "\n".join(f"{n} | F | {b} | 2025-04-02" for n, b in zip(NUMBERS, born, strict=True))
    return annex_a("2025-04-30", list_8=f"child_id | sex | date_of_birth | care_started\n{rows}")


def test_the_newest_return_keeps_its_numbers_and_the_other_goes_by_its_own_name(
    tmp_path: Path,
) -> None:
    """All girls, all born within a year of the child of the same number, none of them the same."""
    store = load(tmp_path, march(BORN), april(OTHERS))

    people = shown(store, "person", "child_id date_of_birth")
    assert len(people) == 2 * HOW_MANY
    assert f"500001 {OTHERS[0]}" in people
    assert f"ssda903:500001 {BORN[0]}" in people
    assert shown(store, "identity_clash", "kind") == []
    assert set(shown(store, "identifier", "source how")) == {
        "annex_a same_id",
        "ssda903 numbered_apart",
    }


def test_returns_of_one_numbering_stay_together(tmp_path: Path) -> None:
    """The 903 and the census are from the one system, Annex A from the other; a template that says
    nothing of births goes with the newest."""
    rows = "\n".join(f"{n} | F | {b}" for n, b in zip(NUMBERS, BORN, strict=True))
    census = cin_census(2025, children=f"LAchildID | Sex | PersonBirthDate\n{rows}")
    plans = templates(
        "2025-04-30",
        placement_plans="child_id | placement_started | plan_date\n500002 | 2025-04-02 | 2025-04-03",
    )
    store = load(tmp_path, march(BORN), census, april(OTHERS), plans)

    assert len(shown(store, "person", "child_id")) == 2 * HOW_MANY
    named = shown(store, "identifier", "source_id source child_id")
    assert "500001 ssda903 ssda903:500001" in named
    assert "500001 cin_census ssda903:500001" in named
    assert "500001 annex_a 500001" in named
    assert shown(store, "placement_plan", "child_id") == ["500002"]


def test_slips_in_two_births_are_clashes_as_before(tmp_path: Path) -> None:
    """23 of the 25 births agree: these are the same children, two of them with a slip."""
    slipped = [BORN[0] + timedelta(days=200), BORN[1] + timedelta(days=200), *BORN[2:]]
    store = load(tmp_path, march(BORN), april(slipped))

    assert len(shown(store, "person", "child_id")) == HOW_MANY
    assert shown(store, "identity_clash", "child_id kind") == [
        "500001 birth_date",
        "500002 birth_date",
    ]
