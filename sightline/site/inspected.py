"""Joins the register of findings to the pages that judge pace: when was the last inspection?"""

from datetime import date

from sightline.improvement.models import Review
from sightline.letters import LetterKind


def last_inspection() -> date | None:
    """The last day of the newest inspection in the register; the day of its report if not known."""
    inspections = Review.objects.filter(kind=LetterKind.INSPECTION.value)
    days = [review.visited_to or review.dated for review in inspections]
    return max((day for day in days if day is not None), default=None)
