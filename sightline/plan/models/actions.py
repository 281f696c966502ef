"""An action as the plan holds it, and its milestones."""

from collections.abc import Sequence

from django.db import models

from sightline.governance.models import Kept
from sightline.improvement.models import Action
from sightline.plan.models.plan import Outcome

_WHERE = ("sheet", "row", "steps", "further")


class PlanAction(Kept):
    """Where an action stands in the plan, what it costs, and what it waits for.

    `waits_for` are the numbers of other rows. The costs are whole pounds; None where nobody has
    worked them out.
    """

    action = models.OneToOneField(Action, on_delete=models.PROTECT, related_name="in_plan")
    outcome = models.ForeignKey(Outcome, on_delete=models.PROTECT, related_name="actions")
    number = models.PositiveSmallIntegerField("number in the outcome")
    partner = models.CharField("partner", max_length=200, blank=True)
    resources = models.CharField("what it needs", max_length=300, blank=True)
    cost_one_off = models.PositiveIntegerField("cost once, in pounds", null=True, blank=True)
    cost_yearly = models.PositiveIntegerField("cost each year, in pounds", null=True, blank=True)
    planned_start = models.DateField("planned to begin on", null=True, blank=True)
    evidence_required = models.TextField("evidence that it is done", blank=True)
    dropped_on = models.DateField("left out of the plan from", null=True, blank=True)
    waits_for = models.JSONField("actions that it waits for", default=list, blank=True)
    sheet = models.JSONField(
        "what the sheet says", default=dict, blank=True,
        help_text="The row as it was last taken from a workbook: plan.sheets.drawing.",
    )  # fmt: skip

    class Meta:
        ordering = [
            "outcome__plan_priority__number", "outcome__number", "number", "pk",
        ]  # fmt: skip
        constraints = [
            models.UniqueConstraint(fields=["outcome", "number"], name="one_action_a_number")
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.action.title}"

    @property
    def reference(self) -> str:
        """ "2.1.3": the third action of the first outcome of the second priority."""
        return f"{self.outcome.reference}.{self.number}"

    def get_absolute_url(self) -> str:
        """The action's page."""
        return self.action.get_absolute_url()

    def read_waits_for(self) -> str:
        """The actions that it waits for, as its history tells them."""
        return named(self.waits_for)

    def read_sheet(self) -> str:
        """What the sheet says, as its history tells it."""
        kept = {name: said for name, said in self.sheet.items() if name not in _WHERE}
        return "; ".join(f"{name}: {said}" for name, said in kept.items())


def named(numbers: Sequence[int]) -> str:
    """ "2.1.3, 4.1.1": the references of actions, in the order of the plan."""
    rows = PlanAction.objects.filter(pk__in=numbers).select_related("outcome__plan_priority")
    return ", ".join(row.reference for row in rows)


class Milestone(Kept):
    """A step on the way of an action, by a day."""

    plan_action = models.ForeignKey(
        PlanAction, on_delete=models.PROTECT, related_name="milestones", verbose_name="action"
    )
    words = models.CharField("milestone", max_length=300)
    due = models.DateField("due on")
    reached_on = models.DateField("reached on", null=True, blank=True)

    class Meta:
        ordering = ["due", "pk"]

    def __str__(self) -> str:
        return self.words

    def get_absolute_url(self) -> str:
        """The action's page."""
        return self.plan_action.get_absolute_url()
