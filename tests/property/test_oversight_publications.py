"""Whatever is published together: nothing small is shown, nor is it what is left of a total."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sightline.measures import Group, catalogue
from sightline.oversight.publication import WHOLE, Protected, ToPublish, protect
from tests.oversight_data import AS_AT, count, share

IN_CARE, REVIEWS = catalogue()["children_in_care"], catalogue()["reviews_in_timescale"]
TEAMS = st.lists(
    st.integers(0, 40).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))),
    min_size=2,
    max_size=5,
)


def shown(found: Protected, measure_id: str) -> dict[str, tuple[float | None, int | None]]:
    return {
        each.team: (each.figure.numerator, each.figure.denominator)
        for each in found.figures
        if each.measure.id == measure_id and not each.figure.withheld
    }


@settings(max_examples=25, deadline=None)  # each is a set of integer programmes
@given(TEAMS)
def test_two_measures_of_the_same_children(parts: list[tuple[int, int]]) -> None:
    met, of = sum(part[0] for part in parts), sum(part[1] for part in parts)
    names = [f"Team {place}" for place in range(len(parts))]
    found = protect(
        [
            ToPublish(
                IN_CARE,
                count(AS_AT, of),
                tuple(Group(n, count(AS_AT, p[1])) for n, p in zip(names, parts, strict=True)),
            ),
            ToPublish(
                REVIEWS,
                share(AS_AT, met, of),
                tuple(Group(n, share(AS_AT, *p)) for n, p in zip(names, parts, strict=True)),
            ),
        ]
    )
    assert found.given_away == ()
    counted, reviewed = shown(found, IN_CARE.id), shown(found, REVIEWS.id)
    for numerator, denominator in reviewed.values():
        assert numerator is not None
        assert denominator is not None
        assert not {numerator, denominator, denominator - numerator} & {1, 2, 3, 4, 5}
    assert not {many for many, _ in counted.values()} & {1, 2, 3, 4, 5}
    known = {team: many for team, (many, _) in counted.items() if team != WHOLE}
    known |= {team: many for team, (_, many) in reviewed.items() if team != WHOLE}
    hidden = [of_team for name, (_, of_team) in zip(names, parts, strict=True) if name not in known]
    if WHOLE in counted and len(hidden) == 1:
        assert hidden[0] not in {1, 2, 3, 4, 5}
