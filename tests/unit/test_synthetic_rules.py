"""The rules the made-up authority keeps, each on an example small enough to check by hand."""

from __future__ import annotations

from datetime import date

from sightline.synthetic.annex_a_care import last_recorded, moved_in, placements_within_a_year
from sightline.synthetic.care_leavers import eligibility
from sightline.synthetic.days import add_months, birthday, is_working_day, month_ends
from sightline.synthetic.episodes import episodes_of
from sightline.synthetic.journey import SLIPPING_TEAM, Journey
from sightline.synthetic.model import Period, Person, Placement, Recorded, Spell
from sightline.synthetic.visits import longest_gap


def on(year: int, month: int, day: int) -> int:
    return date(year, month, day).toordinal()


def home(start: int, end: int, code: str, carer: str) -> Placement:
    return Placement(start, end, code, carer, "PR1", "9900100", "ZZ1 2AB", "Thornmere", "CARPL")


def period(start: int, end: int, legal: list[Spell], placements: list[Placement]) -> Period:
    return Period(start, end, "E4A", "home", "N1", legal, "ZZ1 2AB", placements)


def test_a_leap_day_child_has_a_birthday_on_1_march() -> None:
    assert birthday(on(2008, 2, 29), 18) == on(2026, 3, 1)
    assert birthday(on(2008, 2, 29), 4) == on(2012, 2, 29)


def test_months_end_where_the_calendar_says() -> None:
    assert add_months(on(2026, 8, 31), -6) == on(2026, 2, 28)
    ends = [date.fromordinal(day) for day in month_ends(date(2024, 3, 15), 2)]
    assert ends == [date(2024, 1, 31), date(2024, 2, 29)]


def test_no_work_is_done_on_christmas_day_or_a_saturday() -> None:
    assert not is_working_day(on(2025, 12, 25))
    assert not is_working_day(on(2025, 12, 27))
    assert is_working_day(on(2025, 12, 29))


def test_an_episode_says_what_changed() -> None:
    """S start, L order, P home, T status of the home, B order and home on one day."""
    a, b, c, d, end = (on(2025, month, 1) for month in (1, 3, 5, 7, 9))
    legal = [Spell(a, "V2"), Spell(b, "C1"), Spell(on(2025, 8, 1), "C2")]
    homes = [
        home(a, c, "U6", "first"),
        home(c, d, "U6", "second"),
        home(d, on(2025, 8, 1), "U4", "second"),
        home(on(2025, 8, 1), end, "K2", "third"),
    ]
    found = episodes_of(period(a, end, legal, homes))
    assert [episode.new_because for episode in found] == ["S", "L", "P", "T", "B"]
    assert [episode.reason for episode in found] == ["X1", "X1", "X1", "X1", "E4A"]
    assert [episode.why_moved for episode in found] == ["", "CARPL", "STAND", "CARPL", ""]
    assert [episode.end for episode in found] == [b, c, d, on(2025, 8, 1), end]


def test_placements_of_a_year_do_not_count_a_match() -> None:
    homes = [
        home(on(2023, 1, 1), on(2024, 1, 1), "U6", "first"),
        home(on(2024, 1, 1), on(2025, 5, 1), "U6", "second"),
        home(on(2025, 5, 1), on(2030, 1, 1), "U4", "second"),
    ]
    assert placements_within_a_year(homes, on(2025, 12, 1)) == 1
    assert moved_in(homes, homes[2]) == on(2024, 1, 1)


def test_a_visit_shows_once_it_is_recorded() -> None:
    visits = [
        Recorded(on(2026, 1, 5), on(2026, 1, 6)),
        Recorded(on(2026, 2, 16), on(2026, 3, 20)),
    ]
    assert last_recorded(visits, on(2026, 2, 28)) == on(2026, 1, 5)
    assert last_recorded(visits, on(2026, 3, 31)) == on(2026, 2, 16)


def test_visits_are_due_by_order_and_home() -> None:
    """Regulation 28: weekly then four-weekly on an interim order at home, else six weeks."""
    start = on(2025, 1, 1)
    at_home = home(start, on(2027, 1, 1), "P1", "parents")
    interim = period(start, on(2027, 1, 1), [Spell(start, "C1")], [at_home])
    assert longest_gap(interim, at_home, start + 10) == 7
    assert longest_gap(interim, at_home, start + 60) == 28
    matched = home(start, on(2027, 1, 1), "U4", "carer")
    full = period(start, on(2027, 1, 1), [Spell(start, "C2")], [matched])
    assert longest_gap(full, matched, start + 100) == 42
    assert longest_gap(full, matched, start + 400) == 90


def test_care_leavers_are_those_with_13_weeks_after_14_and_some_care_after_16() -> None:
    def young(born: int, start: int, end: int) -> Person:
        stay = period(start, end, [Spell(start, "C2")], [])
        return Person("100001", "F", born, "WBRI", False, False, "", [stay])

    born = on(2006, 6, 1)
    leaver = young(born, on(2019, 1, 1), on(2024, 6, 1))
    assert eligibility(leaver, on(2023, 1, 1)) == "ELIGIBLE"
    assert eligibility(leaver, on(2025, 1, 1)) == "FORMER_RELEVANT"
    left_at_15 = young(born, on(2019, 1, 1), on(2021, 9, 1))
    assert eligibility(left_at_15, on(2025, 1, 1)) is None
    twelve_weeks = young(born, on(2022, 7, 1), on(2022, 9, 20))
    assert eligibility(twelve_weeks, on(2023, 1, 1)) is None
    left_at_17 = young(born, on(2019, 1, 1), on(2023, 9, 1))
    assert eligibility(left_at_17, on(2024, 1, 1)) == "RELEVANT"


def test_one_team_slips_in_its_last_five_months_and_no_other() -> None:
    journey = Journey.ending(date(2026, 10, 31))
    before, after = on(2026, 5, 20), on(2026, 6, 20)
    drop = journey.visits_on_time(SLIPPING_TEAM, before) - journey.visits_on_time(
        SLIPPING_TEAM, after
    )
    assert drop > 0.4
    other = "Children in Care Team 1"
    assert journey.visits_on_time(other, after) >= journey.visits_on_time(other, before)
