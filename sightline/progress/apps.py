"""The progress app."""

from django.apps import AppConfig


class ProgressConfig(AppConfig):
    """Pace and triangulation, a page a priority."""

    name = "sightline.progress"
    label = "progress"
    default_auto_field = "django.db.models.BigAutoField"
