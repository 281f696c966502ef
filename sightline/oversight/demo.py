"""The demo's publications: what a made-up authority has shown its boards, and everybody."""

from django.utils import timezone

from sightline.oversight.audiences import PROFILES
from sightline.oversight.models import Publication
from sightline.oversight.publishing import publish
from sightline.people.models import User


def publish_demo(analyst: User) -> None:
    """Publish once for each audience that sees only what is published."""
    published = set(Publication.objects.values_list("audience", flat=True))
    for profile in PROFILES:
        if profile.published and profile.id not in published:
            publish(profile, analyst, timezone.now())
