"""A person who signs in."""

from collections.abc import Iterable

from django.contrib.auth.models import AbstractUser
from django.db import models

from sightline.people.permissions import Permission
from sightline.people.roles import ROLE_BY_ID, ROLE_CHOICES


class User(AbstractUser):
    """A person, their role, and where they stand in the authority's own data."""

    role = models.CharField(max_length=40, choices=ROLE_CHOICES, blank=True)
    team = models.CharField(max_length=200, blank=True, help_text="As the returns write it.")
    worker = models.CharField(
        max_length=200, blank=True, help_text="The worker's name or number as the returns write it."
    )

    def may(self, permission: Permission) -> bool:
        """True when their role lists the permission. No role, no permission."""
        role = ROLE_BY_ID.get(self.role)
        return self.is_active and role is not None and permission in role.permissions

    def may_any(self, permissions: Iterable[Permission]) -> bool:
        """True when they hold at least one of the permissions."""
        return any(self.may(permission) for permission in permissions)

    @property
    def sees_exact_figures(self) -> bool:
        """False: every figure they see has its small numbers withheld."""
        return self.may(Permission.SEE_FIGURES)

    @property
    def shown_name(self) -> str:
        """Their full name, or the user name where none is given."""
        return self.get_full_name() or self.username

    @property
    def role_title(self) -> str:
        """ "Team manager"; "No role" where none is given."""
        role = ROLE_BY_ID.get(self.role)
        return role.title if role else "No role"

    @property
    def role_title_lower(self) -> str:
        """The title as it stands inside a sentence; IRO is written out, so nothing is lost."""
        return self.role_title[0].lower() + self.role_title[1:]
