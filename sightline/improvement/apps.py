"""The improvement app."""

from django.apps import AppConfig


class ImprovementConfig(AppConfig):
    """Reviews and the register of their findings."""

    name = "sightline.improvement"
    label = "improvement"
    default_auto_field = "django.db.models.BigAutoField"
