"""The audiences, in the order in which they are listed. Each stands in a module of its kind."""

from sightline.oversight.audiences.boards import (
    CORPORATE_PARENTING_BOARD,
    IMPROVEMENT_BOARD,
    LEAD_MEMBER,
    SAFEGUARDING_PARTNERS,
    SCRUTINY,
)
from sightline.oversight.audiences.outside import (
    CHILDREN_AND_YOUNG_PEOPLE,
    COMMISSIONER,
    INSPECTORS,
    PUBLIC,
)
from sightline.oversight.audiences.profile import Profile
from sightline.oversight.audiences.staff import (
    DIRECTOR,
    HEAD_OF_SERVICE,
    IRO_SERVICE,
    PRACTITIONER,
    TEAM_MANAGER,
)

PROFILES: tuple[Profile, ...] = (
    DIRECTOR,
    HEAD_OF_SERVICE,
    TEAM_MANAGER,
    PRACTITIONER,
    IRO_SERVICE,
    IMPROVEMENT_BOARD,
    CORPORATE_PARENTING_BOARD,
    SCRUTINY,
    LEAD_MEMBER,
    SAFEGUARDING_PARTNERS,
    COMMISSIONER,
    INSPECTORS,
    CHILDREN_AND_YOUNG_PEOPLE,
    PUBLIC,
)

PROFILE_BY_ID: dict[str, Profile] = {profile.id: profile for profile in PROFILES}


def own_profile(role: str) -> Profile | None:
    """The page that is made for a role; None for a person without one."""
    return next((profile for profile in PROFILES if role in profile.roles), None)
