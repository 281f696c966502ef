"""A small plan of invented people, for the tests of the plan."""

from datetime import date

from sightline.governance import keeping
from sightline.improvement import acting, prioritising
from sightline.improvement.acting import Draft
from sightline.improvement.models import Action, Finding, Nature
from sightline.people.models import User
from sightline.plan.models import Outcome, Plan, PlanAction, PlanPriority
from tests.answers_data import NOW, finding, review


def a_plan(by: User, vision: str = "Every child is seen, heard and safe.") -> Plan:
    """A plan from January 2026."""
    plan = Plan(title="Our plan", vision=vision, begins=date(2026, 1, 1))
    keeping.make(plan, by, NOW)
    return plan


def a_priority(plan: Plan, by: User, number: int = 1, found: Finding | None = None) -> PlanPriority:
    """A priority with politics, money and a manager behind it."""
    found = found or finding(review(by, date(2025, 3, 1)), f"Plans drift ({number}).")
    priority = prioritising.gather(f"Priority {number}", [found], "", by, NOW)
    row = PlanPriority(
        plan=plan, priority=priority, number=number, owner_name="Petra Hollowell, head",
        decision="Cabinet, minute 4", budget_line="Base budget", funded_to=date(2028, 3, 31),
    )  # fmt: skip
    keeping.make(row, by, NOW)
    return row


def an_outcome(above: PlanPriority, by: User, number: int = 1, **more: object) -> Outcome:
    """An outcome that a measure would show."""
    told: dict[str, object] = {"measures": ["visits_in_timescale"], "words": "Children are seen."}
    row = Outcome(plan_priority=above, number=number, **{**told, **more})
    keeping.make(row, by, NOW)
    return row


def an_action(
    outcome: Outcome,
    by: User,
    title: str = "Weekly list of visits due",
    owner: str = "Tobias Renn, service manager",
    due: date | None = date(2026, 6, 1),
    **more: object,
) -> PlanAction:
    """An action in the next place of the outcome; it answers no finding."""
    action: Action = acting.write_down(Draft(title, Nature.PRACTICE, owner, None, due), [], by, NOW)
    row = PlanAction(action=action, outcome=outcome, number=outcome.actions.count() + 1, **more)
    keeping.make(row, by, NOW)
    return row
