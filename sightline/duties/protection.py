"""Children on child protection plans: core group, visits, and reviews of the plan.

No national text sets how often a child on a plan is visited: the guidance leaves it to the plan,
and the interval here is one that local procedures commonly set. Give the authority's own instead.
"""

from collections.abc import Sequence
from datetime import date

from sightline.duties.citation import Citation
from sightline.duties.clock import Clock, Rule, Series
from sightline.duties.period import Period
from sightline.duties.working_together import EDITIONS, in_each

_REVIEWED = "Review of Child Protection Cases"

CORE_GROUP = Clock(
    "core_group",
    "First core group",
    "the initial child protection conference",
    in_each(
        "The core group meets within 10 working days of the conference that made the plan.",
        Period(working_days=10),
        note="Read in published local procedures (and, for Wales, national ones), not in any "
        "edition itself.",
    ),
)
PROTECTION_REVIEW_FIRST = Clock(
    "protection_review_first",
    "First review of a child protection plan",
    "the day the plan began",
    in_each(
        "The first review conference is held within 3 months of the start of the plan.",
        Period(months=3),
        measure=_REVIEWED,
        defined_since=2013,  # the definition gives the rule as that of every edition since 1999
    ),
)
PROTECTION_REVIEW_LATER = Clock(
    "protection_review_later",
    "Later reviews of a child protection plan",
    "the review before",
    in_each(
        "Each later review conference is held within 6 months of the one before.",
        Period(months=6),
        measure=_REVIEWED,
        defined_since=2013,  # the definition gives the rule as that of every edition since 1999
    ),
)
PROTECTION_REVIEWS = Series(PROTECTION_REVIEW_FIRST, PROTECTION_REVIEW_LATER)

COMMON_VISIT_INTERVAL = Period(working_days=10)
PROTECTION_VISIT = Clock(
    "protection_visit",
    "Visit to a child on a child protection plan",
    "the start of the plan, or the visit before",
    (
        Rule(
            "As often as the plan says; in many authorities at least every 10 working days.",
            Citation(
                "Local procedures; Working Together to Safeguard Children leaves it to the plan",
                "https://www.gov.uk/government/publications/"
                "working-together-to-safeguard-children--2",
                verified=False,
                note="No national interval was found. Ten working days is practitioners' "
                "knowledge: the authority's own procedures count.",
            ),
            EDITIONS[0].in_force_from,
            within=COMMON_VISIT_INTERVAL,
        ),
    ),
)


def next_protection_visit_due(
    plan_started: date,
    visits: Sequence[date],
    as_at: date,
    interval: Period = COMMON_VISIT_INTERVAL,
) -> date | None:
    """Return when the child must next be seen, knowing only visits made by `as_at`.

    `interval` is the authority's own, or the plan's. None before the plan began. Visits before the
    plan do not count.
    """
    if as_at < plan_started:
        return None
    made = [visit for visit in visits if plan_started <= visit <= as_at]
    return interval.after(max(made, default=plan_started))
