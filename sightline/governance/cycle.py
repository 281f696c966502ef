"""Whether a body keeps to its round of meetings."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

A_WEEK_OVER = timedelta(days=7)


def too_far_apart(days: Sequence[date], every_weeks: int) -> list[tuple[date, date]]:
    """Meetings that followed one another more than a week later than the round says."""
    most = timedelta(weeks=every_weeks) + A_WEEK_OVER
    return [(one, other) for one, other in pairwise(sorted(days)) if other - one > most]
