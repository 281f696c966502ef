"""Who a measure is for: the readers that its declaration names, and that pages are made for."""

from enum import StrEnum


class Audience(StrEnum):
    """Readers of figures."""

    DIRECTOR = "director"
    HEAD_OF_SERVICE = "head of service"
    TEAM_MANAGER = "team manager"
    PRACTITIONER = "practitioner"
    IRO_SERVICE = "IRO service"
    IMPROVEMENT_BOARD = "improvement board"
    CORPORATE_PARENTING_BOARD = "corporate parenting board"
    SCRUTINY = "scrutiny"
    LEAD_MEMBER = "lead member"
    SAFEGUARDING_PARTNERS = "safeguarding partners"
    COMMISSIONER = "DfE and commissioner"
    INSPECTORS = "inspectors"
    CHILDREN_AND_YOUNG_PEOPLE = "children and young people"
    PUBLIC = "public"
