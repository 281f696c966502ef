"""`python -m django verify_access_log`: has anybody touched the log?"""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from sightline.people.log import verify


class Command(BaseCommand):
    """Walks the whole chain; leaves with 1 when a row is not as it was written."""

    help = "Checks that every row of the access log is as it was written."

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints the verdict."""
        verdict = verify()
        if not verdict.sound:
            raise CommandError(verdict.sentence)
        self.stdout.write(verdict.sentence)
