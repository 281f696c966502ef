"""Making an account."""

from dataclasses import dataclass

from sightline.people.models import User
from sightline.people.roles import ROLE_BY_ID


@dataclass(frozen=True, slots=True)
class Person:
    """What an account needs to know of a person; team and worker as the returns write them."""

    username: str
    first_name: str
    last_name: str
    role: str  # a key of roles.ROLE_BY_ID
    team: str = ""
    worker: str = ""


def create_account(person: Person, password: str) -> User:
    """Makes the account, or brings an account of that user name into line with `person`.

    Raises ValueError for a role that does not exist.
    """
    if person.role not in ROLE_BY_ID:
        raise ValueError(
            f"There is no role {person.role!r}. The roles are: {', '.join(sorted(ROLE_BY_ID))}."
        )
    user, _ = User.objects.update_or_create(
        username=person.username,
        defaults={
            "first_name": person.first_name,
            "last_name": person.last_name,
            "role": person.role,
            "team": person.team,
            "worker": person.worker,
        },
    )
    user.set_password(password)
    user.save()
    return user
