"""Targets, load, reviews on the agenda, elections, in-depth reviews, built reports: worked days."""

from datetime import UTC, date, datetime, timedelta

import pytest

from sightline.governance import elections, in_depth, report_parts, tabling, targets
from sightline.governance.elsewhere import FigureToday, Issue, Letter
from sightline.governance.load_index import load_of
from sightline.governance.models import (
    Body,
    BodyKind,
    Election,
    Look,
    Matter,
    MatterKind,
    MatterStep,
    Meeting,
    Paper,
    Planned,
    StepKind,
    Target,
    Way,
)
from sightline.governance.parity import Shown, verdict
from sightline.governance.question_bank import AREAS
from sightline.governance.standing import Standing
from sightline.letters import THEMES

TODAY = date(2026, 12, 1)


def figure(number: float | None, *, withheld: bool = False) -> FigureToday:
    return FigureToday("Visits in time", "as written", number, TODAY, withheld, "/")


def target(way: Way, number: float, by_when: date = date(2027, 3, 1)) -> Target:
    return Target(words="Seen.", measure="visits_in_timescale", way=way, number=number,
                  by_when=by_when)  # fmt: skip


@pytest.mark.parametrize(
    ("way", "wanted", "now", "reached"),
    [
        (Way.AT_LEAST, 90, 90.0, True),
        (Way.AT_LEAST, 90, 89.94, False),  # written 89.9
        (Way.AT_LEAST, 90, 89.96, True),  # written 90.0
        (Way.AT_MOST, 5, 5.0, True),
        (Way.AT_MOST, 5, 5.1, False),
    ],
)
def test_a_target_is_reached_as_the_figure_is_written(
    way: Way, wanted: float, now: float, reached: bool
) -> None:
    (one,) = targets.standing([target(way, wanted)], {"visits_in_timescale": figure(now)}, TODAY)
    assert one.reached is reached


def test_a_withheld_figure_does_not_say_whether_the_target_is_reached() -> None:
    told = {"visits_in_timescale": figure(None, withheld=True)}
    (one,) = targets.standing([target(Way.AT_MOST, 0)], told, TODAY)
    assert one.reached is None
    assert one.state == "Withheld: it rests on so few children"


def test_a_target_whose_day_has_passed_says_so_and_one_with_no_data_says_that() -> None:
    past = target(Way.AT_LEAST, 90, date(2026, 11, 30))
    (one,) = targets.standing([past], {"visits_in_timescale": figure(70.0)}, TODAY)
    assert one.state == "Not reached, and its day has passed"
    (other,) = targets.standing([past], {}, TODAY)
    assert other.state == "Nothing is loaded that tells it"
    assert targets.wanted(past) == "At least 90%"


def test_three_hundred_pages_for_a_board_that_agreed_a_hundred() -> None:
    body = Body(agreed_pages=100, agreed_items=2)
    load = load_of(body, [Paper(pages=250), Paper(pages=50), Paper(pages=None)])
    assert load.index == 3.0
    assert load.too_much
    assert load.sentence == (
        "3 papers of 300 pages; the pages of 1 paper are not written down; "
        "at least 3.0 times the 100 pages agreed; 1 more than the 2 agreed."
    )
    assert load_of(Body(), [Paper(pages=300)]).index is None, "nothing was agreed"
    assert not load_of(body, [Paper(pages=100)]).too_much


BOARD = Body(pk=1, name="Board", kind=BodyKind.IMPROVEMENT, every_weeks=6)
FIRST, SECOND, THIRD = (
    Meeting(pk=n, body=BOARD, day=day)
    for n, day in enumerate((date(2026, 9, 1), date(2026, 10, 13), date(2026, 11, 24)), start=1)
)


def letter(number: int, day: date, wanting: int = 0) -> Letter:
    return Letter(number, f"Letter {number}", day, "/", wanting)


def look(title: str, came: date | None, at: Meeting | None = None, **more: object) -> Look:
    made = Look(title=title, body=BOARD, received_on=came, **more)
    made.reported_at = at
    return made


def states(looks: list[Look], letters: list[Letter]) -> dict[tuple[str, date], str]:
    came = tabling.received(BOARD, looks, letters)
    return {
        (each.came.title, each.meeting.day): each.state
        for each in tabling.owed([THIRD, FIRST, SECOND], came)
    }


def test_what_came_between_two_meetings_is_due_at_the_second() -> None:
    looks = [
        look("In time", date(2026, 9, 2), SECOND),
        look("Bad and late", None, THIRD, letter=1),
        look("Deferred", date(2026, 10, 13), why_late="With the plan."),
        look("Forgotten", date(2026, 10, 14)),
    ]
    found = states(looks, [letter(1, date(2026, 10, 1), 21), letter(2, date(2026, 11, 24), 1)])
    assert found == {
        ("In time", SECOND.day): "On the agenda",
        # 13 October to 24 November: 18 days of October and 24 of November
        ("Bad and late", SECOND.day): "Tabled 42 days late; it found 21 weaknesses",
        ("Deferred", SECOND.day): "Deferred: With the plan.",
        ("Forgotten", THIRD.day): "Missing: not on the agenda, and nobody says why",
        ("Letter 2", THIRD.day): "Missing: not on the agenda, and nobody says why; "
        "it found 1 weakness",
    }


def test_a_cancelled_meeting_answers_for_nothing_the_next_one_does() -> None:
    cancelled = Meeting(pk=9, body=BOARD, day=SECOND.day, cancelled="Snow")
    came = tabling.received(BOARD, [look("Peer", date(2026, 9, 2))], [])
    assert [each.meeting for each in tabling.owed([FIRST, cancelled, THIRD], came)] == [THIRD]


def test_what_lies_in_the_register_alone_is_owed_to_the_improvement_board_only() -> None:
    other = Body(pk=2, kind=BodyKind.SCRUTINY)
    assert not tabling.received(other, [], [letter(1, date(2026, 10, 1))])
    assert tabling.received(BOARD, [], [letter(1, date(2026, 10, 1))])


def test_an_election_explains_a_gap_only_as_far_as_its_quiet_time_goes() -> None:
    most = timedelta(weeks=7)
    gap = (date(2026, 3, 10), date(2026, 6, 9))  # 91 days
    # 24 March to 7 May are 44 days; 47 remain, within seven weeks
    poll = Election(title="May poll", quiet_from=date(2026, 3, 24), polling_on=date(2026, 5, 7))
    assert elections.explained(gap, [poll], most) == "May poll"
    # 30 March to 7 May are 38 days; 53 remain
    poll.quiet_from = date(2026, 3, 30)
    assert elections.explained(gap, [poll], most) == ""


REVIEW = Planned(pk=7, title="Far from home", due=date(2026, 9, 1), done_on=date(2026, 9, 1))


def recommended(answered: date | None) -> Standing:
    matter = Matter(kind=MatterKind.RECOMMENDATION, review=REVIEW)
    at = answered and datetime(answered.year, answered.month, answered.day, 12, tzinfo=UTC)
    return Standing(matter, [MatterStep(kind=StepKind.ANSWERED, at=at)] if at else [])


@pytest.mark.parametrize(
    ("answered", "today", "state"),
    [
        (None, date(2026, 11, 14), "Waits for the executive’s response"),  # the last day
        (None, date(2026, 11, 15), "The executive has not responded within two months"),
        (date(2026, 11, 14), date(2026, 12, 1), "Responded to; not yet carried out"),
    ],
)
def test_the_executive_responds_within_two_months(
    answered: date | None, today: date, state: str
) -> None:
    REVIEW.sent_on = date(2026, 9, 14)
    (one,) = in_depth.reviews([REVIEW], [recommended(answered)], today)
    assert one.respond_by == date(2026, 11, 14)
    assert one.state == state
    assert one.in_time == (1 if answered else 0)


def test_a_response_after_two_months_counts_as_a_response_and_not_as_in_time() -> None:
    REVIEW.sent_on = date(2026, 9, 14)
    (one,) = in_depth.reviews([REVIEW], [recommended(date(2026, 11, 15))], date(2026, 12, 1))
    assert (one.responded, one.in_time, one.done) == (1, 0, 0)


def issue(run: str) -> Issue:
    return Issue(1, "Pack", 3, run, "/")


def test_the_same_run_is_the_same_figures() -> None:
    a, b = "a" * 64, "b" * 64
    board = Shown(SECOND, (issue(a),))
    assert verdict(Shown(THIRD, (issue(a),)), board) == "The same figures"
    assert verdict(Shown(THIRD, (issue(b),)), board) == "Other figures"
    assert verdict(Shown(THIRD, (issue(a), issue(b))), board) == "Partly the same figures"
    assert board.said == f"load 3, run {'a' * 12}"


def test_answers_of_none_are_set_beside_what_the_report_says() -> None:
    said = {
        "recommendations": "Note the report.\nAgree additional investment for three years.",
        "resources": "Not applicable",
        "equality": "There are no equality implications.",
        "climate": "Yes",
        "legal": "None, because no duty changes.",
        "capital": "",
    }
    remarks = {each.question: each for each in report_parts.remarks(said)}
    assert set(remarks) == {
        "Resource implications", "Equality implications", "Climate emergency implications",
    }  # fmt: skip
    (where, words) = remarks["Resource implications"].told[0]
    assert (where, words) == ("recommendation 2", "Agree additional investment for three years.")
    assert "gives no reason" in remarks["Equality implications"].why
    assert remarks["Climate emergency implications"].why == "It gives no reason."
    assert "Capital costs" in [each.title for each in report_parts.missing(said)]


def test_the_bank_has_ten_areas_on_known_themes_and_the_one_question() -> None:
    assert len(AREAS) == 10
    known = {each.id for each in THEMES}
    assert {theme for area in AREAS for theme in area.themes} <= known
    asked = [each.ask for area in AREAS for each in area.questions]
    assert len(asked) == len(set(asked))
    assert "Would this be good enough for my child?" in asked
