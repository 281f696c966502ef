"""The forms of the plan: every field told of in the person's words."""

from typing import Any

from django import forms

from sightline.governance.forms import KeptForm
from sightline.improvement.models import Action, Priority
from sightline.measures import catalogue
from sightline.people.small_numbers import no_small_number
from sightline.plan.models import (
    Direction,
    Milestone,
    ObjectivesHeld,
    Obligation,
    Outcome,
    Plan,
    PlanAction,
    PlanPriority,
    ServiceMove,
    SpecialistPosts,
    TeamPlanLine,
)

_WRITTEN = (forms.CharField,)


class PlanKeptForm(KeptForm):
    """A form of the plan: members read it, so it counts no few children."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field, _WRITTEN) and not isinstance(field, forms.ChoiceField):
                field.validators.append(no_small_number)


class PlanForm(PlanKeptForm):
    """The plan, and its vision."""

    class Meta:
        model = Plan
        fields = ["title", "vision", "begins", "ends"]


class PlanPriorityForm(PlanKeptForm):
    """A priority of the plan."""

    class Meta:
        model = PlanPriority
        fields = ["priority", "number", "owner_name", "decision", "budget_line", "funded_to"]
        help_texts = {
            "owner_name": "One person, by name and post.",
            "decision": "Which body decided for it, and on which day.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        free = Priority.objects.filter(in_plan=None) | Priority.objects.filter(
            pk=getattr(self.instance, "priority_id", None) or 0
        )
        self.fields["priority"].queryset = free.distinct()  # type: ignore[attr-defined]


class OutcomeForm(PlanKeptForm):
    """What will be different for children."""

    measures = forms.MultipleChoiceField(
        label="Measures that would show it",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = Outcome
        fields = ["number", "words", "measures", "audit_question"]
        help_texts = {"words": "What children, families or carers would notice. Not what is done."}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        titles = sorted((each.title, each.id) for each in catalogue().values())
        self.fields["measures"].choices = [(name, title) for title, name in titles]  # type: ignore[attr-defined]


class PlaceForm(PlanKeptForm):
    """Where an action stands in the plan, and what it needs."""

    waits_for = forms.TypedMultipleChoiceField(
        label="Actions that it waits for", required=False, coerce=int,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip

    class Meta:
        model = PlanAction
        fields = [
            "action", "number", "partner", "resources", "cost_one_off", "cost_yearly",
            "planned_start", "evidence_required", "waits_for", "dropped_on",
        ]  # fmt: skip
        help_texts = {"cost_one_off": "Whole pounds.", "cost_yearly": "Whole pounds."}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        free = Action.objects.filter(in_plan=None) | Action.objects.filter(
            pk=getattr(self.instance, "action_id", None) or 0
        )
        self.fields["action"].queryset = free.distinct()  # type: ignore[attr-defined]
        others = PlanAction.objects.exclude(pk=self.instance.pk).select_related(
            "action", "outcome__plan_priority"
        )
        self.fields["waits_for"].choices = [(each.pk, str(each)) for each in others]  # type: ignore[attr-defined]


class MilestoneForm(PlanKeptForm):
    """A step on the way."""

    class Meta:
        model = Milestone
        fields = ["words", "due", "reached_on"]


class DirectionForm(PlanKeptForm):
    """A direction, notice or advice; a later version takes the place of the earlier."""

    class Meta:
        model = Direction
        fields = ["kind", "title", "issued_on", "issued_by", "replaces", "lifted_on"]


class ObligationForm(PlanKeptForm):
    """What a direction asks."""

    actions = forms.TypedMultipleChoiceField(
        label="Actions that carry it", required=False, coerce=int,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip

    class Meta:
        model = Obligation
        fields = ["clause", "words", "who", "due", "evidence", "actions"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = PlanAction.objects.select_related("action", "outcome__plan_priority")
        self.fields["actions"].choices = [(each.pk, str(each)) for each in rows]  # type: ignore[attr-defined]


class TeamLineForm(PlanKeptForm):
    """A line of a team's plan."""

    class Meta:
        model = TeamPlanLine
        fields = ["team", "words", "plan_priority", "lead"]


class ObjectivesForm(PlanKeptForm):
    """How many staff of a team hold an objective tagged with a priority."""

    class Meta:
        model = ObjectivesHeld
        fields = ["team", "plan_priority", "on", "staff", "holding"]
        help_texts = {"holding": "A count and no more: no objective is written down here."}


class ServiceMoveForm(PlanKeptForm):
    """A service that moves; each thing that has moved has a day."""

    measures = forms.MultipleChoiceField(
        label="Measures to watch around it", required=False, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = ServiceMove
        fields = [
            "service", "from_where", "to_where", "owner_name", "due", "staff_on", "budget_on",
            "systems_on", "premises_on", "sharing_on", "measures", "reviewed",
        ]  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        titles = sorted((each.title, each.id) for each in catalogue().values())
        self.fields["measures"].choices = [(name, title) for title, name in titles]  # type: ignore[attr-defined]


class SpecialistPostsForm(PlanKeptForm):
    """Posts of a function from a day on."""

    class Meta:
        model = SpecialistPosts
        fields = [
            "function", "since", "required", "funded", "filled", "interim", "interim_until", "note",
        ]  # fmt: skip
        help_texts = {"interim": "An interim fills a post until a day, and not for good."}
