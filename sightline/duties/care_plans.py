"""Plans for a child who comes into care: care plan, personal education plan, placement plan.

Each should be made before the placement starts. What is given here is the last day where that was
not practicable; a plan made before is in time.
"""

from sightline.duties.citation import Citation
from sightline.duties.clock import Clock, Rule
from sightline.duties.period import Period
from sightline.duties.visit_rules import CARE_PLANNING_REGULATIONS_BEGAN

_REGULATIONS = "Care Planning, Placement and Case Review (England) Regulations 2010"

CARE_PLAN = Clock(
    "care_plan",
    "Care plan",
    "the start of the first placement",
    (
        Rule(
            "Made before the first placement or, where that is not practicable, within 10 working "
            "days of its start.",
            Citation(
                f"{_REGULATIONS}, reg 4(2)",
                "https://www.legislation.gov.uk/uksi/2010/959/part/2/made",
                verified=True,
                note="Not for a child whose care plan the court has asked for (Children Act 1989, "
                "s 31A), nor for one first placed before 1 April 2011.",
            ),
            CARE_PLANNING_REGULATIONS_BEGAN,
            within=Period(working_days=10),
        ),
    ),
)
PERSONAL_EDUCATION_PLAN = Clock(
    "personal_education_plan",
    "Personal education plan",
    "the start of the first placement",
    (
        Rule(
            "Part of the care plan, so made with it: before the first placement or within 10 "
            "working days of its start, so far as reasonably practicable.",
            Citation(
                f"{_REGULATIONS}, regs 4(2) and 5(b)(ii)",
                "https://www.legislation.gov.uk/uksi/2010/959/part/2/made",
                verified=True,
                note="Follows from the two regulations together. That it is ready for the first "
                "review is in guidance of 2018, which was not read.",
            ),
            CARE_PLANNING_REGULATIONS_BEGAN,
            within=Period(working_days=10),
        ),
    ),
)
PLACEMENT_PLAN = Clock(
    "placement_plan",
    "Placement plan",
    "the start of each placement",
    (
        Rule(
            "Made before the placement or, where that is not reasonably practicable, within 5 "
            "working days of its start.",
            Citation(
                f"{_REGULATIONS}, reg 9(1)–(2)",
                "https://www.legislation.gov.uk/uksi/2010/959/part/3/made",
                verified=True,
            ),
            CARE_PLANNING_REGULATIONS_BEGAN,
            within=Period(working_days=5),
        ),
    ),
)
