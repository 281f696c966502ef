"""What a publication gives away: worked by hand."""

from datetime import date

import pytest

from sightline.measures import Group, catalogue
from sightline.oversight.publication import (
    CORRECTED,
    WHOLE,
    WORKED_OUT,
    Protected,
    Published,
    ToPublish,
    protect,
)
from tests.oversight_data import AS_AT, count, share

REVIEWS = catalogue()["reviews_in_timescale"]
IN_CARE = catalogue()["children_in_care"]
DENTAL = catalogue()["dental_checks"]


def shown(found: Protected, measure_id: str = REVIEWS.id) -> dict[str, tuple[object, object]]:
    """{team: (numerator, denominator)} of the figures that are shown."""
    return {
        each.team: (each.figure.numerator, each.figure.denominator)
        for each in found.figures
        if each.measure.id == measure_id and not each.figure.withheld
    }


def published(met: int, of: int, team: str = WHOLE, *, day: date = AS_AT) -> Published:
    """Reviews as an earlier publication showed them."""
    return Published(REVIEWS.id, day, team, met, of, withheld=False)


WITHHELD = Published(REVIEWS.id, AS_AT, WHOLE, None, None, withheld=True)


@pytest.mark.parametrize(
    ("met", "of", "earlier", "is_shown"),
    [
        (40, 60, [], True),
        (57, 60, [], False),  # three were not in time
        (40, 60, [published(40, 60)], True),
        # in October 40 of 60 was published for September; in November, after one late record, it
        # is 41 of 61: whoever holds both knows that one child's review was held in time
        (41, 61, [published(40, 60)], False),
        (41, 60, [published(40, 60)], False),  # the same child, late before and in time now
        (50, 70, [published(40, 60)], True),  # ten more children, all in time
        (46, 70, [published(40, 60)], False),  # four more who were not: 24 less 20
        (40, 60, [WITHHELD], False),  # what was withheld for its day stays so
        (41, 61, [published(40, 60, day=date(2026, 9, 30))], True),  # of another day
        (41, 61, [published(30, 50), published(40, 60)], False),  # the last of two corrections
    ],
)
def test_beside_what_was_published_before(
    met: int, of: int, earlier: list[Published], is_shown: bool
) -> None:
    found = protect([ToPublish(REVIEWS, share(AS_AT, met, of))], earlier)
    assert shown(found) == ({WHOLE: (met, of)} if is_shown else {})
    assert found.given_away == ()


def test_a_team_with_a_small_number_takes_another_with_it() -> None:
    teams = (
        Group("North", share(AS_AT, 45, 60)),
        Group("South", share(AS_AT, 27, 30)),  # three were not in time
        Group("East", share(AS_AT, 40, 60)),
    )
    found = protect([ToPublish(REVIEWS, share(AS_AT, 112, 150), teams)])
    assert shown(found) == {WHOLE: (112, 150), "North": (45, 60)}


def test_two_measures_of_the_same_children_do_not_give_each_other_away() -> None:
    """North looks after four children. By itself each table hides North and one other team; the
    measures give the teams in another order, so that it would be East in one and South in the
    other: then North is what is left of the 64."""
    cared_for = {"North": 4, "South": 20, "East": 40}
    checked = {"North": 4, "East": 30, "South": 10}
    found = protect(
        [
            ToPublish(
                IN_CARE,
                count(AS_AT, 64),
                tuple(Group(name, count(AS_AT, many)) for name, many in cared_for.items()),
            ),
            ToPublish(
                DENTAL,
                share(AS_AT, 44, 64),
                tuple(
                    Group(name, share(AS_AT, met, cared_for[name])) for name, met in checked.items()
                ),
            ),
        ]
    )
    known = {team for team, _ in shown(found, IN_CARE.id).items() if team}
    known |= {team for team, _ in shown(found, DENTAL.id).items() if team}
    assert "North" not in known
    assert len(known) < 2  # or the third is 64 less the two
    assert shown(found, IN_CARE.id)[WHOLE] == (64, None)


def test_where_nobody_is_left_over() -> None:
    """Every child has a plan, so those who have one are all: 36 of 36, in North 7 of 7."""
    of_teams = {"North": 7, "South": 7, "East": 6, "West": 5, "Court": 4, "Leaving": 4, "Home": 3}
    teams = tuple(Group(name, share(AS_AT, many, many)) for name, many in of_teams.items())
    found = protect([ToPublish(REVIEWS, share(AS_AT, 36, 36), teams)])
    assert shown(found) == {WHOLE: (36, 36), "North": (7, 7), "South": (7, 7), "East": (6, 6)}


def test_what_was_given_away_before_stops_the_publication() -> None:
    """Somebody published the whole and one of two teams: the other is three of twenty."""
    teams = (Group("North", share(AS_AT, 17, 40)), Group("South", share(AS_AT, 3, 20)))
    earlier = [published(20, 60), published(17, 40, "North")]
    found = protect(
        [
            ToPublish(REVIEWS, share(AS_AT, 20, 60), (*teams, Group("East", share(AS_AT, 0, 0)))),
        ],
        earlier,
    )
    assert "South" not in shown(found)
    assert [(measure.id, why) for measure, why in found.given_away] == [(REVIEWS.id, WORKED_OUT)]


def test_a_correction_of_a_correction_that_both_stand_stops_it() -> None:
    """40 of 60 and 41 of 61 were both published already, by two boards that did not ask."""
    earlier = [published(40, 60), published(41, 61)]
    found = protect([ToPublish(REVIEWS, share(AS_AT, 41, 61))], earlier)
    assert [(measure.id, why) for measure, why in found.given_away] == [(REVIEWS.id, CORRECTED)]
