"""One sentence of a report or press statement, in its exact words, and what it rests on."""

from django.conf import settings
from django.db import models
from django.urls import reverse

from sightline.assurance import StatementKind
from sightline.assurance.promises import Missing
from sightline.improvement.models.action import Action
from sightline.improvement.models.finding import Finding
from sightline.improvement.models.review import Review


class Overruled(models.TextChoices):
    """What a person says of a statement where they do not go by the measure."""

    SUPPORTED = "supported", "Supported"
    CONTRADICTED = "contradicted", "Contradicted"
    NOT_TESTABLE = "not_testable", "Not testable"


class Statement(models.Model):
    """The exact words never change. What it is bound to, and what a promise has since been given,
    are changed only by `sightline.improvement.vouching`, which keeps an event of every change.
    """

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="statements")
    order = models.PositiveIntegerField()
    text = models.TextField(help_text="Exactly as in the source.")
    page = models.PositiveIntegerField()
    paragraph = models.CharField(max_length=20)
    section = models.CharField(max_length=500, blank=True)
    speaker = models.CharField(max_length=200, blank=True, help_text="In an article: who says it.")
    kinds = models.JSONField(default=list, help_text="Values of assurance.StatementKind.")
    themes = models.JSONField(default=list)
    promise = models.CharField(max_length=500, blank=True, help_text="The words that promise.")
    soft = models.JSONField(default=list, help_text="The words that soften the promise.")
    missing = models.JSONField(default=list, help_text="What the words lack: promises.Missing.")
    measure = models.CharField(max_length=80, blank=True, help_text="The measure it is bound to.")
    finding = models.ForeignKey(
        Finding, on_delete=models.PROTECT, related_name="+", null=True, help_text="Or the finding."
    )
    overruled = models.CharField(max_length=20, blank=True, choices=Overruled.choices)
    owner = models.CharField(max_length=200, blank=True, help_text="Given since by a person.")
    due = models.DateField(null=True)
    gauge = models.CharField(max_length=300, blank=True, help_text="How anyone will know.")
    gauge_measure = models.CharField(
        max_length=80, blank=True, help_text="The measure of the catalogue that it is, if any."
    )
    gauge_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )
    gauge_agreed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )
    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="promises", null=True)
    risk_accepted = models.BooleanField(default=False)

    class Meta:
        ordering = ["review", "order"]
        constraints = [
            models.UniqueConstraint(fields=["review", "order"], name="statement_place_in_review"),
            models.CheckConstraint(
                condition=models.Q(gauge_agreed_by=None)
                | ~models.Q(gauge_agreed_by=models.F("gauge_by")),
                name="gauge_agreed_by_another",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.place}: {self.text[:80]}"

    @property
    def place(self) -> str:
        """ "Paragraph 2.7, page 3"."""
        name = self.paragraph.removeprefix("p")
        return f"Paragraph {name}, page {self.page}"

    @property
    def kind_titles(self) -> list[str]:
        """ "Says something is better", "Promises or assures"."""
        return [StatementKind(kind).plain for kind in self.kinds]

    @property
    def claims_improvement(self) -> bool:
        """Whether it says that something is better."""
        return StatementKind.IMPROVEMENT.value in self.kinds

    @property
    def lacks(self) -> list[str]:
        """What a promise still lacks, after what people have given it, in plain English."""
        given = {"owner": self.owner, "date": self.due, "measure": self.gauge_counts}
        return [Missing(each).plain for each in self.missing if not given[each]]

    @property
    def gauge_counts(self) -> bool:
        """Whether the measure given counts: one of the catalogue, or one of somebody's own that
        another person has agreed would show it."""
        return bool(self.gauge and (self.gauge_measure or self.gauge_agreed_by_id))

    @property
    def gauge_waits(self) -> bool:
        """Whether a measure of somebody's own waits for another person."""
        return bool(self.gauge) and not self.gauge_counts

    @property
    def is_open_promise(self) -> bool:
        """Whether it stands in the list of promises without a measure."""
        return bool(self.promise and self.lacks)

    @property
    def is_vague(self) -> bool:
        """Whether its own words lack two or more of owner, date and measure."""
        return bool(self.promise) and len(self.missing) >= 2

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("statement", args=[self.pk])
