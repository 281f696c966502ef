"""The page of clocks."""

from pathlib import Path

import pytest
from django.utils.html import escape
from pytest_django.fixtures import Settings

from sightline.duties.registry import CLOCKS, FAMILIES
from tests.oversight_data import seen_by

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def data(settings: Settings, tmp_path: Path) -> None:
    settings.DATA = tmp_path


def test_every_clock_says_what_by_when_and_by_what_law_before_any_data_is_loaded() -> None:
    page = seen_by("social_worker", "/clocks/")
    for clock in CLOCKS:
        _, _, row = page.partition(f'<tr class="govuk-table__row" id="{clock.id}">')
        row = row.partition("</tr>")[0]
        rule = clock.latest
        for said in (clock.title, rule.words, clock.runs_from, rule.citation.text):
            assert escape(said) in row
        assert f'href="{rule.citation.url}"' in row
        assert ("Not verified</strong>" in row) is not rule.citation.verified
        assert escape(rule.citation.note) in row
    for family in FAMILIES:
        assert f">{family.title}</h2>" in page


def test_it_counts_the_rules_that_nobody_has_verified() -> None:
    page = seen_by("councillor", "/clocks/")
    assert page.count("Not verified</strong>") == sum(
        not clock.latest.citation.verified for clock in CLOCKS
    )
    assert f"{page.count('Not verified</strong>')} of the {len(CLOCKS)} rules now in force" in page


def test_a_rule_of_an_earlier_time_stands_beside_the_one_in_force() -> None:
    page = seen_by("director", "/clocks/")
    _, _, row = page.partition('id="temporary_approval">')
    row = row.partition("</tr>")[0]
    assert "From 26 Sep 2020" in row
    assert "24 Apr 2020 to 25 Sep 2020: Ends 24 weeks after it was given (coronavirus)." in row
    assert "1 Apr 2011 to 23 Apr 2020: the same" in row


def test_editions_that_say_the_same_are_one_time_in_force() -> None:
    page = seen_by("director", "/clocks/")
    _, _, row = page.partition('id="assessment">')
    row = row.partition("</tr>")[0]
    assert "From 15 Apr 2013" in row
    assert "In the text cited from 15 Dec 2023." in row
    assert "2015" not in row


def test_an_earlier_edition_that_nobody_has_read_is_set_apart() -> None:
    page = seen_by("director", "/clocks/")
    _, _, row = page.partition('id="icpc">')
    row = row.partition("</tr>")[0]
    assert "From 15 Dec 2023" in row
    assert "15 Apr 2013 to 14 Dec 2023: the same. Not verified." in row
