"""When the authority was last inspected: the day from which its pace is judged."""

from datetime import date
from typing import cast

from django.conf import settings
from django.utils.module_loading import import_string


def inspected_on() -> date | None:
    """The last day of the newest inspection in the register; None where there is none.

    The register is another app's: settings.INSPECTED_ON names the function to ask.
    """
    named = getattr(settings, "INSPECTED_ON", "")
    return cast(date | None, import_string(named)()) if named else None
