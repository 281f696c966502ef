"""The closure app."""

from django.apps import AppConfig


class ClosureConfig(AppConfig):
    """Done, evidenced and making a difference."""

    name = "sightline.closure"
    label = "closure"
    default_auto_field = "django.db.models.BigAutoField"
