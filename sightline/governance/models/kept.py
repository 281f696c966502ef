"""What people write down about boards: changed only through `governance.keeping`."""

from typing import Any, NoReturn

from django.db import models
from django.urls import reverse

from sightline.governance.models.added_only import HistoryStandsError


class KeptRows(models.QuerySet[Any]):
    """Rows that are never taken away."""

    def delete(self) -> NoReturn:
        """Refused: a body that has ended has an end, and stays."""
        raise HistoryStandsError


class Kept(models.Model):
    """A row whose every change leaves a `Change`. `version` counts them.

    A form carries the version that its reader saw, so that the second of two people is told.
    """

    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True

    def get_absolute_url(self) -> str:
        """The page on which it is read; the list of boards where it has none of its own."""
        return reverse("boards")

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refused."""
        raise HistoryStandsError
