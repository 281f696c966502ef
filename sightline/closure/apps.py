"""The closure app."""

from django.apps import AppConfig


class ClosureConfig(AppConfig):
    """Done, evidenced and making a difference."""

    name = "sightline.closure"
    label = "closure"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """What is written here is sealed, so that a change from outside is seen."""
        from sightline.closure import models
        from sightline.people.sealing import seal_rows_of

        seal_rows_of(
            models.Check,
            models.Draw,
            models.Evidence,
            models.ExpectedEffect,
            models.Step,
        )
