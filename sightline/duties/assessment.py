"""The assessment of a child in need: 45 working days from the referral, whatever its kind.

A shorter time may be agreed for one child (a manager's decision): the clock gives the outer limit.
"""

from sightline.duties.clock import Clock
from sightline.duties.period import Period
from sightline.duties.working_together import in_each

ASSESSMENT = Clock(
    "assessment",
    "Assessment of a child in need",
    "the day of the referral",
    in_each(
        "The assessment is complete within 45 working days of the referral.",
        Period(working_days=45),
        measure="Continuous assessments completed within 45 working days",
        defined_since=2013,  # the definition names the revision of 2013
    ),
)
