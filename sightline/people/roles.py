"""The roles: each a small class with its title and the permissions it holds."""

from typing import ClassVar

from sightline.people.permissions import Permission


class Role:
    """What a person is in the authority. A role holds only what it lists."""

    id: ClassVar[str]
    title: ClassVar[str]
    permissions: ClassVar[frozenset[Permission]]


class Director(Role):
    """Director of children's services: answers for every child; sees who looked at whom."""

    id = "director"
    title = "Director"
    permissions = frozenset(
        {
            Permission.SEE_FIGURES,
            Permission.SEE_ALL_CHILDREN,
            Permission.SEE_LOADS,
            Permission.DECLARE_CHANGES,
            Permission.RECORD_DECISIONS,
            Permission.ASK_FOR_BOARDS,
            Permission.ANSWER_BOARDS,
            Permission.SEE_FINDINGS,
            Permission.CHECK_REPORTS,
            Permission.CONFIRM_FINDINGS,
            Permission.PUBLISH,
            Permission.SEE_ACCESS_LOG,
            Permission.SET_PRIORITIES,
            Permission.ANSWER_FINDINGS,
            Permission.SEE_BOARDS,
            Permission.KEEP_BOARDS,
            Permission.SEE_PLAN,
            Permission.KEEP_PLAN,
            Permission.OWN_ACTIONS,
            Permission.CLOSE_ACTIONS,
            Permission.SIGN_PLAN,
        }
    )


class Analyst(Role):
    """Performance analyst: loads the returns and answers for the figures."""

    id = "analyst"
    title = "Analyst"
    permissions = frozenset(
        {
            Permission.SEE_FIGURES,
            Permission.SEE_ALL_CHILDREN,
            Permission.LOAD_DATA,
            Permission.SEE_LOADS,
            Permission.DECLARE_CHANGES,
            Permission.RECORD_DECISIONS,
            Permission.ANSWER_BOARDS,
            Permission.SEE_FINDINGS,
            Permission.CHECK_REPORTS,
            Permission.CONFIRM_FINDINGS,
            Permission.PUBLISH,
            Permission.SEE_ACCESS_LOG,
            Permission.SEE_BOARDS,
            Permission.SEE_PLAN,
        }
    )


class HeadOfService(Role):
    """Head of service: answers for several teams."""

    id = "head_of_service"
    title = "Head of service"
    permissions = frozenset(
        {
            Permission.SEE_FIGURES,
            Permission.SEE_ALL_CHILDREN,
            Permission.SEE_LOADS,
            Permission.RECORD_DECISIONS,
            Permission.ANSWER_BOARDS,
            Permission.SEE_FINDINGS,
            Permission.ANSWER_FINDINGS,
            Permission.SEE_BOARDS,
            Permission.SEE_PLAN,
            Permission.OWN_ACTIONS,
            Permission.CLOSE_ACTIONS,
        }
    )


class TeamManager(Role):
    """Team manager: the children of one team."""

    id = "team_manager"
    title = "Team manager"
    permissions = frozenset(
        {
            Permission.SEE_FIGURES,
            Permission.SEE_TEAM_CHILDREN,
            Permission.SEE_FINDINGS,
            Permission.SEE_BOARDS,
            Permission.SEE_PLAN,
            Permission.OWN_ACTIONS,
        }
    )


class SocialWorker(Role):
    """Social worker: the children they are the worker of."""

    id = "social_worker"
    title = "Social worker"
    permissions = frozenset(
        {Permission.SEE_FIGURES, Permission.SEE_OWN_CHILDREN, Permission.SEE_PLAN}
    )


class IndependentReviewingOfficer(Role):
    """IRO: reviews children of every team (no return names a child's IRO, so not narrowed)."""

    id = "iro"
    title = "Independent reviewing officer"
    permissions = frozenset(
        {
            Permission.SEE_FIGURES,
            Permission.SEE_ALL_CHILDREN,
            Permission.SEE_FINDINGS,
            Permission.SEE_BOARDS,
            Permission.SEE_PLAN,
        }
    )


class QualityAssuranceManager(Role):
    """Quality assurance manager: audits any child's record, keeps the findings."""

    id = "qa_manager"
    title = "Quality assurance manager"
    permissions = frozenset(
        {
            Permission.SEE_FIGURES,
            Permission.SEE_ALL_CHILDREN,
            Permission.SEE_LOADS,
            Permission.RECORD_DECISIONS,
            Permission.SEE_FINDINGS,
            Permission.CHECK_REPORTS,
            Permission.CONFIRM_FINDINGS,
            Permission.ANSWER_FINDINGS,
            Permission.SEE_BOARDS,
            Permission.SEE_PLAN,
            Permission.OWN_ACTIONS,
            Permission.CLOSE_ACTIONS,
        }
    )


class ImprovementLead(Role):
    """Improvement lead: findings and figures; no child's record."""

    id = "improvement_lead"
    title = "Improvement lead"
    permissions = frozenset(
        {
            Permission.SEE_FIGURES,
            Permission.RECORD_DECISIONS,
            Permission.ASK_FOR_BOARDS,
            Permission.SEE_FINDINGS,
            Permission.CHECK_REPORTS,
            Permission.CONFIRM_FINDINGS,
            Permission.SET_PRIORITIES,
            Permission.ANSWER_FINDINGS,
            Permission.SEE_BOARDS,
            Permission.KEEP_BOARDS,
            Permission.SEE_PLAN,
            Permission.KEEP_PLAN,
            Permission.OWN_ACTIONS,
            Permission.CLOSE_ACTIONS,
        }
    )


class BoardChair(Role):
    """Chair of the improvement board: from outside the authority, so small numbers are withheld."""

    id = "board_chair"
    title = "Improvement board chair"
    permissions = frozenset(
        {
            Permission.SEE_SUPPRESSED_FIGURES_ONLY,
            Permission.ASK_FOR_BOARDS,
            Permission.SEE_FINDINGS,
            Permission.CHECK_REPORTS,
            Permission.SEE_BOARDS,
            Permission.KEEP_BOARDS,
            Permission.SEE_PLAN,
            Permission.SIGN_PLAN,
        }
    )


class Councillor(Role):
    """Elected member: figures with small numbers withheld, and what inspectors found."""

    id = "councillor"
    title = "Councillor"
    permissions = frozenset(
        {
            Permission.SEE_SUPPRESSED_FIGURES_ONLY,
            Permission.ASK_FOR_BOARDS,
            Permission.SEE_FINDINGS,
            Permission.CHECK_REPORTS,
            Permission.SEE_BOARDS,
            Permission.SEE_PLAN,
        }
    )


class Commissioner(Role):
    """Commissioner sent by the Secretary of State: figures without small numbers, findings."""

    id = "commissioner"
    title = "Commissioner"
    permissions = frozenset(
        {
            Permission.SEE_SUPPRESSED_FIGURES_ONLY,
            Permission.ASK_FOR_BOARDS,
            Permission.SEE_FINDINGS,
            Permission.CHECK_REPORTS,
            Permission.SEE_BOARDS,
            Permission.INSTRUCT,
            Permission.SEE_PLAN,
            Permission.SIGN_PLAN,
        }
    )


ROLES: tuple[type[Role], ...] = (
    Director,
    Analyst,
    HeadOfService,
    TeamManager,
    SocialWorker,
    IndependentReviewingOfficer,
    QualityAssuranceManager,
    ImprovementLead,
    BoardChair,
    Councillor,
    Commissioner,
)

ROLE_BY_ID: dict[str, type[Role]] = {role.id: role for role in ROLES}
ROLE_CHOICES = [(role.id, role.title) for role in ROLES]
