"""Lets a command use what the site holds: settings read the environment when Django starts."""

import os
from pathlib import Path


def use(data: Path) -> None:
    """Name the data folder, start Django, bring the database up to date."""
    os.environ["SIGHTLINE_DATA"] = str(data.resolve())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sightline.site.settings")
    import django

    django.setup()
    from sightline.site.serving import prepare

    prepare()
