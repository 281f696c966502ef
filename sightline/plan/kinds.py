"""What of the plan is written down by a form: each kind with its form and its words."""

from sightline.governance.kinds import Kind
from sightline.plan import forms, models

KINDS = {
    each.slug: each
    for each in (
        Kind("plan", models.Plan, forms.PlanForm, "plan", home="plan"),
        Kind(
            "priority", models.PlanPriority, forms.PlanPriorityForm, "priority", of="plan",
            home="plan",
        ),
        Kind(
            "outcome", models.Outcome, forms.OutcomeForm, "outcome", of="plan_priority",
            home="plan",
        ),
        Kind(
            "place", models.PlanAction, forms.PlaceForm, "place of an action", of="outcome",
            home="plan",
        ),
        Kind(
            "milestone", models.Milestone, forms.MilestoneForm, "milestone", of="plan_action",
            home="plan",
        ),
        Kind("direction", models.Direction, forms.DirectionForm, "direction", home="directions"),
        Kind(
            "obligation", models.Obligation, forms.ObligationForm, "obligation", of="direction",
            home="directions",
        ),
        Kind(
            "team-line", models.TeamPlanLine, forms.TeamLineForm, "line of a team’s plan",
            back="plan-teams",
        ),
        Kind(
            "objectives", models.ObjectivesHeld, forms.ObjectivesForm, "count of objectives",
            back="plan-teams",
        ),
        Kind(
            "service-move",
            models.ServiceMove,
            forms.ServiceMoveForm,
            "service that moves",
            back="plan-capacity",
        ),
        Kind(
            "posts",
            models.SpecialistPosts,
            forms.SpecialistPostsForm,
            "count of posts",
            back="plan-capacity",
        ),
    )
}  # fmt: skip
