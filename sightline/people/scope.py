"""Which children a person may see, by where the child stands in the data."""

from dataclasses import dataclass

from sightline.people.models.user import User
from sightline.people.permissions import Permission


@dataclass(frozen=True, slots=True)
class Scope:
    """The children one person may see: all, those of a team, those of a worker, or none."""

    everyone: bool = False
    team: str | None = None
    worker: str | None = None

    @property
    def nobody(self) -> bool:
        """True when the person may see no child at all."""
        return not (self.everyone or self.team or self.worker)

    def holds(self, team: str | None, worker: str | None) -> bool:
        """True when a child of this team and this worker may be seen."""
        if self.everyone:
            return True
        if self.team:
            return team == self.team
        return bool(self.worker) and worker == self.worker

    @property
    def sentence(self) -> str:
        """ "You see the children of North team." """
        if self.everyone:
            return "You see the children of every team."
        if self.team:
            return f"You see the children of {self.team}."
        if self.worker:
            return "You see the children you work with."
        return "You see no children’s records."


def scope_of(user: User) -> Scope:
    """The scope that the role, team and worker of the user give. A blank team or worker is none."""
    if user.may(Permission.SEE_ALL_CHILDREN):
        return Scope(everyone=True)
    if user.may(Permission.SEE_TEAM_CHILDREN):
        return Scope(team=user.team or None)
    if user.may(Permission.SEE_OWN_CHILDREN):
        return Scope(worker=user.worker or None)
    return Scope()
