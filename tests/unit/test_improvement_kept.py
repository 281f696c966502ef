"""Every history of the findings is only added to, one row or many at a time."""

from datetime import UTC, datetime

import pytest

from sightline.improvement.models import ConflictDecision, KeptRowsStandError
from sightline.people.models import User

NOON = datetime(2026, 5, 3, 12, 0, tzinfo=UTC)


@pytest.mark.django_db
def test_which_of_two_values_was_used_stays_as_it_was_said() -> None:
    user = User.objects.create_user("lead", role="improvement_lead")
    said = ConflictDecision.objects.create(key="k", used="9 May", why="Printed", by=user, at=NOON)
    with pytest.raises(KeptRowsStandError):
        ConflictDecision.objects.update(used="March")
    with pytest.raises(KeptRowsStandError):
        ConflictDecision.objects.all().delete()
    said.used = "March"
    with pytest.raises(KeptRowsStandError):
        said.save()
    with pytest.raises(KeptRowsStandError):
        said.delete()
    assert ConflictDecision.objects.get().used == "9 May"
