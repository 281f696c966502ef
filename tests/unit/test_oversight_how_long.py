"""The page on how long children wait, for those who see exact figures and for those who do not."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pytest_django.fixtures import Settings

from sightline.insight.waiting import Spells, by_route, flow, still_waiting
from sightline.jobs import waits
from sightline.jobs.waits import Cohort, Waits
from sightline.measures.waits import EHC_ROUTES, HELP_ROUTES, PERMANENCE_ROUTES
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


def requests(waiting: int, came: int, ended: int) -> Waits:
    """For every ten requests: two plans after 200 days, three refused after 300, five wait."""
    spells = Spells.of(
        ([200] * 2 + [300] * 3 + [400] * 5) * 20,
        (["Had the plan"] * 2 + ["Refused an assessment"] * 3 + [None] * 5) * 20,
    )
    every = Cohort(None, spells, by_route(spells), still_waiting(spells))
    queue = flow(waiting, came, ended, 12)
    return Waits(date(2026, 10, 31), EHC_ROUTES, every, (), (9, 8, 7, 6, 5, 1), queue)


@pytest.fixture(autouse=True)
def made_by_hand(monkeypatch: pytest.MonkeyPatch, settings: Settings, tmp_path: Path) -> None:
    stand_in(monkeypatch, settings, tmp_path)
    few = Waits(date(2026, 10, 31), HELP_ROUTES, cohort(None, 3), (), (1, 0, 0, 0, 0))
    monkeypatch.setattr(waits, "for_permanence", lambda data: found(20))
    monkeypatch.setattr(waits, "for_first_help", lambda data: few)
    monkeypatch.setattr(waits, "for_ehc_plan", lambda data: requests(36, came=24, ended=60))


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
    help_ = page.split('id="first-help"')[1].split("</section>")[0]
    assert "This is withheld: it would tell of a few children." in help_
    assert "<td" not in help_


def test_a_councillor_is_refused_the_curves() -> None:
    seen_by("councillor", "/waits/permanence.svg", 403)


def test_nothing_recorded_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waits, "for_permanence", lambda data: None)
    monkeypatch.setattr(waits, "for_first_help", lambda data: None)
    monkeypatch.setattr(waits, "for_ehc_plan", lambda data: None)
    assert "What has been loaded tells of no waits." in seen_by("analyst", "/waits/")


def test_requests_for_a_plan_are_told_in_weeks() -> None:
    page = seen_by("analyst", "/waits/")
    assert (
        "Of 200 requests, 52 weeks after the request, 50% wait still. The rest: 20% had the plan, "
        "30% refused an assessment." in page
    )
    table = page.split('aria-label="An education, health and care plan')[1].split("</table>")[0]
    assert ">20 weeks<" in table
    bands = page.split('aria-labelledby="ehc-plan-so-far"')[1].split("</table>")[0]
    assert bands.index("Under 6 weeks") < bands.index(">9<") < bands.index("52 weeks or more")


@pytest.mark.parametrize(
    ("waiting", "came", "ended", "said"),
    [
        (
            36,
            24,
            60,
            "36 requests are open; in the last 12 months 24 requests came and 60 ended: at that "
            "pace, as many would be worked off in about 12 months (between 8 and 25 by chance "
            "alone).",
        ),
        (
            36,
            60,
            24,
            "at that pace the queue grows by about 3.0 a month (between 1.5 and 4.6 by chance "
            "alone).",
        ),
        (1, 1, 0, "One request is open; in the last 12 months one request came and 0 ended: "),
        (2, 1, 1, "whether the queue grows or shrinks cannot be told from chance."),
        (0, 1, 1, "No request is open."),
    ],
)
def test_the_queue_of_requests_is_told_as_a_flow(
    monkeypatch: pytest.MonkeyPatch, waiting: int, came: int, ended: int, said: str
) -> None:
    """24 in a year lie within 15.38 and 35.71, 60 within 45.79 and 77.23 (exact Poisson limits)."""
    monkeypatch.setattr(waits, "for_ehc_plan", lambda data: requests(waiting, came, ended))
    assert said in seen_by("analyst", "/waits/")


def test_a_councillor_is_told_no_flow() -> None:
    page = seen_by("councillor", "/waits/")
    assert "30% refused an assessment" in page
    assert "came and" not in page


def test_the_picture_of_requests_is_in_weeks_too() -> None:
    """All are watched for 400 days: 57 weeks, of which the last tenth mark is 50."""
    svg = seen_by("analyst", "/waits/ehc-plan.svg")
    assert "Weeks waited" in svg
    assert ">50<" in svg
    assert "Months waited" in seen_by("analyst", "/waits/permanence.svg")
