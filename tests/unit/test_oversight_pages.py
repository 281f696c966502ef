"""The pages over figures and children, over data made by hand."""

from datetime import date
from pathlib import Path

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from sightline.jobs import children, figures
from sightline.measures import catalogue
from sightline.people.models import AccessEvent, User
from sightline.people.models.access_event import Act
from tests import oversight_data as made

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def data(monkeypatch: pytest.MonkeyPatch, settings: Settings, tmp_path: Path) -> None:
    settings.DATA = tmp_path
    by_id = {each.measure.id: each for each in made.ALL}

    def one(data: Path, measure_id: str) -> object:
        if measure_id not in catalogue():
            raise KeyError(measure_id)
        return by_id.get(measure_id)

    def view(data: Path, child_id: str) -> object:
        if child_id not in {"N1", "S1", "GONE"}:
            raise children.ChildNotFoundError(child_id)
        return made.child(child_id)

    monkeypatch.setattr(figures, "latest", lambda data: made.ALL)
    monkeypatch.setattr(figures, "one", one)
    monkeypatch.setattr(figures, "breakdown", lambda data, name, by, as_at: made.groups(as_at))
    monkeypatch.setattr(
        figures,
        "children",
        lambda data, name, as_at, *, team=None: [
            row for row in made.rows() if team in {None, row.team}
        ],
    )
    monkeypatch.setattr(children, "waiting", lambda data, *, team=None: made.waiting(team))
    monkeypatch.setattr(children, "view", view)
    monkeypatch.setattr(children, "team_of", lambda data, child_id: made.SOUTH)


def seen_by(role: str, address: str, status: int = 200) -> str:
    """The words of a page as a person of that role sees it; the team manager is North's."""
    user, _ = User.objects.get_or_create(username=role, role=role, team=made.NORTH)
    client = Client()
    client.force_login(user)
    response = client.get(address)
    assert response.status_code == status
    return " ".join(response.content.decode().split())


class TestHome:
    def test_begins_with_what_matters_most(self) -> None:
        page = seen_by("director", "/")
        assert "Two children’s visits are overdue." in page
        assert "The longest has waited 30 days." in page

    def test_says_what_changed_beyond_chance(self) -> None:
        page = seen_by("director", "/")
        assert "Reviews held in time rose" in page
        assert "Teeth checked" not in page.split("Who has waited")[0]

    def test_names_who_waited_longest_with_reasons(self) -> None:
        page = seen_by("director", "/")
        assert page.index("N1") < page.index("S1")
        assert "Review was due on 1 June 2026: 152 days late." in page

    def test_a_team_manager_sees_their_own_children(self) -> None:
        page = seen_by("team_manager", "/")
        assert "/children/N1/" in page
        assert "/children/S1/" not in page

    def test_a_team_manager_of_no_team_sees_nobody(self) -> None:
        client = Client()
        client.force_login(User.objects.create_user("x", role="team_manager", team=""))
        assert "/children/N1/" not in client.get("/").content.decode()

    def test_a_councillor_sees_counts_and_no_child(self) -> None:
        page = seen_by("councillor", "/")
        assert "/children/" not in page
        assert "Visit overdue" in page
        assert "A few children’s visits are overdue." in page

    def test_the_pace_is_told_where_there_is_a_target(self) -> None:
        page = seen_by("director", "/")
        assert "No inspection is in the register yet" in page
        assert ">100%<" in page


class TestMeasures:
    def test_every_measure_has_its_interval_and_its_trust(self) -> None:
        page = seen_by("analyst", "/measures/")
        assert "between 89% and 98%" in page  # Wilson, 95 of 100
        assert "not recorded for 34% of the children" in page

    def test_a_councillor_gets_a_c_for_a_small_number(self) -> None:
        page = seen_by("councillor", "/measures/")
        assert 'sl-now">c<' in page
        assert 'sl-now">95%<' not in page  # five of the hundred were not in time


class TestMeasure:
    def test_says_the_figure_in_one_sentence(self) -> None:
        page = seen_by("analyst", "/measures/reviews_in_timescale/")
        assert (
            "95% at 31 October 2026 (between 89% and 98% by chance alone): 95 of 100 children in "
            "care who had a review due in the past twelve months." in page
        )

    def test_shows_an_earlier_moment(self) -> None:
        page = seen_by("analyst", "/measures/reviews_in_timescale/?as_at=2026-07-31")
        assert "82% at 31 July 2026" in page

    def test_a_day_without_a_figure_is_not_found(self) -> None:
        seen_by("analyst", "/measures/reviews_in_timescale/?as_at=2026-07-30", 404)
        seen_by("analyst", "/measures/reviews_in_timescale/?as_at=soon", 404)
        seen_by("analyst", "/measures/reviews_in_timescale/?by=shoe_size", 404)

    def test_an_unknown_or_unanswerable_measure_is_not_found(self) -> None:
        seen_by("analyst", "/measures/happiness/", 404)
        seen_by("analyst", "/measures/sdq_mean/", 404)

    def test_is_broken_down_with_intervals(self) -> None:
        page = seen_by("analyst", "/measures/reviews_in_timescale/?by=team")
        assert "North team" in page
        assert "between 72% and 91%" in page  # Wilson, 50 of 60: 72.0 to 90.7

    def test_a_councillor_sees_small_groups_withheld_and_no_way_to_the_children(self) -> None:
        page = seen_by("councillor", "/measures/reviews_in_timescale/?by=team")
        assert "/children/" not in page
        south = page.split("South team")[1].split("</tr>")[0]
        assert ">c<" in south
        assert "27" not in south

    def test_says_what_is_unverified_and_where_the_target_is_from(self) -> None:
        page = seen_by("analyst", "/measures/reviews_in_timescale/")
        assert "100%, set by the duty itself" in page
        assert "legislation.gov.uk" in page

    def test_warns_where_it_may_not_be_trusted(self) -> None:
        page = seen_by("analyst", "/measures/dental_checks/")
        assert "govuk-warning-text" in page
        assert "not recorded for 34%" in page

    def test_two_clicks_to_the_lines_that_work_it_out(self) -> None:
        page = seen_by("analyst", "/measures/reviews_in_timescale/how/")
        assert "def reviews_in_timescale(view: View) -&gt; Table:" in page
        assert "sightline/measures/catalogue/care.py" in page


class TestChart:
    def test_is_svg_with_a_title_and_a_description(self) -> None:
        chart = seen_by("analyst", "/measures/reviews_in_timescale/chart.svg")
        assert '<title id="title">Reviews held in time</title>' in chart
        assert "95% in October 2026" in chart

    def test_a_councillor_is_told_nothing_that_is_withheld(self) -> None:
        chart = seen_by("councillor", "/measures/unregistered_homes/chart.svg")
        assert "lowest 0 in" in chart
        assert "highest 0 in" in chart


class TestCsv:
    def test_every_month(self) -> None:
        lines = seen_by("analyst", "/measures/reviews_in_timescale/figures.csv").split()
        assert lines[0] == "measure,as_at,numerator,denominator,value,low,high,trusted"
        assert len(lines) == 28
        assert lines[-1].startswith("reviews_in_timescale,2026-10-31,95,100,0.95,")

    def test_a_councillor_gets_c(self) -> None:
        lines = seen_by("councillor", "/measures/unregistered_homes/figures.csv").split()
        values = {line.split(",")[4] for line in lines[1:]}
        assert values == {"0", "c"}

    def test_a_breakdown(self) -> None:
        text = seen_by("councillor", "/measures/reviews_in_timescale/breakdown.csv?by=team")
        assert "South team,c,c,c,c,c" in text
        assert AccessEvent.objects.filter(act=Act.DOWNLOADED).count() == 1


class TestChildrenBehind:
    def test_lists_first_those_for_whom_it_was_not_done(self) -> None:
        page = seen_by("analyst", "/measures/reviews_in_timescale/children/")
        assert page.index("S1") < page.index("N1")
        assert AccessEvent.objects.get().sentence == (
            "analyst listed children: behind “Reviews held in time”"
        )

    def test_a_team_manager_sees_their_own(self) -> None:
        page = seen_by("team_manager", "/measures/reviews_in_timescale/children/")
        assert "N1" in page
        assert "S1" not in page


class TestChildren:
    def test_are_narrowed_by_team_and_reason(self) -> None:
        assert "/children/S1/" not in seen_by("analyst", "/children/?team=North+team")
        assert "/children/S1/" not in seen_by("analyst", "/children/?reason=review")
        assert "/children/S1/" in seen_by("analyst", "/children/?reason=visit")

    def test_say_so_when_nobody_fits(self) -> None:
        assert "Nobody fits this." in seen_by("analyst", "/children/?reason=vanished")

    def test_another_teams_children_are_not_reached_by_asking(self) -> None:
        assert "/children/S1/" not in seen_by("team_manager", "/children/?team=South+team")


class TestChild:
    def test_says_who_she_is_what_is_owed_and_what_happened(self) -> None:
        page = seen_by("analyst", "/children/N1/")
        assert "9 (born 4 May 2017)" in page
        assert "White and Black Caribbean" in page
        assert "Full care order, since 1 June 2024" in page
        assert "152 days late" in page
        assert "Due in 31 days" in page
        assert page.index("2026</h3>") < page.index("2024</h3>")

    def test_every_look_is_logged(self) -> None:
        seen_by("analyst", "/children/N1/")
        assert AccessEvent.objects.get().sentence == "analyst looked at the record of child N1"

    def test_another_teams_child_is_not_found_and_the_attempt_is_logged(self) -> None:
        seen_by("team_manager", "/children/N1/")
        page = seen_by("team_manager", "/children/S1/", 404)
        assert "Page not found" in page
        assert AccessEvent.objects.first().act == Act.CHILD_REFUSED  # type: ignore[union-attr]

    def test_a_child_who_is_not_there_looks_the_same_as_one_who_is_not_yours(self) -> None:
        not_yours = seen_by("team_manager", "/children/S1/", 404).split("<main")[1]
        not_there = seen_by("team_manager", "/children/X9/", 404).split("<main")[1]
        assert not_yours == not_there

    def test_a_child_who_left_care_is_seen_by_the_last_team(self) -> None:
        assert "the child is not in care" in seen_by("analyst", "/children/GONE/")
        seen_by("team_manager", "/children/GONE/", 404)  # her last team was South


def test_before_anything_is_loaded_the_page_says_how_to_begin(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.undo()
    assert "Load returns" in seen_by("analyst", "/")
    assert "When an analyst has loaded" in seen_by("councillor", "/measures/")


def test_old_data_is_said_to_be_old() -> None:
    from sightline.oversight.lead import stale

    assert stale(date(2026, 10, 31), date(2026, 12, 15)) == ""
    assert "46 days ago" in stale(date(2026, 10, 31), date(2026, 12, 16))
