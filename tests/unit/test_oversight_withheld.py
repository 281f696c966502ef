"""What a councillor may see of a figure. Nothing shown may tell of one to five children."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sightline.measures import Figure, Group, catalogue
from sightline.measures.language import Kind
from sightline.measures.year_figures import together
from sightline.oversight.withheld import count_for, figure_for, groups_for, year_for
from tests.oversight_data import AS_AT, count, share

SMALL = range(1, 6)


@pytest.mark.parametrize(
    ("met", "of", "shown"),
    [
        (80, 100, True),
        (0, 100, True),
        (100, 100, True),
        (5, 100, False),
        (95, 100, False),  # five not met
        (94, 100, True),
        (3, 4, False),
        (0, 5, False),
        (6, 12, True),
    ],
)
def test_a_share_is_shown_whole_or_not_at_all(met: int, of: int, shown: bool) -> None:
    seen = figure_for(share(AS_AT, met, of), Kind.SHARE, exact=False)
    parts = (seen.numerator, seen.denominator, seen.value, seen.low, seen.high)
    assert seen.withheld is not shown
    assert all((part is not None) is shown for part in parts)


@pytest.mark.parametrize(("how_many", "shown"), [(0, 0), (1, None), (5, None), (6, 6)])
def test_a_count(how_many: int, shown: int | None) -> None:
    assert figure_for(count(AS_AT, how_many), Kind.COUNT, exact=False).value == shown
    assert count_for(how_many, exact=False) == shown
    assert count_for(how_many, exact=True) == how_many


def test_a_mean_of_few_is_withheld_and_its_sum_never_shown() -> None:
    few = Figure(AS_AT, 60.0, 4, 15.0, 12.0, 18.0, 1.0, 0.9)
    many = Figure(AS_AT, 600.0, 40, 15.0, 14.0, 16.0, 1.0, 0.9)
    assert figure_for(few, Kind.MEAN, exact=False).value is None
    assert figure_for(many, Kind.MEAN, exact=False).value == 15.0
    assert figure_for(many, Kind.MEAN, exact=False).numerator is None


def test_a_change_of_few_is_withheld() -> None:
    assert figure_for(
        Figure(AS_AT, -3, 600, -0.005, None, None, 1.0, 0.9), Kind.CHANGE, exact=False
    ).withheld
    assert not figure_for(
        Figure(AS_AT, -30, 600, -0.05, None, None, 1.0, 0.9), Kind.CHANGE, exact=False
    ).withheld  # fmt: skip


def test_why_it_is_not_trusted_is_said_without_a_number() -> None:
    seen = figure_for(share(AS_AT, 57, 60, known=0.95 - 0.5), Kind.SHARE, exact=False)
    assert seen.trust_reason.startswith("Not to be used: ")
    assert not any(letter.isdigit() for letter in seen.trust_reason)


def test_a_figure_that_is_not_to_be_used_has_no_score_for_anybody() -> None:
    seen = figure_for(share(AS_AT, 57, 60, known=0.45), Kind.SHARE, exact=True)
    assert (seen.value, seen.low, seen.high) == (None, None, None)
    assert (seen.numerator, seen.denominator) == (57, 60)


def test_who_sees_exact_figures_sees_them() -> None:
    seen = figure_for(share(AS_AT, 3, 4), Kind.SHARE, exact=True)
    assert (seen.numerator, seen.denominator) == (3, 4)


def test_one_small_group_takes_another_with_it() -> None:
    broken = [
        Group("North", share(AS_AT, 50, 60)),
        Group("South", share(AS_AT, 27, 30)),  # three not met
        Group("East", share(AS_AT, 40, 60)),
    ]
    seen = groups_for(broken, Kind.SHARE, exact=False)
    assert [group.figure.withheld for group in seen] == [False, True, True]


def test_which_other_group_goes_is_chosen_by_its_place_and_not_by_its_size() -> None:
    small = Group("South", share(AS_AT, 27, 30))  # three not met
    large, larger = Group("East", share(AS_AT, 40, 60)), Group("North", share(AS_AT, 500, 900))
    for others in ([large, larger], [larger, large]):
        seen = groups_for([small, *others], Kind.SHARE, exact=False)
        assert [group.figure.withheld for group in seen] == [True, False, True]


def test_a_breakdown_that_cannot_be_kept_safe_is_withheld_whole() -> None:
    broken = [Group("North", share(AS_AT, 0, 60)), Group("South", share(AS_AT, 3, 60))]
    assert all(group.figure.withheld for group in groups_for(broken, Kind.SHARE, exact=False))


SHARES = st.lists(
    st.integers(0, 40).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))),
    min_size=2,
    max_size=7,
)


@settings(max_examples=30, deadline=None)  # each is a set of integer programmes
@given(SHARES)
def test_no_group_that_is_shown_holds_a_small_number(parts: list[tuple[int, int]]) -> None:
    broken = [Group(str(place), share(AS_AT, *part)) for place, part in enumerate(parts)]
    for group in groups_for(broken, Kind.SHARE, exact=False):
        met, of = group.figure.numerator, group.figure.denominator
        if met is not None and of is not None:
            assert met not in SMALL
            assert of not in SMALL
            assert of - met not in SMALL


@settings(max_examples=30, deadline=None)  # each is a set of integer programmes
@given(SHARES)
def test_what_is_withheld_cannot_be_taken_from_the_total(parts: list[tuple[int, int]]) -> None:
    """An attacker who knows the totals takes the shown groups away; more than one must be left
    over, or all that is left over must be larger than a small number."""
    broken = [Group(str(place), share(AS_AT, *part)) for place, part in enumerate(parts)]
    hidden = [
        part
        for part, group in zip(
            parts, groups_for(broken, Kind.SHARE, exact=False), strict=True
        )
        if group.figure.withheld
    ]  # fmt: skip
    if len(hidden) == 1:
        pytest.fail(f"{hidden[0]} of {parts} follows from the total")


def of_months(*months: tuple[int, int]) -> tuple[Figure, list[Figure]]:
    parts = [share(AS_AT, met, of) for met, of in months]
    return together(catalogue()["rereferrals"], parts, AS_AT), parts


@pytest.mark.parametrize(
    ("months", "shown"),
    [
        (((20, 100), (30, 100), (40, 100)), True),
        (((20, 100), (30, 100), (3, 100)), False),  # the year less two months leaves three children
        (((20, 100), (2, 100), (3, 100)), False),  # and here five, in two months
        (((20, 100), (4, 100), (4, 100)), True),  # eight in two months: neither can be told
        (((1, 100), (1, 100), (1, 100)), False),  # three in the whole year
    ],
)
def test_a_year_gives_away_no_month_that_is_withheld(
    months: tuple[tuple[int, int], ...], shown: bool
) -> None:
    year, parts = of_months(*months)
    measure = catalogue()["rereferrals"]
    assert year_for(year, parts, measure, exact=False).withheld is not shown
    assert not year_for(year, parts, measure, exact=True).withheld
