"""Workbooks taken into the plan: what they would change, all or nothing, and out again the same."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest

from sightline.closure.standing import State, standings
from sightline.governance import keeping
from sightline.improvement import acting
from sightline.improvement.models import Action, ActionAct, Priority
from sightline.people.models import User
from sightline.plan.models import Milestone, Outcome, Plan, PlanAction, PlanPriority, SheetTaken
from sightline.plan.sheets.differing import difference
from sightline.plan.sheets.exporting import workbook_of
from sightline.plan.sheets.layouts import known_layouts, newest_layouts
from sightline.plan.sheets.taking import Sent, TakingError, take
from sightline.plan.sheets.wording import cost_of
from sightline.plan_sheets import OWN_LAYOUT, PlanBook, PlanRow, read_plan
from tests.answers_data import NOW, TODAY, person
from tests.plan_data import a_plan, a_priority, an_action, an_outcome
from tests.plan_workbooks import A_SHEET_A_PRIORITY, ONE_TABLE, RECOMMENDATIONS, painted, workbook

pytestmark = pytest.mark.django_db

BOOKS = {
    "one table": workbook(ONE_TABLE),
    "a sheet a priority": workbook(*A_SHEET_A_PRIORITY),
    "recommendations": workbook(RECOMMENDATIONS),
    "painted": painted(),
}


@pytest.fixture
def lead() -> User:
    return person("improvement_lead", "Imogen")


@pytest.fixture
def plan(lead: User) -> Plan:
    return a_plan(lead)


def read(*sheets: tuple) -> PlanBook:  # type: ignore[type-arg]
    return read_plan("plan.xlsx", workbook(*sheets))


def took(plan: Plan, book: PlanBook, lead: User) -> SheetTaken:
    return take(plan, Sent(book, "0" * 64), lead, NOW)


def place(title: str) -> PlanAction:
    return PlanAction.objects.get(action__title=title)


def meaning(rows: tuple[PlanRow, ...]) -> list[PlanRow]:
    return [replace(row, row=0) for row in rows]


def exported(plan: Plan, *, own: bool = False) -> PlanBook:
    to = BytesIO()
    workbook_of(plan, (OWN_LAYOUT,) if own else newest_layouts(plan), TODAY, to)
    return read_plan("out.xlsx", to.getvalue())


def test_a_workbook_becomes_priorities_outcomes_actions_and_milestones(
    plan: Plan, lead: User
) -> None:
    taken = took(plan, read(ONE_TABLE), lead)
    assert taken.counts == {
        "new": 4, "changed": 0, "same": 0, "gone": 0, "read": 4, "rejected": 0,
    }  # fmt: skip
    assert [each.priority.name for each in plan.priorities.all()] == ["Permanence", "Health"]
    assert list(Outcome.objects.values_list("words", flat=True)) == [
        "Children know where they will grow up", "Nobody waits for a match", "Children are well",
    ]  # fmt: skip
    first = place("Read every plan at six months")
    assert (first.reference, first.partner) == ("1.1.1", "Courts")
    assert first.action.owner_name == "Petra Hollowell"
    assert (first.planned_start, first.action.due) == (date(2025, 9, 1), date(2026, 3, 31))
    assert first.action.started_on is None, "a start that is planned is none"
    assert [(m.words, m.due) for m in first.milestones.all()] == [
        ("First panel", date(2025, 11, 30)), ("All teams", date(2026, 2, 28)),
    ]  # fmt: skip
    assert first.sheet["status"] == "Green"
    assert [each.act for each in first.action.events.all()] == [ActionAct.CREATED]
    assert "no finding in it yet" in Priority.objects.get(name="Health").events.get().sentence


def test_complete_in_a_sheet_closes_nothing(plan: Plan, lead: User) -> None:
    took(plan, read(ONE_TABLE), lead)
    done = place("Match at a fortnightly panel")
    assert done.sheet["status"] == "Complete"
    assert standings([done.action], TODAY)[done.action_id].state == State.NOT_BEGUN


def test_nothing_is_stored_by_looking_and_the_same_workbook_again_changes_nothing(
    plan: Plan, lead: User
) -> None:
    book = read(ONE_TABLE)
    assert len(difference(plan, book).new) == 4
    assert not Action.objects.exists()
    took(plan, book, lead)
    again = difference(plan, book)
    assert (again.new, again.changed, again.same, again.gone) == ((), (), 4, ())


def newer() -> PlanBook:
    """A due day and a status moved, one action gone, one new."""
    name, rows = ONE_TABLE
    lines = [list(row) for row in rows]
    lines[4][7], lines[4][11] = date(2026, 6, 30), "Amber"
    del lines[7]
    lines.insert(7, ["2.2", None, None, "Dentist for all", "Ravi Castellan", *[None] * 8])
    lines[7][1:3] = ["Health", "Children are well"]
    return read((name, lines))


def test_a_newer_workbook_shows_new_changed_and_gone_and_changes_by_events(
    plan: Plan, lead: User
) -> None:
    took(plan, read(ONE_TABLE), lead)
    found = difference(plan, newer())
    assert [row.action for row in found.new] == ["Dentist for all"]
    assert [each.action.title for each in found.gone] == ["Nurse in the team"]
    (changed,) = found.changed
    assert [(d.what, d.before, d.after) for d in changed.differs] == [
        ("Due", "31 March 2026", "30 June 2026"), ("Status", "Green", "Amber"),
    ]  # fmt: skip
    took(plan, newer(), lead)
    moved = place("Read every plan at six months")
    assert moved.action.due == date(2026, 6, 30)
    event = moved.action.events.last()
    assert event is not None
    assert event.why == "From the workbook plan.xlsx."
    assert place("Nurse in the team").dropped_on is None, "what is gone stays"
    assert len(keeping.history(moved)) == 2


def test_what_was_changed_here_stands_where_the_sheet_says_what_it_said(
    plan: Plan, lead: User
) -> None:
    took(plan, read(ONE_TABLE), lead)
    action = place("Nurse in the team").action
    made = acting.Change(date(2026, 1, 31), "", "The trust needs longer.")
    acting.change(action, made, lead, NOW)
    assert difference(plan, read(ONE_TABLE)).same == 4
    row = next(row for row in exported(plan).rows if row.reference == "2.1")
    assert (row.due, row.due_words) == (date(2026, 1, 31), "")


def test_one_number_of_few_children_and_nothing_is_stored(plan: Plan, lead: User) -> None:
    rows = (("Action", "Who", "By when"), ("Read plans", "P", "May 2026"),
            ("Visit the three children in Hill Road", "P", "May 2026"))  # fmt: skip
    with pytest.raises(TakingError, match="Visits row 3"):
        took(plan, read(("Visits", rows)), lead)
    assert not Action.objects.exists()
    assert not SheetTaken.objects.exists()


def test_a_priority_of_another_plan_is_refused_whole(plan: Plan, lead: User) -> None:
    took(plan, read(ONE_TABLE), lead)
    other = Plan(title="Next plan", vision="Safe.", begins=date(2027, 1, 1))
    keeping.make(other, lead, NOW)
    before = Action.objects.count()
    with pytest.raises(TakingError, match="Permanence belongs to another plan"):
        took(other, read(ONE_TABLE), lead)
    assert Action.objects.count() == before
    assert not PlanPriority.objects.filter(plan=other).exists()


@pytest.mark.parametrize("name", BOOKS)
def test_out_again_in_its_layout_it_means_the_same(name: str, plan: Plan, lead: User) -> None:
    book = read_plan("plan.xlsx", BOOKS[name])
    took(plan, book, lead)
    out = exported(plan)
    assert meaning(out.rows) == meaning(book.rows)
    for came, left in zip(book.layouts, out.layouts, strict=True):
        assert left.headings[: len(came.headings)] == came.headings
    assert difference(plan, out).same == len(book.rows)


def test_a_plan_written_here_goes_out_in_our_layout_and_comes_back_the_same(
    plan: Plan, lead: User
) -> None:
    outcome = an_outcome(a_priority(plan, lead), lead)
    here = an_action(outcome, lead, partner="Trust", cost_one_off=12_000)
    step = Milestone(plan_action=here, words="Half of the teams", due=date(2026, 5, 1))
    keeping.make(step, lead, NOW)
    out = exported(plan, own=True)
    (row,) = out.rows
    assert (row.reference, row.priority, row.outcome) == ("1.1.1", "Priority 1", outcome.words)
    assert (row.due, row.partner, row.cost) == (date(2026, 6, 1), "Trust", "£12,000")
    assert difference(plan, out).same == 1


def test_what_columns_mean_is_kept_for_the_next_time(plan: Plan, lead: User) -> None:
    book = read(RECOMMENDATIONS)
    took(plan, book, lead)
    assert list(known_layouts().values()) == [dict(book.layouts[0].fields)]


@pytest.mark.parametrize(
    ("words", "made"),
    [
        ("12,000", ("", 12_000, None)),
        ("£20k a year", ("", None, 20_000)),
        ("Within existing resources", ("Within existing resources", None, None)),
        ("£5,000 to £8,000", ("£5,000 to £8,000", None, None)),
        ("", ("", None, None)),
    ],
)
def test_only_what_is_plainly_pounds_is_a_cost(
    words: str, made: tuple[str, int | None, int | None]
) -> None:
    assert cost_of(words) == made
