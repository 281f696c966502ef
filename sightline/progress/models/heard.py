"""What people said of a theme: counts and words, no child named."""

from django.db import models

from sightline.assurance.hearing import Method, Weight, weight
from sightline.assurance.triangulation import Says
from sightline.improvement.models.kept import Kept
from sightline.improvement.wording import THEME_TITLES, theme_title


class Who(models.TextChoices):
    """Who spoke."""

    CHILDREN = "children", "Children and young people"
    FAMILIES = "families", "Families and carers"
    STAFF = "staff", "Staff"
    PARTNERS = "partners", "Partners"


METHODS = [
    (Method.SURVEY.value, "Survey"),
    (Method.FORUM.value, "Forum or group"),
    (Method.VISIT.value, "Visit"),
    (Method.INTERVIEW.value, "Interviews"),
    (Method.COMPLAINT.value, "Complaints and compliments"),
]
SAID = [(each.value, each.value.capitalize()) for each in Says if each is not Says.NOTHING]


class Heard(Kept):
    """One time that people were listened to. A correction is a new row, `instead_of` the old."""

    who = models.CharField(max_length=20, choices=Who.choices)
    people = models.PositiveIntegerField(help_text="How many spoke.")
    asked = models.PositiveIntegerField(null=True, help_text="Of how many who were asked.")
    how = models.CharField(max_length=20, choices=METHODS)
    theme = models.CharField(max_length=60, choices=list(THEME_TITLES.items()))
    on = models.DateField(help_text="The day, or the last day, on which they spoke.")
    says = models.CharField(max_length=20, choices=SAID)
    words = models.TextField(help_text="What they said, in their words; nobody is named.")
    instead_of = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, related_name="corrected"
    )

    class Meta:
        ordering = ["-on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(asked=None) | models.Q(asked__gte=models.F("people")),
                name="no_more_spoke_than_were_asked",
            )
        ]

    def __str__(self) -> str:
        return f"{self.who_title} on {self.theme_title}: {self.says}"

    @property
    def who_title(self) -> str:
        """ "Staff"."""
        return str(Who(self.who).label)

    @property
    def how_title(self) -> str:
        """ "Survey"."""
        return dict(METHODS)[self.how]

    @property
    def theme_title(self) -> str:
        """ "Permanence"."""
        return theme_title(self.theme)

    @property
    def weight(self) -> Weight:
        """How much may rest on it."""
        return weight(Method(self.how), self.people, self.asked)

    def people_for(self, *, exact: bool) -> str:
        """ "34 of 80 asked"; one to five are not counted out where these are withheld."""
        if not exact and 0 < self.people < 6:
            return "fewer than 6"
        return f"{self.people:,}" + (f" of {self.asked:,} asked" if self.asked else "")
