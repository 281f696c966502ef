"""A report or letter about the authority's work."""

from pathlib import Path

from django.conf import settings
from django.db import models
from django.db.models.functions import Coalesce
from django.urls import reverse

from sightline.letters import LetterKind


class Review(models.Model):
    """One document, kept whole in the data folder; its findings are rows of `Finding`."""

    authority = models.CharField(max_length=200, blank=True, help_text="Blank: not named in it.")
    kind = models.CharField(max_length=40, help_text="A value of letters.LetterKind.")
    title = models.CharField(max_length=300)
    conveys = models.CharField(
        max_length=40,
        blank=True,
        help_text="The kind of the document whose recommendations this one carries.",
    )
    body = models.CharField(max_length=200, blank=True, help_text="Who made it.")
    visited_from = models.DateField(null=True)
    visited_to = models.DateField(null=True)
    published = models.DateField(null=True)
    draft_shared = models.DateField(null=True, help_text="When the authority was sent a draft.")
    accuracy_sent = models.DateField(
        null=True, help_text="When comments on the draft's factual accuracy were sent."
    )
    embargo_until = models.DateField(null=True, help_text="Until when it was not to be spread.")
    board_told = models.DateField(null=True, help_text="First reported to the improvement board.")
    scrutiny_told = models.DateField(null=True, help_text="First reported to scrutiny.")
    final_shared = models.DateField(null=True, help_text="When the final letter was received.")
    response_due = models.DateField(null=True, help_text="Where no law says it: what was agreed.")
    no_answer_asked = models.BooleanField(
        default=False, help_text="Whether a person has read in it that it asks for no answer."
    )
    draft_plan_sent = models.DateField(null=True)
    response_sent = models.DateField(null=True, help_text="When the plan of action was sent.")
    dated = models.GeneratedField(
        expression=Coalesce("published", "visited_to"),
        output_field=models.DateField(null=True),
        db_persist=True,
        help_text="When it was said: the day of publication, else the last day of the visit.",
    )
    file = models.CharField(
        max_length=300, blank=True, help_text="Where it lies beneath the data folder."
    )
    file_name = models.CharField(
        max_length=255, blank=True, help_text="What it was called when it came."
    )
    sha256 = models.CharField(
        max_length=64, unique=True, null=True, help_text="None: entered by hand, without a document"
    )
    pages = models.PositiveIntegerField(default=0)
    rests_on = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        related_name="+",
        null=True,
        blank=True,
        help_text="The review that it repeats, where it saw nothing for itself.",
    )
    unread = models.JSONField(default=list, help_text="[{page or null, reason}]")
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    added_at = models.DateTimeField()

    class Meta:
        ordering = [models.F("dated").desc(nulls_last=True), "-pk"]

    def __str__(self) -> str:
        return self.title

    @property
    def path(self) -> Path:
        """The document itself."""
        return Path(settings.DATA) / self.file

    @property
    def by_hand(self) -> bool:
        """Whether a person typed it in; there is then no document."""
        return not self.file

    @property
    def is_pdf(self) -> bool:
        """Whether its pages can be shown as pictures."""
        return self.file.endswith(".pdf")

    @property
    def is_there(self) -> bool:
        """Whether the document still lies in the data folder."""
        return bool(self.file) and self.path.is_file()

    @property
    def kind_title(self) -> str:
        """ "Focused visit"."""
        return LetterKind(self.kind).plain

    @property
    def conveys_title(self) -> str:
        """ "Commissioner's report", where it carries another document's recommendations."""
        return LetterKind(self.conveys).plain if self.conveys else ""

    @property
    def unread_sentences(self) -> list[str]:
        """What could not be read, a sentence each, with its page where it has one."""
        return [
            f"Page {each['page']}: {each['reason']}" if each["page"] else each["reason"]
            for each in self.unread
        ]

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("review", args=[self.pk])
