"""What a board asked to have looked at more deeply, and the meeting it asked it for."""

from typing import Any, NoReturn

from django.conf import settings
from django.db import models


class RequestsStandError(Exception):
    """Somebody tried to change or delete a board's request, or a step of it."""

    def __init__(self) -> None:
        super().__init__("A board's request and its steps are kept as they were written.")


class BoardRequestRows(models.QuerySet["BoardRequest"]):
    """Requests, for reading."""

    def update(self, **kwargs: Any) -> NoReturn:
        """Refused."""
        raise RequestsStandError

    def delete(self) -> NoReturn:
        """Refused."""
        raise RequestsStandError


class BoardRequest(models.Model):
    """A question and the meeting at which its answer is due. How far it is, its steps say.

    `measure_id` is blank where it is about no one measure. Written only by
    `sightline.oversight.board_requests.steps`.
    """

    question = models.TextField()
    measure_id = models.CharField(max_length=100, blank=True)
    board = models.SlugField(max_length=40, help_text="The id of the board's profile.")
    meeting = models.DateField(help_text="The day of the meeting at which the answer is due.")
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    asked_at = models.DateTimeField()

    objects = BoardRequestRows.as_manager()

    class Meta:
        ordering = ["meeting", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(question=""), name="board_request_has_a_question"
            )
        ]

    def __str__(self) -> str:
        return f"Request {self.pk}: {self.question[:80]}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Adds the row. Raises RequestsStandError for a row that is already there."""
        if self.pk is not None:
            raise RequestsStandError
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refused."""
        raise RequestsStandError
