"""Every change of the plan, its actions and their closure, in sentences, the newest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sightline.closure.models import Step
from sightline.governance.models import Change
from sightline.improvement.models import ActionEvent, PriorityEvent
from sightline.plan import models


@dataclass(frozen=True, slots=True)
class Line:
    """One change: when, what it befell, and the sentence of who did what."""

    at: datetime
    about: str
    sentence: str
    more: tuple[str, ...] = ()


_KEPT = (
    models.Plan, models.PlanPriority, models.Outcome, models.PlanAction, models.Milestone,
    models.Direction, models.Obligation, models.TeamPlanLine, models.ObjectivesHeld,
    models.ServiceMove, models.SpecialistPosts,
)  # fmt: skip


def lines() -> list[Line]:
    """Every change, the newest first; a handful of queries, however many there are."""
    found = [*_of_actions(), *_of_priorities(), *_of_closure(), *_of_kept()]
    return sorted(found, key=lambda each: each.at, reverse=True)


def _of_actions() -> Iterator[Line]:
    for each in ActionEvent.objects.select_related("by", "action"):
        yield Line(each.at, each.action.title, _ended(each.sentence))


def _of_priorities() -> Iterator[Line]:
    for each in PriorityEvent.objects.select_related("by", "priority"):
        yield Line(each.at, each.priority.name, _ended(each.sentence))


def _of_closure() -> Iterator[Line]:
    for each in Step.objects.select_related("by", "action"):
        yield Line(each.at, each.action.title, _ended(each.sentence))


def _of_kept() -> Iterator[Line]:
    names = {str(kind._meta.model_name): str(kind._meta.verbose_name) for kind in _KEPT}
    changes = list(Change.objects.filter(kind__in=names).select_related("by"))
    rows = {
        name: kind._default_manager.select_related().in_bulk(
            {c.row for c in changes if c.kind == name}
        )
        for name, kind in zip(names, _KEPT, strict=True)
    }
    for each in changes:
        more = tuple(
            f"{one['what']}: “{one['before']}” became “{one['after']}”" for one in each.changes
        )
        called = rows[each.kind].get(each.row, each.row)
        yield Line(
            each.at, f"{names[each.kind].capitalize()}: {called}", _ended(each.sentence), more
        )


def _ended(sentence: str) -> str:
    """With one full stop, whether or not the words that somebody gave end with one."""
    return sentence if sentence.endswith((".", "?", "!")) else f"{sentence}."
