"""The months of 2020 in which time limits gave way to "as soon as reasonably practicable".

Due dates are worked out as always, so that children who waited can be seen; a due date that fell in
these months carries the relaxation, so that a measure can say whether it counts as late.
"""

from dataclasses import dataclass
from datetime import date

from sightline.duties.citation import Citation


@dataclass(frozen=True, slots=True)
class Relaxation:
    """A time during which a duty's time limit was not absolute; both days are included."""

    first_day: date
    last_day: date
    citation: Citation

    def covers(self, day: date) -> bool:
        """Tell whether `day` falls in the relaxed time."""
        return self.first_day <= day <= self.last_day


CORONAVIRUS_2020 = Relaxation(
    first_day=date(2020, 4, 24),
    last_day=date(2020, 9, 25),
    citation=Citation(
        "Adoption and Children (Coronavirus) (Amendment) Regulations 2020, reg 8",
        "https://www.legislation.gov.uk/uksi/2020/445/regulation/8",
        verified=False,
        note="The dates were read in the regulations. That limits on visits and on later reviews "
        "were loosened was read in summaries by independent reviewing officers and social workers, "
        "not in the amended text.",
    ),
)
EHC_CORONAVIRUS_2020 = Relaxation(
    first_day=date(2020, 5, 1),
    last_day=date(2020, 9, 25),
    citation=Citation(
        "Special Educational Needs and Disability (Coronavirus) (Amendment) Regulations 2020",
        "https://www.gov.uk/government/publications/"
        "changes-to-the-law-on-education-health-and-care-needs-assessments-and-plans-due-to-"
        "coronavirus/annex-a-details-of-the-amendments-to-the-existing-regulations",
        verified=True,
        note="Where coronavirus made a limit impractical, as soon as reasonably practicable. That "
        "it reached the 20 weeks was read by name, the 6 and 16 weeks in general words alone.",
    ),
)


def relaxation_on(day: date) -> Relaxation | None:
    """Return the relaxation in force on `day`, or None."""
    return CORONAVIRUS_2020 if CORONAVIRUS_2020.covers(day) else None
