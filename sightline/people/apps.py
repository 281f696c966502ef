"""The people app."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Users, roles and the access log."""

    name = "sightline.people"
    label = "people"
    default_auto_field = "django.db.models.BigAutoField"
