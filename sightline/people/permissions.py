"""The things that a role may be allowed to do; a view names those that open it."""

from enum import StrEnum


class Permission(StrEnum):
    """One thing that a person may do. Nobody may do what their role does not list."""

    SEE_FIGURES = "see figures, exact"
    SEE_SUPPRESSED_FIGURES_ONLY = "see figures, small numbers withheld"
    SEE_ALL_CHILDREN = "see the record of every child"
    SEE_TEAM_CHILDREN = "see the records of their team's children"
    SEE_OWN_CHILDREN = "see the records of the children they work with"
    LOAD_DATA = "load returns"
    SEE_LOADS = "see what was loaded and its issues"
    DECLARE_CHANGES = "declare that the work is done otherwise from a day on"
    SEE_FINDINGS = "see findings"
    CHECK_REPORTS = "see a report beside its sources, its promises and conflicts of fact"
    CONFIRM_FINDINGS = "confirm, edit or reject findings"
    SET_PRIORITIES = "gather findings into priorities, and overrule their order"
    ANSWER_FINDINGS = "say what is done about findings, and agree to what others say"
    PUBLISH = "publish figures, and say who fills a gap in them by when"
    RECORD_DECISIONS = "write down what a performance meeting decides"
    ASK_FOR_BOARDS = "ask for a deeper look on behalf of a board, and accept the answer"
    ANSWER_BOARDS = "take on and answer what a board asked"
    SEE_BOARDS = "see boards, their meetings and what they are owed"
    KEEP_BOARDS = "write down boards, meetings, reviews and support"
    INSTRUCT = "instruct the authority, and say whether an instruction is carried out"
    SEE_PLAN = "see the improvement plan"
    KEEP_PLAN = "write down the improvement plan"
    OWN_ACTIONS = "say that an action of their own is done, and give the evidence"
    CLOSE_ACTIONS = "look at the evidence for another person's action, and close it or not"
    SIGN_PLAN = "sign off a version of the plan"
    SEE_ACCESS_LOG = "see who looked at which child"


ANY_FIGURES = (Permission.SEE_FIGURES, Permission.SEE_SUPPRESSED_FIGURES_ONLY)
ANY_CHILDREN = (
    Permission.SEE_ALL_CHILDREN,
    Permission.SEE_TEAM_CHILDREN,
    Permission.SEE_OWN_CHILDREN,
)
EVERYONE_SIGNED_IN = tuple(Permission)
