"""Joins the register of findings to the areas for scrutiny: what was found before?"""

from django.utils import timezone

from sightline.improvement.standing import recurring_unanswered
from sightline.oversight.repeated import RepeatFinding


def repeat_findings() -> tuple[RepeatFinding, ...]:
    """Confirmed weaknesses that two or more reviews found, the longest standing first."""
    return tuple(
        RepeatFinding(
            each.finding.wording,
            each.times_said,
            each.has_stood,
            each.finding.get_absolute_url(),
        )
        for each in recurring_unanswered(timezone.localdate())
    )
