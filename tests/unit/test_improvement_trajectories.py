"""How far something has come: a history in which nothing is overwritten."""

from datetime import date

import pytest
from django.db import IntegrityError

from sightline.improvement import prioritising
from sightline.improvement.models import KeptRowsStandError, Trajectory, TrajectoryStep
from sightline.improvement.trajectories import Step, TrajectoryError, add, standing
from tests.answers_data import NOW, finding, person, review

pytestmark = pytest.mark.django_db


def test_where_it_stands_is_the_newest_day_not_the_newest_entry() -> None:
    lead = person("improvement_lead", "Imogen")
    found = finding(review(lead, date(2025, 1, 1)), "Plans drift.")
    for state, on in (
        (Trajectory.EMERGING, date(2026, 3, 1)),
        (Trajectory.REGRESSED, date(2026, 9, 1)),
        (Trajectory.TOO_SOON, date(2025, 9, 1)),  # written down last, of an earlier day
    ):
        add(found, Step(state, on, "Read in the audit.", "Audit, page 3"), lead, NOW)
    steps = list(found.trajectory.all())
    assert [step.state for step in steps] == ["too_soon", "emerging", "regressed"]
    newest = standing(steps)
    assert newest is not None
    assert newest.state_title == "Regressed"
    with pytest.raises(KeptRowsStandError):
        newest.save()
    assert standing([]) is None


def test_a_priority_has_its_own() -> None:
    lead = person("improvement_lead", "Imogen")
    found = finding(review(lead, date(2025, 1, 1)), "Plans drift.")
    made = prioritising.gather("Drift", [found], "", lead, NOW)
    add(made, Step(Trajectory.EMBEDDED, date(2026, 1, 1), "Held.", "Audit"), lead, NOW)
    assert made.trajectory.count() == 1
    assert not found.trajectory.exists()


@pytest.mark.parametrize(
    ("on", "why", "source"),
    [
        (date(2026, 12, 1), "Seen.", "Audit"),
        (date(2026, 1, 1), " ", "Audit"),
        (date(2026, 1, 1), "Seen.", ""),
    ],
)
def test_a_step_needs_a_day_that_was_a_reason_and_a_source(on: date, why: str, source: str) -> None:
    lead = person("improvement_lead", "Imogen")
    found = finding(review(lead, date(2025, 1, 1)), "Plans drift.")
    with pytest.raises(TrajectoryError):
        add(found, Step(Trajectory.EMERGING, on, why, source), lead, NOW)


def test_a_step_is_of_one_thing() -> None:
    lead = person("improvement_lead", "Imogen")
    with pytest.raises(IntegrityError):
        TrajectoryStep.objects.create(
            state="emerging", on=date(2026, 1, 1), why="Seen.", source="Audit", by=lead, at=NOW
        )
