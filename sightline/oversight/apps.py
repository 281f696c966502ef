"""The oversight app."""

from django.apps import AppConfig


class OversightConfig(AppConfig):
    """Pages over figures, children and loads."""

    name = "sightline.oversight"
    label = "oversight"
    default_auto_field = "django.db.models.BigAutoField"
