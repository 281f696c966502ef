"""Something worse on one reason, all else equal, never stands lower; nothing is lost in ranking."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sightline.improvement.ranking import (
    MOST,
    PaceSeen,
    Reasons,
    Severity,
    overruled,
    points,
    ranked,
)

REASONS = st.builds(
    Reasons,
    stood_days=st.none() | st.integers(0, 6000),
    times_said=st.integers(0, 9),
    severity=st.sampled_from(Severity),
    sources=st.integers(0, 9),
    children=st.none() | st.integers(0, 900),
    pace=st.sampled_from(PaceSeen),
)
FIELDS = ("stood_days", "times_said", "severity", "sources", "children", "pace")


@given(st.lists(REASONS, min_size=1, max_size=8), st.data())
def test_worse_on_one_reason_never_stands_lower(
    all_of_them: list[Reasons], data: st.DataObject
) -> None:
    one = data.draw(st.integers(0, len(all_of_them) - 1))
    field = data.draw(st.sampled_from(FIELDS))
    was, drawn = (getattr(each, field) for each in (all_of_them[one], data.draw(REASONS)))
    worse = replace(all_of_them[one], **{field: drawn if (drawn or 0) > (was or 0) else was})
    before = ranked(dict(enumerate(all_of_them)))
    after = ranked(dict(enumerate([*all_of_them[:one], worse, *all_of_them[one + 1 :]])))
    assert after.index(one) <= before.index(one)


@given(REASONS)
def test_points_stay_between_nought_and_the_most(reasons: Reasons) -> None:
    assert 0 <= points(reasons).total <= MOST


@given(
    st.integers(0, 9).flatmap(
        lambda n: st.tuples(
            st.permutations(range(n)), st.dictionaries(st.integers(0, 11), st.integers(1, 12))
        )
    )
)
def test_overruling_loses_nothing_and_keeps_the_rest_in_order(
    case: tuple[list[int], dict[int, int]],
) -> None:
    order, places = case
    found = overruled(order, places)
    assert sorted(found) == sorted(order)
    assert [key for key in found if key not in places] == [
        key for key in order if key not in places
    ]


@given(st.permutations(range(6)), st.integers(0, 5), st.integers(1, 6))
def test_the_one_that_is_put_somewhere_stands_there(order: list[int], key: int, place: int) -> None:
    assert overruled(order, {key: place})[place - 1] == key
