"""A step in the life of a board's request: who did what, when, and in which words."""

from typing import Any, NoReturn

from django.conf import settings
from django.db import models

from sightline.oversight.models.board_request import BoardRequest, RequestsStandError


class RequestStepRows(models.QuerySet["RequestStep"]):
    """Steps, for reading."""

    def update(self, **kwargs: Any) -> NoReturn:
        """Refused."""
        raise RequestsStandError

    def delete(self) -> NoReturn:
        """Refused."""
        raise RequestsStandError


class RequestStep(models.Model):
    """Taken on, answered, sent back, accepted, withdrawn. The newest is how far the request is."""

    class Kind(models.TextChoices):
        """What was done."""

        TAKEN_ON = "taken_on", "Taken on"
        ANSWERED = "answered", "Answered"
        SENT_BACK = "sent_back", "Sent back"
        ACCEPTED = "accepted", "Accepted"
        WITHDRAWN = "withdrawn", "Withdrawn"

    class Disclosure(models.TextChoices):
        """Who reads the answer; decided when the request is taken on."""

        STAFF = "staff", "Staff alone, exact figures"
        MEMBERS = "members", "Members too, small numbers withheld"

    request = models.ForeignKey(BoardRequest, on_delete=models.PROTECT, related_name="steps")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    words = models.TextField(
        blank=True, help_text="The method, the answer, or why it came back or was withdrawn."
    )
    disclosure = models.CharField(max_length=10, choices=Disclosure.choices, blank=True)
    figures = models.JSONField(default=list, help_text="The figures of an answer, as it gave them.")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = RequestStepRows.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind="accepted") | ~models.Q(words=""),
                name="request_step_has_words",
            ),
            models.CheckConstraint(
                condition=~models.Q(kind="taken_on") | ~models.Q(disclosure=""),
                name="request_step_taken_on_for_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: request {self.request_id}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Adds the row. Raises RequestsStandError for a row that is already there."""
        if self.pk is not None:
            raise RequestsStandError
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refused."""
        raise RequestsStandError
