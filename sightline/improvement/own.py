"""Which reviews are of the authority itself; others may be loaded beside them, as precedents."""

import re

from django.conf import settings
from django.db.models import QuerySet

from sightline.improvement.models import Review

_OF_ANY_COUNCIL = {
    "and", "authority", "borough", "children", "childrens", "city", "council", "county",
    "district", "london", "local", "mbc", "metropolitan", "of", "royal", "services", "the",
    "unitary",
}  # fmt: skip


def own_names() -> frozenset[str]:
    """What reviews call the authority whose data folder this is; blank, where one names nobody.

    Where no review bears its name, those of every authority are its own: so it is before anyone
    has said what the authority is called.
    """
    names = frozenset(Review.objects.order_by().values_list("authority", flat=True).distinct())
    ours = _telling(settings.AUTHORITY_NAME)
    own = frozenset(name for name in names if name and _telling(name) == ours)
    return own | (names & {""}) if own else names


def of_own(reviews: QuerySet[Review]) -> QuerySet[Review]:
    """The reviews of the authority itself."""
    return reviews.filter(authority__in=own_names())


def _telling(name: str) -> frozenset[str]:
    """The words of a name that tell one council from another."""
    return frozenset(re.findall(r"[a-z]+", name.lower().replace("’", "'"))) - _OF_ANY_COUNCIL
