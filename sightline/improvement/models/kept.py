"""Rows that are added, and never changed or taken away."""

from typing import Any, NoReturn

from django.conf import settings
from django.db import models


class KeptRowsStandError(Exception):
    """Somebody tried to change or delete a row that is part of a history."""

    def __init__(self) -> None:
        super().__init__("A history is only added to; no row of it is changed.")


class KeptRows(models.QuerySet[Any]):
    """Rows of a history, for reading."""

    def update(self, **kwargs: Any) -> NoReturn:
        """Refused."""
        raise KeptRowsStandError

    def delete(self) -> NoReturn:
        """Refused."""
        raise KeptRowsStandError


class Kept(models.Model):
    """One row of a history: by whom and when. The newest row is what holds."""

    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = KeptRows.as_manager()

    class Meta:
        abstract = True
        ordering = ["pk"]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Adds the row. Raises KeptRowsStandError for one that is already there."""
        if self.pk is not None:
            raise KeptRowsStandError
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refused."""
        raise KeptRowsStandError
