"""Education, health and care (EHC) plans: decision, plan, yearly review.

Exceptions (school closed for four weeks or more, an exceptional time, an absence: SEND regs 5(4),
10(4) and 13(3)) lift a limit, and are not dates: they are not worked out here.
"""

from datetime import date

from sightline.duties.citation import Citation
from sightline.duties.clock import Clock, Rule
from sightline.duties.period import Period
from sightline.duties.relaxations import EHC_CORONAVIRUS_2020

_REGULATIONS = "Special Educational Needs and Disability Regulations 2014"
_BEGAN = date(2014, 9, 1)
_REQUEST = "the day the request for an assessment was received"

EHC_DECISION = Clock(
    "ehc_decision",
    "Decision whether to assess for an EHC plan",
    _REQUEST,
    (
        Rule(
            "The family is told within 6 weeks of the request.",
            Citation(
                f"{_REGULATIONS}, reg 5(1)",
                "https://www.legislation.gov.uk/uksi/2014/1530/regulation/5",
                verified=True,
            ),
            _BEGAN,
            within=Period(weeks=6),
        ),
    ),
    EHC_CORONAVIRUS_2020,
)
EHC_REFUSAL = Clock(
    "ehc_refusal",
    "Decision, after an assessment, that no EHC plan is needed",
    _REQUEST,
    (
        Rule(
            "The family is told within 16 weeks of the request.",
            Citation(
                f"{_REGULATIONS}, reg 10(1)",
                "https://www.legislation.gov.uk/uksi/2014/1530/regulation/10/made",
                verified=True,
            ),
            _BEGAN,
            within=Period(weeks=16),
        ),
    ),
    EHC_CORONAVIRUS_2020,
)
EHC_PLAN = Clock(
    "ehc_plan",
    "EHC plan",
    _REQUEST,
    (
        Rule(
            "The final plan is sent within 20 weeks of the request.",
            Citation(
                f"{_REGULATIONS}, reg 13(2)",
                "https://www.legislation.gov.uk/uksi/2014/1530/regulation/13/made",
                verified=True,
            ),
            _BEGAN,
            within=Period(weeks=20),
        ),
    ),
    EHC_CORONAVIRUS_2020,
)
EHC_REVIEW = Clock(
    "ehc_review",
    "Review of an EHC plan",
    "the day the plan was made, or the review before",
    (
        Rule(
            "At least every 12 months.",
            Citation(
                "Children and Families Act 2014, s 44(1)",
                "https://www.legislation.gov.uk/ukpga/2014/6/notes/division/4/3/11/8",
                verified=True,
                note="Read in the Act's explanatory notes, paragraph 239.",
            ),
            _BEGAN,
            within=Period(months=12),
        ),
    ),
)
