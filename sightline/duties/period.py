"""Lengths of time as regulations give them: days, weeks, calendar months, working days."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from sightline.duties.working_days import add_working_days

_MONTHS_IN_YEAR = 12


def add_months(start: date, months: int) -> date:
    """Return the corresponding date `months` calendar months after `start`.

    The corresponding-date rule: the same day of the month, or the last day of the month where that
    day does not exist. Three months from 30 November is 28 (or 29) February. DuckDB's
    `+ INTERVAL n MONTH` and Polars' `dt.offset_by("nmo")` keep the same convention.
    Source: Dodds v Walker [1981] 1 WLR 1027 (HL).
    """
    month_index = start.year * _MONTHS_IN_YEAR + (start.month - 1) + months
    year, month = divmod(month_index, _MONTHS_IN_YEAR)
    last_day = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(start.day, last_day))


@dataclass(frozen=True, slots=True)
class Period:
    """A length of time in exactly one unit: days, weeks, calendar months or working days.

    Raises ValueError unless exactly one unit is given and it is positive.
    """

    weeks: int = 0
    months: int = 0
    working_days: int = 0
    days: int = 0

    def __post_init__(self) -> None:
        given = [n for n in (self.days, self.weeks, self.months, self.working_days) if n]
        if len(given) != 1 or given[0] < 0:
            raise ValueError(
                "A period has exactly one unit, above zero: days, weeks, months or working days."
            )

    def after(self, start: date) -> date:
        """Return the last day on which something due within this period of `start` is in time.

        The day of the event itself is not counted: within one week of Monday 3 March is by
        Monday 10 March.
        """
        if self.days or self.weeks:
            return start + timedelta(days=self.days, weeks=self.weeks)
        if self.months:
            return add_months(start, self.months)
        return add_working_days(start, self.working_days)

    def __str__(self) -> str:
        units = (
            ("day", self.days),
            ("week", self.weeks),
            ("month", self.months),
            ("working day", self.working_days),
        )
        unit, count = next((unit, n) for unit, n in units if n)
        return f"{count} {unit}" + ("" if count == 1 else "s")
