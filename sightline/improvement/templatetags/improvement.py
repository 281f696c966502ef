"""Filters of the improvement templates, and the panel for the home page."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from sightline.improvement.models import Finding, Status
from sightline.improvement.standing import recurring_unanswered
from sightline.improvement.wording import how_long, theme_title
from sightline.letters import Direction
from sightline.letters.groups import group_title
from sightline.people.models import User
from sightline.people.permissions import Permission

register = template.Library()

register.filter("how_long", how_long)
register.filter("theme_title", theme_title)
register.filter("group_title", group_title)

_STATUS_COLOURS = {
    Status.CANDIDATE: "yellow",
    Status.CONFIRMED: "green",
    Status.REJECTED: "grey",
}
_DIRECTION_COLOURS = {
    Direction.STRENGTH: "turquoise",
    Direction.WEAKNESS: "orange",
    Direction.PROGRESS: "blue",
    Direction.NEUTRAL: "grey",
}


@register.filter
def status_tag(finding: Finding) -> SafeString:
    """Where people stand on it."""
    return _tag(finding.status_title, _STATUS_COLOURS[Status(finding.status)])


@register.filter
def direction_tag(finding: Finding) -> SafeString:
    """Which way it points."""
    return _tag(finding.direction_title, _DIRECTION_COLOURS[Direction(finding.direction)])


@register.filter
def theme_titles(themes: Iterable[str]) -> str:
    """ "Permanence, Visits"."""
    return ", ".join(theme_title(theme) for theme in themes)


@register.inclusion_tag("improvement/_home_panel.html", takes_context=True)
def standing_findings(
    context: dict[str, Any], most: int = 5, today: date | None = None
) -> dict[str, Any]:
    """What inspectors said before and still stands, for those who may see findings.

    `today` is the day of the machine where it is not given.
    """
    user = context.get("user")
    may = isinstance(user, User) and user.may(Permission.SEE_FINDINGS)
    standing = recurring_unanswered(today or timezone.localdate()) if may else ()
    return {"standing": standing[:most], "more": len(standing) - len(standing[:most]), "may": may}


def _tag(words: str, colour: str) -> SafeString:
    return format_html('<strong class="govuk-tag govuk-tag--{}">{}</strong>', colour, words)
