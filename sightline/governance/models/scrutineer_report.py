"""The independent scrutineer's report on work and impact, made of items of evidence."""

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse

from sightline.governance.models.body import Body
from sightline.governance.models.kept import Kept, KeptRows


class ScrutineerReport(Kept):
    """One report: the period it is about, when it is due and when it was delivered."""

    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="scrutineer_reports", verbose_name="board"
    )
    title = models.CharField(max_length=300)
    author = models.CharField("scrutineer", max_length=200)
    begins = models.DateField("about the time from")
    ends = models.DateField("to")
    due = models.DateField("due on")
    delivered_on = models.DateField("delivered on", null=True, blank=True)
    summary = models.TextField("what matters first", blank=True)

    objects = KeptRows.as_manager()

    class Meta:
        ordering = ["-due", "-pk"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("scrutineer-report", args=[self.pk])

    def clean(self) -> None:
        """Ends no earlier than it begins."""
        super().clean()
        if self.begins and self.ends and self.ends < self.begins:
            raise ValidationError({"ends": "The last day is before the first"})


class ItemKind(models.TextChoices):
    """What an item of the report is."""

    ACTIVITY = "activity", "Activity"
    IMPACT = "impact", "Claim of impact"
    GAP = "gap", "Gap"
    RECOMMENDATION = "recommendation", "Recommendation"


class ReportItem(Kept):
    """One item. A claim of impact is bound by a measure or by a review's report, or it is unbound.

    `measure` is an id of the catalogue; `letter` a number in the register of findings.
    """

    report = models.ForeignKey(ScrutineerReport, on_delete=models.PROTECT, related_name="items")
    kind = models.CharField("what it is", max_length=20, choices=ItemKind.choices)
    words = models.TextField("in words")
    on = models.DateField("day", null=True, blank=True)
    measure = models.CharField("measure that shows it", max_length=80, blank=True)
    letter = models.PositiveBigIntegerField("report that found it", null=True, blank=True)

    objects = KeptRows.as_manager()

    class Meta:
        ordering = ["report", "pk"]

    def __str__(self) -> str:
        return self.words[:80]

    @property
    def unbound(self) -> bool:
        """Whether it claims impact and rests on nothing."""
        return self.kind == ItemKind.IMPACT and not self.measure and self.letter is None

    def get_absolute_url(self) -> str:
        """The page of the report."""
        return self.report.get_absolute_url()
