"""The work programme of a body."""

from django.db import models

from sightline.governance.models.body import Body
from sightline.governance.models.kept import Kept, KeptRows


class PlannedKind(models.TextChoices):
    """What is planned."""

    REPORT = "report", "Report due"
    REVIEW = "review", "In-depth review"
    VISIT = "visit", "Visit to the frontline"


class Prompt(models.TextChoices):
    """What made the body look at it."""

    FIGURES = "figures", "The areas for scrutiny, or figures"
    INSPECTORS = "inspectors", "What inspectors found"
    PUBLIC = "public", "Public interest"
    CHILDREN = "children", "What children and families say"
    STAFF = "staff", "What staff or partners say"
    OFFICERS = "officers", "Officers proposed it"


class Planned(Kept):
    """Something a body will look at by a day, why it was chosen, and what became of it."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="programme")
    kind = models.CharField(max_length=20, choices=PlannedKind.choices)
    title = models.CharField(max_length=300)
    prompted_by = models.CharField(
        "what it was chosen from", max_length=20, choices=Prompt.choices, blank=True
    )
    why = models.TextField("why it was chosen")
    scope = models.TextField("what it asks, and what it leaves out", blank=True)
    evidence = models.TextField("evidence from others than officers", blank=True)
    by_whom = models.CharField("who brings it", max_length=200)
    due = models.DateField()
    done_on = models.DateField(null=True, blank=True)
    sent_on = models.DateField(
        "report and recommendations given to the executive on", null=True, blank=True
    )
    outcome = models.TextField("what came of it, or why it is put off", blank=True)

    objects = KeptRows.as_manager()

    class Meta:
        ordering = ["due", "pk"]

    def __str__(self) -> str:
        return self.title
