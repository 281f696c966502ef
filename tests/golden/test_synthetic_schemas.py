"""The made-up censuses against the schemas that authorities' files are held to."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from lxml import etree  # type: ignore[import-untyped]

from sightline.synthetic.authority import Authority, simulate
from sightline.synthetic.cin_census import census_children, census_text, identities_of
from sightline.synthetic.workforce_census import worker_text, workforce_census, workforce_text

SCHEMAS = Path(os.environ.get("SIGHTLINE_SHARED", "../shared")) / "reference/liia-tools-pipeline"


@pytest.fixture(scope="module")
def authority() -> Authority:
    return simulate(40, 3, 1, date(2026, 10, 31))


def assert_valid(text: str, schema: str) -> None:
    path = SCHEMAS / schema
    if not path.exists():
        pytest.skip("the schemas are not on this machine")
    found = etree.XMLSchema(etree.parse(str(path)))
    found.assertValid(etree.fromstring(text.encode()))


@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_the_cin_census_is_valid(authority: Authority, year: int) -> None:
    children = census_children(authority, year, identities_of(authority))
    assert len(children) > 200
    assert_valid(census_text(year, children), f"CIN_schema_{year}.xsd")


def test_the_workforce_census_is_valid(authority: Authority) -> None:
    census = workforce_census(authority, 2026)
    workers = [worker_text(worker) for worker in census.workers]
    assert_valid(workforce_text(census, workers), "social_work_workforce_2022.xsd")


def test_pre_proceedings_come_with_the_census_of_2027() -> None:
    later = simulate(80, 2, 1, date(2027, 4, 30))
    before, after = (census_text(y, census_children(later, y, {})) for y in (2026, 2027))
    assert "<PreProceedingsandFGDM>" not in before
    assert after.count("<PreProceedingsandFGDM>") > 3
    root = etree.fromstring(after.encode())
    for each in root.iter("PreProceedingsandFGDM"):
        letter = each.findtext("LBPSentDate")
        assert letter is None or letter >= each.findtext("PPStartDate")
        assert each.findtext("CourtAppDate") is None or each.findtext("PPOutcome") == "A"
