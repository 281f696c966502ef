"""The words of quantity in a finding, and what the authority's own records counted then."""

from dataclasses import replace
from datetime import date

import pytest

from sightline.improvement import local_counts
from sightline.improvement.local_counts import counts_at_the_time, month_end
from sightline.improvement.quantities import quantities
from sightline.measures import MeasureFigures, catalogue
from tests.answers_data import finding, person, review
from tests.oversight_data import share


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("In a small number of instances, risk was missed.", ["a small number of instances"]),
        ("Too many children wait.", ["Too many"]),
        ("Most children are seen, but some\nvisits are late.", ["Most", "some"]),
        ("A significant number of children live far away.", ["A significant number of children"]),
        ("The majority of care leavers are settled.", ["The majority of"]),
        ("Few social workers stay.", ["Few"]),
        ("The most recent plan is good.", []),
        ("Children are seen in many ways.", []),
    ],
)
def test_quantities_in_the_words_of_the_text(text: str, said: list[str]) -> None:
    assert [each.said for each in quantities(text)] == said


def test_a_quantity_stands_where_it_starts() -> None:
    text = "Visits are late. Too many children wait."
    assert [text[each.start :].split()[0] for each in quantities(text)] == ["Too"]


@pytest.mark.parametrize(
    ("day", "end"),
    [
        (date(2024, 2, 5), date(2024, 2, 29)),
        (date(2025, 12, 31), date(2025, 12, 31)),
    ],
)
def test_the_end_of_the_month_of_the_fieldwork(day: date, end: date) -> None:
    assert month_end(day) == end


@pytest.fixture
def visits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Visits in time: 80 of 100 at the end of June 2025, 90 in July, 97 in August."""
    series = (
        share(date(2025, 6, 30), 80, 100),
        share(date(2025, 7, 31), 90, 100),
        share(date(2025, 8, 31), 97, 100),
    )
    known = (MeasureFigures(catalogue()["visits_in_timescale"], series),)
    monkeypatch.setattr(local_counts, "figures_loaded", lambda: known)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("visited", "inside", "outside"),
    [
        (date(2025, 7, 3), "90 of 100 children; 10 not", "90 of 100 children; 10 not"),
        # three children are not: whoever may not see small numbers learns none of the counts
        (
            date(2025, 8, 3),
            "97 of 100 children; 3 not",
            "Withheld: so few children that they might be known",
        ),
    ],
)
def test_the_count_is_that_of_the_time_of_the_fieldwork(
    visits: None, visited: date, inside: str, outside: str
) -> None:
    found = finding(review(person("director"), visited), "Too many children wait.", "visits")
    for exact, said in ((True, inside), (False, outside)):
        (told,) = counts_at_the_time(found, exact=exact)
        assert (told.said, told.as_at) == (said, month_end(visited))
        assert told.definition == catalogue()["visits_in_timescale"].definition


@pytest.mark.django_db
def test_no_count_before_the_records_begin_or_long_after_they_end(visits: None) -> None:
    lead = person("director")
    for day in (date(2025, 5, 3), date(2026, 10, 3)):
        found = finding(review(lead, day), "Too many children wait.", "visits")
        assert counts_at_the_time(found, exact=True) == ()


@pytest.mark.django_db
def test_a_figure_that_is_not_to_be_relied_on_counts_nobody(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    poor = replace(share(date(2025, 7, 31), 90, 100), known_share=0.2)
    known = (MeasureFigures(catalogue()["visits_in_timescale"], (poor,)),)
    monkeypatch.setattr(local_counts, "figures_loaded", lambda: known)
    found = finding(review(person("director"), date(2025, 7, 3)), "Too many children.", "visits")
    assert counts_at_the_time(found, exact=True) == ()
