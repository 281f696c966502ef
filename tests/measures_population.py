"""A small made-up population, from a seed: enough of everything for every measure to have work.

Made by plain draws with no regard to what is likely, so that edges come often: short breaks, an
hour's stay, temporary placements with and without a return, adoption by the same carers, children
who leave twice, blanks.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, timedelta

from sightline.records import Records
from tests.canonical import records

BEGAN = date(2021, 4, 1)
TODAY = date(2026, 3, 31)
DAY = timedelta(days=1)
PLANS = ("LONG_TERM_FOSTERING", "ADOPTION", "RETURN_HOME", None)
Spell = tuple[date, date | None, str]


@dataclass(frozen=True)
class Stay:
    """A placement."""

    started: date
    ended: date | None
    code: str | None
    urn: str | None
    carer_since: date


@dataclass
class Child:
    """A child, with all that is recorded of her."""

    name: str
    born: date
    care: list[Spell] = field(default_factory=list)  # with the reason care ended, or ""
    stays: list[Stay] = field(default_factory=list)
    orders: list[Spell] = field(default_factory=list)
    days: dict[str, set[date]] = field(default_factory=dict)


def population(seed: int, size: int) -> list[Child]:
    """That many children; the same seed gives the same ones."""
    draw = random.Random(seed)
    return [_child(draw, f"child {number}") for number in range(size)]


def _between(draw: random.Random, first: date, last: date) -> date:
    return first + DAY * draw.randint(0, max((last - first).days, 0))


def _child(draw: random.Random, name: str) -> Child:
    child = Child(name, _between(draw, date(2008, 1, 1), date(2021, 1, 1)))
    began = _between(draw, date(2018, 1, 1), date(2026, 3, 1))
    for _ in range(draw.choice([1, 1, 2])):
        if began >= TODAY:
            break
        ended = draw.choice([None, None, _near_an_anniversary(draw, began)])
        reason = draw.choice(["E45", "E12", "E4A", ""]) if ended else ""
        child.care.append((began, ended, reason))
        child.stays += _stays(draw, began, ended)
        child.orders += _orders(draw, began, ended)
        if ended is None:
            break
        began = ended + DAY * draw.randint(1, 200)
    for kind in ("visit", "review", "health_assessment", "dental_check"):
        days = {_between(draw, child.care[0][0], TODAY) for _ in range(draw.randint(0, 6))}
        child.days[kind] = days
    return child


def _near_an_anniversary(draw: random.Random, began: date) -> date:
    """A day after `began`: often within a day of a 31 March."""
    march = date(draw.randint(2022, 2026), 3, 31) + DAY * draw.randint(-1, 1)
    later = began + DAY * draw.randint(1, 1500)
    return march if march > began and draw.random() < 0.5 else later


def _stays(draw: random.Random, began: date, ended: date | None) -> list[Stay]:
    stays: list[Stay] = []
    last = ended or TODAY
    started = began
    while started < last and len(stays) < 12:
        until: date | None = min(last, started + DAY * draw.choice([0, 1, 20, 150, 400, 900]))
        if until == last:
            until = ended
        before = stays[-1] if stays else None
        stays.append(_stay(draw, started, until, before, stays[-2] if len(stays) > 1 else None))
        if until is None:
            break
        started = until if until > started else started
        if draw.random() < 0.05:
            started += DAY * 3  # nobody says where she was
    return stays


def _stay(
    draw: random.Random,
    started: date,
    ended: date | None,
    before: Stay | None,
    earlier: Stay | None,
) -> Stay:
    code = draw.choice(["U6", "U6", "U4", "K2", "P1", "A6", "Z1", "T1", "T3", None])
    urn = draw.choice([None, "1000001", "1000002", "XXXXXXX"])
    if before and (before.code or "").startswith("T") and earlier and draw.random() < 0.7:
        return Stay(started, ended, earlier.code, earlier.urn, started)
    if before and (before.code or "").startswith("U") and draw.random() < 0.2:
        return Stay(started, ended, draw.choice(["A5", "U4"]), before.urn, before.carer_since)
    return Stay(started, ended, code, urn, started)


def _orders(draw: random.Random, began: date, ended: date | None) -> list[Spell]:
    first = draw.choice(["C2", "C1", "V2", "V4", "V3"])
    changed = began + DAY * draw.randint(30, 900)
    if changed >= (ended or TODAY) or draw.random() < 0.5:
        return [(began, ended, first)]
    return [(began, changed, first), (changed, ended, draw.choice(["C2", "V4", "E1"]))]


def recorded(children: list[Child], seed: int = 0) -> Records:
    """The population as canonical tables."""
    draw = random.Random(seed)
    return records(
        BEGAN,
        TODAY,
        person=[
            {
                "child_id": c.name,
                "date_of_birth": c.born,
                "sex": draw.choice(["F", "M", None]),
                "ethnicity": draw.choice(["WBRI", "BAFR", "APKN", None]),
            }
            for c in children
        ],
        period_of_care=[
            {"child_id": c.name, "started": s, "ended": e, "reason_ceased": reason or None}
            for c in children
            for s, e, reason in c.care
        ],
        placement=[
            {
                "child_id": c.name,
                "started": stay.started,
                "ended": stay.ended,
                "placement_type": stay.code,
                "urn": stay.urn,
                "carer_since": stay.carer_since,
            }
            for c in children
            for stay in c.stays
        ],
        legal_status=[
            {"child_id": c.name, "started": s, "ended": e, "legal_status": code}
            for c in children
            for s, e, code in c.orders
        ],
        care_plan=[
            {"child_id": c.name, "started": c.care[0][0], "permanence_plan": plan}
            for c in children
            if (plan := draw.choice(PLANS))
        ],
        involvement=[
            {"child_id": c.name, "started": c.care[0][0], "team": draw.choice(["North", "South"])}
            for c in children
            if draw.random() < 0.8
        ],
        **_events(children),
        **_stated(children, draw),
    )


def _events(children: list[Child]) -> dict[str, list[dict[str, object]]]:
    named = [(c.name, kind, day) for c in children for kind, days in c.days.items() for day in days]
    return {
        "visit": [
            {"child_id": name, "date": day, "kind": "social_work"}
            for name, kind, day in named
            if kind == "visit"
        ],
        "review": [
            {"child_id": name, "date": day} for name, kind, day in named if kind == "review"
        ],
        "health_check": [
            {"child_id": name, "date": day, "kind": kind}
            for name, kind, day in named
            if kind in ("health_assessment", "dental_check")
        ],
    }


def _stated(children: list[Child], draw: random.Random) -> dict[str, list[dict[str, object]]]:
    marches = [date(year, 3, 31) for year in range(BEGAN.year + 1, TODAY.year + 1)]
    return {
        "missing_state": [
            {
                "child_id": c.name,
                "as_at": march,
                "missing_12_months": draw.choice([0, 0, 1, 3, None]),
                "return_interview_offered": draw.choice([True, True, False, None]),
            }
            for c in children
            for march in marches
        ],
        "outcome_year": [
            {"child_id": c.name, "year_ending": march, "sdq_score": draw.choice([None, 3, 14, 22])}
            for c in children
            for march in marches
            if draw.random() < 0.9
        ],
    }
