"""How a theme stands by five sources: each row is what they say, and what follows.

The first row is the example that the field gives: data improving, audit flat, inspectors poor,
children poor — not improving.
"""

import pytest

from sightline.assurance.triangulation import (
    Says,
    Source,
    Status,
    Triangulated,
    Voice,
    rosier,
    triangulated,
)
from tests.asciitable import rows

TABLE = """
data    | audits | reviews | families | staff  | status                     | inside rosier
better  | same   | poor    | poor     | -      | not improving              | yes
better  | good   | good    | poor     | good   | not improving              | yes
better  | better | good    | better   | better | improving                  | no
good    | good   | good    | good     | good   | good                       | no
better  | good   | -       | -        | good   | not confirmed from outside | no
better  | -      | same    | -        | -      | not confirmed from outside | no
worse   | good   | good    | good     | good   | not improving              | no
good    | good   | good    | good     | poor   | disputed                   | no
same    | same   | same    | -        | -      | not improving              | no
-       | -      | -       | -        | -      | not known                  | no
-       | -      | better  | -        | -      | improving                  | no
"""
NAMES = dict(zip(("data", "audits", "reviews", "families", "staff"), Source, strict=True))


def told(**said: str | None) -> Triangulated:
    return triangulated(
        Voice(source, Says(said[name] or "nothing"))
        for name, source in NAMES.items()
        if name in said
    )


@pytest.mark.parametrize("row", rows(TABLE), ids=lambda row: " ".join(map(str, row.values())))
def test_how_a_theme_stands(row: dict[str, str | None]) -> None:
    found = told(**{name: row[name] for name in NAMES})
    assert found.status == row["status"]
    assert found.inside_is_rosier is (row["inside rosier"] == "yes")


def test_it_says_who_is_rosier_than_whom_the_opposed_first() -> None:
    found = told(data="better", audits="same", reviews="poor", families="poor")
    assert [each.sentence for each in found.disagreements] == [
        "Data says better; external reviews say poor",
        "Data says better; children and families say poor",
        "Data says better; audits say same",
        "Audits say same; external reviews say poor",
        "Audits say same; children and families say poor",
    ]
    assert len(found.conflicts) == 2
    assert found.why == (
        "External reviews say poor and children and families say poor: "
        "nothing from elsewhere outweighs that."
    )


@pytest.mark.parametrize("poor", [Source.REVIEWS, Source.FAMILIES, Source.AUDITS, Source.DATA])
@pytest.mark.parametrize("bad", [Says.POOR, Says.WORSE])
def test_one_source_is_never_outvoted(poor: Source, bad: Says) -> None:
    all_good = [Voice(each, Says.GOOD) for each in Source if each is not poor]
    assert triangulated([*all_good, Voice(poor, bad)]).status is Status.NOT_IMPROVING


def test_a_source_speaks_once() -> None:
    with pytest.raises(ValueError, match="speaks once"):
        triangulated([Voice(Source.DATA, Says.GOOD), Voice(Source.DATA, Says.POOR)])


def test_by_how_many_grades_our_auditors_are_kinder() -> None:
    """Differences 1, 0, 1, 0, 1, 0, 1, 0: mean 0.5, s = √(8 × 0.25 / 7) = 0.5345, and Student's
    2.365 for 7 degrees of freedom times 0.5345 / √8 = 0.447."""
    pairs = [(1, 2), (1, 1)] * 4
    found = rosier(pairs)
    assert found is not None
    assert (found.by, found.of) == (0.5, 8)
    assert (found.low, found.high) == pytest.approx((0.053, 0.947), abs=0.001)
    assert found.beyond_chance


def test_one_pair_gives_no_limits_and_none_no_figure() -> None:
    assert rosier([]) is None
    one = rosier([(1, 2)])
    assert one is not None
    assert (one.by, one.low, one.beyond_chance) == (1.0, None, False)
