"""Where practice fell short, child by child, as the templates, the census and the lists show it.

Nothing here is dirt: it is what the made-up authority did or left undone, told truly by its files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from sightline.synthetic.authority import Authority
from sightline.synthetic.cin_census import assessments_of
from sightline.synthetic.days import day_of, iso, working_days_between
from sightline.synthetic.episodes import episodes_of
from sightline.synthetic.model import state_on
from sightline.synthetic.permanence import SECOND_REVIEW
from sightline.synthetic.return_years import ReturnYear
from sightline.synthetic.staffing import registration_of
from sightline.synthetic.templates import Row
from sightline.synthetic.workforce_census import census_years

Entry = dict[str, object]
RETURN_INTERVIEW_DAYS = 3
PLACEMENT_PLAN_DAYS = 5  # working days: regulation 9(2)
TWENTY_WEEKS = 140
ASSESSMENT_DAYS, CONFERENCE_DAYS = 45, 15  # weekdays, as the census's rules count them


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A kind of shortfall: the template that shows it, which of its rows, and what names a row."""

    name: str
    template: str
    columns: tuple[str, ...]
    short: Callable[[Row], object]


def _day(row: Row, column: str) -> int | None:
    value = row.get(column)
    return value if isinstance(value, int) else None


def _apart(row: Row, first: str, last: str) -> int:
    """Days from one date of a row to another; 0 where one is not given."""
    start, end = _day(row, first), _day(row, last)
    return end - start if start is not None and end is not None else 0


def _plan_late(row: Row) -> bool:
    start, made = _day(row, "placement_started"), _day(row, "plan_date")
    if start is None or made is None:
        return False
    return working_days_between(start, made) > PLACEMENT_PLAN_DAYS


SHORTFALLS = (
    Shortfall(
        "strategy_discussions_without_partners", "strategy_discussions",
        ("child_id", "discussion_date", "police_present", "health_present"),
        lambda row: not (row["police_present"] and row["health_present"]),
    ),
    Shortfall(
        "return_interviews_not_offered", "return_interviews", ("child_id", "returned_date"),
        lambda row: not row["offered"],
    ),
    Shortfall(
        "return_interviews_declined", "return_interviews", ("child_id", "returned_date"),
        lambda row: row["accepted"] is False,
    ),
    Shortfall(
        "return_interviews_late", "return_interviews",
        ("child_id", "returned_date", "interview_date"),
        lambda row: _apart(row, "returned_date", "interview_date") > RETURN_INTERVIEW_DAYS,
    ),
    Shortfall(
        "placement_plans_not_made", "placement_plans", ("child_id", "placement_started"),
        lambda row: row["plan_date"] is None,
    ),
    Shortfall(
        "placement_plans_late", "placement_plans", ("child_id", "placement_started", "plan_date"),
        _plan_late,
    ),
    Shortfall(
        "matches_deferred", "match_decisions", ("child_id", "decision_date", "kind"),
        lambda row: row["decision"] == "deferred",
    ),
    Shortfall(
        "carer_assessments_overridden", "carer_assessments",
        ("child_id", "carer_id", "kind", "decision_date"), lambda row: row["overridden"],
    ),
    Shortfall(
        "assurance_visits_child_not_seen", "assurance_visits", ("child_id", "visit_date"),
        lambda row: not row["child_seen"],
    ),
    Shortfall(
        "assurance_visits_not_safe", "assurance_visits", ("child_id", "visit_date"),
        lambda row: row["child_seen"] and not row["safe"],
    ),
    Shortfall(
        "family_time_did_not_happen", "family_time", ("child_id", "planned_date", "with_whom"),
        lambda row: not row["happened"],
    ),
    Shortfall(
        "education_plans_late", "ehc_requests", ("child_id", "request_date", "plan_issued_date"),
        lambda row: _apart(row, "request_date", "plan_issued_date") > TWENTY_WEEKS,
    ),
    Shortfall(
        "mental_health_referrals_refused", "mental_health_referrals", ("child_id", "referral_date"),
        lambda row: not row["accepted"],
    ),
    Shortfall(
        "escalations_unresolved", "iro_escalations", ("child_id", "raised_date", "reason"),
        lambda row: row["resolved_date"] is None,
    ),
)  # fmt: skip


def practice_of(authority: Authority, listed: Mapping[str, list[Row]]) -> dict[str, list[Entry]]:
    """Every shortfall by its kind; `listed` are the templates' rows before any dirt."""
    found = {
        kind.name: [
            {column: _told(row, column) for column in kind.columns}
            for row in listed[kind.template] if kind.short(row)
        ]
        for kind in SHORTFALLS
    }  # fmt: skip
    return found | {
        "permanence_plans_late": list(_permanence_late(authority)),
        "protection_plans_left_open_in_care": list(_left_open(authority)),
        "assessments_open_beyond_45_days": list(_assessments_open(authority)),
        "enquiries_open_beyond_15_days": list(_enquiries_open(authority)),
        "unregistered_homes_not_visited": list(_not_visited(authority, listed)),
        "agency_workers_in_no_census": list(_in_no_census(authority)),
    }


def _told(row: Row, column: str) -> object:
    value = row.get(column)
    dated = column.endswith(("_date", "_started")) and isinstance(value, int)
    return iso(int(value)) if dated and isinstance(value, int) else value


def _permanence_late(authority: Authority) -> Iterator[Entry]:
    """Children four months in care since the first year whose plan for permanence came later.

    The plan that matters is the one agreed for good, after any first plan to return home.
    """
    first = ReturnYear(authority.return_years[0]).first
    for person in authority.people:
        for period in person.periods:
            due = period.start + SECOND_REVIEW
            if not first <= due <= authority.until or period.end <= due or not period.plans:
                continue
            planned = state_on(period.plans, due)
            if planned is None or not planned.code:
                agreed = next((p.start for p in period.plans if p.code and p.start > due), None)
                shown = agreed if agreed is not None and agreed <= authority.until else None
                yield {
                    "child_id": person.child_id, "due": iso(due),
                    "agreed": None if shown is None else iso(shown),
                }  # fmt: skip


def _left_open(authority: Authority) -> Iterator[Entry]:
    """Protection plans that went on after the child came into care, since the first year."""
    first = ReturnYear(authority.return_years[0]).first
    for chain in authority.door.chains:
        if chain.care is None or chain.plan is None or chain.plan_end is None:
            continue
        if chain.plan_end > max(chain.care.start, first) and chain.care.start <= authority.until:
            yield {
                "child_id": chain.child.child_id, "plan_started": iso(chain.plan),
                "care_started": iso(chain.care.start),
                "plan_ended": iso(chain.plan_end) if chain.plan_end <= authority.until else None,
            }  # fmt: skip


def _assessments_open(authority: Authority) -> Iterator[Entry]:
    """Assessments not authorised on a 31 March, begun more than 45 weekdays before."""
    for last in _year_ends(authority):
        for chain in authority.door.chains:
            for start, authorised in assessments_of(chain):
                if last < authorised and _weekdays(start, last) > ASSESSMENT_DAYS:
                    yield {
                        "child_id": chain.child.child_id, "assessment_started": iso(start),
                        "open_on": iso(last),
                    }  # fmt: skip


def _enquiries_open(authority: Authority) -> Iterator[Entry]:
    """Enquiries on whose conference a 31 March went by, begun more than 15 weekdays before."""
    for last in _year_ends(authority):
        for chain in authority.door.chains:
            if chain.strategy is None or chain.conference is None:
                continue
            if last < chain.conference and _weekdays(chain.strategy, last) > CONFERENCE_DAYS:
                yield {
                    "child_id": chain.child.child_id, "enquiry_started": iso(chain.strategy),
                    "open_on": iso(last),
                }  # fmt: skip


def _weekdays(start: int, end: int) -> int:
    """Mondays to Fridays from `start` until the day before `end`; 0 where it starts later."""
    weeks, days = divmod(max(end - start, 0), 7)
    return 5 * weeks + sum((start + day - 1) % 7 < 5 for day in range(days))


def _year_ends(authority: Authority) -> Iterator[int]:
    return (ReturnYear(year).last for year in authority.return_years)


def _not_visited(authority: Authority, listed: Mapping[str, list[Row]]) -> Iterator[Entry]:
    """Episodes in homes not registered, begun since the list was, without an assurance visit."""
    visits: dict[str, list[int]] = {}
    for row in listed["assurance_visits"]:
        visits.setdefault(str(row["child_id"]), []).append(_day(row, "visit_date") or 0)
    begun = min((day for days in visits.values() for day in days), default=authority.until)
    for person in authority.people:
        for period in person.periods:
            for stay in episodes_of(period) if period.placements else ():
                if stay.placement.code != "Z1" or not begun <= stay.start <= authority.until:
                    continue
                if not any(
                    stay.start <= day <= stay.end for day in visits.get(person.child_id, [])
                ):
                    yield {"child_id": person.child_id, "episode_started": iso(stay.start)}


def _in_no_census(authority: Authority) -> Iterator[Entry]:
    """Agency workers who came and went between two 30 Septembers: no census has them."""
    days = [day_of(year, 9, 30) for year in census_years(authority)]
    for worker in authority.workforce.workers.values():
        gone = worker.left or authority.until + 1
        if worker.agency and not any(worker.joined <= day < gone for day in days):
            yield {"worker_id": registration_of(worker.worker_id)}
