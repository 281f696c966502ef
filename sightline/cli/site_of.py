"""Readies the site's settings for a command that works on its database."""

from __future__ import annotations

import os
from pathlib import Path


def use(data: Path) -> None:
    """Settings read the environment when Django starts, so the folder is named first."""
    os.environ["SIGHTLINE_DATA"] = str(data.resolve())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sightline.site.settings")
    import django

    django.setup()
