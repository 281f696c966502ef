"""Figures and children for the tests of the oversight pages: made by hand."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from sightline.insight.bounds import Bounds
from sightline.insight.intervals import wilson
from sightline.jobs import (
    between_events,
    children,
    coverage,
    figures,
    history,
    quality_effects,
    runs,
    said_then,
)
from sightline.jobs.children import ChildView, Told
from sightline.jobs.doubts import Disagreement
from sightline.jobs.life import Lane, Spell
from sightline.jobs.quality_effects import Effect
from sightline.measures import ChildRow, Figure, Group, MeasureFigures, catalogue
from sightline.measures.coverage import coverage as covered
from sightline.measures.left_out import SHORT_BREAK, START_UNKNOWN, LeftOut
from sightline.people.models import User
from sightline.trackers.clocks import Clock, Duty
from sightline.trackers.waiting import Kind, Reason, WaitingChild
from tests.page_words import words_of

NORTH, SOUTH = "North team", "South team"
AS_AT = date(2026, 10, 31)
LAST_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def months(how_many: int) -> list[date]:
    """Month-ends up to AS_AT, oldest first."""
    numbers = range(2026 * 12 + 9 - how_many + 1, 2026 * 12 + 10)
    return [date(n // 12, n % 12 + 1, LAST_DAYS[n % 12]) for n in numbers]


def share(as_at: date, met: int, of: int, known: float = 1.0) -> Figure:
    """A figure of a share with Wilson's interval."""
    limits = wilson(met, of)
    low, high = (limits.low, limits.high) if limits else (None, None)
    return Figure(as_at, met, of, met / of if of else None, low, high, known, 0.9)


def count(as_at: date, how_many: int) -> Figure:
    """A figure of a count."""
    return Figure(as_at, how_many, None, how_many, None, None, 1.0, 0.9)


def reviews() -> MeasureFigures:
    """Reviews held in time: 80 of 100 for two years, then 95 of 100 for three months."""
    days = months(27)
    steady = [share(day, 80 + place % 3, 100) for place, day in enumerate(days[:-3])]
    risen = [share(day, 95, 100) for day in days[-3:]]
    return MeasureFigures(catalogue()["reviews_in_timescale"], (*steady, *risen))


def unregistered() -> MeasureFigures:
    """Children in unregistered homes: a small count, three at the end."""
    series = tuple(count(day, place % 4) for place, day in enumerate(months(12)))
    return MeasureFigures(catalogue()["unregistered_homes"], series)


def dental() -> MeasureFigures:
    """Teeth checked: three of 60 were not, and a third of the inputs are missing."""
    return MeasureFigures(
        catalogue()["dental_checks"], tuple(share(day, 57, 60, known=0.66) for day in months(12))
    )


def visits_of(*, dropped: bool) -> MeasureFigures:
    """Visits in time in one team: 45 or so of 50; where `dropped`, 20 of 50 for three months."""
    days = months(27)
    steady = [share(day, 45 - place % 2, 50) for place, day in enumerate(days[:-3])]
    last = [share(day, 20 if dropped else 45, 50) for day in days[-3:]]
    return MeasureFigures(catalogue()["visits_in_timescale"], (*steady, *last))


ALL = (reviews(), dental(), unregistered())
BY_TEAM = {
    ("visits_in_timescale", NORTH): visits_of(dropped=False),
    ("visits_in_timescale", SOUTH): visits_of(dropped=True),
}


def groups(as_at: date = AS_AT) -> tuple[Group, ...]:
    """A breakdown of 100 children by team; South has three whose review was late."""
    return (
        Group(NORTH, share(as_at, 50, 60)),
        Group(SOUTH, share(as_at, 27, 30)),
        Group("Not known", share(as_at, 8, 10)),
    )


def rows() -> tuple[ChildRow, ...]:
    """Two children behind a figure, one a team."""
    return (
        ChildRow("N1", True, None, NORTH, "Ada Reed", 9, "C2", "Fostered by others"),
        ChildRow("S1", False, None, SOUTH, "Bo Finch", 14, "C1", "With parents"),
    )


def left_out() -> tuple[LeftOut, ...]:
    """A child a team whom the figure leaves out."""
    return (
        LeftOut("N8", START_UNKNOWN, NORTH, "Ada Reed"),
        LeftOut("S8", SHORT_BREAK, SOUTH, "Bo Finch"),
    )


def waiting(team: str | None = None) -> tuple[WaitingChild, ...]:
    """Who waits: N1 for a review and a visit, S1 for a visit."""
    late = Reason(Kind.REVIEW, date(2026, 6, 1), 152)
    visit = Reason(Kind.VISIT, date(2026, 10, 1), 30)
    both = (
        WaitingChild("N1", NORTH, "Ada Reed", 9, (late, visit)),
        WaitingChild("S1", SOUTH, "Bo Finch", 14, (visit,)),
    )
    return tuple(child for child in both if team in {None, child.team})


def child(child_id: str = "N1") -> ChildView:
    """The page of a child in care; "GONE" has left."""
    seen = ChildView(
        child_id=child_id,
        as_at=AS_AT,
        sex="F",
        date_of_birth=date(2017, 5, 4),
        ethnicity="MWBC",
        disabled=False,
        uasc=False,
        age=9,
        start_unknown=False,
        care_started=date(2024, 2, 1),
        legal_status="C2",
        legal_status_started=date(2024, 6, 1),
        placement_type="U4",
        placement_started=date(2024, 2, 1),
        permanence_plan="LONG_TERM_FOSTERING",
        team=NORTH if child_id != "S1" else SOUTH,
        worker="Ada Reed",
        clocks=(
            Clock(Duty.REVIEW, date(2025, 12, 1), date(2026, 6, 1), AS_AT),
            Clock(Duty.VISIT, date(2026, 10, 20), date(2026, 12, 1), AS_AT),
        ),
        reasons=(Reason(Kind.REVIEW, date(2026, 6, 1), 152),),
        spells=(Spell(Lane.HOME, date(2024, 2, 1), None, "U4", "long-term fostering"),),
        events=(
            Told(date(2026, 10, 20), "visit", "Visit", "by the social worker", "annex_a"),
            Told(date(2024, 2, 1), "care_started", "Came into care", "", "ssda903"),
        ),
        disagreements=(
            Disagreement(
                child_id=child_id,
                what="legal status",
                used_source="ssda903",
                used_value="C2",
                used_period=date(2026, 3, 31),
                other_source="annex_a",
                other_value="C1",
                other_period=date(2026, 2, 28),
                reason="The 903 is checked.",
            ),
        ),
    )
    if child_id != "GONE":
        return seen
    gone = replace(seen, care_started=None, team=None, worker=None, age=None, clocks=())
    return replace(gone, reasons=(), disagreements=())


def plans_effect() -> Effect:
    """Long-term fostering not matched: 71 of 100, bounds 66% to 77%: within chance alone."""
    return Effect(
        catalogue()["long_term_fostering_unmatched"], AS_AT, 71, 100, Bounds(66, 89, 100), 5, 6
    )


def effect_on(data: Path, measure_id: str) -> Effect | None:
    """Of reviews, 95 of 100 with six unsure; of no other measure."""
    if measure_id != "reviews_in_timescale":
        return None
    return Effect(catalogue()[measure_id], AS_AT, 95, 100, Bounds(90, 94, 100), 2, 4)


def stand_in(monkeypatch: pytest.MonkeyPatch, settings: Settings, data: Path) -> None:
    """Lets the pages ask this module instead of a data folder."""
    settings.DATA = data
    by_id = {each.measure.id: each for each in ALL}

    def one(data: Path, measure_id: str) -> object:
        if measure_id not in catalogue():
            raise KeyError(measure_id)
        return by_id.get(measure_id)

    def view(data: Path, child_id: str) -> object:
        if child_id not in {"N1", "S1", "GONE"}:
            raise children.ChildNotFoundError(child_id)
        return child(child_id)

    monkeypatch.setattr(figures, "latest", lambda data: ALL)
    monkeypatch.setattr(figures, "one", one)
    monkeypatch.setattr(figures, "by_team", lambda data: BY_TEAM)
    monkeypatch.setattr(figures, "breakdown", lambda data, name, by, as_at: groups(as_at))
    monkeypatch.setattr(
        figures,
        "children",
        lambda data, name, as_at, *, team=None: [row for row in rows() if team in {None, row.team}],
    )
    monkeypatch.setattr(figures, "left_out", lambda data, name, as_at: left_out())
    monkeypatch.setattr(quality_effects, "effects", lambda data: (plans_effect(),))
    monkeypatch.setattr(quality_effects, "effect_on", effect_on)
    monkeypatch.setattr(children, "waiting", lambda data, *, team=None: waiting(team))
    monkeypatch.setattr(children, "view", view)
    monkeypatch.setattr(children, "team_of", lambda data, child_id: SOUTH)
    monkeypatch.setattr(history, "child_changes", lambda data, *, child_id: ())
    no_days = between_events.EventDays((), AS_AT)
    monkeypatch.setattr(between_events, "event_days", lambda data, measure_id: no_days)
    monkeypatch.setattr(said_then, "as_known_then", lambda data, measure_id: ())
    monkeypatch.setattr(coverage, "coverage", lambda data: covered([("annex_a", "list_8")]))
    monkeypatch.setattr(runs, "run", lambda data, *, as_at=None: runs.Run(AS_AT, 1, ALL))


def seen_by(role: str, address: str, status: int = 200) -> str:
    """The words of a page as a person of that role sees it; the team manager is North's."""
    user, _ = User.objects.get_or_create(username=role, role=role, team=NORTH)
    client = Client()
    client.force_login(user)
    response = client.get(address)
    assert response.status_code == status
    return words_of(response)
