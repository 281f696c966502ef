"""Groups of children beside the rest, as one person may see them."""

from sightline.measures import Group, catalogue
from sightline.oversight.gaps import Gaps, gaps_of
from sightline.oversight.withheld import groups_for
from tests.oversight_data import AS_AT, share

MEASURE = catalogue()["visits_in_timescale"]


def seen(*groups: tuple[str, int, int], exact: bool = True) -> Gaps | None:
    broken = [Group(name, share(AS_AT, met, of)) for name, met, of in groups]
    return gaps_of(MEASURE, groups_for(broken, MEASURE.kind, exact=exact))


def test_a_gap_beyond_chance_is_named_with_how_many_were_looked_at() -> None:
    """By hand: 20 of 50 against 160 of 200: pooled 0.72, error 0.071, so 5.6 errors apart."""
    found = seen(("Black", 20, 50), ("White", 120, 150), ("Asian", 40, 50))
    assert found is not None
    assert "Black (40% against 80%, for the worse)" in found.sentence
    assert found.sentence.startswith("Beyond chance, allowing for three groups looked at, ")


def test_gaps_are_in_points_with_their_interval() -> None:
    """Newcombe's method 10 for 56/70 against 48/80, his own worked example: 0.0524 to 0.3339."""
    found = seen(("A", 56, 70), ("B", 48, 80))
    assert found is not None
    line = found.lines[0]
    assert (line.share, line.rest, line.points, line.between) == ("80%", "60%", "+20", "+5 to +33")
    assert found.lines[1].points == "−20"


def test_what_chance_explains_is_said_to() -> None:
    found = seen(("Girls", 40, 50), ("Boys", 42, 50))
    assert found is not None
    assert found.sentence == "Of two groups compared, none differs from the rest beyond chance."


def test_in_the_order_of_the_alphabet_and_who_is_left_out() -> None:
    found = seen(("White", 80, 100), ("Asian", 30, 40), ("Other", 3, 4), ("Not known", 9, 12))
    assert found is not None
    assert [line.name for line in found.lines] == ["Asian", "White"]
    assert found.left_out == ("Not known", "Other")


def test_withheld_groups_are_left_out_and_named() -> None:
    found = seen(("A", 60, 100), ("B", 70, 100), ("C", 97, 100), ("D", 75, 100), exact=False)
    assert found is not None
    assert "C" in found.left_out
    assert "C" not in {line.name for line in found.lines}


def test_a_group_not_to_be_used_is_not_compared() -> None:
    broken = [
        Group("A", share(AS_AT, 60, 100)),
        Group("B", share(AS_AT, 70, 100)),
        Group("C", share(AS_AT, 20, 100, known=0.5)),
    ]
    found = gaps_of(MEASURE, groups_for(broken, MEASURE.kind, exact=True))
    assert found is not None
    assert found.left_out == ("C",)


def test_no_count_and_no_single_group_is_compared() -> None:
    assert gaps_of(catalogue()["referrals"], ()) is None
    assert seen(("White", 80, 100)) is None
