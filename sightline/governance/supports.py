"""Support from outside: where it overlaps, and what has none."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from sightline.governance.models import Support


def overlapping(supports: Iterable[Support], today: date) -> dict[str, list[Support]]:
    """Themes that two or more providers support today, by theme."""
    by_theme: dict[str, list[Support]] = defaultdict(list)
    for each in supports:
        if each.runs(today):
            for theme in each.themes:
                by_theme[theme].append(each)
    return {
        theme: given
        for theme, given in by_theme.items()
        if len({each.provider.casefold() for each in given}) > 1
    }


def unsupported(
    supports: Iterable[Support], findings: Mapping[str, int], today: date
) -> list[tuple[str, int]]:
    """Themes with findings that nobody supports today, with how many; most first."""
    supported = {theme for each in supports if each.runs(today) for theme in each.themes}
    wanting = [(theme, n) for theme, n in findings.items() if n and theme not in supported]
    return sorted(wanting, key=lambda item: (-item[1], item[0]))
