"""Rows of the templates on safety: strategy discussions, return interviews, homes, early help."""

from __future__ import annotations

from collections.abc import Iterator

from sightline.synthetic.chance import around, stream
from sightline.synthetic.days import working_day_after
from sightline.synthetic.extract import Extract
from sightline.synthetic.model import Period, Person, Placement

Row = dict[str, object]
LED_TO_ENQUIRY = 0.90
HOMES = ("Fallow Cottage", "Birch Lodge", "The Annexe", "Mill View", "Kestrel House", "Ash Rise")
LEADS = {
    "Early Help Hub": "authority", "Health visiting": "health", "Primary school": "school",
    "Secondary school": "school", "Family centre": "voluntary organisation",
}  # fmt: skip
OUTCOMES = {
    "needs met": "needs met", "universal services": "some needs met",
    "family withdrew": "family declined", "moved away": "moved away",
}  # fmt: skip
THREE_DAYS = 3


def strategy_discussions(extract: Extract) -> Iterator[Row]:
    """Every strategy discussion behind an enquiry, and some that led to none."""
    seed, journey = extract.authority.seed, extract.authority.journey
    managers = extract.authority.workforce.supervisors()
    for chain in extract.chains:
        rng = stream(seed, chain.child.child_id, chain.contact, "strategy")
        day, led = chain.strategy, True
        if day is None and chain.assessment is not None and rng.random() < 0.02:
            day, led = working_day_after(chain.assessment + 2), False
        if day is None or not extract.since <= day <= extract.on:
            continue
        yield {
            "child_id": chain.child.child_id, "discussion_date": day,
            "police_present": rng.random() < journey.level("police_present", day),
            "health_present": rng.random() < journey.level("health_present", day),
            "social_care_present": True,
            "education_present": rng.random() < journey.level("education_present", day),
            "other_present": "Probation" if rng.random() < 0.08 else "",
            "led_to_section47": led,
            "chaired_by": rng.choice(managers).holder_on(day),
        }  # fmt: skip


def return_interviews(extract: Extract) -> Iterator[Row]:
    """One for each return from being missing, as the SSD and Annex A say it was offered."""
    seed, journey = extract.authority.seed, extract.authority.journey
    for person, period in extract.care:
        for one in period.missing:
            if one.kind != "M" or not extract.since <= one.end <= extract.on:
                continue
            rng = stream(seed, person.child_id, one.start, "return interview")
            offered = one.end + rng.randrange(0, 3)
            soon = rng.random() < journey.level("return_interviews", one.end)
            wait = rng.randrange(1, THREE_DAYS + 1) if soon else rng.randrange(4, 21)
            held = max(one.end + wait, offered)
            answered = held <= extract.on or not one.accepted
            yield {
                "child_id": person.child_id, "returned_date": one.end, "offered": one.offered,
                "offered_date": min(offered, extract.on) if one.offered else None,
                "accepted": one.accepted if one.offered and answered else None,
                "interview_date": held if one.accepted and held <= extract.on else None,
                "independent": rng.random() < 0.9 if one.accepted else None,
            }  # fmt: skip


def unregistered(extract: Extract) -> Iterator[tuple[Person, Period, Placement]]:
    """Placements in homes that are not registered."""
    for person, period in extract.care:
        for placement in period.placements:
            shown = placement.start <= extract.on and placement.end >= extract.since
            if placement.code == "Z1" and shown:
                yield person, period, placement


def assurance_visits(extract: Extract) -> Iterator[Row]:
    """Visits to homes that are not registered: few before the inspection, most weeks since."""
    seed, journey = extract.authority.seed, extract.authority.journey
    managers = extract.authority.workforce.supervisors()
    for person, _, placement in unregistered(extract):
        rng = stream(seed, person.child_id, placement.start, "assurance")
        home, applied = rng.choice(HOMES), rng.random() < 0.3
        day = placement.start + rng.randrange(0, 4)
        while (on := working_day_after(day)) < min(placement.end, extract.on + 1):
            if rng.random() < journey.level("challenge", on) and extract.since <= on <= extract.on:
                seen = rng.random() < 0.9
                yield {
                    "child_id": person.child_id, "home_name": home, "visit_date": on,
                    "visited_by": rng.choice(managers).holder_on(on),
                    "safe": (rng.random() < 0.86) and seen, "child_seen": seen,
                    "child_seen_alone": seen and rng.random() < 0.8,
                    "registration_applied_for": applied,
                }  # fmt: skip
            day += rng.randrange(7, 15)


def early_help(extract: Extract) -> Iterator[Row]:
    """Early help as lists 2 and the SSD have it."""
    for help_ in extract.authority.door.early_help:
        if not extract.since <= help_.start <= extract.on:
            continue
        ended = help_.end <= extract.on
        yield {
            "child_id": help_.child.child_id, "started": help_.start,
            "ended": help_.end if ended else None, "organisation": LEADS[help_.organisation],
            "outcome": OUTCOMES.get(help_.outcome, "some needs met") if ended else "",
            "stepped_up": help_.outcome.startswith("stepped") if ended else None,
        }  # fmt: skip


def iro_escalations(extract: Extract) -> Iterator[Row]:
    """Challenges of the independent reviewing officers after reviews: rarely before, then often."""
    seed, journey = extract.authority.seed, extract.authority.journey
    for person, period in extract.care:
        for review in period.reviews:
            if not extract.since <= review.day <= extract.on:
                continue
            rng = stream(seed, person.child_id, review.day, "escalation")
            if rng.random() >= 0.10 * journey.level("challenge", review.day):
                continue
            raised = working_day_after(review.day + rng.randrange(0, 8))
            resolved = raised + around(rng, 24, 0.7)
            done = resolved <= extract.on
            if raised <= extract.on:
                yield {
                    "child_id": person.child_id, "raised_date": raised,
                    "stage": 1 if rng.random() < 0.8 else 2,
                    "reason": rng.choice(("drift or delay", "care plan", "placement", "visits")),
                    "resolved_date": resolved if done else None,
                    "outcome": "resolved" if done else "",
                }  # fmt: skip
