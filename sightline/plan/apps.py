"""The plan app."""

from django.apps import AppConfig


class PlanConfig(AppConfig):
    """The improvement plan and its golden thread."""

    name = "sightline.plan"
    label = "plan"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """What is written here is sealed, so that a change from outside is seen."""
        from sightline.people.sealing import seal_rows_of
        from sightline.plan import models

        seal_rows_of(
            models.Direction,
            models.Milestone,
            models.ObjectivesHeld,
            models.Obligation,
            models.Outcome,
            models.Plan,
            models.PlanAction,
            models.PlanPriority,
            models.PlanVersion,
            models.Publication,
            models.ServiceMove,
            models.SheetTaken,
            models.SignOff,
            models.SpecialistPosts,
            models.TeamPlanLine,
        )
