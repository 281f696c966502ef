"""The improvement app."""

from django.apps import AppConfig


class ImprovementConfig(AppConfig):
    """Reviews and the register of their findings."""

    name = "sightline.improvement"
    label = "improvement"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """What is written here is sealed, so that a change from outside is seen."""
        from sightline.improvement import models
        from sightline.people.sealing import seal_rows_of

        seal_rows_of(
            models.Action,
            models.ActionEvent,
            models.Answer,
            models.Priority,
            models.PriorityEvent,
        )
