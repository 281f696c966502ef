"""What the authority does about what was found."""

from django.conf import settings
from django.db import models
from django.urls import reverse

from sightline.improvement.models.kept import Kept
from sightline.improvement.models.nature import Nature


class Action(models.Model):
    """One thing to be done, with one owner. Changed only by `sightline.improvement.acting`."""

    title = models.CharField(max_length=500)
    nature = models.CharField(max_length=20, choices=Nature.choices)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="actions_owned",
        null=True,
        help_text="Where the owner signs in here.",
    )
    owner_name = models.CharField(max_length=200)
    due = models.DateField(null=True, help_text="The date stated; later dates stand in its events.")
    started_on = models.DateField(null=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    created_at = models.DateTimeField()
    version = models.PositiveIntegerField(
        default=1, editable=False, help_text="Counts its changes, so that the second is told."
    )

    class Meta:
        ordering = [models.F("due").asc(nulls_last=True), "pk"]

    def __str__(self) -> str:
        return self.title

    @property
    def nature_title(self) -> str:
        """ "Practice"."""
        return str(Nature(self.nature).label)

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("action", args=[self.pk])


class ActionAct(models.TextChoices):
    """What was done to an action; the label is the verb of the sentence."""

    CREATED = "created", "wrote down this action"
    STARTED = "started", "said that it began"
    CHANGED = "changed", "changed it"
    LINKED = "linked", "said that it answers a finding"
    AGREED = "agreed", "agreed that it answers a finding"
    WITHDRAWN = "withdrawn", "took back that it answers a finding"


class ActionEvent(Kept):
    """One act on an action or on what it answers: who, when, what and why."""

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="events")
    act = models.CharField(max_length=20, choices=ActionAct.choices)
    what = models.CharField(max_length=600, blank=True, help_text="In words: before and after.")
    why = models.TextField(blank=True)
    due = models.DateField(null=True, help_text="The day due that this act stated or moved it to.")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.sentence

    @property
    def sentence(self) -> str:
        """ "Imogen Larkspur changed it (due: 1 May to 9 June): the post is not yet filled"."""
        what = f" ({self.what})" if self.what else ""
        why = f": {self.why}" if self.why else ""
        return f"{self.by.shown_name} {ActionAct(self.act).label}{what}{why}"
