"""When each document came about, and the days and amounts that it and the others state."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sightline.synthetic.chance import stream
from sightline.synthetic.days import add_months
from sightline.synthetic.journey import Journey

_FRIDAY, _WEDNESDAY, _TUESDAY = 4, 2, 1


@dataclass(frozen=True, slots=True)
class Occasion:
    """When people were there, and when the document came out. A paper has only the last."""

    first: date
    last: date
    published: date

    @classmethod
    def ending(cls, day: date, length: int, until_published: int) -> Occasion:
        """The `length` days up to the last Friday (long) or Wednesday (short) by `day`."""
        last = by_weekday(day, _FRIDAY if length > 3 else _WEDNESDAY)
        return cls(last - timedelta(days=length - 1), last, last + timedelta(days=until_published))

    @classmethod
    def paper(cls, day: date) -> Occasion:
        """A paper of one day."""
        return cls(day, day, day)


def by_weekday(day: date, weekday: int) -> date:
    """The last such weekday (Monday is 0) up to the day."""
    return day - timedelta(days=(day.weekday() - weekday) % 7)


def later(day: date, months: int) -> date:
    """So many months later, or earlier."""
    return date.fromordinal(add_months(day.toordinal(), months))


def occasions(journey: Journey, until: date) -> dict[str, Occasion]:
    """The occasions of the made-up authority's documents, the oldest first.

    The inspection is the journey's own; the commissioner is there while a team's visits slip.
    """
    inspected = date.fromordinal(journey.inspection)
    monitoring = Occasion.ending(later(until, -12), 2, 35)
    slipping = date.fromordinal(journey.slip_from) + timedelta(days=40)
    commissioner = Occasion.ending(slipping, 26, 24)
    return {
        "first": Occasion.ending(later(inspected, -30), 26, 45),
        "focused": Occasion.ending(later(inspected, -12), 2, 37),
        "inspection": Occasion.ending(inspected, 12, 45),
        "monitoring": monitoring,
        "statement": Occasion.paper(monitoring.published),
        "commissioner": commissioner,
        "news": Occasion.paper(commissioner.published + timedelta(days=6)),
        "scrutiny": Occasion.paper(
            by_weekday(commissioner.published + timedelta(days=45), _TUESDAY)
        ),
    }


def written(day: date) -> str:
    """5 May 2023."""
    return f"{day.day} {day:%B %Y}"


def span(first: date, last: date, joint: str = "to") -> str:
    """17 to 28 April 2023; 24 April to 5 May 2023; both years where they differ."""
    if first.year != last.year:
        return f"{written(first)} {joint} {written(last)}"
    if first.month != last.month:
        return f"{first.day} {first:%B} {joint} {written(last)}"
    return f"{first.day} {joint} {written(last)}"


def said_of(name: str, occasion: Occasion) -> dict[str, str]:
    """The words by which documents speak of an occasion: `first_span`, `first_month` and so on."""
    short = (occasion.last - occasion.first).days < 3
    prefix = f"{name}_" if name else ""
    return {
        f"{prefix}span": span(occasion.first, occasion.last, "and" if short else "to"),
        f"{prefix}month": f"{occasion.last:%B %Y}",
        f"{prefix}year": str(occasion.last.year),
        f"{prefix}published": written(occasion.published),
        f"{prefix}day": written(occasion.published),
    }


def stated(when: dict[str, Occasion], journey: Journey, seed: int) -> dict[str, str]:
    """Every day and amount that the documents state, the wrong ones among them."""
    facts: dict[str, str] = {}
    for name, occasion in when.items():
        facts |= said_of(name, occasion)
    return facts | _days(when, date.fromordinal(journey.slip_from)) | _amounts(seed)


def _days(when: dict[str, Occasion], slip: date) -> dict[str, str]:
    appointed = when["inspection"].published + timedelta(days=25)
    report, meeting = when["commissioner"].published, when["scrutiny"].published
    left = later(report, -7)
    return {
        "appointed": written(appointed),
        "left": f"{left:%B %Y}",
        "interim_since": f"{later(left, 1):%B %Y}",
        "interim_until": f"{later(report, 5):%B}",
        "vacant_since": f"{later(left, -1):%B}",
        "before_slip": f"{later(slip, -1):%B}",
        "slip_month": f"{slip:%B}",
        "slip_next": f"{later(slip, 1):%B}",
        "rec_leadership": f"{later(report, 5):%B %Y}",
        "rec_matching": f"{later(report, 4):%B %Y}",
        "rec_unregistered_first": written(later(report, 2)),
        "rec_unregistered_last": f"{later(report, 16):%B %Y}",
        "rec_audit": written(later(report, 3)),
        "rec_orders": f"{later(report, 6):%B %Y}",
        "rec_partnership": written(later(report, 4)),
        "firm_audit": written(meeting + timedelta(days=28)),
        "firm_audit_report": f"{later(meeting, 4):%B %Y}",
        "firm_solicitor": written(meeting + timedelta(days=60)),
        # what the council's paper and the newspaper have wrong
        "wrong_inspection_month": f"{later(when['inspection'].last, 1):%B %Y}",
        "wrong_inspection_published": written(later(when["inspection"].published, 1)),
        "wrong_appointed": written(appointed - timedelta(days=12)),
        "wrong_appointed_month": f"{later(appointed, 2):%B %Y}",
    }


def _amounts(seed: int) -> dict[str, str]:
    """Tenths of a million pounds: what was spent, and what others say was."""
    rng = stream(seed, "letters", "budget")
    now = rng.randrange(580, 660)
    return {
        "budget_then": _millions(round(now * 0.64)),
        "budget_now": _millions(now),
        "wrong_budget_now": _millions(now + rng.randrange(12, 20)),
        "news_budget": _millions(now + rng.randrange(5, 10)),
        "statement_budget": f"£{round(now / 10 - 3)} million",
    }


def _millions(tenths: int) -> str:
    return f"£{tenths / 10:.1f} million"
