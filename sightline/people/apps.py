"""The people app."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Users, roles and the access log."""

    name = "sightline.people"
    label = "people"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Connects the receivers of signing in, before anybody can."""
        from sightline.people import sessions  # noqa: F401
