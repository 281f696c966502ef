"""The strategy discussion: who must take part, and when a conference must follow it.

No edition gives the section 47 enquiry an end of its own: its findings are due in time for the
initial child protection conference (ICPC), so the conference's due date is the enquiry's too. Where
the enquiry ends without a conference, the assessment's 45 working days hold.
"""

from collections.abc import Collection
from enum import StrEnum

from sightline.duties.clock import Clock
from sightline.duties.period import Period
from sightline.duties.working_together import in_each


class Agency(StrEnum):
    """Who may take part in a strategy discussion, as far as its quorum asks."""

    SOCIAL_WORK = "social work"
    HEALTH = "health"
    POLICE = "police"


QUORUM = frozenset(Agency)

STRATEGY_QUORUM = Clock(
    "strategy_quorum",
    "Who takes part in a strategy discussion",
    "the strategy discussion",
    in_each(
        "A social worker, a health practitioner and the police take part, at the least.",
        None,
        note="Read in safeguarding partnerships' procedures that quote the guidance, not in any "
        "edition itself.",
    ),
)
CONFERENCE = Clock(
    "icpc",
    "Initial child protection conference",
    "the strategy discussion that began the section 47 enquiry",
    in_each(
        "The conference is held within 15 working days of the strategy discussion that decided on "
        "a section 47 enquiry.",
        Period(working_days=15),
        measure="Percentage of child protection conferences held within 15 days",
    ),
)


def missing_from(attended: Collection[Agency]) -> frozenset[Agency]:
    """Return the agencies that the quorum asks for and that did not take part."""
    return QUORUM - frozenset(attended)


def quorate(attended: Collection[Agency]) -> bool:
    """Tell whether a social worker, health and the police all took part."""
    return not missing_from(attended)
