"""After an inspection: the written statement of what the authority will do about it."""

from datetime import date

from sightline.duties.citation import Citation
from sightline.duties.clock import Clock, Rule
from sightline.duties.period import Period

ACTION_PLAN = Clock(
    "inspection_action_plan",
    "Plan of action after an inspection",
    "the day the report, or the letter after a visit, was received",
    (
        Rule(
            "A written statement of proposed action within 70 working days of the report.",
            Citation(
                "Education and Inspections Act 2006, s 137(3)–(4); SI 2007/462",
                "https://www.legislation.gov.uk/ukpga/2006/40/section/137",
                verified=False,
                note="The duty was read in the Act. The 70 working days were read in Ofsted's "
                "letters, which cite the law, not in the regulations themselves.",
            ),
            date(2007, 4, 1),
            within=Period(working_days=70),
        ),
    ),
)
DRAFT_ACTION_PLAN = Clock(
    "inspection_draft_action_plan",
    "Draft plan after a focused visit that found priority action",
    "the day the letter after the visit was received",
    (
        Rule(
            "An early draft is shared with Ofsted within 20 working days of the letter.",
            Citation(
                "Inspecting local authority children's services (Ofsted)",
                "https://www.gov.uk/government/publications/"
                "inspecting-local-authority-childrens-services-from-2018",
                verified=False,
                note="Read in Ofsted's letters and in the trade press of 16 August 2018, which "
                "says that it began at once; not in the framework itself.",
            ),
            date(2018, 8, 16),
            within=Period(working_days=20),
        ),
    ),
)
STATEMENT_OF_ACTION = Clock(
    "joint_review_statement",
    "Written statement of proposed action after a joint inspection",
    "the day the report was received",
    (
        Rule(
            "Where the report says that the authority must make one, a written statement of "
            "proposed action within 70 working days of receiving the report.",
            Citation(
                "Children Act 2004 (Joint Area Reviews) Regulations 2015, SI 2015/1792, regs 3–4",
                "https://www.legislation.gov.uk/uksi/2015/1792/note/2020-04-24",
                verified=True,
                note="Regulation 3 was read in its own text, the 70 working days of regulation 4 "
                "in the explanatory note. They govern joint targeted area inspections, and area "
                "SEND inspections until the framework of 2023.",
            ),
            date(2015, 11, 9),
            within=Period(working_days=70),
        ),
    ),
)
PRIORITY_ACTION_PLAN = Clock(
    "send_priority_action_plan",
    "Priority action plan after an area SEND inspection",
    "the day the final report was received",
    (
        Rule(
            "Where inspectors name areas for priority action, a priority action plan within 35 "
            "working days of receiving the final report.",
            Citation(
                "Area SEND inspections: framework and handbook (Ofsted and CQC)",
                "https://www.gov.uk/government/publications/area-send-framework-and-handbook/"
                "area-send-inspections-framework-and-handbook",
                verified=False,
                note="That a plan is asked for was read in Ofsted's note of changes; the 35 "
                "working days were not found in the handbook, and one account gives 35 to 50. "
                "Where the report names a day, enter that day as agreed.",
            ),
            date(2023, 1, 1),
            within=Period(working_days=35),
        ),
    ),
)
