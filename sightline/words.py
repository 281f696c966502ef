"""Dates and figures as English, on every page and in every pack.

Knows nothing of any room, so every room may use it.
"""

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from zoneinfo import ZoneInfo

NOT_KNOWN = "Not known"
LONDON = ZoneInfo("Europe/London")
SUPPRESSED = "c"  # the sign official statistics use for a figure withheld as confidential

_SMALL_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def day(value: date | datetime | None) -> str:
    """31 October 2026."""
    if value is None:
        return NOT_KNOWN
    local = _local(value) if isinstance(value, datetime) else value
    return f"{local.day} {local:%B %Y}"


def short_day(value: date | None) -> str:
    """31 Oct 2026, for the narrow columns of a table."""
    return NOT_KNOWN if value is None else f"{value.day} {value:%b %Y}"


def month(value: date | None) -> str:
    """October 2026."""
    return NOT_KNOWN if value is None else f"{value:%B %Y}"


def moment(value: datetime | None) -> str:
    """31 October 2026, 2:05pm, in British time."""
    if value is None:
        return NOT_KNOWN
    local = _local(value)
    hour = local.hour % 12 or 12
    return f"{day(local)}, {hour}:{local:%M}{'am' if local.hour < 12 else 'pm'}"


def number(value: float | None, places: int = 0) -> str:
    """1,234 or 12.5; None is a figure withheld."""
    if value is None:
        return SUPPRESSED
    return f"{_rounded(value, places):,}"


def percentage(value: float | None, places: int = 0) -> str:
    """A share from 0 to 1 as 69%; None is a figure withheld."""
    return SUPPRESSED if value is None else f"{_rounded(value * 100, places)}%"


NOT_WHOLE = ("mean", "per 1,000 days")
"""Units of a figure that need be no whole number; every other one but a share counts something."""


TENTHS_BELOW = 100
"""From here on, as of days to an adoption, a tenth tells nobody anything."""


def figure(value: float | None, unit: str) -> str:
    """A value in its unit: "%" of a share, "% change", "mean", a rate, or what is counted."""
    if value is None:
        return SUPPRESSED
    if unit == "% change":
        said = percentage(value, 1)
        return f"+{said}" if value > 0 and said != "0.0%" else said
    if unit == "%":
        return percentage(value)
    return number(value, 1 if unit in NOT_WHOLE and abs(value) < TENTHS_BELOW else 0)


def between(low: float | None, high: float | None, unit: str) -> str:
    """An interval in words: "between 61% and 74%"; empty where there is none."""
    if low is None or high is None:
        return ""
    return f"between {figure(low, unit)} and {figure(high, unit)}"


def count_of(how_many: int, thing: str, things: str = "") -> str:
    """ "no reviews", "one review", "twelve" as 12: small numbers in words, as a sentence wants."""
    said = _SMALL_NUMBERS[how_many] if 0 <= how_many < len(_SMALL_NUMBERS) else f"{how_many:,}"
    return f"{said} {thing if how_many == 1 else things or thing + 's'}"


def lateness(days_late: int | None) -> str:
    """ "12 days late", "due today", "due in 9 days" (negative days are days left)."""
    if days_late is None:
        return "No date due"
    if days_late == 0:
        return "due today"
    days = abs(days_late)
    said = f"{days:,} day" if days == 1 else f"{days:,} days"
    return f"{said} late" if days_late > 0 else f"due in {said}"


def _local(value: datetime) -> datetime:
    return value.astimezone(LONDON) if value.tzinfo else value


def _rounded(value: float, places: int) -> Decimal:
    """Half up, as people round; never minus nought."""
    shown = Decimal(repr(float(value))).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return shown if shown else abs(shown)
