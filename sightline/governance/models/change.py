"""The history of everything that is kept about boards."""

from django.conf import settings
from django.db import models

from sightline.governance.models.added_only import AddedOnly, AddedOnlyRows


class Change(AddedOnly):
    """One act on one row: who, when, and what was before and after. Version 1 is its making."""

    kind = models.CharField(max_length=40, help_text="The name of the model.")
    row = models.PositiveBigIntegerField()
    version = models.PositiveIntegerField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    changes = models.JSONField(default=list, help_text="[{what, before, after}] as read.")

    objects = AddedOnlyRows["Change"].as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "row", "version"], name="one_change_a_version")
        ]

    def __str__(self) -> str:
        return self.sentence

    @property
    def sentence(self) -> str:
        """ "Imogen Larkspur changed the frequency"; `at` says when."""
        if self.version == 1:
            return f"{self.by.shown_name} wrote this down"
        what = ", ".join(each["what"].lower() for each in self.changes)
        return f"{self.by.shown_name} changed: {what}"
