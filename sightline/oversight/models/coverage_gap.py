"""What is to be done about an element of care planning that is not measured."""

from django.conf import settings
from django.db import models


class CoverageGap(models.Model):
    """By when a gap is to be filled, by whom and how."""

    element = models.SlugField(max_length=40, unique=True, help_text="As the catalogue names it.")
    fill_by = models.DateField()
    owner = models.CharField(max_length=200)
    how = models.CharField(max_length=500, blank=True)
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField()

    class Meta:
        ordering = ["element"]

    def __str__(self) -> str:
        return f"{self.element}: {self.owner}, by {self.fill_by}"
