"""What was known when, by whom, and what was done: from the first warning to the first action."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sightline import words
from sightline.improvement.models import DIRECT, Action, EarlyWarning, Review, WarningResponse
from sightline.improvement.own import of_own
from sightline.people.models import User


@dataclass(frozen=True, slots=True)
class Known:
    """A warning and what was done about it; `gap` in days to the first response, None while none.

    `waits`: days it has had no response, None once it has one.
    """

    warning: EarlyWarning
    responses: tuple[WarningResponse, ...]
    gap: int | None
    waits: int | None


@dataclass(frozen=True, slots=True)
class Moment:
    """Something on the time line: on which day, what it was, in words, and who knew."""

    on: date
    what: str
    said: str
    known_by: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """All warnings in order, and the time line they lie on.

    `gap`: days from the first warning to the first thing done, at least so many where `open`.
    """

    known: tuple[Known, ...]
    moments: tuple[Moment, ...]
    gap: int | None
    open: bool

    @property
    def sentence(self) -> str:
        """ "From the first warning to the first thing done: 212 days"."""
        if self.gap is None:
            return "No warning is written down."
        days = f"{self.gap:,} day{'' if self.gap == 1 else 's'}"
        if self.open:
            return f"Nothing is written down as done since the first warning, {days} ago."
        return f"From the first warning to the first thing done: {days}."


def story(today: date, theme: str = "") -> Story:
    """What was known and done, of one theme or of all; today's date ends what is still open."""
    rows = EarlyWarning.objects.select_related("by").prefetch_related("responses__by")
    warnings = list(rows.filter(theme=theme) if theme else rows)
    begun = _begun(theme, today)
    known = tuple(_known(each, today) for each in warnings)
    first = min((each.on for each in warnings), default=None)
    done = [
        *(reply.on for each in known for reply in each.responses),
        *(each.started_on for each in begun if each.started_on),
    ]
    after = min((day for day in done if first is not None and day >= first), default=None)
    return Story(
        known=known,
        moments=tuple(sorted(_moments(known, begun, first), key=lambda each: each.on)),
        gap=None if first is None else ((after or today) - first).days,
        open=after is None,
    )


def _begun(theme: str, today: date) -> list[Action]:
    """The actions begun that answer an own finding (of the theme) in whole or in part."""
    begun = Action.objects.filter(started_on__lte=today, answers__strength__in=DIRECT)
    if theme:
        begun = begun.filter(answers__finding__themes__theme=theme)
    return list(begun.distinct().order_by("started_on", "pk"))


def _known(warning: EarlyWarning, today: date) -> Known:
    replies = tuple(warning.responses.all())
    first = min((each.on for each in replies), default=None)
    return Known(
        warning,
        replies,
        gap=None if first is None else max(0, (first - warning.on).days),
        waits=max(0, (today - warning.on).days) if first is None else None,
    )


def _moments(known: Iterable[Known], begun: Iterable[Action], first: date | None) -> list[Moment]:
    moments = []
    for each in known:
        warning = each.warning
        moments.append(Moment(warning.on, warning.kind_title, warning.said, warning.known_by))
        moments += [Moment(reply.on, "Response", reply.done) for reply in each.responses]
    if first is None:
        return moments
    moments += [
        Moment(each.started_on, "Action began", f"{each.title} ({each.owner_name})")
        for each in begun
        if each.started_on and each.started_on >= first
    ]
    reviews = of_own(Review.objects.filter(dated__gte=first))
    return [*moments, *(Moment(each.dated, "Review", each.title) for each in reviews if each.dated)]


def gap_words(known: Known) -> str:
    """ "12 days"; "none yet, for 40 days"."""
    if known.gap is not None:
        return words.count_of(known.gap, "day")
    return f"None yet, for {words.count_of(known.waits or 0, 'day')}"


class WarningError(Exception):
    """The warning or response cannot be written down; the message says why, for the person."""


def warn(said: Mapping[str, Any], user: User, at: datetime) -> EarlyWarning:
    """Writes a warning down: `kind`, `on`, `said`, `known_by`, `source`, `theme`.

    Raises WarningError for a day to come.
    """
    if said["on"] > at.date():
        raise WarningError("The day is still to come.")
    names = ("kind", "on", "said", "known_by", "source", "theme")
    return EarlyWarning.objects.create(by=user, at=at, **{name: said[name] for name in names})


def write_response(
    warning: EarlyWarning, on: date, done: str, user: User, at: datetime
) -> WarningResponse:
    """Writes down what was done about a warning. Raises WarningError for a day that cannot be."""
    if on > at.date():
        raise WarningError("The day is still to come.")
    if on < warning.on:
        raise WarningError(
            f"The warning came on {words.day(warning.on)}: nothing answered it before."
        )
    return WarningResponse.objects.create(warning=warning, on=on, done=done, by=user, at=at)
