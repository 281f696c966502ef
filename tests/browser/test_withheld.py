"""Nothing that a councillor can open or download tells of one to five children."""

import csv
import io

import pytest

from tests.browser.conftest import NewVisitor

SMALL = {1.0, 2.0, 3.0, 4.0, 5.0}
GROUPINGS = ("team", "age_band", "sex", "ethnic_group", "placement_group", "legal_status")


def rows(text: str) -> list[dict[str, str]]:
    """A CSV as rows."""
    return list(csv.DictReader(io.StringIO(text)))


def small_numbers(row: dict[str, str]) -> set[float]:
    """The numbers from 1 to 5 that a row gives away."""
    parts = [
        float(row[name]) for name in ("numerator", "denominator") if row[name] not in ("", "c")
    ]
    left = [abs(parts[1] - parts[0])] if len(parts) == 2 and row["low"] else []
    return {*parts, *left} & SMALL


def test_a_councillor_is_given_no_small_number(visitor: NewVisitor) -> None:
    page = visitor().sign_in("councillor")
    page.goto("/measures/?audience=director")  # every measure is the director's
    links = page.locator("tbody th a").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    withheld = 0
    for address in links:
        files = [f"{address}figures.csv", *(f"{address}breakdown.csv?by={by}" for by in GROUPINGS)]
        for file in files:
            found = rows(page.request.get(file).text())
            withheld += sum(row["value"] == "c" for row in found)
            assert not [row for row in found if small_numbers(row)], file
    assert withheld, "an authority of sixty children has small numbers to withhold"


@pytest.mark.parametrize("username", ["councillor", "improvement"])
def test_those_who_may_see_no_child_find_no_way_to_one(username: str, visitor: NewVisitor) -> None:
    page = visitor().sign_in(username)
    for address in ("/", "/measures/", "/measures/visits_in_timescale/", "/findings/"):
        page.goto(address)
        assert page.locator("a[href^='/children'], a[href*='/children/']").count() == 0, address
