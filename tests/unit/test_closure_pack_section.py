"""What a board's pack says of what is called done."""

import pytest

from sightline.closure import acts
from sightline.closure.pack_section import sections
from tests.answers_data import NOW, TODAY, person
from tests.closure_data import owned, said_done

pytestmark = pytest.mark.django_db


def test_without_an_action_a_pack_says_nothing() -> None:
    assert sections(TODAY, outside=True) == ()


def test_what_is_claimed_stands_beside_what_nobody_looked_at() -> None:
    owner, lead = person("team_manager"), person("improvement_lead")
    done, waits = owned(owner, lead, "Weekly list of visits due"), owned(owner, lead, "Read plans")
    for each in (done, waits):
        said_done(each, owner)
    acts.close(done, "Seen.", person("qa_manager"), NOW)
    (section,) = sections(TODAY, outside=True)
    assert section.sentence == (
        "50% of the actions are closed. Nobody from elsewhere has checked any of them yet."
    )
    assert section.table is not None
    assert section.table.rows == (("Nobody said what difference it should make", "1"),)
    assert section.notes[0] == "One action is said to be done, and nobody else has looked."
