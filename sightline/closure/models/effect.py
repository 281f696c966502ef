"""What difference an action should make, said before anybody can know whether it did."""

from django.core.exceptions import ValidationError
from django.db import models

from sightline.improvement.models import Action
from sightline.improvement.models.kept import Kept


class ExpectedEffect(Kept):
    """The measure or the audit question that would show an action's effect, for whom and by when.

    The newest row of an action holds. `measure` is an id of the catalogue, `standard` one of those
    that audits look for; an audit question in words is for a person to answer.
    """

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="expected_effects")
    measure = models.CharField("measure that would show it", max_length=100, blank=True)
    audit_question = models.CharField(
        "audit question that would show it", max_length=300, blank=True
    )
    standard = models.CharField("practice standard of the audits", max_length=60, blank=True)
    cohort = models.CharField("for which children", max_length=300)
    by_when = models.DateField("by when it should show")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.measure or self.standard or self.audit_question}, by {self.by_when}"

    def clean(self) -> None:
        """Something would show it."""
        super().clean()
        if not (self.measure or self.standard or self.audit_question.strip()):
            raise ValidationError("Name a measure or an audit question that would show it")
