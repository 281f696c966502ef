"""The governance app."""

from django.apps import AppConfig


class GovernanceConfig(AppConfig):
    """Boards and partnerships, their meetings and what they are owed."""

    name = "sightline.governance"
    label = "governance"
    default_auto_field = "django.db.models.BigAutoField"
