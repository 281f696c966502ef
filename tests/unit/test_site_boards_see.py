"""What boards see of figures and packs: the same numbers as everywhere, withheld where few."""

import json

import pytest
from click.testing import CliRunner
from pytest_django.fixtures import Settings

from sightline import words
from sightline.cli import main
from sightline.measures import catalogue
from sightline.oversight.packs.demo import issue_demo_packs
from sightline.people.models import User
from sightline.site.boards_see import figures_today, packs_issued
from tests.made_up_authority import Loaded

pytestmark = pytest.mark.django_db

FEW = range(1, 6)


@pytest.fixture(autouse=True)
def data(authority: Loaded, settings: Settings) -> None:
    settings.DATA = authority.data


def person(role: str) -> User:
    return User.objects.create_user(role, role=role)


def test_figures_are_those_that_the_command_prints_and_few_children_are_withheld(
    authority: Loaded,
) -> None:
    ran = CliRunner().invoke(main, ["measures", "run", "--json", "--data", str(authority.data)])
    printed = json.loads(ran.stdout)["measures"]
    every = [each["id"] for each in printed]
    director = figures_today(every, person("director"))
    member = figures_today(every, person("councillor"))
    few = 0
    for one in printed:
        usable = one["value"] is not None and one["trust"]["level"] != "not to be used"
        exact = director[one["id"]]
        assert not exact.withheld
        assert (exact.number is not None) is usable, one["id"]
        if usable:
            assert exact.said == words.figure(one["value"], one["unit"])
            shown = one["value"] * (100 if one["unit"].startswith("%") else 1)
            assert exact.number == pytest.approx(shown)
        if one["numerator"] in FEW and catalogue()[one["id"]].of_children:
            few += 1
            assert member[one["id"]].withheld, one["id"]
        if member[one["id"]].withheld:
            assert member[one["id"]].number is None
            assert member[one["id"]].said == words.SUPPRESSED
    assert few, "the made-up authority has figures that rest on few children"


def test_a_measure_that_is_no_more_is_left_out() -> None:
    assert figures_today(["no_such_measure"], person("director")) == {}


def test_an_issued_pack_is_known_by_its_run() -> None:
    assert packs_issued() == ()
    issue_demo_packs(person("analyst"))
    issued = packs_issued()
    assert any("Pack for scrutiny at " in each.title for each in issued)
    days: dict[str, set[str]] = {}
    for each in issued:
        days.setdefault(each.title.split(" at ")[1], set()).add(each.run)
    assert all(len(runs) == 1 for runs in days.values()), "one day and load, one set of figures"
    assert len({run for runs in days.values() for run in runs}) == len(days)
