"""The page on how long children wait, for those who see exact figures and for those who do not."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pytest_django.fixtures import Settings

from sightline.insight.waiting import Spells, by_route, still_waiting
from sightline.jobs import waits
from sightline.jobs.waits import Cohort, Waits
from sightline.measures.waits import HELP_ROUTES, PERMANENCE_ROUTES
from tests.oversight_data import seen_by, stand_in

pytestmark = pytest.mark.django_db


def cohort(year: int | None, times: int) -> Cohort:
    """For every ten: two adopted after 200 days, three home after 300, five wait since 400."""
    days = ([200] * 2 + [300] * 3 + [400] * 5) * times
    ended = (["Adopted"] * 2 + ["Went home as planned"] * 3 + [None] * 5) * times
    spells = Spells.of(days, ended)
    return Cohort(year, spells, by_route(spells), still_waiting(spells))


def found(times: int) -> Waits:
    years = (cohort(2026, times),)
    return Waits(date(2026, 10, 31), PERMANENCE_ROUTES, cohort(None, times), years, (7, 3, 0, 0, 2))


@pytest.fixture(autouse=True)
def made_by_hand(monkeypatch: pytest.MonkeyPatch, settings: Settings, tmp_path: Path) -> None:
    stand_in(monkeypatch, settings, tmp_path)
    few = Waits(date(2026, 10, 31), HELP_ROUTES, cohort(None, 3), (), (1, 0, 0, 0, 0))
    monkeypatch.setattr(waits, "for_permanence", lambda data: found(20))
    monkeypatch.setattr(waits, "for_first_help", lambda data: few)


def test_says_in_a_sentence_how_waits_stand_a_year_on() -> None:
    page = seen_by("analyst", "/waits/")
    assert (
        "Of 200 times in care, 12 months after coming into care, 50% wait still. The rest: "
        "20% adopted, 0% special guardianship or child arrangements order, 30% went home as "
        "planned, 0% matched for long-term fostering, 0% left otherwise, or turned 18." in page
    )


def test_months_that_too_few_were_watched_for_have_no_row() -> None:
    """All are watched for 400 days: 12 months have a row, 18 have none."""
    page = seen_by("analyst", "/waits/")
    table = page.split('aria-label="A permanent home')[1].split("</table>")[0]
    assert ">12 months<" in table
    assert ">18 months<" not in table


def test_those_who_wait_today_are_counted_by_how_long() -> None:
    page = seen_by("analyst", "/waits/")
    bands = page.split('aria-labelledby="permanence-so-far"')[1].split("</table>")[0]
    assert bands.index("Under 6 months") < bands.index(">7<") < bands.index("3 years or more")


def test_the_picture_tells_the_sentence_to_a_screen_reader() -> None:
    svg = ElementTree.fromstring(seen_by("analyst", "/waits/permanence.svg"))
    assert "50% wait still" in (svg.findtext("{http://www.w3.org/2000/svg}desc") or "")
    seen_by("analyst", "/waits/happiness.svg", 404)


def test_a_councillor_is_told_no_count_and_no_share_finer_than_five_in_a_hundred(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    thirteen = Spells.of([200.0] * 27 + [400.0] * 173, ["Adopted"] * 27 + [None] * 173)
    each = Cohort(None, thirteen, by_route(thirteen), still_waiting(thirteen))
    years = (replace(each, year_ending=2026), cohort(2025, 3))
    told = Waits(date(2026, 10, 31), PERMANENCE_ROUTES, each, years, (170, 3, 0, 0, 0))
    monkeypatch.setattr(waits, "for_permanence", lambda data: told)
    page = seen_by("councillor", "/waits/")
    assert "15% adopted" in page  # 13.5%
    assert "85% wait still" in page  # 86.5%
    assert "under 5% went home as planned" in page
    assert "200 times" not in page
    assert "2025/26" in page
    assert "about 200" in page
    assert "2024/25" not in page  # thirty waits
    assert "permanence.svg" not in page
    bands = page.split('aria-labelledby="permanence-so-far"')[1].split("</table>")[0]
    assert "100%" in bands  # 170 of 173
    assert ">3<" not in bands


def test_a_councillor_is_told_nothing_of_fewer_than_a_hundred_waits() -> None:
    page = seen_by("councillor", "/waits/")
    help_ = page.split('id="first-help"')[1]
    assert "This is withheld: it would tell of a few children." in help_
    assert "<td" not in help_


def test_a_councillor_is_refused_the_curves() -> None:
    seen_by("councillor", "/waits/permanence.svg", 403)


def test_nothing_recorded_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waits, "for_permanence", lambda data: None)
    monkeypatch.setattr(waits, "for_first_help", lambda data: None)
    assert "What has been loaded tells of no waits." in seen_by("analyst", "/waits/")
