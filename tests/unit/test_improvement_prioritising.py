"""Gathering findings into priorities, and overruling their order with a reason that stays."""

from datetime import date

import pytest

from sightline.improvement import measures_now, prioritising
from sightline.improvement.measures_now import MeasureNow
from sightline.improvement.models import Finding, FindingKind, Status
from sightline.improvement.priorities import Ranked, in_order
from sightline.improvement.prioritising import PriorityError
from sightline.improvement.ranking import PaceSeen
from sightline.people.models import User
from tests.answers_data import NOW, TODAY, finding, person, review, said_before

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead() -> User:
    return person("improvement_lead", "Imogen")


@pytest.fixture
def visits(lead: User) -> Finding:
    """Said in 2022 by a focused visit and again in 2025 by an inspection."""
    before = finding(review(lead, date(2022, 11, 30), "focused_visit"), "Visits late.", "visits")
    now = finding(
        review(lead, date(2025, 11, 30)),
        "Visits are late.",
        "visits",
        FindingKind.AREA_FOR_IMPROVEMENT,
    )
    said_before(now, before)
    return now


@pytest.fixture
def plans(visits: Finding) -> Finding:
    return finding(visits.review, "Plans lack detail.", "care_planning")


@pytest.fixture(autouse=True)
def measures(monkeypatch: pytest.MonkeyPatch) -> None:
    """Visits in time: too slow, 54 children not; care plans: three not, too few to show."""
    known = {
        "visits_in_timescale": MeasureNow(
            "visits_in_timescale", "Visits in time", date(2026, 10, 31), "88%", 54,
            PaceSeen.TOO_SLOW, small=False,
        ),
        "care_plan_in_place": MeasureNow(
            "care_plan_in_place", "Care plan in place", date(2026, 10, 31), "99%", 3,
            PaceSeen.WRONG_WAY, small=True,
        ),
    }  # fmt: skip
    monkeypatch.setattr(measures_now, "now", lambda: known)


def told(rows: tuple[Ranked, ...]) -> list[tuple[str, int, int, int]]:
    return [(row.priority.name, row.place, row.by_reasons, row.total) for row in rows]


def gathered(lead: User, visits: Finding, plans: Finding) -> None:
    prioritising.gather("Visits", [visits], "", lead, NOW)
    prioritising.gather("Plans", [plans], "", lead, NOW)


def test_each_reason_is_said_in_words_with_its_points(
    lead: User, visits: Finding, plans: Finding
) -> None:
    gathered(lead, visits, plans)
    first = in_order(TODAY, exact=True)[0]
    # Said twice: 1; for four years: 2. An area for improvement: 3. Two reviews: 2. 54 children: 3.
    assert [(each.said, each.points) for each in first.reasons] == [
        (
            "Said in two independent reviews; first said on 30 November 2022, 4 years ago.",
            3,
        ),
        ("Its gravest finding is an area for improvement.", 3),
        ("Two independent reviews say some or all of it.", 2),
        ("54 children not well served: Visits in time, October 2026.", 3),
        ("Too slow: Visits in time.", 3),
    ]
    assert first.total == 14


def test_who_may_not_see_small_numbers_is_told_none(
    lead: User, visits: Finding, plans: Finding
) -> None:
    gathered(lead, visits, plans)
    prioritising.choose_measures(
        in_order(TODAY, exact=True)[1].priority, ["care_plan_in_place"], "Nearest.", lead, NOW
    )
    inside, outside = (in_order(TODAY, exact=exact)[1] for exact in (True, False))
    assert "Three children" in inside.reasons[3].said
    assert outside.reasons[3].said == "Withheld: so few children that they might be known."
    assert "Care plan" not in outside.reasons[4].said
    assert outside.children is None
    assert (inside.place, inside.total) == (outside.place, outside.total)


def test_the_place_by_the_reasons_stays_beside_the_one_a_person_chose(
    lead: User, visits: Finding, plans: Finding
) -> None:
    gathered(lead, visits, plans)
    rows = in_order(TODAY, exact=True)
    assert [row.priority.name for row in rows] == ["Visits", "Plans"]
    why = "Two incidents turned on plans."
    prioritising.put_at(rows[1].priority, 1, 2, why, lead, NOW)
    moved = in_order(TODAY, exact=True)
    assert [row[:3] for row in told(moved)] == [("Plans", 1, 2), ("Visits", 2, 1)]
    assert moved[0].overruling is not None
    assert (
        moved[0].overruling.sentence
        == f"Imogen overruled its place (from place 2 to place 1): {why}"
    )
    prioritising.leave_to_reasons(moved[0].priority, "The incidents are closed.", lead, NOW)
    assert [row.priority.name for row in in_order(TODAY, exact=True)] == ["Visits", "Plans"]
    assert [each.sentence for each in moved[0].priority.events.all()][1:] == [
        f"Imogen overruled its place (from place 2 to place 1): {why}",
        "Imogen left its place to the reasons again: The incidents are closed.",
    ]


def test_a_place_without_a_reason_is_refused(lead: User, visits: Finding) -> None:
    made = prioritising.gather("Visits", [visits], "", lead, NOW)
    with pytest.raises(PriorityError, match="Say why"):
        prioritising.put_at(made, 1, 1, "  ", lead, NOW)
    made.refresh_from_db()
    assert made.place is None


def test_a_priority_takes_confirmed_findings_only(lead: User, visits: Finding) -> None:
    waiting = finding(visits.review, "Not decided.", status=Status.CANDIDATE)
    with pytest.raises(PriorityError, match="confirm them first"):
        prioritising.gather("Visits", [visits, waiting], "", lead, NOW)
    with pytest.raises(PriorityError, match="at least one finding"):
        prioritising.gather("Visits", [], "", lead, NOW)


def test_two_priorities_cannot_have_one_name(lead: User, visits: Finding) -> None:
    prioritising.gather("Visits", [visits], "", lead, NOW)
    with pytest.raises(PriorityError, match="already"):
        prioritising.gather(" Visits ", [visits], "", lead, NOW)


def test_what_a_priority_holds_changes_with_its_event(
    lead: User, visits: Finding, plans: Finding
) -> None:
    made = prioritising.gather("Visits", [visits], "They belong together.", lead, NOW)
    prioritising.hold(made, [plans], "The visits are another matter.", lead, NOW)
    assert list(made.findings.all()) == [plans]
    assert [each.sentence for each in made.events.all()] == [
        "Imogen gathered this priority (1 finding in it): They belong together.",
        "Imogen changed what it holds (1 finding added; taken out: Area for improvement): "
        "The visits are another matter.",
    ]


def test_a_cover_report_is_no_witness(lead: User, visits: Finding) -> None:
    own = finding(review(lead, date(2026, 1, 1), "other"), "Visits late.", "visits")
    made = prioritising.gather("Visits", [own], "", lead, NOW)
    assert in_order(TODAY, exact=True)[0].reasons[2].said == (
        "No independent review says any of it."
    )
    said_before(own, visits)
    prioritising.hold(made, [own, visits], "Both.", lead, NOW)
    assert in_order(TODAY, exact=True)[0].reasons[2].points == 2
