"""A sign-in that the demo shows on its sign-in page."""

from django.conf import settings
from django.db import models


class DemoSignIn(models.Model):
    """Made only by `sightline.people.demo`, over made-up data; a real install has no row."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    password = models.CharField(max_length=100)
    sees = models.CharField(max_length=200, help_text="What this person sees, in a few words.")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.user.username}: {self.sees}"
