"""Annex A lists 8 to 11 as they would have been extracted on a day: only what was then known."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from sightline.synthetic import annex_a_codes as codes
from sightline.synthetic.adopters import Adopter, family_of
from sightline.synthetic.authority import Authority
from sightline.synthetic.care_leavers import after_care, eligibility
from sightline.synthetic.days import add_months, age_on, day_of
from sightline.synthetic.files import Cell
from sightline.synthetic.geography import AUTHORITY
from sightline.synthetic.model import (
    Missing,
    Period,
    Person,
    Placement,
    Recorded,
    placement_on,
    state_on,
)
from sightline.synthetic.workforce import LEAVING

Row = dict[str, Cell]
YEAR_DAYS = 365
SUPPORTED_ACCOMMODATION_FROM = day_of(2024, 4, 1)


def who(person: Person, on: int) -> Row:
    """The five columns that most lists begin with."""
    return {
        "child_id": int(person.child_id),
        "sex": codes.SEX[person.sex],
        "ethnicity": codes.ETHNICITY[person.ethnicity],
        "date_of_birth": person.born,
        "age": age_on(person.born, on),
    }


def last_by(days: list[int], on: int) -> int | None:
    """The last of the sorted days that is not after `on`."""
    index = bisect_right(days, on)
    return days[index - 1] if index else None


def last_recorded(visits: list[Recorded], on: int) -> int | None:
    """The day of the last visit that was on the system by `on`."""
    index = bisect_right(visits, on, key=lambda visit: visit.day)
    return next((v.day for v in reversed(visits[:index]) if v.recorded <= on), None)


def moved_in(placements: list[Placement], current: Placement) -> int:
    """The day the child came to the present carer, whatever the status since."""
    start = current.start
    for before, after in pairwise(placements[: placements.index(current) + 1][::-1]):
        if before.carer != after.carer:
            break
        start = after.start
    return start


def placements_within_a_year(placements: list[Placement], on: int) -> int:
    """Placements open in the 12 months to a day; a new status with the same carer is no move."""
    seen = [p.carer for p in placements if p.start <= on and p.end > on - YEAR_DAYS]
    return sum(1 for index, carer in enumerate(seen) if index == 0 or seen[index - 1] != carer)


def list_8(authority: Authority, on: int) -> Iterator[Row]:
    """Children in care at any time in the six months to the day, in their latest state."""
    since = add_months(on, -6)
    for person in authority.people:
        periods = [p for p in person.periods if p.start <= on and p.end > since]
        if periods:
            yield _in_care(authority, person, periods[-1], on)


def _in_care(authority: Authority, person: Person, period: Period, on: int) -> Row:
    ended = period.end <= on
    then = min(on, period.end - 1)
    return (
        who(person, on)
        | _standing(person, period, then)
        | _done_with(authority, person, period, on)
        | _placed(period, then)
        | _gone_missing(period.missing, on)
        | held_by(authority, period, then)
        | (_ceased(period) if ended else {})
    )


def _ceased(period: Period) -> Row:
    return {"care_ended": period.end, "reason_ceased": codes.CEASED[period.reason]}


def _standing(person: Person, period: Period, then: int) -> Row:
    status, plan = state_on(period.legal, then), state_on(period.plans, then)
    again = any(0 < period.start - other.end <= YEAR_DAYS for other in person.periods)
    return {
        "uasc": codes.YES_NO[person.uasc and then - period.start <= YEAR_DAYS],
        "disabled": codes.YES_NO[person.disabled],
        "care_started": period.start,
        "need": codes.NEED[period.need],
        "repeat_period": codes.YES_NO[again],
        "legal_status_started": status.start if status else None,
        "legal_status": codes.LEGAL_STATUS[status.code] if status else None,
        "permanence_plan": codes.PLAN[plan.code] if plan and plan.code else None,
    }


def _done_with(authority: Authority, person: Person, period: Period, on: int) -> Row:
    review = last_by([review.day for review in period.reviews], on)
    return {
        "last_review": None
        if review is None
        else authority.planted.told(person.child_id, review, on),
        "last_visit": last_recorded(period.visits, on),
        "last_iro_contact": review - 5
        if review is not None and review - 5 > period.start
        else review,
        "last_health_assessment": last_by(period.health.assessments, on),
        "last_dental_check": last_by(period.health.dental, on),
        "placements_12_months": placements_within_a_year(
            period.placements, min(on, period.end - 1)
        ),
    }


def _placed(period: Period, then: int) -> Row:
    placement = placement_on(period.placements, then)
    code = placement.code
    if code == "K3" and then < SUPPORTED_ACCOMMODATION_FROM:
        code = "H5"
    return {
        "placement_started": moved_in(period.placements, placement),
        "placement_type": codes.PLACEMENT[code],
        "placement_provider": codes.PROVIDER[placement.provider],
        "placement_postcode": placement.postcode,
        "urn": placement.urn,
        "placement_location": codes.LOCATION[placement.authority == AUTHORITY],
        "placement_authority": placement.authority,
    }


def _gone_missing(episodes: list[Missing], on: int) -> Row:
    recent = [episode for episode in episodes if on - YEAR_DAYS < episode.start <= on]
    missing = [episode for episode in recent if episode.kind == "M"]
    row: Row = {"missing_12_months": len(missing), "absent_12_months": len(recent) - len(missing)}
    if missing:
        row["return_interview_offered"] = codes.YES_NO[missing[-1].offered]
        row["return_interview_accepted"] = codes.YES_NO[missing[-1].accepted]
    return row


def held_by(authority: Authority, period: Period, then: int) -> Row:
    """The team and the worker of a child in care on a day."""
    current = period.allocations[0]
    for allocation in period.allocations:
        if allocation.start <= then:
            current = allocation
    return {"team": current.team, "worker": authority.workforce.names[current.worker]}


def list_9(authority: Authority, on: int) -> Iterator[Row]:
    """Care leavers and those eligible to become one."""
    posts = authority.workforce.posts[LEAVING]
    for person in authority.people:
        if not 16 <= age_on(person.born, on) < 25:
            continue
        kind = eligibility(person, on)
        if kind is None:
            continue
        after = after_care(authority.seed, person, on, authority.journey)
        period = person.period_on(on)
        adviser = posts[int(person.child_id) % len(posts)].holder_on(on)
        row = who(person, on) | {
            "uasc": codes.YES_NO[person.uasc],
            "disabled": codes.YES_NO[person.disabled],
            "team": LEAVING,
            "worker": authority.workforce.names[adviser],
            "personal_adviser": authority.workforce.names[adviser],
            "eligibility": codes.ELIGIBILITY[kind],
            "pathway_plan_review": on - after.pathway_review_days,
        }
        if period is not None:
            row |= held_by(authority, period, on)
        else:
            row |= {
                "in_touch": codes.IN_TOUCH[after.in_touch],
                "last_contact": on - after.last_contact_days,
                "accommodation": codes.ACCOMMODATION[after.accommodation],
                "suitability": codes.SUITABILITY[after.suitable],
                "activity": codes.ACTIVITY[after.activity],
            }
        yield row


def list_10(authority: Authority, on: int) -> Iterator[Row]:
    """Children with a decision for adoption, now or within the last year."""
    for person in authority.people:
        for period in person.periods:
            adoption = period.adoption
            if adoption is None or adoption.decision > on or period.end < on - YEAR_DAYS:
                continue
            if adoption.reversed_on is not None and adoption.reversed_on < on - YEAR_DAYS:
                continue
            shown: Row = {
                "care_started": period.start,
                "adoption_decision": adoption.decision,
                "placement_order": adoption.order,
                "matched": adoption.matched,
                "placed": adoption.placed,
                "adoption_order": adoption.adopted,
                "decision_reversed": adoption.reversed_on,
                "early_permanence_placed": adoption.early_permanence,
            }
            row = who(person, on) | {"disabled": codes.YES_NO[person.disabled]}
            row |= {key: day for key, day in shown.items() if isinstance(day, int) and day <= on}
            if "decision_reversed" in row:
                row["reason_reversed"] = codes.REVERSED[adoption.reason_reversed]
            if "matched" in row:
                row["family_id"] = int(family_of(person.child_id))
            yield row


def list_11(authority: Authority, on: int) -> Iterator[Row]:
    """Adopters from enquiry until a year after the order or their leaving."""
    for adopter in authority.adopters:
        gone = adopter.left or (adopter.adoption.adopted if adopter.adoption else None) or on
        if adopter.enquiry <= on and gone >= on - YEAR_DAYS:
            yield _adopter(adopter, on)


def _adopter(adopter: Adopter, on: int) -> Row:
    adoption = adopter.adoption
    stage1, stage1_end, stage2, stage2_end = adopter.stages
    left = adopter.left
    days: Row = {
        "enquiry": adopter.enquiry, "stage1_start": stage1, "stage1_end": stage1_end,
        "stage2_start": stage2, "stage2_end": stage2_end, "application": stage1,
        "approved": adopter.approved, "matched": adoption.matched if adoption else None,
        "placed": adoption.placed if adoption else None,
        "adoption_order": adoption.adopted if adoption else None, "left_process": left,
    }  # fmt: skip
    known = {
        key: day
        for key, day in days.items()
        if isinstance(day, int) and day <= on and (left is None or day <= left)
    }
    row: Row = {
        "adopter_id": int(adopter.adopter_id),
        "family_id": int(adopter.family_id),
        "sex": codes.SEX[adopter.sex],
        "ethnicity": codes.ETHNICITY[adopter.ethnicity],
        "disabled": codes.YES_NO[adopter.disabled],
        "early_permanence": codes.YES_NO[adopter.early_permanence],
    }
    row |= known
    if "placed" in known:
        row["children_placed"] = 1
    if "left_process" in known:
        row["reason_left"] = codes.LEFT[adopter.reason_left]
    return row
