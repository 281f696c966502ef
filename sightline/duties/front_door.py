"""The front door: what is decided about a referral, and by when."""

from sightline.duties.clock import Clock
from sightline.duties.period import Period
from sightline.duties.working_together import in_each

REFERRAL_DECISION = Clock(
    "referral_decision",
    "Decision on a referral",
    "the day the referral was received",
    in_each(
        "A social worker decides what response a referral needs within 1 working day of it.",
        Period(working_days=1),
        note="One working day was read in a safeguarding partnership's account of the edition of "
        "2013, not in any edition itself.",
    ),
)
