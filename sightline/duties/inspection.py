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
