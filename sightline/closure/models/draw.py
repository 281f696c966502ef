"""Closed actions drawn by lot, and what somebody from elsewhere found of each."""

from django.db import models

from sightline.improvement.models import Action
from sightline.improvement.models.kept import Kept


class Draw(Kept):
    """One drawing of lots: from which actions, how many, by which seed; so that it can be redone.

    `among` and `drawn` are numbers of actions.
    """

    seed = models.PositiveBigIntegerField()
    among = models.JSONField(default=list)
    drawn = models.JSONField(default=list)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{len(self.drawn)} of {len(self.among)} closed actions"


class Check(Kept):
    """What the one who checked found of a drawn action: truly done or not, with her words."""

    draw = models.ForeignKey(Draw, on_delete=models.PROTECT, related_name="checks")
    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="checks")
    done = models.BooleanField("it is truly done")
    words = models.TextField("what was found")
    service = models.CharField("from which service the check comes", max_length=100)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["draw", "action"], name="checked_once_a_draw")
        ]

    def __str__(self) -> str:
        return f"{self.action}: {'done' if self.done else 'not done'}"
