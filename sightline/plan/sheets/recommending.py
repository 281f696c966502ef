"""A review's recommendations as part of the plan: each part of each a deliverable of its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from sightline.governance import keeping
from sightline.improvement import acting, natures, prioritising
from sightline.improvement.acting import Draft
from sightline.improvement.deliverables import parts_of
from sightline.improvement.models import Answer, Finding, FindingKind, Priority, Review, Status
from sightline.improvement.wording import theme_title
from sightline.letters import Part
from sightline.people.models import User
from sightline.plan.models import Plan, PlanAction
from sightline.plan.sheets.taking import Into, TakingError
from sightline.plan.sheets.wording import NOBODY, title_of

_NO_THEME = "Recommendations of no theme"


@dataclass(frozen=True, slots=True)
class Recommended:
    """A recommendation with its parts."""

    finding: Finding
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Proposed:
    """A priority as it would be made, and the recommendations that it would answer."""

    name: str
    recommended: tuple[Recommended, ...]

    @property
    def actions(self) -> int:
        """How many actions it would have."""
        return sum(len(each.parts) for each in self.recommended)


def to_plan(findings: QuerySet[Finding]) -> QuerySet[Finding]:
    """The confirmed recommendations that no action of a plan answers."""
    planned = Answer.objects.filter(finding=OuterRef("pk"), action__in_plan__isnull=False)
    wanted = findings.filter(kind=FindingKind.RECOMMENDATION, status=Status.CONFIRMED)
    return wanted.exclude(Exists(planned))


def proposed(review: Review) -> tuple[Proposed, ...]:
    """A priority a theme, in the order in which the review comes to them."""
    groups: dict[str, list[Recommended]] = {}
    for finding in to_plan(review.findings.order_by("order")).prefetch_related("themes"):
        theme = next(iter(finding.theme_ids), "")
        name = theme_title(theme) if theme else _NO_THEME
        groups.setdefault(name, []).append(Recommended(finding, parts_of(finding)))
    return tuple(Proposed(name, tuple(rows)) for name, rows in groups.items())


def plan_recommendations(
    plan: Plan, review: Review, user: User, at: datetime
) -> tuple[PlanAction, ...]:
    """Adds all that is proposed, or nothing.

    Raises TakingError where nothing is left to add or a priority belongs to another plan;
    ActingError and PriorityError as the acts do.
    """
    with transaction.atomic():
        Plan.objects.select_for_update().get(pk=plan.pk)
        groups = proposed(review)
        if not groups:
            raise TakingError("Every confirmed recommendation of this review is in a plan.")
        into = Into(plan, user, at, f"The recommendations of: {review.title}.")
        return tuple(place for group in groups for place in _priority(into, group))


def _priority(into: Into, group: Proposed) -> Iterable[PlanAction]:
    findings = [each.finding for each in group.recommended]
    row = Priority.objects.filter(name__iexact=group.name).first()
    if row is None:
        row = prioritising.gather(group.name, findings, into.why, into.user, into.at)
    else:
        held = {each.pk: each for each in row.findings.all()}
        if more := [each for each in findings if each.pk not in held]:
            prioritising.hold(row, [*held.values(), *more], into.why, into.user, into.at)
    above = into.priority(str(row.name))
    for each in group.recommended:
        outcome = into.outcome(above, " ".join(each.finding.wording.split()))
        nature = natures.suggested(each.finding.wording)
        drafts = [
            Draft(title_of(part.text.lstrip("•–- ")), nature, NOBODY, None, part.due)
            for part in each.parts
        ]
        actions = acting.write_down_parts(each.finding, drafts, into.user, into.at)
        for number, action in enumerate(actions, start=outcome.actions.count() + 1):
            place = PlanAction(action=action, outcome=outcome, number=number)
            keeping.make(place, into.user, into.at)
            yield place
