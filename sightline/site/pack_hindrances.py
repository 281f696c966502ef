"""Joins findings and boards to the packs: what stands against issuing one."""

from datetime import datetime

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from sightline.governance.listings.partners import every_partner
from sightline.improvement.unanswered import pack_blockers
from sightline.oversight.packs.supplied import Hindrance
from sightline.site.pack_sections import WITH_PARTNERS


def pack_hindrances(kind: str, now: datetime) -> tuple[Hindrance, ...]:
    """Grave findings, confirmed by then, without action or reason block; partners' word warns."""
    known = pack_blockers().filter(Q(decided_at=None) | Q(decided_at__lte=now))
    blocks = (
        Hindrance(f"{each.name}: {each.wording}", each.get_absolute_url(), blocks=True)
        for each in known.select_related("review").order_by("review__dated", "order")
    )
    return (*blocks, *(_partners(now) if kind in WITH_PARTNERS else ()))


def _partners(now: datetime) -> tuple[Hindrance, ...]:
    address = reverse("boards-partners")
    return tuple(
        Hindrance(f"{each.name}: {each.state.lower()}", address, blocks=False)
        for each in every_partner(timezone.localdate(now))
        if not each.agreed
    )
