"""The plan for permanence: agreed by the second review, about four months after coming into care.

A second review held late buys no time: the plan is due when that review was due. Reviews run as
reg 33 says (`sightline.duties.reviews`), the second from the first as it was held.
"""

from collections.abc import Sequence
from datetime import date

from sightline.duties.citation import Citation
from sightline.duties.clock import Clock, Rule
from sightline.duties.reviews import review_rule
from sightline.duties.visit_rules import CARE_PLANNING_REGULATIONS_BEGAN

PERMANENCE_PLAN = Clock(
    "permanence_plan",
    "Plan for permanence",
    "the day the child came into care, by way of the first review",
    (
        Rule(
            "Agreed by the second review: held, or due, within 3 months of the first.",
            Citation(
                "Children Act 1989 Guidance and Regulations, volume 2; IRO Handbook (2010)",
                "https://www.gov.uk/government/publications/"
                "children-act-1989-care-planning-placement-and-case-review",
                verified=False,
                note="That the care plan records the plan for permanence was read in reg 5(a). "
                "That it is agreed by the second review was read in local procedures that quote "
                "the guidance, not in the guidance itself.",
            ),
            CARE_PLANNING_REGULATIONS_BEGAN,
        ),
    ),
)


def permanence_plan_due(care_started: date, reviews: Sequence[date], as_at: date) -> date | None:
    """Return the day by which the plan must be agreed, knowing only reviews held by `as_at`.

    The day of the second review, or the day on which it was due if that came first. Where the first
    has not been held, the second is reckoned from the day on which the first was due. None before
    `care_started`.
    """
    if as_at < care_started:
        return None
    held = sorted({review for review in reviews if care_started <= review <= as_at})
    first = held[0] if held else review_rule(1).within.after(care_started)
    due = review_rule(2).within.after(first)
    return min(due, held[1]) if held[1:] else due
