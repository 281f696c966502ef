"""The Strengths and Difficulties Questionnaire (SDQ): once a year for a child in care.

No law sets an interval between scores: it is counted in a look-back period, like dental checks.
The statutory guidance speaks of ages 4 to 16 [unverified]; the department publishes 5 to 16.
"""

from dataclasses import dataclass
from datetime import date

from sightline.duties.birthday import birthday
from sightline.duties.citation import Citation
from sightline.duties.health import Standard
from sightline.duties.period import Period


@dataclass(frozen=True, slots=True)
class Ages:
    """Ages in whole years, both included."""

    youngest: int
    oldest: int

    def hold(self, date_of_birth: date, on: date) -> bool:
        """Tell whether the child is of these ages on a day."""
        begins, ends = (birthday(date_of_birth, age) for age in (self.youngest, self.oldest + 1))
        return begins <= on < ends


GUIDANCE_AGES = Ages(4, 16)
PUBLISHED_AGES = Ages(5, 16)

SDQ = Standard(
    "SDQ score",
    Period(months=12),
    Citation(
        "Promoting the health and wellbeing of looked-after children (2015)",
        "https://www.gov.uk/government/publications/"
        "promoting-the-health-and-wellbeing-of-looked-after-children--2",
        verified=False,
        note="Once a year and ages 4 to 16 were read in accounts of the guidance, not in the "
        "guidance itself. The department's tables count ages 5 to 16.",
    ),
)
