"""Joins the register of findings to the boards: what was found wanting, and which reports came?"""

from django.db.models import Count

from sightline.governance.elsewhere import Letter
from sightline.improvement.models import FindingTheme, Review, Status
from sightline.letters import Direction


def found_wanting() -> dict[str, int]:
    """How many confirmed weaknesses bear on each theme."""
    rows = (
        FindingTheme.objects.filter(
            finding__status=Status.CONFIRMED, finding__direction=Direction.WEAKNESS.value
        )
        .values("theme")
        .annotate(found=Count("finding"))
    )
    return {row["theme"]: row["found"] for row in rows}


def letters_received() -> tuple[Letter, ...]:
    """Every report and letter in the register, with the day on which it was said."""
    return tuple(
        Letter(each.pk, each.title, each.dated, each.get_absolute_url())
        for each in Review.objects.all()
    )
