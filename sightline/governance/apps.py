"""The governance app."""

from django.apps import AppConfig


class GovernanceConfig(AppConfig):
    """Boards and partnerships, their meetings and what they are owed."""

    name = "sightline.governance"
    label = "governance"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """What is written here is sealed, so that a change from outside is seen."""
        from sightline.governance import models
        from sightline.people.sealing import seal_rows_of

        seal_rows_of(
            models.Change,
            models.Countersign,
            models.MatterStep,
        )
