"""What was known inside the authority before an inspector said it."""

from django.db import models
from django.urls import reverse

from sightline.improvement.models.kept import Kept


class WarningKind(models.TextChoices):
    """In which form the warning came."""

    FUNDING_REQUEST = "funding_request", "Funding request"
    ADVISER = "adviser", "Adviser appointed"
    LETTER = "letter", "Letter of a focused visit"
    STAFF_ALERT = "staff_alert", "Staff alert"
    COMPLAINT = "complaint", "Complaint"
    OTHER = "other", "Other"


class EarlyWarning(Kept):
    """One warning: what it said, on which day, and who knew of it then."""

    kind = models.CharField(max_length=20, choices=WarningKind.choices)
    on = models.DateField()
    said = models.TextField()
    known_by = models.CharField(max_length=300)
    theme = models.CharField(max_length=40, blank=True, help_text="An id of letters.themes.")
    source = models.CharField(max_length=300, help_text="Where it is written down.")

    class Meta:
        ordering = ["on", "pk"]

    def __str__(self) -> str:
        return f"{self.kind_title}: {self.said[:80]}"

    @property
    def kind_title(self) -> str:
        """ "Staff alert"."""
        return str(WarningKind(self.kind).label)

    def get_absolute_url(self) -> str:
        """Its place on the list."""
        return f"{reverse('warnings')}#warning-{self.pk}"


class WarningResponse(Kept):
    """What was done about a warning, and on which day."""

    warning = models.ForeignKey(EarlyWarning, on_delete=models.PROTECT, related_name="responses")
    on = models.DateField()
    done = models.TextField()

    class Meta:
        ordering = ["on", "pk"]

    def __str__(self) -> str:
        return self.done
