"""Which return is believed where several speak, and why: the one place that says so."""

from __future__ import annotations

from dataclasses import dataclass

SAME_DAY = ("ssda903", "cin_census", "ssd", "annex_a", "templates", "workforce")
"""Of two extracts of the same day the earlier in this list is believed.

The yearly returns have been checked against the Department's rules; the SSD is the records system
itself; Annex A is a list made from it; a template is filled in by hand.
"""


def rank_of(return_name: str) -> int:
    """A return's place in SAME_DAY; 0 is believed first."""
    return SAME_DAY.index(return_name)


@dataclass(frozen=True, slots=True)
class Precedence:
    """How a fact is settled, in words a reader of a child's page understands."""

    what: str
    reason: str
    beside_ssd: str | None = None  # the reason where the SSD is one of the two, if another


_NEWEST = "The newest extract that says anything is believed."
_YEARLY = (
    "The 903 is checked and complete, so it is believed for the days up to the last 31 March that "
    "it covers; for later days the newest extract is."
)
_WHOLE = (
    "A child's history of care comes whole from the newer of the SSD and the 903, up to the day it "
    "speaks of; for later days the newest extract is believed."
)

DATE_OF_BIRTH = Precedence("date of birth", _NEWEST)
SEX = Precedence("sex", _NEWEST)
ETHNICITY = Precedence("ethnicity", _NEWEST)
CARE_STARTED = Precedence("start of care", _YEARLY, _WHOLE)
CARE_ENDED = Precedence("end of care", _YEARLY, _WHOLE)
LEGAL_STATUS = Precedence("legal status", _YEARLY, _WHOLE)
LEGAL_STATUS_STARTED = Precedence("start of legal status", _YEARLY, _WHOLE)
PLACEMENT_TYPE = Precedence("type of placement", _YEARLY, _WHOLE)
PLACEMENT_STARTED = Precedence("start of placement", _YEARLY, _WHOLE)
PROTECTION_PLAN_STARTED = Precedence(
    "start of child protection plan",
    "Plans that overlap are one plan; the newest extract that names it is believed.",
)
TEAM = Precedence("allocated team", "The newest extract that names a team is believed.")

ALL = (
    DATE_OF_BIRTH,
    SEX,
    ETHNICITY,
    CARE_STARTED,
    CARE_ENDED,
    LEGAL_STATUS,
    LEGAL_STATUS_STARTED,
    PLACEMENT_TYPE,
    PLACEMENT_STARTED,
    PROTECTION_PLAN_STARTED,
    TEAM,
)
