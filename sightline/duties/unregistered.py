"""Places that no child may be put in: no days are allowed, so no due date is worked out.

Unregistered is not unregulated. A home that gives care as well as a roof must be registered as a
children's home, always. Until 9 September 2021 a child might lawfully be put in a place that gave
support without care and needed no registration (unregulated); since then no child under 16 may, and
since 28 October 2023 no young person of 16 or 17 unless it is registered supported accommodation.
What the regulations except by name (hospitals, residential schools, care homes and others) is not
unregistered, and must not be asked about here.
"""

from datetime import date
from enum import StrEnum

from sightline.duties.birthday import birthday
from sightline.duties.citation import Citation
from sightline.duties.clock import Clock, Rule

_REGULATIONS = "Care Planning, Placement and Case Review (England) Regulations 2010"


class Setting(StrEnum):
    """What an unregistered place gives a child."""

    CARE = "care and a roof: a children's home in all but name"
    SUPPORT = "a roof and support, without care"


UNREGISTERED_HOME = Clock(
    "unregistered_home",
    "Unregistered children's home",
    "the day the child moved in",
    (
        Rule(
            "No child may live in an unregistered children's home: the first day is already too "
            "many.",
            Citation(
                "Care Standards Act 2000, s 11",
                "https://www.legislation.gov.uk/ukpga/2000/14/section/11",
                verified=True,
                note="Carrying on or managing one is the offence. That the section was in force by "
                "1 April 2002 is practitioners' knowledge.",
            ),
            date(2002, 4, 1),
        ),
    ),
)
UNREGULATED_UNDER_SIXTEEN = Clock(
    "unregulated_under_sixteen",
    "Place without registration, child under 16",
    "the day the child was placed",
    (
        Rule(
            "A child under 16 may be placed in other arrangements only where the regulation names "
            "them.",
            Citation(
                f"{_REGULATIONS}, regs 27A–27B, inserted by SI 2021/161",
                "https://www.legislation.gov.uk/uksi/2021/161/regulation/4/made",
                verified=True,
            ),
            date(2021, 9, 9),
        ),
    ),
)
UNREGISTERED_SUPPORTED = Clock(
    "unregistered_supported_accommodation",
    "Unregistered supported accommodation, young person of 16 or 17",
    "the day the young person was placed",
    (
        Rule(
            "A young person of 16 or 17 may be placed in supported accommodation only where its "
            "provider is registered (or had applied in time: SI 2023/416, reg 44).",
            Citation(
                f"{_REGULATIONS}, reg 27C, inserted by SI 2023/416",
                "https://www.legislation.gov.uk/uksi/2023/416/regulation/36/made",
                verified=True,
            ),
            date(2023, 10, 28),
        ),
    ),
)


def rule_against(setting: Setting, date_of_birth: date, on: date) -> Rule | None:
    """Return the rule that forbids such a placement on a day, or None where none did.

    None too for who is 18 or over. A child placed before a rule began, and not moved since, is
    judged by the day asked about: whether such a placement might go on was not read [unverified].
    """
    if birthday(date_of_birth, 18) <= on:
        return None
    if setting is Setting.CARE:
        return UNREGISTERED_HOME.rule_on(on)
    under_sixteen = on < birthday(date_of_birth, 16)
    return (UNREGULATED_UNDER_SIXTEEN if under_sixteen else UNREGISTERED_SUPPORTED).rule_on(on)
