"""Serious incidents: notification, rapid review, local child safeguarding practice review.

The three have stood in the guidance since the edition of 2018, which replaced serious case reviews.
"""

from sightline.duties.clock import Clock
from sightline.duties.period import Period
from sightline.duties.working_together import SINCE_2018, in_each

INCIDENT_NOTIFICATION = Clock(
    "incident_notification",
    "Notification of a serious incident",
    "the day the authority became aware of it",
    in_each(
        "The national Panel is told within 5 working days of the authority becoming aware that a "
        "child has died or been seriously harmed and abuse or neglect is known or suspected.",
        Period(working_days=5),
        note="The duty is in Children Act 2004, s 16C(1). Five working days were read in "
        "safeguarding partnerships' pages, not in the guidance itself.",
        editions=SINCE_2018,
    ),
)
RAPID_REVIEW = Clock(
    "rapid_review",
    "Rapid review of a serious incident",
    "the notification of the incident",
    in_each(
        "Complete, and sent to the Panel, within 15 working days of the notification.",
        Period(working_days=15),
        note="Read in partnerships' pages and in part on the Panel's own; that the 15 working days "
        "run from the notification, in one partnership's page alone.",
        editions=SINCE_2018,
    ),
)
PRACTICE_REVIEW = Clock(
    "practice_review",
    "Local child safeguarding practice review",
    "the decision to begin the review",
    in_each(
        "Complete and published within 6 months of the decision to begin it.",
        Period(months=6),
        note="Six months are practitioners' knowledge: no text that says so was read.",
        editions=SINCE_2018,
    ),
)
