"""The whole plan as one value: what a version keeps, and what two versions are compared by."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Prefetch

from sightline.plan.models import Milestone, Outcome, Plan, PlanAction, PlanPriority

Content = dict[str, Any]


def frozen(plan: Plan) -> Content:
    """The plan as it stands, as JSON: {title, vision, begins, ends, priorities: [...]}.

    Days are ISO dates. An action is known again by `action`, its number in the register, and a
    milestone by `row`, whatever its words and its place have become. Five queries, whatever its
    length.
    """
    return {
        "title": plan.title,
        "vision": plan.vision,
        "begins": _iso(plan.begins),
        "ends": _iso(plan.ends),
        "priorities": [_priority(row) for row in _priorities(plan)],
    }


def _priorities(plan: Plan) -> list[PlanPriority]:
    actions = PlanAction.objects.select_related("action").prefetch_related(
        Prefetch("milestones", Milestone.objects.order_by("due", "pk"))
    )
    outcomes = Outcome.objects.prefetch_related(
        Prefetch("actions", actions.filter(dropped_on=None).order_by("number", "pk"))
    )
    return list(
        plan.priorities.select_related("priority").prefetch_related(
            Prefetch("outcomes", outcomes.order_by("number", "pk"))
        )
    )


def _priority(row: PlanPriority) -> Content:
    return {
        "row": row.pk,
        "number": row.number,
        "name": row.priority.name,
        "owner": row.owner_name,
        "decision": row.decision,
        "budget_line": row.budget_line,
        "funded_to": _iso(row.funded_to),
        "outcomes": [_outcome(each, row.number) for each in row.outcomes.all()],
    }


def _outcome(row: Outcome, above: int) -> Content:
    reference = f"{above}.{row.number}"
    return {
        "row": row.pk,
        "reference": reference,
        "words": row.words,
        "measures": sorted(row.measures),
        "audit_question": row.audit_question,
        "actions": [_action(each, reference) for each in row.actions.all()],
    }


def _action(row: PlanAction, above: str) -> Content:
    action = row.action
    return {
        "action": action.pk,
        "reference": f"{above}.{row.number}",
        "title": action.title,
        "owner": action.owner_name,
        "partner": row.partner,
        "due": _iso(action.due),
        "planned_start": _iso(row.planned_start),
        "started_on": _iso(action.started_on),
        "cost_one_off": row.cost_one_off,
        "cost_yearly": row.cost_yearly,
        "resources": row.resources,
        "evidence_required": row.evidence_required,
        "milestones": [
            {
                "row": each.pk,
                "words": each.words,
                "due": _iso(each.due),
                "reached_on": _iso(each.reached_on),
            }
            for each in row.milestones.all()
        ],
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
