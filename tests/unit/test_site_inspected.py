"""When inspectors came, from the register of findings to the charts."""

from datetime import UTC, date, datetime

import pytest

from sightline.improvement.models import Review
from sightline.letters import LetterKind
from sightline.oversight.inspection import Visit, inspected_on, visits
from sightline.people.models import User

pytestmark = pytest.mark.django_db


def held(kind: LetterKind, visited_to: date | None, published: date) -> None:
    lead, _ = User.objects.get_or_create(username="lead", role="director")
    Review.objects.create(
        kind=kind.value,
        title=kind.plain,
        visited_to=visited_to,
        published=published,
        file="letters/x.txt",
        file_name="x.txt",
        sha256=f"{kind.value}{published}",
        pages=1,
        added_by=lead,
        added_at=datetime(2026, 5, 3, tzinfo=UTC),
    )


def test_every_inspection_and_visit_in_order_and_the_pace_from_the_newest_inspection() -> None:
    held(LetterKind.MONITORING_VISIT, date(2025, 10, 29), date(2025, 12, 3))
    held(LetterKind.INSPECTION, date(2019, 5, 10), date(2019, 6, 20))
    held(LetterKind.INSPECTION, None, date(2023, 6, 12))  # only the day of the report is known
    held(LetterKind.COMMISSIONER_REPORT, date(2024, 1, 1), date(2024, 1, 1))
    assert visits() == (
        Visit(date(2019, 5, 10), full=True),
        Visit(date(2023, 6, 12), full=True),
        Visit(date(2025, 10, 29), full=False),
    )
    assert inspected_on(visits()) == date(2023, 6, 12)


def test_an_empty_register_marks_nothing() -> None:
    assert visits() == ()
    assert inspected_on(visits()) is None
