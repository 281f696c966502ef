"""Who sits on a body."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models

from sightline.governance.models.body import Body
from sightline.governance.models.kept import Kept, KeptRows


class Seniority(models.TextChoices):
    """What a member may say for those they come from."""

    DECIDES = "decides", "Decides for their organisation"
    MANAGES = "manages", "Manages a service"
    PRACTISES = "practises", "Works with children"
    ELECTED = "elected", "Elected member"
    LIVED = "lived", "Speaks from experience"
    INDEPENDENT = "independent", "Independent"


class Member(Kept):
    """One person on one body, from a day and to a day. Never a child."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="members")
    name = models.CharField(max_length=200)
    role = models.CharField(max_length=200, help_text="Their post, or what they are here for.")
    organisation = models.CharField(max_length=200)
    seniority = models.CharField(max_length=20, choices=Seniority.choices, blank=True)
    party = models.CharField("political group", max_length=100, blank=True)
    since = models.DateField("member since")
    until = models.DateField("member until", null=True, blank=True)

    objects = KeptRows.as_manager()

    class Meta:
        ordering = ["body", "organisation", "name"]

    def __str__(self) -> str:
        return self.name

    def sits(self, on: date) -> bool:
        """Whether they are a member on that day."""
        return self.since <= on and (self.until is None or on <= self.until)

    def get_absolute_url(self) -> str:
        """The page of the body."""
        return self.body.get_absolute_url()

    def clean(self) -> None:
        """Ends no earlier than it begins."""
        super().clean()
        if self.since and self.until and self.until < self.since:
            raise ValidationError({"until": "The last day is before the first"})
