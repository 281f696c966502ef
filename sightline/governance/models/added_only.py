"""Rows that are added, and never changed or taken away."""

from typing import Any, NoReturn, TypeVar

from django.db import models

Row = TypeVar("Row", bound=models.Model)


class HistoryStandsError(Exception):
    """Somebody tried to change or delete what was written down."""

    def __init__(self) -> None:
        super().__init__("What was written down stands: it is only added to, never changed.")


class AddedOnlyRows(models.QuerySet[Row]):
    """Rows for reading."""

    def update(self, **kwargs: Any) -> NoReturn:
        """Refused."""
        raise HistoryStandsError

    def delete(self) -> NoReturn:
        """Refused."""
        raise HistoryStandsError


class AddedOnly(models.Model):
    """A row that is written once."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Adds the row. Raises HistoryStandsError for one that is already there."""
        if self.pk is not None:
            raise HistoryStandsError
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refused."""
        raise HistoryStandsError
