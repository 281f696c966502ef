"""The sources that measures cite."""

from sightline.duties.citation import Citation
from sightline.measures.audiences import Audience

LAIT = Citation(
    "Local Authority Interactive Tool, indicator definitions (Department for Education)",
    "https://www.gov.uk/government/publications/local-authority-interactive-tool-lait",
    verified=True,
)
CHILDREN_LOOKED_AFTER = Citation(
    "Children looked after in England including adoptions (Department for Education)",
    "https://explore-education-statistics.service.gov.uk/find-statistics/"
    "children-looked-after-in-england-including-adoptions",
    verified=True,
)
REVIEWS = Citation(
    "Care Planning, Placement and Case Review (England) Regulations 2010, reg 33",
    "https://www.legislation.gov.uk/uksi/2010/959/part/6/made",
    verified=True,
)
VISITS = Citation(
    "Care Planning, Placement and Case Review (England) Regulations 2010, reg 28",
    "https://www.legislation.gov.uk/uksi/2010/959/regulation/28/made",
    verified=True,
    note="The return cannot say whether a child agreed to fewer visits (reg 28(3A)), or was placed "
    "before assessment (reg 19) or with temporary approval (reg 24).",
)
HEALTH = Citation(
    "Care Planning, Placement and Case Review (England) Regulations 2010, reg 7(3)",
    "https://www.legislation.gov.uk/uksi/2010/959/regulation/7",
    verified=True,
)
MISSING = Citation(
    "Children who run away or go missing from home or care, statutory guidance (2014)",
    "https://www.gov.uk/government/publications/"
    "children-who-run-away-or-go-missing-from-home-or-care",
    verified=True,
)
REGISTRATION = Citation(
    "Care Standards Act 2000, s 11; Care Planning, Placement and Case Review (England) "
    "Regulations 2010, regs 27A–27C",
    "https://www.legislation.gov.uk/ukpga/2000/14/section/11",
    verified=True,
)
DISCHARGE = Citation(
    "Children Act 1989, s 39",
    "https://www.legislation.gov.uk/ukpga/1989/41/section/39",
    verified=True,
)
LONG_TERM_FOSTERING = Citation(
    "Care Planning, Placement and Case Review (England) Regulations 2010, reg 22B, "
    "inserted by SI 2015/495",
    "https://www.legislation.gov.uk/uksi/2015/495/contents/made",
    verified=True,
)
CHILDREN_IN_NEED = Citation(
    "Children in need, official statistics and methodology (Department for Education)",
    "https://explore-education-statistics.service.gov.uk/find-statistics/children-in-need",
    verified=True,
)
WORKING_TOGETHER = Citation(
    "Working Together to Safeguard Children, statutory guidance (2023)",
    "https://www.gov.uk/government/publications/working-together-to-safeguard-children--2",
    verified=True,
)
WORKFORCE = Citation(
    "Children's social work workforce, official statistics (Department for Education)",
    "https://explore-education-statistics.service.gov.uk/find-statistics/"
    "children-s-social-work-workforce",
    verified=True,
)

EVERYONE = tuple(Audience)
SERVICE = (
    Audience.DIRECTOR,
    Audience.HEAD_OF_SERVICE,
    Audience.TEAM_MANAGER,
    Audience.PRACTITIONER,
    Audience.IRO_SERVICE,
    Audience.COMMISSIONER,
    Audience.INSPECTORS,
)
FRONT_DOOR = (  # children who are not in care: no work of an IRO or of the corporate parent
    Audience.DIRECTOR,
    Audience.HEAD_OF_SERVICE,
    Audience.TEAM_MANAGER,
    Audience.PRACTITIONER,
    Audience.IMPROVEMENT_BOARD,
    Audience.SCRUTINY,
    Audience.LEAD_MEMBER,
    Audience.SAFEGUARDING_PARTNERS,
    Audience.COMMISSIONER,
    Audience.INSPECTORS,
    Audience.PUBLIC,
)
