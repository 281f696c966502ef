"""The CIN and workforce censuses, the SSD and the templates of a small made-up authority."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree

import polars as pl
import pytest

from sightline.returns import read_files
from sightline.returns.templates import TEMPLATES
from sightline.synthetic import Made, generate

CHILDREN, YEARS = 40, 2


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return generate(tmp_path_factory.mktemp("censuses"), children_in_care=CHILDREN, years=YEARS)


def census(made: Made, year: int) -> ElementTree.Element:
    return ElementTree.parse(made.out / f"cin-census/cin-census-{year}.xml").getroot()


def texts(root: ElementTree.Element, path: str) -> list[str]:
    return [element.text or "" for element in root.iterfind(path)]


def rows(made: Made, path: str) -> list[dict[str, str]]:
    with (made.out / path).open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_a_census_for_each_year_and_the_workforce_on_each_30_september(made: Made) -> None:
    assert [path.name for path in made.censuses] == ["cin-census-2025.xml", "cin-census-2026.xml"]
    assert [path.name for path in made.workforce] == [
        "workforce-census-2025.xml",
        "workforce-census-2026.xml",
    ]
    assert texts(census(made, 2026), ".//ReferenceDate") == ["2026-03-31"]
    assert len(made.dataset) == 45
    assert {path.stem for path in made.templates} == set(TEMPLATES)


def test_nothing_in_a_census_lies_after_its_day(made: Made) -> None:
    planned = {"ExpectedPersonBirthDate", "InitialCPCtarget", "ReferenceDate"}
    for element in census(made, 2026).iter():
        if element.tag.endswith(("Date", "CPC", "date")) and element.tag not in planned:
            assert (element.text or "") <= "2026-03-31" or "/" in (element.text or ""), element.tag


def test_the_steps_of_a_child_come_in_order(made: Made) -> None:
    read = 0
    dirty = {d["whose"] for d in made.truth["dirt"] if d["path"].startswith("cin-census")}
    for child in census(made, 2026).iter("Child"):
        if child.findtext("ChildIdentifiers/LAchildID") in dirty | {""}:
            continue
        for need in child.iter("CINdetails"):
            referral = need.findtext("CINreferralDate") or ""
            closed = need.findtext("CINclosureDate") or "9999"
            assert referral <= closed
            for done in need.iter("AssessmentAuthorisationDate"):
                assert referral <= (done.text or "") <= closed
            for enquiry in need.iter("Section47"):
                held = enquiry.findtext("DateOfInitialCPC")
                assert referral <= (enquiry.findtext("S47ActualStartDate") or "")
                assert held is None or held > (enquiry.findtext("S47ActualStartDate") or "")
            for plan in need.iter("ChildProtectionPlans"):
                starts = [day.text for day in need.iterfind("Section47/DateOfInitialCPC")]
                began = plan.findtext("CPPstartDate") or ""
                assert began < "2025-04-01" or began in starts
                read += 1
    assert read > 10


def test_every_caseload_is_of_children_in_need_that_day(made: Made) -> None:
    """No worker holds more than the census has children; all together not more than in need."""
    root = ElementTree.parse(made.workforce[-1]).getroot()
    held = sum(int(each.findtext("Cases30") or 0) for each in root.iter("CSWWWorker"))
    in_need = sum(
        row["cine_close_date"] == "" or row["cine_close_date"] > "2026-09-30"
        for row in rows(made, "ssd/ssd_cin_episodes.csv")
        if row["cine_referral_date"] <= "2026-09-30" and row["cine_referral_nfa"] == "N"
    )
    assert 0.4 * in_need < held <= in_need


def test_leavers_have_left_and_the_agency_is_counted_once(made: Made) -> None:
    root = ElementTree.parse(made.workforce[-1]).getroot()
    gone = [each for each in root.iter("CSWWWorker") if each.findtext("RoleEndDate")]
    assert gone
    for each in gone:
        assert "2025-09-30" < (each.findtext("RoleEndDate") or "") <= "2026-09-30"
        assert each.findtext("Cases30") is None
    there = [each for each in root.iter("CSWWWorker") if each.findtext("FTE30")]
    agency = [each for each in there if each.findtext("AgencyWorker") == "1"]
    hours = sum(float(each.findtext("FTE30") or 0) for each in agency)
    assert float(root.findtext("LALevelVacancies/NoAgencyFTE") or -1) == pytest.approx(hours)
    assert root.findtext("LALevelVacancies/NoAgencyHeadcount") == str(len(agency))


def test_the_templates_are_read_with_their_planted_dirt_and_nothing_else(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sightline.returns.templates.reader.CHECKS", ())
    read = read_files(made.templates)
    assert all(file.tables for file in read)
    issues = [pl.DataFrame(f.all_issues().to_pydict()) for f in read if f.all_issues().num_rows]
    seen = {(Path(path).name, row) for path, row in pl.concat(issues).select("path", "row").rows()}
    planted = [d for d in made.truth["dirt"] if d["path"].startswith("templates/")]
    assert len(planted) >= 4
    assert seen == {(Path(d["path"]).name, d["row"]) for d in planted}


def test_police_came_to_more_strategy_discussions_as_the_journey_went_on(made: Made) -> None:
    """One of the planted improvements: 0.70 before the inspection to 0.97 now."""
    told = rows(made, "templates/strategy_discussions.csv")
    date_of, police = (TEMPLATES["strategy_discussions"].columns[n].heading for n in (1, 2))
    by_year: dict[str, Counter[str]] = {}
    for row in told:
        by_year.setdefault(row[date_of][-4:], Counter())[row[police]] += 1
    first, last = by_year["2024"], by_year["2026"]
    assert last["Yes"] / last.total() > first["Yes"] / first.total()
    assert last["Yes"] / last.total() > 0.85


def test_a_rewritten_review_was_late_and_is_told_in_time(made: Made) -> None:
    for one in made.truth["rewritten"]:
        held, told = (date.fromisoformat(one[key]) for key in ("held", "told"))
        assert told < held
        assert date.fromisoformat(one["since"]) > held
        reviews = {
            date.fromisoformat(row["clar_cla_review_date"])
            for row in rows(made, "ssd/ssd_cla_reviews.csv")
            if row["clar_cla_review_id"].startswith(f"{one['child_id']}P")
        }
        assert told in reviews
        assert held not in reviews
        assert max(r for r in reviews if r < told) >= told - timedelta(days=183)
