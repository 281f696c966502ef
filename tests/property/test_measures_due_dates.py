"""The set-based due dates are those of `duties`, child by child, whatever the dates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from ibis import _

from sightline.duties.health import next_health_assessment_due
from sightline.duties.reviews import reviews_on_time
from sightline.duties.visits import VisitCircumstances, next_visit_due
from sightline.measures.due_dates import health_assessments_due, reviews_due, visits_due
from sightline.measures.view import View
from sightline.records import Records
from tests.canonical import records

BEGAN = date(2019, 1, 1)
TODAY = date(2024, 6, 30)
many = settings(
    max_examples=4,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # an example is forty children: no shrink
)


@dataclass(frozen=True)
class Child:
    born: date
    care_started: date
    placement_started: date
    placement_type: str
    plan: str | None
    order: str
    order_started: date
    visits: tuple[date, ...]
    reviews: tuple[date, ...]
    assessments: tuple[date, ...]


def days(first: date, last: date = TODAY) -> st.SearchStrategy[date]:
    return st.dates(min(first, last), last)


@st.composite
def child(draw: st.DrawFn) -> Child:
    care_started = draw(days(BEGAN))
    placement_started = draw(days(care_started))
    return Child(
        born=draw(st.dates(date(2006, 7, 1), care_started)),
        care_started=care_started,
        placement_started=placement_started,
        placement_type=draw(st.sampled_from(["U6", "U4", "K2", "P1", "P1", "R5"])),
        plan=draw(st.sampled_from([None, "LONG_TERM_FOSTERING", "ADOPTION"])),
        order=draw(st.sampled_from(["C1", "C2", "V2", "E1"])),
        order_started=draw(days(care_started)),
        visits=tuple(draw(st.lists(days(care_started), max_size=5))),
        reviews=tuple(draw(st.lists(days(care_started), max_size=5))),
        assessments=tuple(draw(st.lists(days(care_started), max_size=3))),
    )


def recorded(children: list[Child]) -> Records:
    named = [(f"child {number}", one) for number, one in enumerate(children)]
    return records(
        BEGAN,
        TODAY,
        person=[{"child_id": name, "date_of_birth": c.born} for name, c in named],
        period_of_care=[{"child_id": name, "started": c.care_started} for name, c in named],
        placement=[
            {"child_id": name, "started": c.placement_started, "placement_type": c.placement_type}
            for name, c in named
        ],
        legal_status=[
            {"child_id": name, "started": c.order_started, "legal_status": c.order}
            for name, c in named
        ],
        care_plan=[
            {"child_id": name, "started": c.care_started, "permanence_plan": c.plan}
            for name, c in named
            if c.plan
        ],
        visit=[
            {"child_id": name, "date": day, "kind": "social_work"}
            for name, c in named
            for day in set(c.visits)
        ],
        review=[{"child_id": name, "date": day} for name, c in named for day in set(c.reviews)],
        health_check=[
            {"child_id": name, "date": day, "kind": "health_assessment"}
            for name, c in named
            for day in set(c.assessments)
        ],
    )


def circumstances(c: Child) -> VisitCircumstances:
    later = [day for day in c.reviews if day > c.placement_started]
    return VisitCircumstances(
        placement_started=c.placement_started,
        intended_to_eighteen=c.plan == "LONG_TERM_FOSTERING",
        with_parents=c.placement_type == "P1",
        order=c.order,
        order_started=c.order_started,
        first_review_held=min(later, default=None),
        living_elsewhere=c.placement_type == "R5",
    )


def by_child(found: Records, table: object, column: str) -> dict[str, date | None]:
    rows = found.connection.to_pyarrow(table.select("child_id", column))  # type: ignore[attr-defined]
    return dict(zip(rows["child_id"].to_pylist(), rows[column].to_pylist(), strict=True))


@many
@given(st.lists(child(), min_size=30, max_size=40))
def test_visits_are_due_as_regulation_28_applied_to_one_child_says(children: list[Child]) -> None:
    found = recorded(children)
    due = by_child(found, visits_due(View.at(found, [TODAY])), "due")
    for number, one in enumerate(children):
        expected = next_visit_due(circumstances(one), one.visits, TODAY)
        assert due[f"child {number}"] == (expected and expected.date), one


@many
@given(st.lists(child(), min_size=30, max_size=40))
def test_reviews_are_due_as_regulation_33_applied_to_one_child_says(children: list[Child]) -> None:
    found = recorded(children)
    table = reviews_due(View.at(found, [TODAY]))
    for number, one in enumerate(children):
        mine = table.filter(_.child_id == f"child {number}").order_by("number")
        rows = found.connection.to_pyarrow(mine.select("due", "held")).to_pylist()
        expected = reviews_on_time(one.care_started, one.reviews, date(2100, 1, 1))
        assert [(row["due"], row["held"]) for row in rows] == [(e.date, e.held) for e in expected]


@many
@given(st.lists(child(), min_size=30, max_size=40))
def test_health_assessments_are_due_as_the_duty_says(children: list[Child]) -> None:
    found = recorded(children)
    due = by_child(found, health_assessments_due(View.at(found, [TODAY])), "due")
    for number, one in enumerate(children):
        expected = next_health_assessment_due(one.born, one.care_started, one.assessments, TODAY)
        assert expected is not None
        assert due[f"child {number}"] == expected.date, one


def test_the_first_review_known_of_a_child_long_in_care_is_not_taken_for_her_first() -> None:
    """The records begin in 2019; she came into care in 2015 and her next is due in six months."""
    found = records(
        BEGAN,
        TODAY,
        person=[{"child_id": "A", "date_of_birth": date(2010, 1, 1)}],
        period_of_care=[{"child_id": "A", "started": date(2015, 1, 5)}],
        review=[{"child_id": "A", "date": date(2024, 5, 1)}],
    )
    table = reviews_due(View.at(found, [TODAY])).order_by("number")
    rows = found.connection.to_pyarrow(table.select("due", "held")).to_pylist()
    assert rows == [
        {"due": None, "held": date(2024, 5, 1)},
        {"due": date(2024, 11, 1), "held": None},
    ]
    assert timedelta(0) < rows[1]["due"] - rows[0]["held"]
