"""Temporary approval of a relative or friend as a foster carer: CP regs 24 and 25.

It lasts at most 16 weeks, and may be extended once by up to 8 weeks while the full assessment is
finished (reg 25(2)), or until a review of a refusal is decided (reg 25(3)), which has no date. When
it ends without full approval the placement must end (reg 25(6)): the carer is not lawfully
approved from the next day on.
"""

from datetime import date

from sightline.duties.citation import Citation
from sightline.duties.clock import Clock, Rule
from sightline.duties.period import Period
from sightline.duties.relaxations import CORONAVIRUS_2020
from sightline.duties.visit_rules import CARE_PLANNING_REGULATIONS_BEGAN

_REGULATIONS = "Care Planning, Placement and Case Review (England) Regulations 2010"
_CHANGED = Citation(
    f"{_REGULATIONS}, reg 24(1), as changed by SI 2020/445",
    "https://www.legislation.gov.uk/uksi/2020/445/note/made",
    verified=True,
    note="Both lengths, 16 weeks and for a time 24, were read in the explanatory note. What became "
    "of approvals given before or running on after those months (SI 2020/445, reg 20) was not.",
)

TEMPORARY_APPROVAL = Clock(
    "temporary_approval",
    "Temporary approval of a connected person",
    "the day of the temporary approval",
    (
        Rule(
            "Ends 16 weeks after it was given; by then the carer is fully approved, or it has been "
            "extended.",
            _CHANGED,
            CARE_PLANNING_REGULATIONS_BEGAN,
            date(2020, 4, 23),
            Period(weeks=16),
        ),
        Rule(
            "Ends 24 weeks after it was given (coronavirus).",
            _CHANGED,
            CORONAVIRUS_2020.first_day,
            CORONAVIRUS_2020.last_day,
            Period(weeks=24),
        ),
        Rule(
            "Ends 16 weeks after it was given; by then the carer is fully approved, or it has been "
            "extended.",
            _CHANGED,
            date(2020, 9, 26),
            within=Period(weeks=16),
        ),
    ),
)
EXTENSION = Clock(
    "temporary_approval_extension",
    "Extension of a temporary approval",
    "the day on which the temporary approval would have ended",
    (
        Rule(
            "Once, by up to 8 weeks, while the full assessment is finished.",
            Citation(
                f"{_REGULATIONS}, reg 25(2)",
                "https://www.legislation.gov.uk/uksi/2010/959/regulation/25/made",
                verified=True,
            ),
            CARE_PLANNING_REGULATIONS_BEGAN,
            within=Period(weeks=8),
        ),
    ),
)


def approval_ends(approved: date, *, extended: bool = False) -> date | None:
    """Return the last day of a temporary approval given on `approved`, extended once or not.

    None where the regulations were not in force on that day.
    """
    ends = TEMPORARY_APPROVAL.due(approved)
    return EXTENSION.due(ends) if ends and extended else ends
