"""Makes templates, static files and template tags of this room known to Django."""

from django.apps import AppConfig


class SiteConfig(AppConfig):
    """The site app; it has no models."""

    name = "sightline.site"
    label = "sightline_site"
    verbose_name = "Sightline"
