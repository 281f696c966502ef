"""What children asked for, and what came of it: they said, we did, they say now."""

from django.db import models

from sightline.assurance.triangulation import Says
from sightline.improvement.measures import title_of
from sightline.improvement.models import Priority
from sightline.improvement.models.kept import Kept
from sightline.progress.models.heard import SAID


class AskedFor(Kept):
    """What children asked for, which priority it became, and what they say of it since.

    Counts of those who took part, no names. A later word is a new row, `instead_of` the old.
    """

    priority = models.ForeignKey(Priority, on_delete=models.PROTECT, related_name="asked_for")
    people = models.PositiveIntegerField(help_text="How many children and young people took part.")
    on = models.DateField(help_text="When they asked for it.")
    words = models.TextField(help_text="What they asked for, in their words.")
    measure = models.CharField(max_length=80, blank=True, help_text="Which measure would show it.")
    done = models.TextField(blank=True, help_text="What changed.")
    says_now = models.CharField(max_length=20, choices=SAID, blank=True)
    words_now = models.TextField(blank=True, help_text="What they say now, in their words.")
    said_on = models.DateField(null=True)
    instead_of = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, related_name="corrected"
    )

    class Meta:
        ordering = ["on", "pk"]

    def __str__(self) -> str:
        return self.words[:80]

    @property
    def measure_title(self) -> str:
        """The title of the measure; empty without one."""
        return title_of(self.measure) if self.measure else ""

    @property
    def says_now_title(self) -> str:
        """ "Better"; that nobody has asked them since, where that is so."""
        return Says(self.says_now).capitalize() if self.says_now else "Not asked since"

    def people_for(self, *, exact: bool) -> str:
        """The number who took part; one to five are not counted out where these are withheld."""
        return "fewer than 6" if not exact and 0 < self.people < 6 else f"{self.people:,}"
