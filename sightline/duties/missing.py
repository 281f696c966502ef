"""A child who was missing: the return interview.

Records carry days, not hours: 72 hours are read as three days, so that an interview on the third
day after the return is in time at whatever hour. Time runs at weekends too.
"""

from datetime import date

from sightline.duties.citation import Citation
from sightline.duties.clock import Clock, Rule
from sightline.duties.period import Period

RETURN_INTERVIEW = Clock(
    "return_interview",
    "Return interview",
    "the day the child returned",
    (
        Rule(
            "An independent interview is offered after every time missing, and held within 72 "
            "hours of the return.",
            Citation(
                "Statutory guidance on children who run away or go missing from home or care "
                "(January 2014)",
                "https://www.gov.uk/government/publications/"
                "children-who-run-away-or-go-missing-from-home-or-care",
                verified=False,
                note="The 72 hours were read in a national charity's account and in local "
                "procedures, not in the guidance itself; nor was the day of January 2014.",
            ),
            date(2014, 1, 1),
            within=Period(days=3),
        ),
    ),
)
