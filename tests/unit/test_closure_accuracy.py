"""How far what is called done is done: lots, checks from elsewhere, and the share they find."""

import random
from datetime import timedelta

import pytest

from sightline.closure import acts
from sightline.closure.accuracy import Accuracy, Found, accuracy, by_service, check, draw
from sightline.closure.acts import ClosureError
from sightline.closure.every import every_standing, waiting
from sightline.closure.models import Draw
from sightline.improvement.models import Action
from sightline.people.models import User
from tests.answers_data import NOW, TODAY, person
from tests.closure_data import owned, said_done

pytestmark = pytest.mark.django_db
ELSEWHERE = "Youth justice"


@pytest.fixture
def people() -> dict[str, User]:
    roles = ("team_manager", "improvement_lead", "qa_manager", "head_of_service")
    return {role: person(role) for role in roles}


def closed(people: dict[str, User], how_many: int) -> list[Action]:
    owner = people["team_manager"]
    User.objects.filter(pk=owner.pk).update(team="Harbour team")
    owner.refresh_from_db()
    rows = [owned(owner, people["improvement_lead"], f"Step {n}") for n in range(how_many)]
    for row in rows:
        said_done(row, owner)
        acts.close(row, "Seen.", people["qa_manager"], NOW)
    return rows


def test_lots_fall_as_the_seed_says_and_nobody_chooses(people: dict[str, User]) -> None:
    rows = closed(people, 12)
    drawn = draw(5, every_standing(TODAY), people["qa_manager"], NOW)
    assert drawn.among == sorted(row.pk for row in rows)
    again = random.Random(drawn.seed).sample(drawn.among, 5)
    assert drawn.drawn == sorted(again)


def test_no_more_are_drawn_than_are_closed(people: dict[str, User]) -> None:
    closed(people, 2)
    for how_many in (0, 3):
        with pytest.raises(ClosureError, match="between 1 and 2"):
            draw(how_many, every_standing(TODAY), people["qa_manager"], NOW)
    assert not Draw.objects.exists()


def test_who_had_a_part_in_it_does_not_check_it(people: dict[str, User]) -> None:
    (row,) = closed(people, 1)
    drawn = draw(1, every_standing(TODAY), people["head_of_service"], NOW)
    for role in ("team_manager", "qa_manager"):
        with pytest.raises(ClosureError, match="had a part"):
            check(drawn, row, Found(True, "All there.", ELSEWHERE), people[role], NOW)
    found = Found(True, "All there.", "harbour TEAM")
    with pytest.raises(ClosureError, match="another service"):
        check(drawn, row, found, people["head_of_service"], NOW)


def test_what_is_reported_and_what_is_found_stand_side_by_side(people: dict[str, User]) -> None:
    """Of eight closed out of ten, five are drawn and three of them are done."""
    closed(people, 8)
    owner = people["team_manager"]
    for n in (1, 2):
        owned(owner, people["improvement_lead"], f"Open {n}")
    drawn = draw(5, every_standing(TODAY), people["head_of_service"], NOW)
    for place, number in enumerate(drawn.drawn):
        row = Action.objects.select_related("owner").get(pk=number)
        found = Found(place < 3, "Read the records.", ELSEWHERE)
        check(drawn, row, found, people["head_of_service"], NOW)
    whole = accuracy(every_standing(TODAY))
    assert (whole.actions, whole.closed, whole.checked, whole.done) == (10, 8, 5, 3)
    assert whole.interval is not None
    # Wilson's limits for 3 of 5: Newcombe 1998, table I's formula worked by hand.
    assert (round(whole.interval.low, 3), round(whole.interval.high, 3)) == (0.231, 0.882)
    assert whole.sentence == (
        "80% of the actions are closed. Five were looked at again by somebody else, drawn by lot: "
        "60% were done (between 23% and 88%)."
    )
    assert [each.name for each in by_service(every_standing(TODAY))] == ["Harbour team"]


def test_what_was_closed_and_came_back_is_counted(people: dict[str, User]) -> None:
    rows = closed(people, 4)
    acts.reopen(rows[0], "It was not so.", people["qa_manager"], NOW + timedelta(days=1))
    whole = accuracy(every_standing(TODAY + timedelta(days=1)))
    assert (whole.closed, whole.reopened) == (3, 1)
    assert whole.came_back == 0.25


def test_nothing_checked_is_said_and_not_called_good(people: dict[str, User]) -> None:
    closed(people, 1)
    whole = accuracy(every_standing(TODAY))
    assert whole.verified is None
    assert "Nobody from elsewhere has checked" in whole.sentence
    assert Accuracy("None", 0, 0, 0, 0, 0, 0).sentence == "There is no action yet."


def test_what_waits_for_a_second_person_is_listed(people: dict[str, User]) -> None:
    row = owned(people["team_manager"], people["improvement_lead"])
    said_done(row, people["team_manager"])
    assert [each.action for each in waiting(every_standing(TODAY))] == [row]
