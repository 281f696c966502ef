"""What was done about a matter."""

from django.conf import settings
from django.db import models

from sightline.governance.models.added_only import AddedOnly, AddedOnlyRows
from sightline.governance.models.matter import Matter


class StepKind(models.TextChoices):
    """What was done; the label is the verb of the sentence."""

    ANSWERED = "answered", "answered"
    ACCEPTED = "accepted", "accepted it as done"
    SENT_BACK = "sent_back", "sent it back"
    MOVED = "moved", "gave it another day"


class StepRows(AddedOnlyRows["MatterStep"]):
    """Steps, for reading."""


class MatterStep(AddedOnly):
    """One step of one matter. Written only by `governance.steps`.

    `with_evidence`: of an answer, that it says on what it rests. `changed_something`: of an
    acceptance, that something is otherwise because of it.
    """

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="steps")
    kind = models.CharField(max_length=20, choices=StepKind.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    words = models.TextField(blank=True)
    with_evidence = models.BooleanField(default=False)
    changed_something = models.BooleanField(default=False)
    due = models.DateField(null=True, help_text="The other day, where one was given.")

    objects = StepRows.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.by.shown_name} {self.get_kind_display()}"
