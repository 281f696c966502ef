"""How long a child waits for help with mental health.

No national limit is in force: NHS England proposed four weeks in 2021. An authority and its health
board may have agreed a limit of their own, which then counts.
"""

from datetime import date

from sightline.duties.citation import Citation
from sightline.duties.clock import Clock, Rule
from sightline.duties.period import Period

MENTAL_HEALTH_WAIT = Clock(
    "mental_health_wait",
    "Wait for help with mental health",
    "the referral",
    (
        Rule(
            "Help begins within 4 weeks of the referral (proposed), or within the local target.",
            Citation(
                "NHS England, mental health clinically-led review of standards (July 2021)",
                "https://www.england.nhs.uk/mental-health/cyp/trailblazers/"
                "cypmh-waiting-time-pilots/",
                verified=False,
                note="The proposal was read on NHS England's page. That it was ever brought in was "
                "not: treat it as a comparison, not a duty.",
            ),
            date(2021, 7, 22),
            within=Period(weeks=4),
        ),
    ),
)


def help_due(referred: date, local_target: Period | None = None) -> date | None:
    """Return the day by which help should begin: by the local target, or else as proposed.

    None where there is no local target and the referral is older than the proposal.
    """
    return local_target.after(referred) if local_target else MENTAL_HEALTH_WAIT.due(referred)
