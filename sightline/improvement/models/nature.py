"""Whether a finding or an action is about process, practice, or a child's own experience."""

from django.db import models


class Nature(models.TextChoices):
    """What it is about. Process: steps, forms and dates. Practice: the work with the child."""

    PROCESS = "process", "Process"
    PRACTICE = "practice", "Practice"
    EXPERIENCE = "experience", "Child’s experience or outcome"
