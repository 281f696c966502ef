"""Reviews of progress that should have been reported to their board, and themes nobody looks at."""

from collections.abc import Iterable
from datetime import date, timedelta

from sightline.duties.period import add_months
from sightline.governance.models import Look

LOOKED_AT_WITHIN = 12  # months after which a theme without an independent look is marked


def report_by(look: Look) -> date | None:
    """The day by which the board should have it: one round of its meetings after it came."""
    if look.received_on is None:
        return None
    return look.received_on + timedelta(weeks=look.body.every_weeks)


def unreported(look: Look, today: date) -> bool:
    """Whether its time has passed without its having been before its board."""
    by = report_by(look)
    if by is None:
        return False
    reported = look.reported_at.day if look.reported_at else None
    return by < (reported or today)


def lag(look: Look) -> int | None:
    """Days from the report to scrutiny; None where either is not known."""
    if look.received_on is None or look.scrutinised_at is None:
        return None
    return (look.scrutinised_at.day - look.received_on).days


def unlooked(themes: Iterable[str], looks: Iterable[Look], today: date) -> list[str]:
    """The themes at which nobody independent has looked within LOOKED_AT_WITHIN months."""
    since = add_months(today, -LOOKED_AT_WITHIN)
    seen = {t for look in looks if look.done_on and look.done_on >= since for t in look.themes}
    return [theme for theme in themes if theme not in seen]


def state(look: Look, today: date) -> str:
    """How far it is, as a person reads it."""
    if look.reported_at and look.reported_at.day <= today:
        return "Reported late" if unreported(look, look.reported_at.day) else "Reported in time"
    if unreported(look, today):
        return "Not reported to its board in time"
    if look.received_on:
        return "Report received; to be reported"
    if look.done_on:
        return "Took place; report awaited"
    return "Overdue" if look.planned_for < today else "Planned"
