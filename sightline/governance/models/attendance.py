"""Who came to a meeting."""

from django.db import models

from sightline.governance.models.kept import Kept, KeptRows
from sightline.governance.models.meeting import Meeting
from sightline.governance.models.member import Member


class Came(models.TextChoices):
    """Whether a member came."""

    CAME = "came", "Came"
    SUBSTITUTE = "substitute", "Sent a substitute"
    APOLOGIES = "apologies", "Apologies"
    ABSENT = "absent", "Absent without word"


class Attendance(Kept):
    """One member at one meeting."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="attendances")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="attendances")
    came = models.CharField(max_length=20, choices=Came.choices)

    objects = KeptRows.as_manager()

    class Meta:
        ordering = ["meeting", "member"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "member"], name="once_a_member_a_meeting")
        ]

    def __str__(self) -> str:
        return f"{self.member.name}: {self.get_came_display()}"
