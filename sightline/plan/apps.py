"""The plan app."""

from django.apps import AppConfig


class PlanConfig(AppConfig):
    """The improvement plan and its golden thread."""

    name = "sightline.plan"
    label = "plan"
    default_auto_field = "django.db.models.BigAutoField"
