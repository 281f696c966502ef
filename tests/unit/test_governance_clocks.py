"""Late papers, rounds of meetings, reports to boards, learning reviews: by worked dates."""

from datetime import date

import pytest

from sightline.governance import looks, papers, supports, timetable
from sightline.governance.cycle import too_far_apart
from sightline.governance.models import (
    Body,
    LearningReview,
    Look,
    Meeting,
    Publishing,
    ReviewKind,
    Support,
)
from sightline.governance.wording import age

WEDNESDAY = date(2026, 12, 16)


@pytest.mark.parametrize(
    ("received", "late"),
    [
        (date(2026, 12, 8), False),  # Wed 9 to Tue 15 December: five working days between
        (date(2026, 12, 9), True),  # Thu 10 to Tue 15: four
        (date(2026, 12, 5), False),  # a Saturday
        (WEDNESDAY, True),
        (date(2026, 12, 20), True),  # tabled after the meeting
    ],
)
def test_papers_are_due_five_clear_working_days_before(received: date, late: bool) -> None:
    assert papers.is_late(received, WEDNESDAY, 5) is late


def test_bank_holidays_are_no_clear_days() -> None:
    # Meeting on Monday 4 January 2027. Between: 29, 30, 31 December (25 and 28 are holidays,
    # 1 January too): a paper of 24 December has three clear days, one of 22 December four more
    assert papers.is_late(date(2026, 12, 24), date(2027, 1, 4), 4)
    assert not papers.is_late(date(2026, 12, 24), date(2027, 1, 4), 3)


def test_a_round_of_six_weeks_bears_a_week_over_and_no_more() -> None:
    days = [date(2026, 9, 1), date(2026, 10, 20), date(2026, 12, 9)]  # 49 and 50 days apart
    assert too_far_apart(days, 6) == [(date(2026, 10, 20), date(2026, 12, 9))]


def look(reported: date | None) -> Look:
    body = Body(pk=1, every_weeks=6)
    made = Look(title="Peer review", body=body, received_on=date(2026, 9, 1))
    made.reported_at = Meeting(body=body, day=reported) if reported else None
    return made


@pytest.mark.parametrize(
    ("reported", "today", "missed"),
    [
        (None, date(2026, 10, 13), False),  # six weeks to the day
        (None, date(2026, 10, 14), True),
        (date(2026, 10, 13), date(2026, 12, 1), False),
        (date(2026, 10, 14), date(2026, 12, 1), True),
    ],
)
def test_a_review_is_reported_within_one_round(
    reported: date | None, today: date, missed: bool
) -> None:
    assert looks.unreported(look(reported), today) is missed


def test_days_from_the_report_to_scrutiny() -> None:
    made = look(None)
    assert looks.lag(made) is None
    made.scrutinised_at = Meeting(day=date(2026, 10, 1))
    assert looks.lag(made) == 30


def test_a_theme_is_unlooked_after_a_year() -> None:
    seen = Look(themes=["visits"], done_on=date(2025, 12, 1), stage="begun")
    for today, gap in ((date(2026, 12, 1), False), (date(2026, 12, 2), True)):
        (theme,) = looks.looked_at({"visits": 12}, [seen], today)
        assert theme.gap(today) is gap
    assert theme.stages == {"begun"}, "and at no later stage"
    assert looks.looked_at({"neglect": 60}, [seen], today)[0].gap(today), "nobody ever looked"


def test_support_overlaps_only_between_providers_and_only_while_it_runs() -> None:
    one = Support(provider="One", themes=["visits"], since=date(2026, 1, 1))
    again = Support(provider="one", themes=["visits"], since=date(2026, 1, 1))
    gone = Support(
        provider="Two", themes=["visits"], since=date(2026, 1, 1), until=date(2026, 2, 1)
    )
    assert supports.overlapping([one, again, gone], date(2026, 3, 1)) == {}
    assert list(supports.overlapping([one, gone], date(2026, 2, 1))) == ["visits"]
    wanting = supports.unsupported([one], {"visits": 2, "neglect": 3}, date(2026, 3, 1))
    assert wanting == [("neglect", 3)]


def review(**said: object) -> LearningReview:
    """Known on Monday 2 March 2026, notified on the 10th, begun on 1 April."""
    made = LearningReview(
        reference="LR-1", kind=ReviewKind.PRACTICE, aware_on=date(2026, 3, 2),
        notified_on=date(2026, 3, 10), rapid_on=date(2026, 3, 31), decided_on=date(2026, 4, 1),
    )  # fmt: skip
    for name, value in said.items():
        setattr(made, name, value)
    return made


def test_the_timetable_of_a_learning_review() -> None:
    told = timetable.stages(review(), date(2026, 10, 2))
    assert [(each.due, each.late) for each in told] == [
        (date(2026, 3, 9), True),  # five working days from Monday 2 March
        (date(2026, 3, 31), False),  # fifteen from Tuesday 10 March
        (date(2026, 10, 1), True),  # six months from 1 April
    ]


def test_a_review_not_to_be_published_is_complete_in_its_stead() -> None:
    kept = review(publishing=Publishing.NO, completed_on=date(2026, 9, 30))
    assert not timetable.stages(kept, date(2026, 12, 1))[2].late
    silent = review(publishing=Publishing.YES, completed_on=date(2026, 9, 30))
    assert timetable.stages(silent, date(2026, 12, 1))[2].late


def test_serious_case_reviews_had_no_six_months() -> None:
    told = timetable.stages(review(kind=ReviewKind.SERIOUS_CASE), date(2026, 12, 1))
    assert [each.title for each in told] == ["Panel notified", "Rapid review sent"]


@pytest.mark.parametrize(
    ("since", "told"),
    [
        (date(2026, 11, 30), "1 day"),
        (date(2026, 11, 10), "3 weeks"),
        (date(2026, 6, 1), "6 months"),
        (date(2025, 8, 15), "1 year and 3 months"),
    ],
)
def test_ages_in_words(since: date, told: str) -> None:
    assert age(since, date(2026, 12, 1)) == told
