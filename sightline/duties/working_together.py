"""The editions of Working Together to Safeguard Children, and rules that stand in them.

The single assessment began with the edition of 2013; what went before (an initial and a core
assessment) is not kept here. A rule that stayed the same is still given once for each edition, so
that a date is always judged by the words of its own time.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sightline.duties.citation import Citation
from sightline.duties.clock import Rule
from sightline.duties.period import Period

PUBLICATION = "https://www.gov.uk/government/publications/working-together-to-safeguard-children--2"
LAIT = "https://www.gov.uk/government/publications/local-authority-interactive-tool-lait"


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition: its year, and the first and last day on which it was the guidance.

    The edition of 2013 came into force on 15 April 2013 (it was published on 21 March); those of
    2015 and 2018 are taken from the day of publication, 26 March 2015 and 4 July 2018. That of
    2023 was published in December 2023; its day, the 15th, is [unverified].
    """

    year: int
    in_force_from: date
    in_force_to: date | None = None


EDITIONS: tuple[Edition, ...] = (
    Edition(2013, date(2013, 4, 15), date(2015, 3, 25)),
    Edition(2015, date(2015, 3, 26), date(2018, 7, 3)),
    Edition(2018, date(2018, 7, 4), date(2023, 12, 14)),
    Edition(2023, date(2023, 12, 15)),
)
SINCE_2018 = EDITIONS[2:]


def as_defined(edition: Edition, measure: str) -> Citation:
    """Return a citation of an edition as the department's definition of a measure restates it."""
    return Citation(
        f"Working Together to Safeguard Children {edition.year}, as restated in the definition of "
        f"“{measure}” (Local Authority Interactive Tool, Department for Education)",
        LAIT,
        verified=True,
        note="Read in the department's definition, not in the edition's own words.",
    )


def as_known(edition: Edition, note: str) -> Citation:
    """Return a citation of an edition whose own words were not read."""
    return Citation(
        f"Working Together to Safeguard Children {edition.year}",
        PUBLICATION,
        verified=False,
        note=note,
    )


def in_each(
    words: str,
    within: Period | None,
    *,
    measure: str = "",
    defined_since: int = EDITIONS[-1].year,
    note: str = "",
    editions: Sequence[Edition] = EDITIONS,
) -> tuple[Rule, ...]:
    """Return the rule once for each edition, each with its own citation.

    Verified from the edition of `defined_since` on, which the department's definition of `measure`
    speaks for; earlier editions, and all where no measure is given, are cited as known (`note`).
    """
    earlier = note or f"Read in the department's present definition of “{measure}” alone."
    return tuple(
        Rule(
            words,
            as_defined(edition, measure)
            if measure and edition.year >= defined_since
            else as_known(edition, earlier),
            edition.in_force_from,
            edition.in_force_to,
            within,
        )
        for edition in editions
    )
