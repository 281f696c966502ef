"""Rows of the templates on children in care: matches, plans, panels, carers, family, help."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from sightline.synthetic.chance import around, pick, stream
from sightline.synthetic.days import add_working_days, working_day_after, working_day_before
from sightline.synthetic.education import ehc_request
from sightline.synthetic.extract import Extract
from sightline.synthetic.model import Period, Person, Placement
from sightline.synthetic.pre_proceedings import COURT_STATUSES
from sightline.synthetic.staffing import registration_of

Row = dict[str, object]
LONG_TERM = ("U1", "U4")
RELATIVES = ("U1", "U2", "U3")
GUARDIANSHIP = ("E45", "E46", "E47", "E48")
KIN = ("grandparent", "aunt or uncle", "brother or sister", "friend of the family")
OVERRIDDEN = 0.05
PLAN_DAYS = 5  # working days: regulation 9(2)
FAMILY_TIME_DAYS = 365


def _new_long_term(period: Period) -> Iterator[Placement]:
    """Placements that became long-term foster homes by a match."""
    before: Placement | None = None
    for placement in period.placements:
        if placement.code in LONG_TERM and before is not None and before.carer == placement.carer:
            yield placement
        before = placement


def match_decisions(extract: Extract) -> Iterator[Row]:
    """Long-term matches behind each new code, and matches with adopters; some deferred first."""
    seed = extract.authority.seed
    for person, period in extract.care:
        matched = [("long-term fostering", p.start, p.carer) for p in _new_long_term(period)]
        if period.adoption is not None and period.adoption.matched is not None:
            matched.append(("adoption", period.adoption.matched, f"9{person.child_id}"))
        for kind, day, carer in matched:
            rng = stream(seed, person.child_id, day, "match decision")
            decisions = [("agreed", day)]
            if rng.random() < 0.07:
                decisions.insert(0, ("deferred", working_day_before(day - rng.randrange(28, 60))))
            for decision, on in decisions:
                if extract.since <= on <= extract.on:
                    panel = working_day_before(on - rng.randrange(3, 11))
                    yield {
                        "child_id": person.child_id, "decision_date": on, "kind": kind,
                        "decision": decision, "panel_date": panel, "carer_id": carer,
                    }  # fmt: skip


def placement_plans(extract: Extract) -> Iterator[Row]:
    """A plan for each placement: within five working days, late, or never."""
    seed, journey = extract.authority.seed, extract.authority.journey
    for person, period in extract.care:
        for placement in period.placements:
            if not extract.since <= placement.start <= extract.on:
                continue
            rng = stream(seed, person.child_id, placement.start, "placement plan")
            level = journey.level("placement_plans", placement.start)
            day: int | None = add_working_days(placement.start, rng.randrange(0, PLAN_DAYS + 1))
            if rng.random() >= level:
                late = working_day_after(placement.start + rng.randrange(9, 60))
                day = late if rng.random() < 0.6 else None
            shown = day if day is not None and day <= extract.on else None
            yield {"child_id": person.child_id, "placement_started": placement.start,
                   "plan_date": shown}  # fmt: skip


def _panels(person: Person, period: Period) -> Iterator[tuple[str, int, str]]:
    court = next((s.start for s in period.legal if s.code in COURT_STATUSES), None)
    if court is not None:
        yield "legal gateway", court - 21, "issue proceedings"
    if period.adoption is not None:
        matched = period.adoption.matched
        days = (period.adoption.decision, matched - 7 if matched is not None else None)
        yield from (("adoption", day, "agreed") for day in days if day is not None)
    for placement in _new_long_term(period):
        yield "fostering", placement.start - 6, "agreed"
    lasting = (s for s in period.plans if s.code not in ("", "RETURN_HOME"))
    yield from (("permanence", spell.start, "agreed") for spell in lasting)
    homes = (p for p in period.placements if p.code in ("K2", "Z1", "S1"))
    yield from (("resources", placement.start - 3, "agreed") for placement in homes)


def panel_decisions(extract: Extract) -> Iterator[Row]:
    """Decisions of panels behind court applications, plans, matches and placements in homes."""
    managers = extract.authority.workforce.supervisors()
    for person, period in extract.care:
        held = ((p, working_day_before(near), d) for p, near, d in _panels(person, period))
        for panel, day, decision in dict.fromkeys(held):
            if extract.since <= day <= extract.on:
                rng = stream(extract.authority.seed, person.child_id, day, panel)
                yield {
                    "child_id": person.child_id, "panel": panel, "panel_date": day,
                    "decision": decision, "decided_by": rng.choice(managers).holder_on(day),
                    "next_date": day + 91 if rng.random() < 0.2 else None,
                }  # fmt: skip


def _assessed(person: Person, period: Period) -> Iterator[tuple[str, int, str]]:
    """Assessments of relatives and friends: (kind, begun, carer)."""
    for placement in period.placements:
        if placement.code in RELATIVES:
            yield "viability", placement.start - 25, placement.carer
            yield "regulation 24", placement.start - 1, placement.carer
            yield "full", placement.start + 14, placement.carer
    if period.reason in GUARDIANSHIP:
        last = period.placements[-1]
        yield "special guardianship", period.end - 120, last.carer


def carer_assessments(extract: Extract) -> Iterator[Row]:
    """Assessments of carers; in a few, the manager decided against the recommendation."""
    managers = extract.authority.workforce.supervisors()
    days = {"viability": 14, "regulation 24": 2, "full": 84, "special guardianship": 90}
    for person, period in extract.care:
        for kind, begun, carer in _assessed(person, period):
            rng = stream(extract.authority.seed, person.child_id, begun, kind, "assessed")
            start = working_day_after(begun)
            done = working_day_after(start + days[kind] + rng.randrange(0, 12))
            if not extract.since <= start <= extract.on:
                continue
            ended = done <= extract.on
            against = kind in ("full", "viability") and rng.random() < OVERRIDDEN
            yield {
                "child_id": person.child_id, "carer_id": carer, "relationship": rng.choice(KIN),
                "kind": kind, "started": start, "completed": done if ended else None,
                "recommendation": ("do not approve" if against else "approve") if ended else "",
                "decision": "approved" if ended else "",
                "decision_date": done if ended else None,
                "overridden": against if ended else None,
                "override_reason": "The child has lived there for years" if ended and against
                else "",
                "decided_by": rng.choice(managers).holder_on(done) if ended else "",
            }  # fmt: skip


def family_time(extract: Extract) -> Iterator[Row]:
    """Fortnightly time with family in the last year, for children early in care."""
    journey = extract.authority.journey
    first = max(extract.since, extract.on - FAMILY_TIME_DAYS)
    for person, period in extract.care:
        if person.uasc or period.end <= first or period.start < first - 550:
            continue
        rng = stream(extract.authority.seed, person.child_id, period.start, "family time")
        day = max(period.start + 5, first) + rng.randrange(0, 14)
        with_whom = pick(rng, {"mother": 0.62, "father": 0.16, "brothers or sisters": 0.14,
                               "wider family": 0.08})  # fmt: skip
        while day < min(period.end, extract.on):
            happened = rng.random() < journey.level("family_time", day)
            yield {
                "child_id": person.child_id, "with_whom": with_whom, "planned_date": day,
                "happened": happened,
                "arranged_by": "authority" if rng.random() < 0.7 else "carer",
                "reason_not": "" if happened
                else rng.choice(("parent did not come", "no supervisor", "child was unwell")),
            }  # fmt: skip
            day += rng.randrange(13, 16)


def life_story_work(extract: Extract) -> Iterator[Row]:
    """Life story work for children who will not go home; a letter for those to be adopted."""
    journey = extract.authority.journey
    for person, period in extract.care:
        plan = next((s for s in period.plans if s.code in ("ADOPTION", "LONG_TERM_FOSTERING")),
                    None)  # fmt: skip
        if plan is None:
            continue
        rng = stream(extract.authority.seed, person.child_id, period.start, "life story")
        begun = working_day_after(plan.start + rng.randrange(30, 240))
        kinds = ["life story work"] + (["later-life letter"] if plan.code == "ADOPTION" else [])
        for kind in kinds:
            if begun >= period.end or not extract.since <= begun <= extract.on:
                continue
            if rng.random() < journey.level("life_story", begun):
                done = working_day_after(begun + around(rng, 150, 0.5))
                yield {
                    "child_id": person.child_id, "kind": kind, "started": begun,
                    "completed": done if done <= extract.on else None,
                    "worker_id": registration_of(_worker_on(period, begun)),
                }  # fmt: skip


def _worker_on(period: Period, day: int) -> str:
    return [a.worker for a in period.allocations if a.start <= day or a is period.allocations[0]][
        -1
    ]


def _referred(rng: Random, person: Person, period: Period, extract: Extract) -> int | None:
    """The day a child in care was referred for help with mental health, if ever in this period."""
    if rng.random() >= 0.30:
        return None
    first = max(period.start + 40, person.born + 6 * 365, extract.since)
    last = min(period.end, extract.on)
    return working_day_after(rng.randrange(first, last)) if first + 1 < last else None


def mental_health_referrals(extract: Extract) -> Iterator[Row]:
    """Referrals and the wait for first help, which shortens over the journey."""
    journey = extract.authority.journey
    for person, period in extract.care:
        rng = stream(extract.authority.seed, person.child_id, period.start, "mental health")
        day = _referred(rng, person, period, extract)
        if day is None or day > extract.on:
            continue
        accepted = rng.random() < 0.55 + 0.3 * journey.level("mental_health", day)
        helped = working_day_after(day + around(rng, 230 * (1 - journey.level("mental_health", day))
                                                + 15, 0.6))  # fmt: skip
        ended = helped + around(rng, 200, 0.5)
        yield {
            "child_id": person.child_id, "referral_date": day,
            "referred_to": "CAMHS" if rng.random() < 0.7 else "authority's own team",
            "accepted": accepted,
            "first_help_date": helped if accepted and helped <= extract.on else None,
            "ended_date": ended if accepted and ended <= extract.on else None,
        }  # fmt: skip


def ehc_requests(extract: Extract) -> Iterator[Row]:
    """Requests for education, health and care plans, as the SSD has them."""
    in_care, authority = extract.in_care(), extract.authority
    for child_id, child in extract.known.items():
        request = ehc_request(authority.seed, child, child_id in in_care, authority.journey)
        if request is None or not extract.since <= request.requested <= extract.on:
            continue
        decided, issued = request.decided <= extract.on, request.issued or extract.on + 1
        yield {
            "child_id": child_id, "request_date": request.requested,
            "decision_to_assess_date": request.decided if decided else None,
            "agreed_to_assess": request.agreed if decided else None,
            "plan_issued_date": issued if issued <= extract.on else None,
            "exception": request.exception,
        }  # fmt: skip
