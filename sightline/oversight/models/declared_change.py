"""A change of how the work is done, declared so that a chart's limits begin anew from its day."""

from typing import Any, NoReturn

from django.conf import settings
from django.db import models

from sightline import words


class ChangesStandError(Exception):
    """Somebody tried to delete a declared change."""

    def __init__(self) -> None:
        super().__init__("A declared change is taken back with a reason, never deleted.")


class DeclaredChangeRows(models.QuerySet["DeclaredChange"]):
    """Declared changes, for reading."""

    def standing(self) -> "DeclaredChangeRows":
        """Those that nobody has taken back."""
        return self.filter(taken_back_at__isnull=True)

    def bearing_on(self, measure_id: str) -> "DeclaredChangeRows":
        """Those of one measure and those of every measure."""
        return self.filter(measure_id__in=("", measure_id))

    def delete(self) -> NoReturn:
        """Refused."""
        raise ChangesStandError


class DeclaredChange(models.Model):
    """Who said that what changed, from which day; and, where it was taken back, who did and why.

    `measure_id` is blank where it bears on every measure. The database holds no row without its
    reason. Written only by `sightline.oversight.declaring`.
    """

    measure_id = models.CharField(max_length=100, blank=True)
    day = models.DateField()
    reason = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    taken_back_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    taken_back_at = models.DateTimeField(null=True)
    taken_back_why = models.TextField(blank=True)

    objects = DeclaredChangeRows.as_manager()

    class Meta:
        ordering = ["day", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(reason=""), name="declared_change_has_a_reason"
            ),
            models.CheckConstraint(
                condition=models.Q(taken_back_at__isnull=True)
                | (models.Q(taken_back_by__isnull=False) & ~models.Q(taken_back_why="")),
                name="declared_change_taken_back_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"Limits anew from {words.month(self.day)}: {self.reason}"

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refused."""
        raise ChangesStandError
