"""Themes and spans of time as English."""

from collections.abc import Iterable
from datetime import date

from sightline import words
from sightline.letters.themes import THEMES

THEME_TITLES = {theme.id: theme.title for theme in THEMES}
_WEEK, _MONTHS_FROM, _DAYS_A_MONTH, _MONTHS_A_YEAR = 7, 90, 30.44, 12


def theme_title(theme: str) -> str:
    """ "Permanence"; an id that is no theme (an area of measures) is given as it is."""
    return THEME_TITLES.get(theme, theme)


def titles(themes: Iterable[str]) -> str:
    """ "Permanence, Social work visits"."""
    return ", ".join(theme_title(theme) for theme in themes)


def age(since: date, on: date) -> str:
    """How old something is: "9 days", "7 weeks", "5 months", "1 year and 3 months"."""
    days = max(0, (on - since).days)
    if days < 2 * _WEEK:
        return f"{days} day{'' if days == 1 else 's'}"
    if days < _MONTHS_FROM:
        return f"{days // _WEEK} weeks"
    years, months = divmod(int(days / _DAYS_A_MONTH), _MONTHS_A_YEAR)
    rest = f"{months} month{'' if months == 1 else 's'}"
    if not years:
        return rest
    whole = f"{years} year{'' if years == 1 else 's'}"
    return f"{whole} and {rest}" if months else whole


def listed(names: Iterable[str]) -> str:
    """ "A", "A and B", "A, B and C"."""
    *first, last = list(names) or [""]
    return f"{', '.join(first)} and {last}" if first else last


def sentence(text: str) -> str:
    """With a capital at its head."""
    return text[:1].upper() + text[1:]


def counted(how_many: int, thing: str, things: str = "") -> str:
    """ "Two meetings": a count at the head of a sentence."""
    return sentence(words.count_of(how_many, thing, things))
