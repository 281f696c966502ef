"""What a document that only repeats others tells: it is listed beside the witnesses, never one."""

from django.db import models

from sightline.improvement.models.review import Review


class Retold(models.Model):
    """The weaknesses told in one article, statement or direction, by theme and group of children.

    Worked out from the document, and again when the register names other authorities.
    """

    review = models.OneToOneField(Review, on_delete=models.CASCADE, related_name="retold")
    authority = models.CharField(max_length=200, blank=True, help_text="Whose it is; blank: none.")
    told = models.JSONField(default=list, help_text="[{theme, group, page, text}]")
    known = models.JSONField(default=list, help_text="The authorities known when it was read.")

    def __str__(self) -> str:
        return f"What {self.review} repeats"
