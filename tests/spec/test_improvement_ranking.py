"""Which priority comes first, and why. The points are worked out by hand from the rules in words."""

from __future__ import annotations

import pytest

from sightline.improvement.ranking import PaceSeen, Reasons, Severity, overruled, points, ranked
from tests.asciitable import rows

# stood: days since first said. A year is 365.25 days, three are 1,095.75.
WORKED = """
what                                                    | stood | times | severity            | sources | children | pace      || recurrence | grave | heard | now | slow | total
said once last month by one review, nothing measured    | 30    | 1     | PARAGRAPH           | 1       | -        | NOT_KNOWN || 0          | 1     | 1     | 0   | 2    | 4
the same, a year and a day later                        | 366   | 1     | PARAGRAPH           | 1       | -        | NOT_KNOWN || 1          | 1     | 1     | 0   | 2    | 5
the day before it has stood a year                      | 365   | 1     | PARAGRAPH           | 1       | -        | NOT_KNOWN || 0          | 1     | 1     | 0   | 2    | 4
said twice over three years                             | 1096  | 2     | AREA_FOR_IMPROVEMENT | 2      | 19       | TOO_SLOW  || 3          | 3     | 2     | 1   | 3    | 12
said by four, the gravest, for six years, going wrong   | 2200  | 4     | PRIORITY_ACTION     | 4       | 140      | WRONG_WAY || 4          | 4     | 4     | 4   | 4    | 20
seven reviews count as four                             | 2200  | 7     | PRIORITY_ACTION     | 7       | 140      | WRONG_WAY || 4          | 4     | 4     | 4   | 4    | 20
five children count as none                             | 30    | 1     | RECOMMENDATION      | 1       | 5        | ON_PACE   || 0          | 2     | 1     | 0   | 1    | 4
six children count                                      | 30    | 1     | RECOMMENDATION      | 1       | 6        | ON_PACE   || 0          | 2     | 1     | 1   | 1    | 5
arrived, and only the authority's own officers say it   | 30    | 1     | PARAGRAPH           | 0       | 49       | ARRIVED   || 0          | 1     | 0     | 2   | 0    | 3
fifty children                                          | 30    | 1     | PARAGRAPH           | 0       | 50       | ARRIVED   || 0          | 1     | 0     | 3   | 0    | 4
no date, no finding left in it                          | -     | 0     | NONE                | 0       | -        | NOT_KNOWN || 0          | 0     | 0     | 0   | 2    | 2
"""


def reasons_of(row: dict[str, str | None]) -> Reasons:
    return Reasons(
        stood_days=int(row["stood"]) if row["stood"] else None,
        times_said=int(row["times"] or 0),
        severity=Severity[str(row["severity"])],
        sources=int(row["sources"] or 0),
        children=int(row["children"]) if row["children"] else None,
        pace=PaceSeen[str(row["pace"])],
    )


@pytest.mark.parametrize("row", rows(WORKED.replace("||", "|")), ids=lambda row: row["what"])
def test_the_points_of_each_reason(row: dict[str, str | None]) -> None:
    found = points(reasons_of(row))
    told = (found.recurrence, found.severity, found.sources, found.children, found.pace)
    assert told == tuple(
        int(row[each] or 0) for each in ("recurrence", "grave", "heard", "now", "slow")
    )
    assert found.total == int(row["total"] or 0)


# Three priorities. Permanence: 3 + 3 + 2 + 3 + 3 = 14. Visits: 1 + 4 + 1 + 4 + 4 = 14, and graver.
# Audits: 0 + 1 + 1 + 0 + 2 = 4.
THREE = {
    "audits": Reasons(30, 1, Severity.PARAGRAPH, 1, None, PaceSeen.NOT_KNOWN),
    "permanence": Reasons(1500, 2, Severity.AREA_FOR_IMPROVEMENT, 2, 60, PaceSeen.TOO_SLOW),
    "visits": Reasons(400, 1, Severity.PRIORITY_ACTION, 1, 214, PaceSeen.WRONG_WAY),
}


def test_the_most_points_come_first_and_of_equals_the_graver() -> None:
    assert ranked(THREE) == ("visits", "permanence", "audits")


def test_of_equals_as_grave_what_stood_longer_comes_first() -> None:
    newer = Reasons(500, 1, Severity.PRIORITY_ACTION, 1, 214, PaceSeen.WRONG_WAY)
    assert ranked({**THREE, "newer": newer})[:2] == ("newer", "visits")


@pytest.mark.parametrize(
    ("places", "order"),
    [
        ({}, ("visits", "permanence", "audits")),
        ({"audits": 1}, ("audits", "visits", "permanence")),
        ({"visits": 2}, ("permanence", "visits", "audits")),
        ({"visits": 9}, ("permanence", "audits", "visits")),
        ({"audits": 1, "permanence": 2}, ("audits", "permanence", "visits")),
        ({"audits": 1, "permanence": 1}, ("permanence", "audits", "visits")),
    ],
)
def test_a_person_puts_one_elsewhere(places: dict[str, int], order: tuple[str, ...]) -> None:
    assert overruled(ranked(THREE), places) == order


def test_a_count_below_nought_is_refused() -> None:
    with pytest.raises(ValueError, match="from nought up"):
        points(Reasons(30, 1, Severity.PARAGRAPH, 1, -1, PaceSeen.ON_PACE))
