"""Teams beside each other, as one person may see them."""

from pathlib import Path
from xml.etree import ElementTree

import pytest
from pytest_django.fixtures import Settings

from sightline.jobs import figures
from sightline.measures import Group, catalogue
from sightline.oversight.teams import Teams, teams_of
from sightline.oversight.withheld import figure_for, groups_for
from tests.oversight_data import AS_AT, seen_by, share, stand_in

MEASURE = catalogue()["visits_in_timescale"]


def broken(**met: int) -> list[Group]:
    """Teams of a hundred children each, so many of them visited in time."""
    return [Group(name, share(AS_AT, each, 100)) for name, each in met.items()]


def seen(groups: list[Group], *, exact: bool = True) -> Teams | None:
    met = sum(group.figure.numerator or 0 for group in groups)
    of = sum(group.figure.denominator or 0 for group in groups)
    whole = figure_for(share(AS_AT, round(met), of), MEASURE.kind, exact=exact)
    return teams_of(MEASURE, whole, groups_for(groups, MEASURE.kind, exact=exact))


def test_teams_that_differ_by_chance_alone_are_said_to() -> None:
    found = seen(broken(North=82, South=78, East=80))
    assert found is not None
    assert (
        found.sentence == "The three teams differ no more than chance alone would have them differ."
    )
    assert [team.name for team in found.teams] == ["East", "North", "South"]


def test_one_far_below_is_named_and_the_others_are_not_ranked() -> None:
    """By hand: about 0.74 sigma is 0.0439: 55 lies 4.3 below, and 81 lies 1.6 above."""
    found = seen(broken(North=80, South=55, East=81, West=80))
    assert found is not None
    assert found.sentence == (
        "Beyond the outer limits, where chance alone puts one team in 500: South (55%, lower). "
        "The other three teams lie within the limits."
    )
    (south,) = [team for team in found.teams if team.beyond]
    assert south.where == "lower, beyond the outer limits, for the worse"


def test_between_the_inner_and_the_outer_limits() -> None:
    """By hand: about 0.8 sigma is 0.04: 90 lies 2.5 above; the outer lines are 3.09 off."""
    found = seen(broken(North=90, South=77, East=76, West=77))
    assert found is not None
    assert found.sentence.startswith(
        "Beyond the inner limits only, where chance alone puts one team in 20: North (90%, higher)."
    )


def test_all_of_a_few_children_are_nothing_special() -> None:
    """By hand: at 90% twelve of twelve happen 0.9^12 = 28 times in 100."""
    groups = [
        Group("Small", share(AS_AT, 12, 12)),
        Group("East", share(AS_AT, 90, 100)),
        Group("West", share(AS_AT, 89, 101)),
    ]
    found = seen(groups)
    assert found is not None
    assert not any(team.beyond for team in found.teams)


def test_eight_teams_that_differ_beyond_chance_widen_the_limits() -> None:
    """By hand: about 0.79 sigma is 0.0407; six teams lie 2.2 off and two 2.5, so that the mean
    squared z is about 5.2 and the outer line 3.1 x root 5.2 = 7 sigma away.
    """
    found = seen(
        broken(A=70, B=88, C=70, D=88, E=70, F=88, G=69, H=89),
    )
    assert found is not None
    assert found.overdispersion == pytest.approx(5.2, abs=0.3)
    assert not any(team.beyond for team in found.teams)
    assert found.sentence.endswith("the limits are widened by as much.")


def test_children_of_no_known_team_are_no_team() -> None:
    found = seen([*broken(North=80, South=80, East=80), Group("Not known", share(AS_AT, 5, 40))])
    assert found is not None
    assert "Not known" not in {team.name for team in found.teams}


def test_two_teams_are_no_funnel_nor_is_a_count() -> None:
    groups = broken(North=80, South=60)
    assert seen(groups) is None
    whole = figure_for(share(AS_AT, 140, 200), MEASURE.kind, exact=True)
    assert teams_of(catalogue()["referrals"], whole, ()) is None


def test_withheld_teams_are_not_on_it() -> None:
    """South has three not visited; North is withheld with it, lest South be worked out."""
    groups = broken(North=70, South=97, East=75, West=80, Mid=78)
    found = seen(groups, exact=False)
    assert found is not None
    assert "South" not in {team.name for team in found.teams}
    assert len(found.teams) < 5
    assert found.some_withheld


@pytest.mark.django_db
class TestOnThePage:
    @pytest.fixture(autouse=True)
    def made_by_hand(
        self, monkeypatch: pytest.MonkeyPatch, settings: Settings, tmp_path: Path
    ) -> None:
        stand_in(monkeypatch, settings, tmp_path)
        teams = broken(North=82, South=55, East=83, West=80)
        monkeypatch.setattr(figures, "breakdown", lambda data, name, by, as_at: teams)

    def test_says_it_in_words_and_draws_it(self) -> None:
        page = seen_by("analyst", "/measures/reviews_in_timescale/?by=team")
        assert "Teams beside each other" in page
        svg = seen_by("analyst", "/measures/reviews_in_timescale/teams.svg")
        root = ElementTree.fromstring(svg)
        assert "South (" in (root.findtext("{http://www.w3.org/2000/svg}desc") or "")

    def test_other_groupings_have_gaps_instead(self) -> None:
        page = seen_by("analyst", "/measures/reviews_in_timescale/?by=sex")
        assert "Teams beside each other" not in page
        assert "Each group beside the rest" in page

    def test_a_measure_that_has_none_is_not_found(self) -> None:
        seen_by("analyst", "/measures/unregistered_homes/teams.svg", 404)
