"""Which children a person may see."""

import pytest

from sightline.people.access import requires
from sightline.people.models import User
from sightline.people.permissions import Permission
from sightline.people.roles import ROLES
from sightline.people.scope import scope_of


@pytest.mark.parametrize(
    ("role", "team", "worker", "own", "others"),
    [
        ("director", "", "", True, True),
        ("analyst", "", "", True, True),
        ("team_manager", "North", "", True, False),
        ("team_manager", "", "", False, False),
        ("social_worker", "", "W1", True, False),
        ("social_worker", "North", "", False, False),
        ("improvement_lead", "North", "W1", False, False),
        ("councillor", "North", "W1", False, False),
        ("", "North", "W1", False, False),
    ],
)
def test_scope(role: str, team: str, worker: str, own: bool, others: bool) -> None:
    scope = scope_of(User(username="x", role=role, team=team, worker=worker))
    assert scope.holds("North", "W1") is own
    assert scope.holds("South", "W2") is others
    assert scope.holds(None, None) is others
    assert scope.nobody is not own


def test_a_person_who_left_may_do_nothing() -> None:
    gone = User(username="x", role="director", is_active=False)
    assert not gone.may_any(Permission)
    assert scope_of(gone).nobody


def test_nobody_from_outside_the_authority_sees_a_child_or_an_exact_figure() -> None:
    for role in ROLES:
        if role.id in {"councillor", "board_chair", "commissioner"}:
            assert Permission.SEE_FIGURES not in role.permissions
            assert not any("record" in permission.value for permission in role.permissions)


def test_only_the_analyst_loads() -> None:
    assert [role.id for role in ROLES if Permission.LOAD_DATA in role.permissions] == ["analyst"]


def test_a_view_keeps_what_opens_it() -> None:
    from sightline.people.access import permissions_of

    @requires(Permission.LOAD_DATA)
    def view() -> None: ...

    assert permissions_of(view) == (Permission.LOAD_DATA,)
    assert permissions_of(lambda: None) == ()
