"""What was said before and still stands."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef

from sightline.improvement.models import Finding, Sighting, Status
from sightline.improvement.own import own_names
from sightline.improvement.register import with_history
from sightline.improvement.wording import how_long
from sightline.letters import Direction


@dataclass(frozen=True, slots=True)
class Standing:
    """A confirmed finding that two or more reviews of the authority said."""

    finding: Finding  # the newest that says it
    said_first: date
    times_said: int
    has_stood: str  # "6 years and 2 months"


def recurring_unanswered(today: date) -> tuple[Standing, ...]:
    """The authority's confirmed weaknesses that a confirmed finding of an earlier review had said.

    The longest standing first; each once, as the newest review says it.
    """
    own = Finding.objects.filter(review__authority__in=own_names())
    confirmed = own.filter(status=Status.CONFIRMED)
    said_again = Sighting.objects.filter(earlier=OuterRef("pk"), later__status=Status.CONFIRMED)
    found = (
        with_history(confirmed.select_related("review").prefetch_related("themes"), confirmed)
        .filter(times_said__gte=2, direction=Direction.WEAKNESS.value)
        .exclude(Exists(said_again))
        .order_by("said_first", "-times_said", "kind", "pk")
    )
    return tuple(
        Standing(each, each.said_first, each.times_said, how_long(each.said_first, today))
        for each in found
        if each.said_first
    )
