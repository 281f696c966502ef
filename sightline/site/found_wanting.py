"""Joins the register of findings to the boards: what was found wanting, and which reports came?"""

from django.db.models import Count, Q

from sightline.governance.elsewhere import Letter
from sightline.improvement.models import FindingTheme, Review, Status
from sightline.improvement.own import of_own
from sightline.letters import Direction, LetterKind
from sightline.letters.kinds import Voice

_LOOKED = [e.value for e in LetterKind if e.gives_findings and e.voice is Voice.REVIEWER]


def found_wanting() -> dict[str, int]:
    """How many confirmed weaknesses bear on each theme."""
    rows = (
        FindingTheme.objects.filter(
            finding__status=Status.CONFIRMED, finding__direction=Direction.WEAKNESS.value
        )
        .values("theme")
        .annotate(found=Count("finding"))
    )
    return {row["theme"]: row["found"] for row in rows}


def letters_received() -> tuple[Letter, ...]:
    """Every report and letter about the authority, with the day on which it was received.

    Those in which somebody looked: not the news of it, nor the authority's own report on it.
    """
    weak = Q(findings__status=Status.CONFIRMED, findings__direction=Direction.WEAKNESS.value)
    wanting = Count("findings", filter=weak, distinct=True)
    return tuple(
        Letter(
            each.pk,
            each.title,
            each.final_shared or each.dated,
            each.get_absolute_url(),
            each.found_weak,  # type: ignore[attr-defined]
        )
        for each in of_own(Review.objects.filter(kind__in=_LOOKED).annotate(found_weak=wanting))
    )
