"""Themes and spans of time as English."""

from datetime import date

from sightline.letters.themes import THEMES

THEME_TITLES = {theme.id: theme.title for theme in THEMES}


def theme_title(theme: str) -> str:
    """ "Permanence"; an id that no theme has any longer is given as it is."""
    return THEME_TITLES.get(theme, theme)


def months_between(since: date, today: date) -> int:
    """Whole months from one day to another; never less than none."""
    months = (today.year - since.year) * 12 + today.month - since.month
    return max(0, months - (today.day < since.day))


def how_long(since: date | None, today: date) -> str:
    """ "6 years and 2 months", "5 months", "12 days", "today"; empty where the day is not known."""
    if since is None:
        return ""
    months = months_between(since, today)
    years, rest = divmod(months, 12)
    if not months:
        days = max(0, (today - since).days)
        return _count(days, "day") if days else "today"
    if years and rest:
        return f"{_count(years, 'year')} and {_count(rest, 'month')}"
    return _count(years, "year") if years else _count(rest, "month")


def _count(how_many: int, thing: str) -> str:
    return f"{how_many} {thing}{'' if how_many == 1 else 's'}"
